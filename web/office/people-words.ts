import { deviceName } from '../../shared/device-name.ts';
import { type Instant, toEpochMs } from '../../shared/instant.ts';
import type { LinkedBy } from '../../shared/people.ts';
import { localDay } from '../../shared/window.ts';
import type { Words } from '../words/words.ts';

/** Who linked or wrote something. */
export const byText = (words: Words, by: LinkedBy): string =>
  by.kind === 'office' ? by.name : words.text(`people-by-${by.kind}`);

/** `Chrome, Android`, as far as the browser says what it is. */
export function deviceText(words: Words, userAgent: string): string {
  const { browser, system } = deviceName(userAgent);
  return [browser, system].filter((part) => part !== null).join(', ') || words.text('people-device-unknown');
}

/** The last whole day before a moment that is the beginning of one. */
export const lastDay = (words: Words, until: Instant): string =>
  words.date(localDay(toEpochMs(until) - 1, words.timeZone));

/** What stands in the place of the name of a deleted person. */
export const deletedName = (words: Words, id: string): string =>
  words.text('people-deleted-name', { id: id.slice(-8) });

const mailKinds: readonly string[] = [
  'registration',
  'password-reset',
  'activation',
  'account-linked',
  'office-wrote',
  'email-change',
  'email-changed',
  'email-set',
  'users-merged',
  'phone-changed',
  'password-changed',
  'passkey-added',
];

/** What a letter was about; a newer server may send kinds that this page does not know. */
export const mailText = (words: Words, kind: string): string =>
  mailKinds.includes(kind) ? words.text(`people-mail-${kind}`) : words.text('people-mail-other');
