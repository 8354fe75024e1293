import { checkWithdrawal } from '../../shared/check-withdrawal.ts';
import { toInstant } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/operation.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import { isCurrent } from '../../shared/reading.ts';
import type { Row, Writer } from '../db/tables.ts';
import { standOfPeriod } from '../periods/queries.ts';
import type { Arrival, Effect } from '../sync/arrival.ts';
import { linkedTo } from './linked.ts';
import { everyReadingOfPeriod, meterToRead, readingById, setReadingState } from './queries.ts';

/**
 * W7: within the window and before the lock a resident takes a reading back. It stays in the history.
 * Runs inside the transaction that has locked the account.
 */
export async function withdrawReading(
  tx: Writer,
  { account, body }: OperationOf<'reading-withdrawn'>,
  arrival: Arrival,
): Promise<Effect> {
  const [named] = await readingById(tx, { id: body.reading, account });
  if (!named) return refused({ code: 'reading_unknown' });
  const reading = await withItsEffect(tx, named);
  if (reading.state === 'withdrawn') return { outcome: 'applied', problems: [], rows: 0 };
  const [meter] = await meterToRead(tx, { meter: reading.meter_id, account });
  if (!meter) return refused({ code: 'meter_unknown' });
  const { locked, exceptions } = await standOfPeriod(tx, { period: reading.period, building: meter.building });
  const problem = checkWithdrawal({
    reading,
    capture: arrival.capture,
    rule: policyOf(arrival.company, meter, exceptions).rule,
    // What an export has given to billing, or will give it as an adjustment, is out of the resident's hands.
    locked: reading.batch_id !== null || reading.adjustment === 1 || locked,
  });
  if (problem) return refused(problem);
  const version = arrival.version + 1;
  await setReadingState(tx, { id: reading.id, state: 'withdrawn', version, at: toInstant(arrival.at) });
  return { outcome: 'applied', problems: [], rows: 1 };
}

/** C4: who takes back a linked reading means the one that has its effect, also where that was taken back already. */
async function withItsEffect(tx: Writer, named: Row<'readings'>): Promise<Row<'readings'>> {
  if (named.state !== 'superseded') return named;
  const ofPeriod = await everyReadingOfPeriod(tx, { meter: named.meter_id, period: named.period });
  const current = ofPeriod.filter(({ state }) => isCurrent(state));
  const withdrawn = ofPeriod.filter(({ state }) => state === 'withdrawn');
  return linkedTo(named, current) ?? linkedTo(named, withdrawn) ?? named;
}

const refused = (problem: Problem): Effect => ({ outcome: 'rejected', problems: [problem], rows: 0 });
