import { searchWords } from './search-words.ts';

const longestWord = 32;
const mostWords = 12;

/** The words by which the office finds a user: of the name, the e-mail address as a whole, the digits of the phone. */
export function userWords({
  name,
  email,
  phone,
}: {
  name: string;
  email: string | null;
  phone: string | null;
}): string[] {
  const named = searchWords(name)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
  const digits = (phone ?? '').replace(/\D/g, '');
  return [...new Set([...named, ...(email === null ? [] : [email.toLowerCase()]), ...(digits ? [digits] : [])])];
}

/**
 * What was typed to find a user, as beginnings of such words: an e-mail address, a number of a phone, or names in any order.
 */
export function userPrefixes(typed: string): string[] {
  const text = typed.trim();
  if (text.includes('@')) return [text.toLowerCase()];
  if (/^\+?[\d ().-]+$/.test(text)) return [text.replace(/\D/g, '')].filter((digits) => digits !== '');
  return searchWords(text)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
}
