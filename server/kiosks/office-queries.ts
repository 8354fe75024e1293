import { sql } from 'kysely';
import type { AuditAction } from '../../shared/audit-actions.ts';
import type { KioskId, SlipId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { SlipState } from '../../shared/kiosk-office.ts';
import { countUpTo } from '../db/count-up-to.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** What the office asks for of slips and locks. */

export type ListedSlip = Pick<
  Row<'kiosk_slips'>,
  'id' | 'kiosk_id' | 'state' | 'account_id' | 'content' | 'results' | 'saved_at' | 'received_at'
> & { kiosk: string; number: string | null; holder: string | null };

/** Of one state, those that were left first before the others; of all of them, the newest first. Joined when the page is cut. */
export function slipsPage(
  db: Reader,
  { state, after, most }: { state: SlipState | 'all'; after: SlipId | null; most: number },
): Promise<ListedSlip[]> {
  const [order, beyond] = state === 'all' ? (['desc', '<'] as const) : (['asc', '>'] as const);
  let page = listedColumns(db).orderBy('id', order).limit(most);
  if (state !== 'all') page = page.where('state', '=', state);
  if (after !== null) page = page.where('id', beyond, after);
  return namedSlips(db, page, order);
}

/** Those with this number on their receipt, in the order in which they were left. */
export function slipsOfReceipt(
  db: Reader,
  { receipt, after, most }: { receipt: string; after: SlipId | null; most: number },
): Promise<ListedSlip[]> {
  let page = listedColumns(db).where('receipt', '=', receipt).orderBy('id').limit(most);
  if (after !== null) page = page.where('id', '>', after);
  return namedSlips(db, page, 'asc');
}

const listedColumns = (db: Reader) =>
  db
    .selectFrom('kiosk_slips')
    .select(['id', 'kiosk_id', 'state', 'account_id', 'content', 'results', 'saved_at', 'received_at']);

const namedSlips = (db: Reader, page: ReturnType<typeof listedColumns>, order: 'asc' | 'desc'): Promise<ListedSlip[]> =>
  db
    .selectFrom(page.as('page'))
    .innerJoin('kiosks', 'kiosks.id', 'page.kiosk_id')
    .leftJoin('accounts', 'accounts.id', 'page.account_id')
    .selectAll('page')
    .select(['kiosks.name as kiosk', 'accounts.number', 'accounts.holder'])
    .orderBy('page.id', order)
    .execute();

/** How many are in a state, counted up to `most`. */
export function countSlips(db: Reader, state: SlipState, most: number): Promise<number> {
  return countUpTo(db, db.selectFrom('kiosk_slips').where('state', '=', state).select('id'), most);
}

export async function setSlipSettled(
  tx: Writer,
  id: SlipId,
  settled: { settled_at: Instant; settled_by: string; note: string },
): Promise<void> {
  await tx
    .updateTable('kiosk_slips')
    .set({ state: 'settled', ...settled })
    .where('id', '=', id)
    .execute();
}

/** Of each kiosk that was revoked and has brought something since: how many slips, and how many of them nobody has looked at. */
export async function slipsSinceRevoked(db: Reader): Promise<Map<KioskId, { all: number; held: number }>> {
  const rows = await db
    .selectFrom('kiosks')
    .innerJoin('kiosk_slips', (join) =>
      join.onRef('kiosk_slips.kiosk_id', '=', 'kiosks.id').onRef('kiosk_slips.received_at', '>=', 'kiosks.revoked_at'),
    )
    .where('kiosks.revoked_at', 'is not', null)
    .select(({ fn }) => [
      'kiosks.id',
      fn.countAll<number>().as('all'),
      sql<number>`sum(case when kiosk_slips.state = 'held' then 1 else 0 end)`.as('held'),
    ])
    .groupBy('kiosks.id')
    .execute();
  return new Map(rows.map(({ id, all, held }) => [id, { all: Number(all), held: Number(held) }]));
}

/** Proofs at a kiosk that were wrong since then, counted up to `most`. */
export function countWrongProofs(db: Reader, kiosk: KioskId, since: Instant, most: number): Promise<number> {
  const wrong: AuditAction = 'kiosk-proof-wrong';
  const proofs = db
    .selectFrom('audit')
    .where('actor', '=', kiosk)
    .where('action', '=', wrong)
    .where('at', '>=', since)
    .select('seq');
  return countUpTo(db, proofs, most);
}
