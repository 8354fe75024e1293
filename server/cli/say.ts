import type { EpochMs } from '../../shared/instant.ts';

/** `2026-12-04 00:00 (Europe/Riga)`. */
export function localTime(at: EpochMs, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${timeZone})`;
}

/** What a command reports for people goes to standard error, so that standard output carries data alone. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `3 rows`, `1 row`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
