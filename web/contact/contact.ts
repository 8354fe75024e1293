import { type EpochMs, type Instant, toEpochMs } from '../../shared/instant.ts';

/** The last contact with the server (C1). */
export interface Contact {
  /** The server's clock in its answer. */
  serverTime: EpochMs;
  /** Milliseconds that the server's clock was ahead of the device's. */
  offset: number;
  beacon: string;
  /** The device's own clock when the answer came. */
  at: EpochMs;
}

/**
 * The server read its clock somewhere between sending and receiving; the middle is the best guess. When the device's
 * clock jumped back meanwhile, only its present reading means anything.
 */
export function contactOf(
  { serverTime, beacon }: { serverTime: Instant; beacon: string },
  sentAt: EpochMs,
  receivedAt: EpochMs,
): Contact {
  const middle = sentAt <= receivedAt ? (sentAt + receivedAt) / 2 : receivedAt;
  const at = toEpochMs(serverTime);
  return { serverTime: at, offset: Math.round(at - middle), beacon, at: receivedAt };
}
