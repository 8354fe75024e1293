import { canonicalJson } from '../../shared/canonical.ts';
import type { AccountId, SlipId, UserId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toInstant } from '../../shared/instant.ts';
import type { OfficeSlip } from '../../shared/kiosk-office.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { lockUndoneSlip, setSlipKept, slipsOfAlone, undoneSlipsOf, waitForOffice } from './slip-keeping-queries.ts';
import { lockSlip } from './slip-queries.ts';
import { slipIn } from './slip-results.ts';

/*
 * How long what residents leave at kiosks is kept, and what of it.
 *
 *   something of it waits for the office ─▶ done ────────────(typedKept)──▶ emptied
 *   all of it                               without contact                 without all that was typed
 */

/** So long what was typed can be compared with what became of it. */
export const typedKept = 90 * 86_400_000;

type Kept = Pick<Row<'kiosk_slips'>, 'content' | 'done_at'>;

export const keptOf = ({
  done_at,
  emptied_at,
}: Pick<Row<'kiosk_slips'>, 'done_at' | 'emptied_at'>): OfficeSlip['kept'] =>
  done_at === null ? 'all' : emptied_at === null ? 'typed' : 'nothing';

/** What is kept of a slip that comes in; `waits`: whether anything of it does. */
export const keptAtFirst = (slip: KioskSlip, { waits, at }: { waits: boolean; at: EpochMs }): Kept =>
  waits ? { content: canonicalJson(slip), done_at: null } : { content: withoutContact(slip), done_at: toInstant(at) };

/** Something of a slip was entered, settled or decided: where nothing of it waits any more, how to reach whoever left it goes. */
export async function closeSlip(tx: Writer, id: SlipId, at: Instant): Promise<void> {
  const slip = await lockUndoneSlip(tx, id);
  if (!slip) return;
  const left = slipIn(slip);
  const ids = left.readings.map((reading) => reading.id);
  if (await waitForOffice(tx, ids)) return;
  await setSlipKept(tx, id, { content: withoutContact(left), done_at: at });
}

/** The same for all that was left for an account: one of its readings does not wait any more. */
export async function closeSlipsOf(tx: Writer, account: AccountId, at: Instant): Promise<void> {
  for (const id of await undoneSlipsOf(tx, account)) await closeSlip(tx, id, at);
}

/** What was typed goes; ids, hash, state and results stay. */
export async function emptySlip(tx: Writer, id: SlipId, at: Instant): Promise<void> {
  // Locked, so that nobody writes back what was read before.
  const slip = await lockSlip(tx, id);
  if (slip) await setSlipKept(tx, id, { content: withoutTyped(slipIn(slip)), emptied_at: at });
}

/** The slips of which something goes with these users: those for accounts that nobody else has. */
export const slipsToForget = async (db: Reader, users: readonly UserId[]): Promise<SlipId[]> =>
  (await slipsOfAlone(db, users))
    .filter((slip) => slip.emptied_at === null && (slip.done_at !== null || slipIn(slip).contact !== null))
    .map(({ id }) => id);

/**
 * When a person asks to be deleted: what was typed goes at once; of slips of which something waits only how to reach the person,
 * because the readings are the account's.
 */
export async function forgetSlips(tx: Writer, users: readonly UserId[], at: Instant): Promise<void> {
  for (const id of await slipsToForget(tx, users)) {
    const slip = await lockSlip(tx, id);
    if (!slip) continue;
    if (slip.done_at === null) await setSlipKept(tx, id, { content: withoutContact(slipIn(slip)) });
    else await emptySlip(tx, id, at);
  }
}

const withoutContact = (slip: KioskSlip): string => canonicalJson({ ...slip, contact: null });

const withoutTyped = (slip: KioskSlip): string =>
  canonicalJson({
    ...slip,
    account: '',
    serial: '',
    contact: null,
    readings: slip.readings.map((reading) => ({ ...reading, serial: '', typed: [] })),
  });
