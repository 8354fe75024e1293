/**
 * Two forms of the same thing: an `Instant` is ISO 8601 UTC text with milliseconds, as it travels and is stored;
 * an `EpochMs` is what the rules calculate with.
 */
export type Instant = string;
export type EpochMs = number;

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The instant exists and is written in its one form: neither the 30th of February nor 24:00 passes. */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !instantPattern.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && toInstant(at) === text;
}

export const toInstant = (at: EpochMs): Instant => new Date(at).toISOString();
export const toEpochMs = (at: Instant): EpochMs => Date.parse(at);
