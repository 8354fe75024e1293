import { stringify } from 'csv-stringify/sync';
import type { AuditFilter, AuditParty, AuditPlace, AuditRow } from '../../shared/audit-forms.ts';
import { neutralise } from '../../shared/formula.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import { appendAudit } from './append.ts';
import { namedRows } from './parties.ts';
import { given, wantedOf } from './search.ts';
import { auditPage, lastAuditSeq } from './search-queries.ts';

const rowsAtOnce = 500;

const columns = ['number', 'at', 'actor', 'actor_name', 'action', 'subject', 'subject_name', 'account', 'detail'];

/**
 * What a search finds, as CSV in UTF-8, the newest first: every entry that there was when it was asked for. Noted before the
 * first byte is given.
 */
export async function exportAudit(
  { db, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  filter: AuditFilter,
  actor: string,
): Promise<AsyncGenerator<string>> {
  const at = toInstant(clock.now());
  const upTo = await db.write(async (tx) => {
    const last = await lastAuditSeq(tx);
    await appendAudit(tx, { at, actor, action: 'export-audit', subject: '', detail: given(filter) });
    return last;
  });
  const wanted = await wantedOf(db.reader, company, filter, upTo);
  return pieces();

  async function* pieces(): AsyncGenerator<string> {
    yield `\ufeff${csv([columns])}`;
    for (let after: AuditPlace | null = null; ; ) {
      const rows = await auditPage(db.reader, wanted, { after, most: rowsAtOnce });
      if (rows.length > 0) yield csv((await namedRows(db.reader, rows)).map(cellsOf));
      const last = rows.at(-1);
      if (!last || rows.length < rowsAtOnce) return;
      after = { at: last.at, seq: last.seq };
    }
  }
}

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(neutralise)),
    { record_delimiter: '\r\n' },
  );

const cellsOf = ({ seq, at, actor, action, subject, detail }: AuditRow): string[] => [
  String(seq),
  at,
  actor.id,
  actor.name ?? '',
  action,
  subject?.id ?? '',
  subject?.name ?? '',
  accountOf(subject) ?? detail.map(({ party }) => accountOf(party)).find((one) => one !== null) ?? '',
  detail.length === 0 ? '' : JSON.stringify(Object.fromEntries(detail.map(({ key, value }) => [key, value]))),
];

const accountOf = (party: AuditParty | null): string | null => party?.account?.number ?? null;
