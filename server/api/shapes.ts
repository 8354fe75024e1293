import { type ExchangeKind, exchangeFields, exchangeKinds } from '../../shared/exchange-fields.ts';
import { z } from '../../shared/zod.ts';
import { readingsOutColumns } from '../exchange/readings-out-file.ts';
import { apiProblems } from './problem.ts';

/** What programs are answered, and send: the schemas of the description, by their names there. */
export const shapes = z.registry<{ id: string }>();

const named = <T extends z.ZodType>(id: string, schema: T): T => {
  shapes.add(schema, { id });
  return schema;
};

export const id = z.uuid();
export const period = z
  .string()
  .regex(/^(?!0000|9999)\d{4}-(0[1-9]|1[0-2])$/)
  .describe('A month, like 2026-11');
export const instant = z.iso.datetime({ precision: 3 }).describe('UTC, with milliseconds');
const count = z.int().min(0);

export const problem = named(
  'Problem',
  z
    .strictObject({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.enum(Object.keys(apiProblems) as [keyof typeof apiProblems]),
      details: z.record(z.string(), z.unknown()),
    })
    .describe('RFC 9457. Programs go by `code`, which is stable; `details` belongs to it.'),
);

/** A problem of a row, or of a file among others. */
const rowProblem = named(
  'RowProblem',
  z.strictObject({
    column: z.string().nullable().describe('Null: the row as a whole'),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    words: z.string().describe('In English'),
  }),
);

const refusedRow = named(
  'RefusedRow',
  z.strictObject({ line: z.int(), cells: z.array(z.string()), problems: z.array(rowProblem) }),
);

const fall = named(
  'Fall',
  z
    .strictObject({
      line: z.int(),
      account: z.string(),
      serial: z.string(),
      register: z.string(),
      period,
      value: z.string(),
      previousPeriod: period.nullable(),
      previous: z.string(),
    })
    .describe('A reading of the past that lies below the one before it; it was taken all the same'),
);

const carried = named(
  'Carried',
  z
    .strictObject({ account: z.string(), period, service: z.string(), expected: z.string(), found: z.string() })
    .describe('A month of the ledger that does not open where the one before closed'),
);

const importReport = named(
  'ImportReport',
  z.strictObject({
    kind: z.enum(exchangeKinds),
    fileName: z.string(),
    batch: id.nullable().describe('Null: nothing was written'),
    imported: z.boolean(),
    encoding: z.string(),
    container: z.enum(['csv', 'json', 'xlsx']),
    looksLike: z.string().nullable().describe('The encoding that the file plainly has, where another one was named'),
    formulas: count.describe('Cells that were taken as what their formula came to'),
    rows: count,
    created: count,
    changed: count,
    unchanged: count,
    late: count.describe('Too late for a locked period'),
    refused: z.array(refusedRow).describe('The first of them; `refusedCount` are all'),
    refusedCount: count,
    refusedFile: z.string().nullable().describe('Where all of them are, as a file with a column that says why'),
    falls: z.array(fall),
    fallsCount: count,
    carried: z.array(carried),
    carriedCount: count,
    header: z.array(z.string()),
    ignoredColumns: z.array(z.string()),
  }),
);

const pdfsReport = named(
  'PdfsReport',
  z.strictObject({
    fileName: z.string(),
    batch: id.nullable(),
    files: count,
    created: count,
    changed: count,
    unchanged: count,
    waiting: count.describe('Bills whose announced file has not come yet'),
    refused: z.array(
      z.strictObject({
        place: z.string(),
        code: z.string(),
        details: z.record(z.string(), z.unknown()),
        words: z.string(),
      }),
    ),
    refusedCount: count,
  }),
);

const undoReport = named(
  'UndoReport',
  z.strictObject({
    batch: id,
    kind: z.string(),
    removed: count,
    restored: count,
    left: z
      .array(
        z.strictObject({
          kind: z.string(),
          id: z.string(),
          account: z.string(),
          name: z.string(),
          reason: z.strictObject({ code: z.string(), batch: id.nullable().optional() }),
        }),
      )
      .describe('Rows that stay as they are, and why: the first of them'),
    leftCount: count,
  }),
);

export const job = named(
  'Job',
  z.strictObject({
    id,
    kind: z.enum(['import', 'attach', 'undo']),
    state: z
      .enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
      .describe('It goes on until it is done, failed or cancelled'),
    dryRun: z.boolean(),
    done: count.describe('Rows or files so far'),
    total: count.nullable(),
    createdAt: instant,
    createdBy: z.string().describe('The id of a key or of somebody of the office, or `command line`'),
    endedAt: instant.nullable(),
    import: importReport.nullable(),
    pdfs: pdfsReport.nullable(),
    undo: undoReport.nullable().describe('Also of an import that was cancelled: what was taken back'),
    failure: z
      .strictObject({ code: z.string(), line: z.int().nullable(), words: z.string() })
      .nullable()
      .describe('Why nothing of it was done'),
  }),
);
export type JobAnswer = z.infer<typeof job>;

export const startedJob = named('StartedJob', z.strictObject({ job: id }));

export const batch = named(
  'Batch',
  z.strictObject({
    id,
    kind: z.string().describe('`readings-out` is an export; the others are named after what was brought in'),
    period: period.nullable(),
    state: z.enum(['running', 'done', 'undoing', 'undone']),
    rows: count,
    fileName: z.string().nullable(),
    createdAt: instant,
    createdBy: z.string(),
    undoneAt: instant.nullable(),
  }),
);
export type BatchAnswer = z.infer<typeof batch>;

export const batches = named(
  'Batches',
  z.strictObject({
    rows: z.array(batch),
    next: id.nullable().describe('What to send as `after`; null: these were all'),
  }),
);

export const madeExport = named(
  'Export',
  z.strictObject({ batch: batch.nullable().describe('Null: nothing is there that billing has not got yet') }),
);

export const exportRequest = named(
  'ExportRequest',
  z.strictObject({
    period,
    lock: z.boolean().default(false).describe('What comes in later is late; with the scope `export:lock`'),
    early: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Why it is locked although residents may still read for it'),
  }),
);

export const undoRequest = named(
  'UndoRequest',
  z.strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Residents read it with readings that are taken back'),
    dryRun: z.boolean().default(false),
  }),
);

export const readingsOut = named(
  'ReadingsOut',
  z.array(z.strictObject(Object.fromEntries(readingsOutColumns.map((name) => [name, z.string()])))),
);

const cell = z.union([z.string(), z.number(), z.null()]);

/** The rows of a file of a kind, as JSON. Columns that mean nothing to us may stand beside ours. */
export const rowsOf = Object.fromEntries(
  exchangeKinds.map((kind) => {
    const columns = exchangeFields[kind].map(({ name, presence, form }) => {
      const described = cell.describe(form);
      return [name, presence === 'required' ? described : described.optional()] as const;
    });
    const id = `Row-${kind}`;
    return [kind, z.array(named(id, z.looseObject(Object.fromEntries(columns))))];
  }),
) as unknown as Readonly<Record<ExchangeKind, z.ZodType>>;
