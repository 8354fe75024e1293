import type { CaptureInterval } from '../../shared/capture.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Contact } from './contact.ts';

/**
 * The time as the server would say it: the device's wall clock corrected by the last contact, and never before it (C2).
 * In a demo the server's clock may be years away; everything on the screen follows.
 */
export function appTime(wall: EpochMs, contact: Pick<Contact, 'offset' | 'serverTime'> | null): EpochMs {
  return contact ? Math.max(wall + contact.offset, contact.serverTime) : wall;
}

/** C2, as far as the device itself can tell: not before the last contact, and best guessed by the app's time `now`. */
export function captureNow(now: EpochMs, contact: Pick<Contact, 'serverTime'> | null): CaptureInterval {
  return { earliest: contact?.serverTime ?? null, best: now, latest: now };
}
