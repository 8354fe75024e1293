import { canonicalJson } from '../../shared/canonical.ts';
import type { UserId } from '../../shared/ids.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Writer } from '../db/tables.ts';
import { setSlipContent, slipContentsOfAlone } from './slip-queries.ts';

/**
 * When a person asks to be deleted: how to reach them goes out of the slips for accounts that nobody else has. Readings, numbers and
 * the hash of the envelope stay, as in the ledger of operations.
 */
export async function forgetContacts(tx: Writer, users: readonly UserId[]): Promise<void> {
  for (const { id, content } of await slipContentsOfAlone(tx, users)) {
    const slip = JSON.parse(content) as KioskSlip;
    if (slip.contact !== null) await setSlipContent(tx, id, canonicalJson({ ...slip, contact: null }));
  }
}
