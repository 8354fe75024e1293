import {
  type AuditFilter,
  type AuditFound,
  type AuditPlace,
  type AuditRow,
  placeText,
} from '../../shared/audit-forms.ts';
import type { Company } from '../../shared/company.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Day } from '../../shared/period.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { findPeople } from '../people/find-people.ts';
import { allStaff } from '../staff/queries.ts';
import { appendAudit } from './append.ts';
import { namedRows } from './parties.ts';
import { type AuditWanted, accountOfNumber, auditPage, idsOfAccount } from './search-queries.ts';

/**
 * A page of what the log has, the newest first. That somebody looked is noted with what was looked for, once for a search:
 * with its first page.
 */
export async function searchAudit(
  { db, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  { after, ...filter }: AuditFilter & { after: AuditPlace | null },
  actor: string,
): Promise<Page<AuditRow>> {
  const wanted = await wantedOf(db.reader, company, filter);
  const found = await auditPage(db.reader, wanted, { after, most: rowsPerList + 1 });
  const rows = found.slice(0, rowsPerList);
  const last = rows.at(-1);
  const page = {
    rows: await namedRows(db.reader, rows),
    next: last && found.length > rows.length ? placeText(last) : null,
  };
  if (after === null) {
    const at = toInstant(clock.now());
    await db.write((tx) => appendAudit(tx, { at, actor, action: 'view-audit', subject: '', detail: given(filter) }));
  }
  return page;
}

/** `upTo`: the last entry that is looked at; null: all. */
export async function wantedOf(
  db: Reader,
  { timeZone }: Pick<Company, 'timeZone'>,
  { person, account, action, from, until }: AuditFilter,
  upTo: number | null = null,
): Promise<AuditWanted> {
  return {
    person,
    subjects: account === null ? null : await idsOfAccount(db, account),
    action,
    since: from === null ? null : beginOf(from, 0, timeZone),
    before: until === null ? null : beginOf(until, 1, timeZone),
    upTo,
  };
}

/** When a day, or one so many days later, begins where the company is. */
const beginOf = (day: Day, later: number, timeZone: string): Instant =>
  toInstant(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime({ timeZone }).epochMilliseconds);

/** What a search was narrowed by. Ids, days and a kind: nothing of it is personal. */
export const given = (filter: AuditFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null));

const mostFound = 8;

/** Whom and what a text may mean: people of the office and residents by name or e-mail, an account by its number. */
export async function findForAudit(db: Reader, text: string): Promise<AuditFound> {
  const like = text.toLocaleLowerCase();
  const staff = (await allStaff(db)).filter(({ name, email }) =>
    [name, email].some((one) => one.toLocaleLowerCase().includes(like)),
  );
  const [users, account] = await Promise.all([
    findPeople(db, { search: text, after: null }),
    accountOfNumber(db, text),
  ]);
  return {
    people: [
      ...staff.map(({ id, name, email }) => ({ kind: 'staff' as const, id, name, email })),
      ...users.rows.map(({ id, name, email }) => ({ kind: 'user' as const, id, name, email })),
    ].slice(0, mostFound),
    accounts: account ? [account] : [],
  };
}
