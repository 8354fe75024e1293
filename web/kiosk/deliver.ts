import type { SlipId } from '../../shared/ids.ts';
import type { Delivery } from '../../shared/kiosk-answers.ts';
import { mostEnvelopes } from '../../shared/kiosk-envelope.ts';
import { type Failure, withDeadline } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';
import type { KioskDb } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';

export interface Handed {
  /** What stopped it; null where everything was tried. */
  failure: Failure | null;
  /** So many wait for the next attempt, because the server asked for it or did not answer for them. */
  left: number;
}

/** Hands in what waits, oldest first, until nothing is left to try. */
export async function deliver(parts: { db: KioskDb; network: KioskNetwork; clock: Clock }): Promise<Handed> {
  const { db, network, clock } = parts;
  const left = new Set<SlipId>();
  let size = mostEnvelopes;
  for (;;) {
    const ids = (await db.envelopes.where({ state: 'waiting' }).primaryKeys()).sort();
    const some = ids.filter((id) => !left.has(id)).slice(0, size);
    if (some.length === 0) return { failure: null, left: left.size };
    const rows = await db.envelopes.bulkGet(some);
    // Another tab may have handed in one of them since.
    const envelopes = rows.flatMap((row) => (row ? [row.envelope] : []));
    const answer = await withDeadline(clock, (signal) => network.deliver({ visit: null, envelopes }, signal));
    if (answer.ok) {
      const settled = await settle(db, some, answer.value);
      for (const id of some) if (!settled.has(id)) left.add(id);
    } else if (!isOfTheContent(answer.failure)) return { failure: answer.failure, left: left.size };
    // One envelope must not block the others: halve until the culprit is alone, then leave it for another time.
    else if (some.length > 1) size = Math.floor(some.length / 2);
    else for (const id of some) left.add(id);
  }
}

const isOfTheContent = (failure: Failure): boolean =>
  failure.kind === 'refused' && (failure.problem.code === 'too_large' || failure.problem.code === 'bad_input');

/**
 * Enters what became of those that were `sent`, and answers which of them need not be sent again. I5: an envelope goes only when
 * its own id comes back with a terminal outcome; an answer for anything else says nothing.
 */
export async function settle(
  { envelopes }: KioskDb,
  sent: readonly SlipId[],
  results: readonly Delivery[],
): Promise<Set<SlipId>> {
  const settled = new Set<SlipId>();
  await envelopes.db.transaction('rw', envelopes, async () => {
    for (const { envelope, outcome } of results) {
      if (!sent.includes(envelope) || settled.has(envelope)) continue;
      if (outcome === 'received' || outcome === 'duplicate' || outcome === 'held') await envelopes.delete(envelope);
      else if (outcome === 'refused') await envelopes.update(envelope, { state: 'refused' });
      else {
        await envelopes.where({ id: envelope }).modify((row) => {
          row.attempts++;
        });
        continue;
      }
      settled.add(envelope);
    }
  });
  return settled;
}
