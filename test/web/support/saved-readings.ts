import type { RegisterValues } from '../../../shared/meter.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { TestAppStore } from './test-app.ts';

/**
 * Saves a reading of November 2026, as the readings screen does for a resident who confirms whatever looks unusual.
 * Answers the id of the operation; throws what is wrong with it.
 */
export async function saveReading(
  store: TestAppStore,
  meterId: string,
  values: RegisterValues,
  supersedes: string | null = null,
): Promise<string> {
  const view = await store.view();
  const meter = view.meters.find((one) => one.meter.id === meterId);
  if (!meter) throw new Error('no meter');
  const claims = { ...noClaims, confirmed: ['B', 'T1', 'T2'] } as const;
  const answer = await store.saveReading({ view, meter, period: '2026-11', values, claims, supersedes });
  if (!answer.saved) throw new Error(JSON.stringify(answer.problems));
  return answer.operation;
}

/** Takes a reading back. Answers the id of the operation; throws what is wrong with it. */
export async function withdrawReading(store: TestAppStore, id: string): Promise<string> {
  const view = await store.view();
  for (const meter of view.meters) {
    const entry = meter.entries.find((one) => one.id === id);
    if (!entry) continue;
    const answer = await store.withdrawReading({ view, meter, entry });
    if (!answer.saved) throw new Error(JSON.stringify(answer.problems));
    return answer.operation;
  }
  throw new Error('no reading');
}
