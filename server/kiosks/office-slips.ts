import { isUuid, type ReadingId, type SlipId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { KioskWork, SlipRow, SlipState, WaitingSlipState } from '../../shared/kiosk-office.ts';
import { readReceiptNumber } from '../../shared/kiosk-slip.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Staff } from '../../shared/staff.ts';
import { z } from '../../shared/zod.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { placeIn } from '../place-in.ts';
import { countSlips, type ListedSlip, setSlipSettled, slipsOfReceipt, slipsPage } from './office-queries.ts';
import { closeSlip } from './slip-keeping.ts';
import { inReview } from './slip-keeping-queries.ts';
import { lockSlip } from './slip-queries.ts';
import { resultsIn, slipIn, toReview } from './slip-results.ts';

/** What waits is counted so far. */
const mostCounted = 1000;

export async function kioskWork(db: Reader): Promise<KioskWork> {
  return {
    office: await countSlips(db, 'office', mostCounted),
    held: await countSlips(db, 'held', mostCounted),
    most: mostCounted,
  };
}

/** A page of what was left at kiosks. Throws `bad_input` for an `after` that no page has given out. */
export async function listSlips(
  db: Reader,
  { state, after }: { state: SlipState | 'all'; after: string | null },
): Promise<Page<SlipRow>> {
  return toPage(db, await slipsPage(db, { state, after: behind(after), most: rowsPerList + 1 }));
}

/**
 * What was left with this number on its receipt, as somebody says or types it: mostly one, but the number is only the end of an
 * id. Throws `bad_input` for what is no such number, and for an `after` that no page has given out.
 */
export async function findSlips(
  db: Reader,
  { number, after }: { number: string; after: string | null },
): Promise<Page<SlipRow>> {
  const receipt = readReceiptNumber(number);
  if (receipt === null) throw new ProblemError({ code: 'bad_input', path: 'number' });
  return toPage(db, await slipsOfReceipt(db, { receipt, after: behind(after), most: rowsPerList + 1 }));
}

const behind = (after: string | null): SlipId | null =>
  after === null ? null : placeIn(z.string().refine(isUuid), after);

async function toPage(db: Reader, found: readonly ListedSlip[]): Promise<Page<SlipRow>> {
  const page = found.slice(0, rowsPerList);
  const waiting = await inReview(
    db,
    page.flatMap((row) => toReview(resultsIn(row))),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => toSlipRow(row, waiting)),
    next: found.length > page.length && last ? JSON.stringify(last.id) : null,
  };
}

function toSlipRow(row: ListedSlip, waiting: ReadonlySet<ReadingId>): SlipRow {
  const { id, kiosk_id, kiosk, state, account_id, number, holder } = row;
  const { account: typedAccount, period, readings } = slipIn(row);
  return {
    id,
    kiosk: { id: kiosk_id, name: kiosk },
    state,
    account: account_id === null || number === null || holder === null ? null : { id: account_id, number, holder },
    typedAccount,
    period,
    savedAt: row.saved_at,
    receivedAt: row.received_at,
    readings: readings.length,
    notEntered: resultsIn(row).filter(({ outcome }) => outcome === 'office').length,
    inReview: toReview(resultsIn(row)).some((reading) => waiting.has(reading)),
  };
}

/**
 * The office is done with a slip that waits as `seen`; nothing of it is entered by that. Throws `not_found`, and
 * `changed_meanwhile` where it does not wait as that any more.
 */
export async function settleSlip(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Pick<Staff, 'id'>,
  { id, seen, note }: { id: SlipId; seen: WaitingSlipState; note: string },
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    const slip = await lockSlip(tx, id);
    if (!slip) throw new ProblemError({ code: 'not_found' });
    if (slip.state !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
    await setSlipSettled(tx, id, { settled_at: at, settled_by: staff.id, note });
    await closeSlip(tx, id, at);
    const detail = { slip: id, state: seen, account: slip.account_id };
    await appendAudit(tx, { at, actor: staff.id, action: 'settle-slip', subject: slip.kiosk_id, detail });
  });
}
