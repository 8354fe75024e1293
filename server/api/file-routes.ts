import { type ExchangeKind, exchangeKinds } from '../../shared/exchange-fields.ts';
import { isUuid, type JobId } from '../../shared/ids.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import { z } from '../../shared/zod.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { type BeginWithin, startAttach, startImport } from '../exchange/exchange-jobs.ts';
import { listProfiles } from '../exchange/profiles.ts';
import { namedEncodings } from '../tables/encoding.ts';
import type { KeptAnswer } from './once.ts';
import { ApiRefused } from './problem.ts';
import { fileRoute, type Route } from './route.ts';
import { scopeOfKind } from './scopes.ts';
import { rowsOf, startedJob } from './shapes.ts';

const said = z.enum(['true', 'false']).default('false');
const fileName = z.string().trim().min(1).max(200).optional().describe('As the office sees it');
const dryRun = said.describe('Says what would change, and changes nothing');

const importQuery = z.strictObject({
  fileName,
  dryRun,
  strict: said.describe('One refused row, and nothing is brought in'),
  profile: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe(
      'How the columns are read: the id or the name of a profile that the office keeps; without it they are ours',
    ),
  encoding: z.enum(namedEncodings).optional().describe('Of a CSV whose letters leave a doubt'),
});

/** What is answered where a job was begun: its id, and where it is told of. */
export const begun = (job: JobId): KeptAnswer => ({ status: 202, json: { job }, location: `/jobs/${job}` });

export const jobBegun = {
  202: { says: 'It is done when its turn comes; `Location` is where the job tells of itself', json: startedJob },
};

/** Keeps the answer in the transaction in which the job is begun. */
export const keepBegun =
  (keep: (tx: Writer, answer: KeptAnswer) => Promise<void>): BeginWithin =>
  async (tx, begin) => {
    const job = await begin();
    await keep(tx, begun(job));
    return job;
  };

const importRoute = (kind: ExchangeKind): Route =>
  fileRoute({
    method: 'POST',
    path: kind === 'acknowledgement' ? '/acknowledgements' : `/imports/${kind}`,
    operation: kind === 'acknowledgement' ? 'acknowledge' : `import${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    summary:
      kind === 'acknowledgement'
        ? 'What billing made of an export: rows as JSON, or a file'
        : `Brings a file of ${kind} in; twice is the same as once`,
    scopes: [scopeOfKind[kind]],
    params: z.strictObject({}),
    query: importQuery,
    file: ['csv', 'json', 'xlsx', 'any'],
    rows: rowsOf[kind],
    answers: jobBegun,
    refusals: [],
    async handle({ services, holder, query, body, keep }) {
      const job = await startImport(services, {
        kind,
        upload: body.id,
        profile: await profileOf(services, kind, query.profile),
        dryRun: query.dryRun === 'true',
        strict: query.strict === 'true',
        encoding: query.encoding ?? null,
        actor: holder.id,
        within: keepBegun(keep),
      });
      return begun(job);
    },
  });

async function profileOf(
  { db }: Pick<Services, 'db'>,
  kind: ExchangeKind,
  named: string | undefined,
): Promise<MappingProfile | null> {
  if (named === undefined) return null;
  const all = await listProfiles(db, kind);
  const found = all.find(({ id, name }) => (isUuid(named) ? id === named : name === named));
  if (!found) throw new ApiRefused({ code: 'bad_input', path: 'profile' });
  return found.profile;
}

const pdfsRoute = fileRoute({
  method: 'POST',
  path: '/imports/pdfs',
  operation: 'importPdfs',
  summary: 'Gives bills their PDFs, by the names in their column `file`: a ZIP',
  scopes: [scopeOfKind.pdfs],
  params: z.strictObject({}),
  query: z.strictObject({ fileName, dryRun }),
  file: ['zip', 'any'],
  rows: null,
  answers: jobBegun,
  refusals: [],
  async handle({ services, holder, query, body, keep }) {
    const job = await startAttach(services, {
      upload: body.id,
      dryRun: query.dryRun === 'true',
      actor: holder.id,
      within: keepBegun(keep),
    });
    return begun(job);
  },
});

/** Files in. */
export const fileRoutes: readonly Route[] = [...exchangeKinds.map(importRoute), pdfsRoute];
