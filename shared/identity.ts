import { searchWords } from './search-words.ts';

/**
 * Whether two names of a holder are the same: exactly as on the receipt, but for case, spacing and `ё` for `е`. Nothing
 * else is forgiven: "Иванов И.И." is not "Иванов Иван Иванович". Two ways to encode one letter (NFC) are one letter.
 */
export const isSameHolder = (one: string, other: string): boolean => plainName(one) === plainName(other);

/** Whether two serial numbers of meters are the same, but for case and spacing. */
export const isSameSerial = (one: string, other: string): boolean => plainSerial(one) === plainSerial(other);

/** What is compared of a serial number. */
export const plainSerial = (serial: string): string => plainText(serial);

/** Letters and digits that there are in a serial number at least. */
const leastInProof = 4;

/**
 * Whether a serial number can show that somebody has seen the meter. What stands in the place of one does not, because it stands at
 * many meters, and whoever has seen none would guess it first: "б/н", "-", "0", "bez numura", "00000". The numbers of meters have
 * four letters or digits, not all the same and a digit among them.
 */
export const isTelling = (serial: string): boolean => whyNotTelling(serial) === null;

/** What a serial number lacks that tells nothing: null for one that does. */
export function whyNotTelling(serial: string): 'nothing' | 'short' | 'one-sign' | 'no-digit' | null {
  const signs = plainSerial(serial).match(/[\p{L}\p{N}]/gu) ?? [];
  if (signs.length === 0) return 'nothing';
  if (signs.length < leastInProof) return 'short';
  if (new Set(signs).size === 1) return 'one-sign';
  return signs.some((sign) => /\p{N}/u.test(sign)) ? null : 'no-digit';
}

/**
 * Whether an address is meant that billing has stored. People leave out the town, or add the country, and write "iela" or "ul." as
 * they like: the numbers of both must be the same, and all names of the one stand in the other.
 */
export function isSameAddress(stored: string, written: string): boolean {
  const [known, typed] = [searchWords(stored), searchWords(written)];
  const numbers = (words: readonly string[]) => words.filter((word) => /\p{N}/u.test(word)).sort();
  if (numbers(known).join(' ') !== numbers(typed).join(' ')) return false;
  const [names, others] = [typed.filter(isName), known.filter(isName)];
  if (names.length === 0 || others.length === 0) return false;
  return (
    names.every((word) => known.some((one) => one.startsWith(word))) ||
    others.every((word) => typed.some((one) => one.startsWith(word)))
  );
}

const isName = (word: string): boolean => !/\p{N}/u.test(word) && word.length > 3 && !partsOfAddresses.has(word);

/** What says of what kind a name or a number is: it tells no address from another. As `searchWords` has them. */
const partsOfAddresses: ReadonlySet<string> = new Set(
  searchWords(
    `iela prospekts bulvāris laukums šoseja gatve dzīvoklis māja korpuss novads pilsēta
    улица проспект бульвар площадь шоссе переулок проезд набережная квартира корпус строение город область
    street avenue boulevard square road flat apartment house`,
  ),
);

/** What is compared of a text that somebody typed: neither case nor spacing, nor which of two ways encodes a letter (NFC). */
export const plainText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '').toLowerCase();
const plainName = (name: string): string => plainText(name).replaceAll('ё', 'е');
