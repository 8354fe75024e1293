import type { SlipId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { Deliveries, Delivery } from '../../shared/kiosk-answers.ts';
import type { Clock } from '../contact/clock.ts';
import { storageProblem } from '../storage/storage-error.ts';
import { companyTime } from './company-time.ts';
import { withRoom } from './delivered-envelopes.ts';
import type { EnvelopeRow, KioskDb } from './kiosk-db.ts';
import { putOffBy } from './put-off.ts';

/** done: it need not be sent again. put-off: the server has said when. Of all others nothing is known, and they go again. */
export type Settled = ReadonlyMap<SlipId, 'done' | 'put-off'>;

/**
 * Enters what became of those that were `sent`. I5: an envelope stops waiting only when its own id comes back with a terminal
 * outcome; an answer for anything else says nothing.
 */
export async function settle(
  parts: { db: KioskDb; clock: Clock },
  sent: readonly SlipId[],
  { epoch, results }: Deliveries,
): Promise<Settled> {
  const { db } = parts;
  const deliveries = answersFor(sent, results);
  const at = await companyTime(parts);
  try {
    await withRoom(db, () => enter(db, deliveries, { at, epoch }));
  } catch (error) {
    // Without room for the copies they go, as nothing that was delivered may be sent for ever.
    if (storageProblem(error)?.code !== 'storage_full') throw error;
    await db.envelopes.bulkDelete(deliveries.filter(isDelivered).map(({ envelope }) => envelope));
  }
  return new Map(deliveries.flatMap(settledBy));
}

/** Of each id the first word counts. */
function answersFor(sent: readonly SlipId[], results: readonly Delivery[]): Delivery[] {
  const asked = new Set(sent);
  return results.filter(({ envelope }) => asked.delete(envelope));
}

function enter(
  { self, envelopes }: KioskDb,
  deliveries: readonly Delivery[],
  { at, epoch }: { at: EpochMs; epoch: string },
): Promise<void> {
  return envelopes.db.transaction('rw', self, envelopes, async () => {
    const known = await self.get('self');
    if (known && known.epoch !== epoch) await self.put({ ...known, epoch });
    for (const delivery of deliveries) {
      const row = await envelopes.get(delivery.envelope);
      if (row) await envelopes.put(after(row, delivery, { at, epoch }));
    }
  });
}

function after(row: EnvelopeRow, delivery: Delivery, { at, epoch }: { at: EpochMs; epoch: string }): EnvelopeRow {
  const { id, envelope, savedAt } = row;
  if (isDelivered(delivery)) return { id, envelope, savedAt, state: 'delivered', deliveredAt: toInstant(at), epoch };
  if (delivery.outcome === 'refused') return { id, envelope, savedAt, state: 'refused' };
  const wait = putOffBy(delivery.problem);
  return wait === null ? row : { ...row, notBefore: toInstant(at + wait) };
}

const isDelivered = ({ outcome }: Delivery): boolean =>
  outcome === 'received' || outcome === 'duplicate' || outcome === 'held';

function settledBy(delivery: Delivery): [SlipId, 'done' | 'put-off'][] {
  if (isDelivered(delivery) || delivery.outcome === 'refused') return [[delivery.envelope, 'done']];
  return putOffBy(delivery.problem) === null ? [] : [[delivery.envelope, 'put-off']];
}
