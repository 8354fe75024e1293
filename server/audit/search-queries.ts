import type { AuditAction } from '../../shared/audit-actions.ts';
import type { AuditPlace } from '../../shared/audit-forms.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row } from '../db/tables.ts';
import { unindexed } from './queries.ts';

/** What is looked for, with moments in place of days: from `since` to before `before`. */
export interface AuditWanted {
  person: string | null;
  /** An account with everything of it. */
  subjects: readonly string[] | null;
  action: AuditAction | null;
  since: Instant | null;
  before: Instant | null;
  /** Nothing that was written after this entry. */
  upTo: number | null;
}

/** From the newest to the oldest, from after a place. Each is a range of an index, or two of them merged. */
export async function auditPage(
  db: Reader,
  wanted: AuditWanted,
  { after, most }: { after: AuditPlace | null; most: number },
): Promise<Row<'audit'>[]> {
  const { person, subjects } = wanted;
  if (subjects !== null && subjects.length === 0) return [];
  if (person === null || subjects !== null) return rangeOf(db, wanted, { after, most }).execute();
  const [did, suffered] = (['actor', 'subject'] as const).map((column) =>
    // What somebody did may be millions of entries, and has an index with kinds; what was done to somebody is few.
    rangeOf(db, { ...wanted, person: null }, { after, most, isNarrow: column === 'subject' })
      .where(column, '=', person)
      .execute(),
  );
  const rows = new Map([...((await did) ?? []), ...((await suffered) ?? [])].map((row) => [row.seq, row]));
  return [...rows.values()].sort(newestFirst).slice(0, most);
}

const newestFirst = (one: Row<'audit'>, other: Row<'audit'>): number =>
  one.at === other.at ? other.seq - one.seq : one.at < other.at ? 1 : -1;

function rangeOf(
  db: Reader,
  { person, subjects, action, since, before, upTo }: AuditWanted,
  { after, most, isNarrow = subjects !== null }: { after: AuditPlace | null; most: number; isNarrow?: boolean },
) {
  let query = db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('seq', 'desc').limit(most);
  // What an account or a person went through is few entries, a kind of entry may have millions: it must not choose the index.
  if (subjects !== null) query = query.where('subject', 'in', subjects);
  if (person !== null) {
    query = query.where((row) =>
      row.or([row(unindexed('actor'), '=', person), row(unindexed('subject'), '=', person)]),
    );
  }
  if (action !== null) query = query.where(isNarrow ? unindexed('action') : 'action', '=', action);
  if (since !== null) query = query.where('at', '>=', since);
  if (before !== null) query = query.where('at', '<', before);
  if (upTo !== null) query = query.where('seq', '<=', upTo);
  if (after !== null) {
    query = query.where((row) => row(row.refTuple('at', 'seq'), '<', row.tuple(after.at, after.seq)));
  }
  return query;
}

/** An account, and what entries about it are about: its meters, readings, conversations and payments in the portal. */
export async function idsOfAccount(db: Reader, account: AccountId): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts')
    .where('id', '=', account)
    .select('id')
    .unionAll(db.selectFrom('meters').where('account_id', '=', account).select('id'))
    .unionAll(db.selectFrom('readings').where('account_id', '=', account).select('id'))
    .unionAll(db.selectFrom('conversations').where('account_id', '=', account).select('id'))
    .unionAll(db.selectFrom('online_payments').where('account_id', '=', account).select('id'))
    .execute();
  return rows.map(({ id }) => id);
}

export function accountOfNumber(
  db: Reader,
  number: string,
): Promise<Pick<Row<'accounts'>, 'id' | 'number' | 'holder'> | undefined> {
  return db.selectFrom('accounts').where('number', '=', number).select(['id', 'number', 'holder']).executeTakeFirst();
}

export async function lastAuditSeq(db: Reader): Promise<number> {
  const last = await db.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last?.seq ?? 0;
}
