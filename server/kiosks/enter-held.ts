import type { SlipId, StaffId } from '../../shared/ids.ts';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { type EnteredSlip, enterSlip } from './enter-slip.ts';
import { closeSlip } from './slip-keeping.ts';
import { lockSlip, setSlipEntered } from './slip-queries.ts';

/**
 * Takes in what came by a credential that had ended, or by a tablet that was another kiosk by then, as if that had been in time: it
 * counts as received when it came. Throws `not_found`, and `changed_meanwhile` where it is not held any more.
 */
export async function enterHeld(
  services: Pick<Services, 'db' | 'company' | 'clock' | 'beacons'>,
  id: SlipId,
  actor: StaffId,
): Promise<EnteredSlip> {
  const { db, clock } = services;
  const at = clock.now();
  return db.write(async (tx) => {
    const held = await lockSlip(tx, id);
    if (!held) throw new ProblemError({ code: 'not_found' });
    if (held.state !== 'held') throw new ProblemError({ code: 'changed_meanwhile' });
    const { kiosk_id: kiosk } = held;
    const receivedAt = toEpochMs(held.received_at);
    const slip = JSON.parse(held.content) as KioskSlip;
    const entered = await enterSlip(tx, services, slip, { kiosk, provenBy: 'office', at, receivedAt });
    const { state, account, results } = entered;
    await setSlipEntered(tx, id, { state, account_id: account, results: JSON.stringify(results) });
    await closeSlip(tx, id, toInstant(at));
    const detail = { slip: id, state };
    await appendAudit(tx, { at: toInstant(at), actor, action: 'take-in-held-slip', subject: kiosk, detail });
    return entered;
  });
}
