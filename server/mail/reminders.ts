import type { Company, Language } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { type Day, lastDayOf } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import { accountsOf } from '../auth/queries.ts';
import type { Writer } from '../db/tables.ts';
import { exceptionsOf } from '../periods/queries.ts';
import { missingMeters } from '../progress/missing-queries.ts';
import { openUntil } from '../progress/open-until.ts';
import { lockOf } from '../progress/queries.ts';
import { dueMetersOf } from '../progress/verification-queries.ts';
import { daysOfStep } from '../progress/verifications.ts';
import type { MailIntent } from './intents.ts';
import { recipientById } from './queries.ts';
import type { Draft, Fact } from './write-letter.ts';

interface Options {
  company: Company;
  baseUrl: string;
  now: EpochMs;
  spoken: (company: Company, wanted: string | null) => Language;
}

type Reminder = Extract<MailIntent, { kind: 'reading-reminder' | 'verification-reminder' }>;

/**
 * A reminder, as it is when it goes out: between that and its being asked for somebody may have read, the window may have
 * closed, the meter may have been verified. Then there is none.
 */
export async function reminder(tx: Writer, intent: Reminder, options: Options): Promise<Draft | null> {
  const user = await recipientById(tx, intent.user);
  if (!user?.email) return null;
  const account = (await accountsOf(tx, user.id)).find(({ id }) => id === intent.account);
  if (!account) return null;
  const facts =
    intent.kind === 'reading-reminder' ? await untilFact(tx, intent, options) : await meterFacts(tx, intent, options);
  if (facts.length === 0) return null;
  return {
    kind: intent.kind,
    to: user.email,
    name: user.name,
    language: options.spoken(options.company, user.language),
    facts: [['account', account.number], ['address', account.address], ...facts],
    link: { url: `${options.baseUrl}/`, hours: null },
  };
}

/** The first day on which it is too late for one of the account's meters. */
async function untilFact(
  tx: Writer,
  { account, period }: Extract<Reminder, { kind: 'reading-reminder' }>,
  { company, now }: Options,
): Promise<Fact[]> {
  if ((await lockOf(tx, period)) !== null) return [];
  const exceptions = await exceptionsOf(tx, period);
  const missing = await missingMeters(tx, { period, lastDay: lastDayOf(period), among: { accounts: [account] } });
  const days = missing
    .map((row) => openUntil(company, row, { period, exceptions, now }))
    .filter((day): day is Day => day !== null)
    .sort();
  const [first] = days;
  return first === undefined ? [] : [['until', first]];
}

async function meterFacts(
  tx: Writer,
  { account, meters }: Extract<Reminder, { kind: 'verification-reminder' }>,
  { company, now }: Options,
): Promise<Fact[]> {
  const { until } = daysOfStep(null, localDay(now, company.timeZone));
  const due = await dueMetersOf(tx, { accounts: [account], until });
  return due
    .filter(({ id }) => meters.includes(id))
    .flatMap(({ serial, place, verified_until }): Fact[] => [
      ['meter', place === '' ? serial : `${serial} (${place})`],
      ['verified-until', verified_until],
    ]);
}
