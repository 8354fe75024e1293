import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { OperationBodies, OperationKind } from '../../shared/operation.ts';
import { addMonths } from '../../shared/period.ts';
import { type Claims, noClaims } from '../../shared/reading.ts';
import { type WindowRule, windowOf, windowToOffer } from '../../shared/window.ts';
import { insertUser, linkUser } from '../accounts/queries.ts';
import type { Database } from '../db/database.ts';
import { type DemoDevice, type Home, pushOne } from './push-one.ts';
import { reviewMeter } from './queries.ts';
import type { ReviewHousehold } from './review-households.ts';

const hour = 3_600_000;
const unit = 1000;

interface Household extends Home {
  meter: string;
  /** What it showed last, in the smallest unit. */
  last: number;
}

/**
 * Readings that wait for the office, one of each kind, through the same steps as those of a phone, so that what was found
 * is what the rules find. Once, with a new demo.
 */
export async function seedReview(
  { db, company, now }: { db: Database; company: Company; now: EpochMs },
  households: readonly ReviewHousehold[],
  rule: WindowRule,
): Promise<void> {
  const window = windowToOffer(rule, now);
  const { period } = window;
  const earlier = windowOf(rule, addMonths(period, -1));
  for (const [at, { number, holder, review }] of households.entries()) {
    const home = await moveIn(db, { number, holder, now });
    if (!home) continue;
    // As they came in, one after the other, up to now.
    const arrived = Math.max(window.opensAt + 60_000, now - (households.length - at) * 2 * hour);
    const push = <K extends OperationKind>(
      device: DemoDevice,
      kind: K,
      body: OperationBodies[K],
      { wall = arrived - hour / 2, contact = arrived - hour }: { wall?: EpochMs; contact?: EpochMs | null } = {},
    ) => pushOne({ db, company }, home, device, { kind, body, wall, contact, arrived });
    const read = (more: number, claims: Partial<Claims> = {}, supersedes: string | null = null) => ({
      meter: home.meter,
      period,
      values: { B: home.last + Math.round(more * unit) },
      claims: { ...noClaims, ...claims },
      supersedes,
    });
    const device = (): DemoDevice => ({ stream: v7(), number: 0 });
    const [phone, tablet] = [device(), device()];
    switch (review) {
      case 'rollover':
        await push(phone, 'reading-submitted', { ...read(0, { rollover: ['B'] }), values: { B: 3_412 } });
        break;
      case 'conflict':
        await push(phone, 'reading-submitted', read(3.104), { contact: null });
        await push(tablet, 'reading-submitted', read(8.104), { contact: null });
        break;
      case 'impossible':
        await push(phone, 'reading-submitted', read(9_000, { confirmed: ['B'] }));
        break;
      case 'unusual':
        await push(phone, 'reading-submitted', read(31.5));
        break;
      case 'time':
        // Its clock runs three weeks behind, and it was never in contact.
        await push(phone, 'reading-submitted', read(4.212), { wall: arrived - 21 * 24 * hour, contact: null });
        break;
      case 'late': {
        const wall = earlier.opensAt + 30 * hour;
        const body = { ...read(-0.2), period: earlier.period };
        await push(phone, 'reading-submitted', body, { wall, contact: wall - hour });
        break;
      }
      case 'replaced':
        await push(phone, 'reading-submitted', { ...read(0, { replaced: true }), values: { B: 1_204 } });
        break;
      case 'withdrawn': {
        const first = await push(phone, 'reading-submitted', read(3.9));
        await push(phone, 'reading-withdrawn', { reading: first });
        await push(tablet, 'reading-submitted', read(4.4, {}, first));
        break;
      }
    }
  }
}

/** Somebody has the account: an operation is always of a user. Null where the household is not there. */
async function moveIn(
  db: Database,
  { number, holder, now }: { number: string; holder: string; now: EpochMs },
): Promise<Household | null> {
  const found = await reviewMeter(db.reader, number);
  if (!found) return null;
  const user = v7();
  const at = toInstant(now);
  await db.write(async (tx) => {
    await insertUser(tx, {
      id: user,
      email: null,
      name: holder,
      language: null,
      password_hash: null,
      created_at: at,
      phone: null,
    });
    await linkUser(tx, { user_id: user, account_id: found.account_id, linked_at: at, linked_by: 'demo' });
  });
  const values = JSON.parse(found.register_values) as { B: number };
  return { user, account: found.account_id, meter: found.meter_id, last: values.B };
}
