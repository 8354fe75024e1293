import type {
  AttachReport,
  BatchLine,
  ImportReport,
  JobView,
  Outlook,
  Preview,
  UploadView,
} from '../../../web/office/exchange-types.ts';

/** Answers of the server about files, as the screens of the exchange get them. */

export const id = (number: number): string => `01890000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;

export const importReport = (more: Partial<ImportReport>): ImportReport => ({
  kind: 'payments',
  fileName: 'maksājumi.csv',
  batch: null,
  encoding: 'utf-8',
  container: 'csv',
  formulas: 2,
  looksLike: 'windows-1257',
  rows: 6,
  created: 2,
  changed: 1,
  unchanged: 1,
  late: 1,
  header: ['Konts', 'Summa'],
  ignoredColumns: ['Piezīmes'],
  imported: false,
  examples: {
    created: [{ line: 2, cells: ['10427', '12,50'] }],
    changed: [{ line: 5, cells: ['10428', '12'] }],
    unchanged: [],
    late: [],
  },
  refused: [
    { line: 3, cells: ['10427', 'divi'], problems: [{ column: 'Summa', problem: { code: 'not_an_amount' } }] },
    {
      line: 4,
      cells: ['x', '2', '3'],
      problems: [
        { column: 'Konts', problem: { code: 'account_number_shape', example: '10427' } },
        { column: null, problem: { code: 'cells_surplus', expected: 2, found: 3 } },
        { column: 'Datums', problem: { code: 'day_not_in_style', style: 'DD.MM.YYYY', fits: null } },
      ],
    },
  ],
  refusedCount: 1500,
  refusedFile: id(4),
  refusedOther: id(5),
  falls: [
    {
      line: 5,
      account: '10428',
      serial: 'A-1',
      register: 'T1',
      period: '2026-10',
      value: '12.000',
      previousPeriod: '2026-09',
      previous: '13.000',
    },
  ],
  fallsCount: 1,
  carried: [{ account: '10428', period: '2026-10', service: 'Apkure', expected: '12.00', found: '13.00' }],
  carriedCount: 1,
  ...more,
});

export const attachReport: AttachReport = {
  fileName: 'pdf.zip',
  batch: null,
  files: 4,
  created: 2,
  changed: 0,
  unchanged: 1,
  refused: [{ place: 'rēķini/2026-10-1.pdf', problem: { code: 'file_unknown' } }],
  refusedCount: 1,
  waiting: 3,
};

export const job = (more: Partial<JobView>): JobView => ({
  id: id(1),
  kind: 'import',
  state: 'done',
  isEnding: false,
  done: 0,
  total: null,
  createdAt: '2026-11-28T06:30:00.000Z',
  by: 'Dace Liepa',
  isOwn: true,
  endedAt: '2026-11-28T06:31:00.000Z',
  what: 'payments',
  fileName: 'maksājumi.csv',
  dryRun: false,
  strict: false,
  upload: id(3),
  batch: id(2),
  ahead: 0,
  profile: null,
  outcome: null,
  ...more,
});

export const batch = (more: Partial<BatchLine>): BatchLine => ({
  id: id(2),
  kind: 'payments',
  period: null,
  createdAt: '2026-11-28T06:31:00.000Z',
  by: null,
  rows: 1234,
  state: 'done',
  fileName: 'maksājumi.csv',
  undoneAt: null,
  undoneBy: null,
  difference: { created: 1200, changed: 4, unchanged: 0, refused: 30, late: 0 },
  ...more,
});

export const upload = (more: Partial<UploadView>): UploadView => ({
  id: id(3),
  name: 'maksājumi.csv',
  size: 3_400_000,
  holds: 'text',
  guessed: 'payments',
  applied: [],
  ...more,
});

export const answered = { billed: 90, refused: 2, waiting: 5, gone: 1 };

export const outlook = (more: Partial<Outlook>): Outlook => ({
  period: '2026-10',
  ready: 97,
  adjustments: 2,
  review: 3,
  late: 1,
  registers: 1200,
  unread: 20,
  locked: null,
  lockableFrom: '2026-11-02T22:00:00.000Z',
  isTooEarly: false,
  batches: [
    { id: id(2), createdAt: '2026-11-20T08:00:00.000Z', by: 'Māra Kalna', rows: 98, isUndone: false, answered },
    { id: id(6), createdAt: '2026-11-19T08:00:00.000Z', by: null, rows: 12, isUndone: true, answered },
  ],
  ...more,
});

export const preview = (more: Partial<Preview>): Preview => ({
  upload: { id: id(3), name: 'maksājumi.csv', size: 3_400_000 },
  file: {
    container: 'csv',
    encoding: 'windows-1257',
    looksLike: null,
    separator: ';',
    sheets: [],
    formulas: 0,
    rows: [
      { line: 1, cells: ['Maksājumi par oktobri'] },
      { line: 2, cells: ['Konta Nr', 'Datums', 'Summa', 'Nr'] },
      { line: 3, cells: ['10427', '05.10.2026', '12,50', '7'] },
      { line: 4, cells: ['10428', '2026-10-06', '1,00', '8'] },
    ],
  },
  read: {
    fields: ['account', 'date', 'amount', 'number', 'source'],
    rows: [
      { line: 3, values: ['10427', '2026-10-05', '12.50', '7', 'banka'], problems: [] },
      {
        line: 4,
        values: ['10428', null, '1.00', '8', 'banka'],
        problems: [
          {
            field: 'date',
            column: 'Datums',
            problem: { code: 'day_not_in_style', style: 'DD.MM.YYYY', fits: 'YYYY-MM-DD' } as { code: string },
          },
        ],
      },
    ],
    ignored: [],
  },
  problem: null,
  ...more,
});
