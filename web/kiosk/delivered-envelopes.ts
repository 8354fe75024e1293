import type { SlipId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { storageProblem } from '../storage/storage-error.ts';
import type { KioskDb } from './kiosk-db.ts';

/**
 * What was delivered stays on the tablet for so long, sealed: whoever left it was told that it is handed in, and a server that is
 * restored from a backup gets back what it lost (I6). No company restores an older one.
 */
export const deliveredKeptMs = 60 * 86_400_000;
/** So many at the most: more than residents leave in that time. */
export const mostDelivered = 5_000;
/** So many make room at once where the disk is full. */
const makingRoom = 100;

/** What a server took in that was restored from a backup since, so that it may have lost it. */
export async function deliveredBefore({ self, envelopes }: KioskDb): Promise<SlipId[]> {
  const epoch = (await self.get('self'))?.epoch;
  return epoch === undefined ? [] : envelopes.where('epoch').notEqual(epoch).primaryKeys();
}

/** Drops what was delivered long ago, and the oldest of too many. `now`: by the company's time. */
export function sweepDelivered({ envelopes }: KioskDb, now: EpochMs): Promise<void> {
  return envelopes.db.transaction('rw', envelopes, async () => {
    await envelopes
      .where('deliveredAt')
      .below(toInstant(now - deliveredKeptMs))
      .delete();
    const tooMany = (await envelopes.where({ state: 'delivered' }).count()) - mostDelivered;
    if (tooMany > 0) await dropOldest(envelopes, tooMany);
  });
}

/**
 * Does what writes. Where the disk is full, what was delivered makes room, the oldest first: it is a copy. Throws as the work does
 * once there is nothing left to drop.
 */
export async function withRoom<T>({ envelopes }: KioskDb, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (storageProblem(error)?.code !== 'storage_full') throw error;
      if ((await dropOldest(envelopes, makingRoom)) === 0) throw error;
    }
  }
}

const dropOldest = (envelopes: KioskDb['envelopes'], count: number): Promise<number> =>
  envelopes.orderBy('deliveredAt').limit(count).delete();
