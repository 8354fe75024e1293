import type { SlipId } from '../../shared/ids.ts';
import { mostEnvelopes } from '../../shared/kiosk-envelope.ts';
import { type Failure, withDeadline } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';
import { companyTime } from './company-time.ts';
import { deliveredBefore } from './delivered-envelopes.ts';
import type { EnvelopeRow, KioskDb } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';
import { putOffAt } from './put-off.ts';
import { settle } from './settle.ts';

interface Parts {
  db: KioskDb;
  network: KioskNetwork;
  clock: Clock;
}

export interface Handed {
  /** What stopped it; null where everything was tried. */
  failure: Failure | null;
  /** So many wait for the next attempt, because the server did not answer for them, or asked for it without saying when. */
  left: number;
}

/**
 * What the server does not have, as far as is known here: what waits, and what it may have lost. Ids are UUIDv7, so that the slips
 * come in the order in which they were saved.
 */
export async function unsent(db: KioskDb): Promise<SlipId[]> {
  const [waiting, lost] = await Promise.all([
    db.envelopes.where({ state: 'waiting' }).primaryKeys(),
    deliveredBefore(db),
  ]);
  return [...waiting, ...lost].sort();
}

/** Hands in what the server does not have, the oldest first, until nothing is left to try. */
export async function deliver(parts: Parts): Promise<Handed> {
  const { clock, network } = parts;
  const tried = new Set<SlipId>();
  let left = 0;
  let size = mostEnvelopes;
  for (;;) {
    const rows = await nextRows(parts, tried, size);
    if (rows.length === 0) return { failure: null, left };
    const ids = rows.map(({ id }) => id);
    const envelopes = rows.map(({ envelope }) => envelope);
    const answer = await withDeadline(clock, (signal) => network.deliver({ visit: null, envelopes }, signal));
    if (!answer.ok && !isOfTheContent(answer.failure)) return { failure: answer.failure, left };
    // One envelope must not block the others: halve until the culprit is alone, then leave it for another time.
    if (!answer.ok && ids.length > 1) {
      size = Math.floor(ids.length / 2);
      continue;
    }
    const settled = answer.ok ? await settle(parts, ids, answer.value) : new Map<SlipId, never>();
    for (const id of ids) {
      tried.add(id);
      if (!settled.has(id)) left++;
    }
  }
}

/** In one look, so that what another tab hands in meanwhile is there or gone. */
function nextRows(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  tried: ReadonlySet<SlipId>,
  most: number,
): Promise<EnvelopeRow[]> {
  return db.transaction('r', db.self, db.envelopes, async () => {
    const putOff = new Set(await putOffAt(db, await companyTime({ db, clock })).primaryKeys());
    const ids = (await unsent(db)).filter((id) => !tried.has(id) && !putOff.has(id));
    const rows = await db.envelopes.bulkGet(ids.slice(0, most));
    return rows.filter((row) => row !== undefined);
  });
}

const isOfTheContent = (failure: Failure): boolean =>
  failure.kind === 'refused' && (failure.problem.code === 'too_large' || failure.problem.code === 'bad_input');
