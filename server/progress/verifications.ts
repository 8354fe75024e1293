import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../../shared/formula.ts';
import { toInstant } from '../../shared/instant.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Day } from '../../shared/period.ts';
import { isDay } from '../../shared/period.ts';
import { type Bounded, dayAfter, stepOf, type VerificationRow, type VerificationStep } from '../../shared/progress.ts';
import type { VerificationFilter } from '../../shared/progress-forms.ts';
import { verificationDue } from '../../shared/verification.ts';
import { localDay } from '../../shared/window.ts';
import { z } from '../../shared/zod.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import { usersByMail } from './missing-queries.ts';
import { type DueMeter, type DuePlace, dueMeters, verificationReminders } from './verification-queries.ts';

type Needs = Pick<Services, 'db' | 'clock' | 'company'>;

/** However rare what is looked for: no page looks at more of what is due. */
const mostLookedAt = 2000;
const lookedAtOnce = 250;
/** Before the first day that can be written. */
const everBefore: Day = '0000-01-01';

export const todayOf = ({ clock, company }: Pick<Services, 'clock' | 'company'>): Day =>
  localDay(clock.now(), company.timeZone);

/** W8: the days on which a verification ends that is at this step; null: at any. */
export function daysOfStep(step: VerificationStep | null, today: Day): { from: Day; until: Day } {
  if (step === null) return { from: everBefore, until: dayAfter(today, 60) };
  if (step === 'ended') return { from: everBefore, until: dayAfter(today, -1) };
  if (step === '7') return { from: today, until: dayAfter(today, 7) };
  return step === '30'
    ? { from: dayAfter(today, 8), until: dayAfter(today, 30) }
    : { from: dayAfter(today, 31), until: dayAfter(today, 60) };
}

export const stepOn = (verifiedUntil: Day, today: Day): VerificationStep | null => {
  const due = verificationDue({ verifiedUntil, retiredOn: null }, today);
  return due && stepOf(due);
};

export const isWanted = (
  row: Pick<DueMeter, 'building' | 'service'>,
  { building, service }: Omit<VerificationFilter, 'step'>,
): boolean => (building === null || row.building === building) && (service === null || row.service === service);

/**
 * W8: meters whose verification ends soon or has ended, the most urgent first. Where only a few are wanted of many, a page may
 * hold fewer than others, or none, and go on all the same.
 */
export async function listVerifications(
  needs: Needs,
  { after, ...filter }: VerificationFilter & { after: string | null },
): Promise<Page<VerificationRow>> {
  const { reader } = needs.db;
  const today = todayOf(needs);
  const days = daysOfStep(filter.step, today);
  const found: DueMeter[] = [];
  let at = after === null ? null : placeFrom(after);
  let next: string | null = null;
  for (let looked = 0; ; looked += lookedAtOnce) {
    next = at && textOf(at);
    if (looked >= mostLookedAt) break;
    const rows = await dueMeters(reader, { ...days, after: at, most: lookedAtOnce });
    for (const row of rows) {
      if (found.length === rowsPerList) break;
      if (isWanted(row, filter)) found.push(row);
      at = { verifiedUntil: row.verified_until, id: row.id };
    }
    const last = rows.at(-1);
    const isOver = rows.length < lookedAtOnce && (last === undefined || at?.id === last.id);
    next = isOver ? null : at && textOf(at);
    if (isOver || found.length === rowsPerList) break;
  }
  return { rows: await toRows(reader, found, today), next };
}

async function toRows(db: Reader, found: readonly DueMeter[], today: Day): Promise<VerificationRow[]> {
  const ids = found.map(({ id }) => id);
  const byMail = new Set(
    (await usersByMail(db, [...new Set(found.map(({ account_id }) => account_id))])).map((one) => one.account_id),
  );
  const reminded = new Map(
    (await verificationReminders(db, ids)).map((one) => [
      `${one.meter_id} ${one.verified_until} ${one.step}`,
      one.sent_at,
    ]),
  );
  return found.flatMap((row) => {
    const { id, account_id: account, verified_until: verifiedUntil, ...rest } = row;
    const due = verificationDue({ verifiedUntil, retiredOn: null }, today);
    if (!due) return [];
    const step = stepOf(due);
    return {
      ...rest,
      meter: id,
      account,
      verifiedUntil,
      daysLeft: due.daysLeft,
      step,
      byMail: byMail.has(account),
      remindedAt: reminded.get(`${id} ${verifiedUntil} ${step}`) ?? null,
    };
  });
}

/** How many accounts a reminder would reach now, as far as it pays to look. */
export async function lettersDue(needs: Needs, filter: VerificationFilter): Promise<Bounded> {
  const { reader } = needs.db;
  const today = todayOf(needs);
  const days = daysOfStep(filter.step, today);
  const accounts = new Set<string>();
  let after: DuePlace | null = null;
  for (let looked = 0; looked < mostLookedAt; looked += lookedAtOnce) {
    const rows: DueMeter[] = await dueMeters(reader, { ...days, after, most: lookedAtOnce });
    const wanted = await toRows(
      reader,
      rows.filter((row) => isWanted(row, filter)),
      today,
    );
    for (const { account, byMail, remindedAt } of wanted) if (byMail && remindedAt === null) accounts.add(account);
    const last = rows.at(-1);
    if (!last || rows.length < lookedAtOnce) return { count: accounts.size, more: false };
    after = { verifiedUntil: last.verified_until, id: last.id };
    // SQLite answers at once: whoever else asks is served here.
    await setImmediate();
  }
  return { count: accounts.size, more: true };
}

const columns = [
  'account',
  'holder',
  'address',
  'service',
  'serial',
  'place',
  'verifiedUntil',
  'phone',
  'email',
] as const;

/** The same list to its end as CSV (RFC 4180, with the mark by which Excel knows UTF-8). It leaves a row in the audit log. */
export async function verificationsFile(
  needs: Needs,
  { filter, actor }: { filter: VerificationFilter; actor: string },
): Promise<AsyncGenerator<string>> {
  const { db, clock } = needs;
  const at = toInstant(clock.now());
  const today = todayOf(needs);
  await db.write((tx) =>
    appendAudit(tx, { at, actor, action: 'export-verifications', subject: '', detail: { ...filter } }),
  );
  return lines(db.reader, filter, daysOfStep(filter.step, today));
}

async function* lines(db: Reader, filter: VerificationFilter, days: { from: Day; until: Day }): AsyncGenerator<string> {
  yield `\ufeff${toCsv([[...columns]])}`;
  let after: DuePlace | null = null;
  for (;;) {
    const rows: DueMeter[] = await dueMeters(db, { ...days, after, most: lookedAtOnce });
    const wanted = rows.filter((row) => isWanted(row, filter));
    yield toCsv(
      wanted.map((row) =>
        [
          row.number,
          row.holder,
          row.address,
          row.service,
          row.serial,
          row.place,
          row.verified_until,
          row.phone ?? '',
          row.email ?? '',
        ].map(neutralise),
      ),
    );
    const last = rows.at(-1);
    if (!last || rows.length < lookedAtOnce) return;
    after = { verifiedUntil: last.verified_until, id: last.id };
  }
}

const toCsv = (rows: string[][]): string => stringify(rows, { delimiter: ';', record_delimiter: '\r\n' });

const textOf = ({ verifiedUntil, id }: DuePlace): string => JSON.stringify([verifiedUntil, id]);
const place = z.tuple([z.string().refine(isDay), z.string()]);

function placeFrom(after: string): DuePlace {
  const [verifiedUntil, id] = placeIn(place, after);
  return { verifiedUntil, id };
}
