import { checkReading } from '../../shared/check-reading.ts';
import type { Company } from '../../shared/company.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { policyOf } from '../../shared/policy.ts';
import { type Claims, noClaims, type Verdict } from '../../shared/reading.ts';
import { type OperationHead, parseBody } from '../../shared/sync.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { standOfPeriod } from '../periods/queries.ts';
import { ledgerContent } from '../sync/queries.ts';
import { meterToRead, readingAfter, readingsBefore } from './queries.ts';
import { toMeterToCheck, toPastReading, toRival } from './rows.ts';

/**
 * The verdict on a stored reading in a period that is not locked (W6): with its own capture interval and claims, beside
 * the readings that stand before and after it now. Its account must be locked.
 */
export async function judgeAgain(tx: Writer, company: Company, row: Row<'readings'>): Promise<Verdict> {
  // M3: an estimate is held against nothing.
  if (row.kind === 'estimate') return { outcome: 'accepted', findings: [] };
  const place = { meter: row.meter_id, period: row.period };
  const meterRows = await meterToRead(tx, { meter: row.meter_id, account: row.account_id });
  const [meter] = meterRows;
  if (!meter) throw new Error('a reading has no meter');
  const history = [...(await readingsBefore(tx, place)), ...(await readingAfter(tx, place))].map(toPastReading);
  const { rollover, confirmed, replaced } = (await claimsOf(tx, row)) ?? noClaims;
  return checkReading({
    meter: toMeterToCheck(meter, meterRows),
    period: row.period,
    values: JSON.parse(row.register_values) as RegisterValues,
    // A pass through zero that was none when it came (M5) is not remembered with it, and what falls now is a fall.
    claims: { rollover: row.rollover === 1 ? rollover : [], confirmed, replaced },
    history,
    capture: toRival(row).capture,
    locked: false,
    // What a file brought is not bound by the window (W5).
    source: row.stream === null ? 'office' : row.source,
    ...policyOf(company, meter, (await standOfPeriod(tx, { period: row.period, building: meter.building })).exceptions),
  });
}

/** What the resident said about it; null for a file and the office, which say nothing. */
export async function claimsOf(db: Reader, { id }: Row<'readings'>): Promise<Claims | null> {
  const [entry] = await ledgerContent(db, { id });
  if (!entry) return null;
  const head = { ...(JSON.parse(entry.content) as Omit<OperationHead, 'hash'>), hash: entry.hash };
  const parsed = parseBody(head);
  return parsed.ok && parsed.operation.kind === 'reading-submitted' ? parsed.operation.body.claims : null;
}
