import { isSameSerial, isTelling } from '../../shared/identity.ts';
import type { AccountId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { KioskAccount, KioskMeter } from '../../shared/kiosk-answers.ts';
import { maskedAddress, maskedName } from '../../shared/mask.ts';
import { isRetired, type Meter, services } from '../../shared/meter.ts';
import { addMonths, type Period, periodOfDay } from '../../shared/period.ts';
import { localDay, ruleAt, windowAt } from '../../shared/window.ts';
import { accountOnPage, locksSince } from '../accounts/page-queries.ts';
import { accountsByNumber, type StoredAccount } from '../accounts/queries.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { toMeter } from '../meters/to-meter.ts';
import { exceptionsAt } from '../periods/queries.ts';
import { newestReadings } from '../readings/queries.ts';
import { meterAtKiosk, readingAtKiosk } from './as-at-kiosk.ts';
import type { KioskSelf } from './enrol.ts';
import { type Tried, tryProof } from './tries.ts';

/** What somebody without a password shows: an account number, and a serial number that only a meter of it tells. */
export interface Proof {
  account: string;
  serial: string;
}

/**
 * Lets whoever has read a serial number off a meter go on with its account. Throws `bad_input` for a number of no form of this
 * company's, `account_mismatch` whatever of it is wrong (`last` where one more locks the account), `kiosk_locked` after too many of
 * those, and `too_many`, also for a serial number that was tried for many accounts.
 */
export async function lookUp(
  needs: Pick<Services, 'db' | 'company' | 'clock' | 'limits' | 'visits'>,
  { kiosk, proof }: { kiosk: KioskSelf; proof: Proof },
): Promise<KioskAccount> {
  const { db, company, clock, limits, visits } = needs;
  const number = proof.account;
  if (!new RegExp(company.accountNumber.pattern, 'u').test(number)) {
    throw new ProblemError({ code: 'bad_input', path: 'account' });
  }
  const keys = { 'kiosk-look-up-kiosk': kiosk.id, 'kiosk-look-up-total': '' };
  await limits.consumeAll(keys);
  const at = toInstant(clock.now());
  const found = await db.write(async (tx): Promise<StoredAccount | Exclude<Tried, 'right'>> => {
    const { account, isRight } = await checkProof(tx, proof);
    const tried = await tryProof(tx, { ...proof, number, account: account?.id ?? null, kiosk: kiosk.id, at }, isRight);
    if (tried !== 'right') return tried;
    if (!account) throw new Error('a proof of no account');
    return account;
  });
  if (found === 'locked') throw new ProblemError({ code: 'kiosk_locked' });
  if (found === 'spread') throw new ProblemError({ code: 'too_many' });
  // Whether the account is there, and whether a meter of it has such a number, nobody is told.
  if (found === 'last') throw new ProblemError({ code: 'account_mismatch', last: true });
  if (found === 'wrong' || found === 'useless') throw new ProblemError({ code: 'account_mismatch' });
  await limits.rewardAll(keys);
  return { visit: visits.begin(kiosk.id, { account: found.id }), ...(await readAccount(needs, found.id)) };
}

/** Nobody's: so that as much is looked for where there is no such account. */
const nobody = '00000000-0000-7000-8000-000000000000';

/** The account of this number, and whether this is the serial number of one of its meters that has not been taken out, and tells something. */
export async function checkProof(
  db: Reader,
  { account: number, serial }: Proof,
): Promise<{ account: StoredAccount | null; isRight: boolean }> {
  const account = (await accountsByNumber(db, [number])).get(number) ?? null;
  const id = account?.id ?? nobody;
  const meters = (await metersOfAccounts(db, [id])).get(id) ?? [];
  const isOfMeter = meters.some((meter) => meter.retired_on === null && isSameSerial(meter.serial, serial));
  return { account, isRight: isOfMeter && isTelling(serial) };
}

/** What a kiosk shows of an account after the proof. */
async function readAccount(
  { db, company, clock }: Pick<Services, 'db' | 'company' | 'clock'>,
  id: AccountId,
): Promise<Omit<KioskAccount, 'visit'>> {
  const { reader } = db;
  const [account] = await accountOnPage(reader, { account: id });
  if (!account) throw new ProblemError({ code: 'account_mismatch' });
  const { holder, building, address } = account;
  const now = clock.now();
  const from = addMonths(periodOfDay(localDay(now, company.timeZone)), -2);
  const exceptions = await exceptionsAt(reader, { building, from });
  const all = (await metersOfAccounts(reader, [id])).get(id) ?? [];
  const meters = all
    .map(toMeter)
    .filter((meter) => !isRetired(meter, openPeriod(meter)))
    .sort((a, b) => services.indexOf(a.service) - services.indexOf(b.service) || (a.id < b.id ? -1 : 1))
    .map(async (meter): Promise<KioskMeter> => {
      const readings = await newestReadings(reader, { meter: meter.id });
      return { meter: meterAtKiosk(meter), building, readings: readings.map(readingAtKiosk) };
    });
  return {
    holder: maskedName(holder),
    address: maskedAddress({ building, address }),
    meters: await Promise.all(meters),
    exceptions,
    locked: (await locksSince(reader, { from: from })).map(({ period }) => period),
  };

  /** M7: the month that can be handed in now; before the next window opens it is that of today, so that a meter taken out is still seen. */
  function openPeriod({ service }: Meter): Period {
    const state = windowAt(ruleAt(company.windows, { building, service }, exceptions), now);
    return state.open ? state.window.period : periodOfDay(localDay(now, company.timeZone));
  }
}
