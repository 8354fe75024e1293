import { InvalidArgumentError } from 'commander';
import { isPeriod, type Period } from '../../shared/period.ts';

/** What several commands take as an argument or an option. */

export function parsePeriod(text: string): Period {
  if (!isPeriod(text)) throw new InvalidArgumentError('A period is a month like 2026-03.');
  return text;
}

export function parsePort(text: string): string {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.');
  return text;
}

export function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > 400 || /\p{Cc}/u.test(reason)) {
    throw new InvalidArgumentError('A reason is a line of up to 400 characters.');
  }
  return reason;
}
