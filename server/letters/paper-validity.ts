import type { EpochMs } from '../../shared/instant.ts';
import { paperLifetime } from '../auth/tokens.ts';

/** Until when a link on paper is good: it waits to be collected, and then to the end of that day, so that it can name one. */
export function paperValidUntil(now: EpochMs, timeZone: string): EpochMs {
  const last = Temporal.Instant.fromEpochMilliseconds(now + paperLifetime).toZonedDateTimeISO(timeZone);
  return last.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds;
}
