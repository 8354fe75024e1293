/**
 * The words of a text as they are looked for: without case and without the marks of letters, so that "berzina" finds
 * "Bērziņa" and "семенов" finds "Семёнов"; whatever is neither letter nor digit parts them.
 */
export const searchWords = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
];

const isIndexed = (word: string): boolean => word.length > 1 && /\p{L}/u.test(word);

/** Longer words are told apart by so many of their letters. */
const longestWord = 32;

/** Those of its words by which an account is found: not the numbers of houses, nor initials. */
export const indexWords = (text: string): string[] => [
  ...new Set(
    searchWords(text)
      .filter(isIndexed)
      .map((word) => word.slice(0, longestWord)),
  ),
];

/** Whether a typed word is meant by one of these words: numbers as a whole, others by how they begin. */
export const isMeant = (typed: string, words: readonly string[]): boolean =>
  /^\p{N}+$/u.test(typed) ? words.includes(typed) : words.some((word) => word.startsWith(typed));
