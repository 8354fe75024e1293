import type { PullAnswer, PushAnswer } from '../../shared/protocol.ts';
import type { PullInput, PushInput, ReconcileInput } from '../../shared/sync.ts';
import type { Answer } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';
import type { Exclusive } from '../contact/one-at-a-time.ts';
import type { PhotoToSend } from '../store/photo-outbox.ts';
import type { SyncStorage } from '../store/sync-storage.ts';
import type { SyncStatus } from '../store/views.ts';

/** Everything that the sync touches. Nothing of it is global, so that a simulator can drive it. */
export interface SyncPorts {
  clock: Clock;
  network: Network;
  storage: SyncStorage;
  /** 0 ≤ random() < 1, for the jitter of the back-off. */
  random: () => number;
  /** Runs the work while no other tab or worker runs it. */
  exclusive: Exclusive;
  publish: (change: Partial<SyncStatus>) => void;
  /** A fault of ours (never one of the network): for the log. The loop goes on after its back-off. */
  report: (fault: unknown) => void;
  /** The app's version, as the server logs it. */
  app: string;
}

/** What is not an answer is a Failure; nothing is thrown but faults of ours. */
export interface Network {
  /** A hint for the words on the screen only: browsers say "online" of any cable. */
  online(): boolean;
  push(input: PushInput, signal: AbortSignal): Promise<Answer<PushAnswer>>;
  pull(input: PullInput, signal: AbortSignal): Promise<Answer<PullAnswer>>;
  /** The bytes of a photo whose message or reading was received. */
  sendPhoto(photo: PhotoToSend, bytes: ArrayBuffer, signal: AbortSignal): Promise<Answer<unknown>>;
  reconcile(input: ReconcileInput, signal: AbortSignal): Promise<Answer<{ serverTime: string; missing: string[] }>>;
}
