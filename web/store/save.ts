import type { CaptureInterval } from '../../shared/capture.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { appTime, captureNow } from '../contact/app-time.ts';
import type { Courtesy } from '../readings/courtesy.ts';
import { storageProblem } from '../storage/storage-error.ts';
import type { CacheDb } from './cache-db.ts';
import { type Act, commit } from './commit.ts';
import type { OutboxDb } from './outbox-db.ts';
import { checkSaving, checkWithdrawing } from './saving.ts';
import type { ReadingToSave, ReadingToWithdraw } from './store.ts';
import { OperationSaved } from './store-events.ts';
import type { SaveAnswer } from './views.ts';

/** The acts of the store (`Store`), which come with the screens that save. */

export interface Device {
  outbox: OutboxDb;
  cache: CacheDb;
  /** Is told of what was saved. */
  events: EventTarget;
  /** The device's own clock. */
  wall: () => EpochMs;
}

/** What the resident did; who did it and when is added while it is saved. */
export type ActToSave = Omit<Act, 'user' | 'capture'>;

export function saveReading(device: Device, reading: ReadingToSave): Promise<SaveAnswer> {
  const { view, meter, period, values, claims, supersedes } = reading;
  const body = { meter: meter.meter.id, period, values, claims, supersedes };
  const act = {
    account: view.account.id,
    kind: 'reading-submitted',
    body,
    draft: { meter: body.meter, period },
  } as const;
  return save(device, act, (capture) => checkSaving(view, meter, body, capture));
}

export function withdrawReading(device: Device, { view, meter, entry }: ReadingToWithdraw): Promise<SaveAnswer> {
  const act = {
    account: view.account.id,
    kind: 'reading-withdrawn',
    body: { reading: entry.id },
    draft: null,
  } as const;
  return save(device, act, (capture) => checkWithdrawing(view, meter, entry, capture));
}

export async function save(
  { outbox, cache, events, wall: readWall }: Device,
  act: ActToSave,
  check: (capture: CaptureInterval) => Courtesy = () => ({ verdict: 'save', problems: [] }),
): Promise<SaveAnswer> {
  try {
    const [session, contact] = await Promise.all([cache.read('session'), cache.read('contact')]);
    if (!session) return { saved: false, problems: [{ code: 'signed_out' }], ask: false };
    const wall = readWall();
    const { verdict, problems } = check(captureNow(appTime(wall, contact), contact));
    if (verdict !== 'save') return { saved: false, problems, ask: verdict === 'ask' };
    const capture = { wall: toInstant(wall), offset: contact?.offset ?? 0, beacon: contact?.beacon ?? null };
    const operation = await commit(outbox, { ...act, user: session.user, capture }, wall);
    events.dispatchEvent(new OperationSaved(operation));
    return { saved: true, operation, problems };
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
    return { saved: false, problems: [problem], ask: false };
  }
}
