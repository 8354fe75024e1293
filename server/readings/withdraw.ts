import { checkWithdrawal } from '../../shared/check-withdrawal.ts';
import { toInstant } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/operation.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Writer } from '../db/tables.ts';
import type { Arrival, Effect } from '../sync/arrival.ts';
import { lockOf, meterToRead, readingById, setReadingState } from './queries.ts';

/**
 * W7: within the window and before the lock a resident takes a reading back. It stays in the history.
 * Runs inside the transaction that has locked the account.
 */
export async function withdrawReading(
  tx: Writer,
  { account, body }: OperationOf<'reading-withdrawn'>,
  arrival: Arrival,
): Promise<Effect> {
  const [reading] = await readingById(tx, { id: body.reading, account });
  if (!reading) return refused({ code: 'reading_unknown' });
  if (reading.state === 'withdrawn') return { outcome: 'applied', problems: [], rows: 0 };
  const [meter] = await meterToRead(tx, { meter: reading.meter_id, account });
  if (!meter) return refused({ code: 'meter_unknown' });
  const problem = checkWithdrawal({
    reading,
    capture: arrival.capture,
    rule: policyOf(arrival.company, meter).rule,
    // What an export has given to billing is out of the resident's hands, as in a locked period.
    locked: reading.batch_id !== null || (await lockOf(tx, { period: reading.period })).length > 0,
  });
  if (problem) return refused(problem);
  const version = arrival.version + 1;
  await setReadingState(tx, { id: reading.id, state: 'withdrawn', version, at: toInstant(arrival.at) });
  return { outcome: 'applied', problems: [], rows: 1 };
}

const refused = (problem: Problem): Effect => ({ outcome: 'rejected', problems: [problem], rows: 0 });
