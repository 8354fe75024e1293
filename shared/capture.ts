import type { EpochMs } from './instant.ts';
import type { Window } from './window.ts';

/**
 * C2: when a reading was captured, as far as it is known. `earliest` is null when no beacon bounds it from below.
 * Always `earliest ≤ best ≤ latest`.
 */
export interface CaptureInterval {
  earliest: EpochMs | null;
  best: EpochMs;
  latest: EpochMs;
}

/**
 * C2: `wall` is the device's clock at capture, `offset` what the server's clock was ahead of it at the last contact
 * (0 when there was none), `beaconAt` the time in the newest beacon that was held, `arrivedAt` the server's now.
 */
export function captureInterval(
  { wall, offset }: { wall: EpochMs; offset: number },
  beaconAt: EpochMs | null,
  arrivedAt: EpochMs,
): CaptureInterval {
  const earliest = beaconAt === null ? null : Math.min(beaconAt, arrivedAt);
  return { earliest, best: Math.min(Math.max(wall + offset, earliest ?? 0), arrivedAt), latest: arrivedAt };
}

/** C4: one interval ends before the other begins, so that their order is certain. */
export function surelyBefore(a: CaptureInterval, b: CaptureInterval): boolean {
  return b.earliest !== null && a.latest < b.earliest;
}

export type Timeliness = 'inside' | 'uncertain' | 'unsure' | 'outside';

/**
 * C3 without the lock (W6 judges that): `inside` and `uncertain` are accepted, the latter with a flag;
 * `unsure` goes to review; `outside` is kept but does not count.
 */
export function timeliness(capture: CaptureInterval, window: Window): Timeliness {
  const earliest = capture.earliest ?? -Infinity;
  // The close is exclusive: a capture that cannot be earlier than it is outside.
  if (capture.latest < window.opensAt || earliest >= window.closesAt) return 'outside';
  if (earliest >= window.opensAt && capture.latest < window.closesAt) return 'inside';
  const bestInside = capture.best >= window.opensAt && capture.best < window.closesAt;
  return bestInside && capture.latest < window.graceEndsAt ? 'uncertain' : 'unsure';
}
