import { type Face, parseQuantity } from '../../shared/quantity.ts';

/** One drum of a face: the digit it shows, and whether the resident has turned it (typed it) or it rests at its zero. */
export interface Drum {
  digit: string;
  typed: boolean;
}

/** What typed text looks like on a face. */
export interface FaceText {
  whole: readonly Drum[];
  fraction: readonly Drum[];
  /** The value that will be saved; null while there is none. */
  value: number | null;
}

/**
 * The typed text as the drums show it, always the value that `parseQuantity` reads (V2). Whole digits fill the black drums
 * from the right, as a counter does; digits after the mark fill the red ones from the left. Null for text that the face
 * cannot show: the field then shows the text itself.
 */
export function faceText(text: string, face: Face): FaceText | null {
  const { whole, fraction, mark } = split(text);
  const parsed = parseQuantity(text, face);
  // Nothing yet, or only the mark: the drums rest.
  const empty = whole + fraction === '' && (parsed.ok || parsed.problem.code === 'value_empty' || mark >= 0);
  if (!parsed.ok && !(empty && /^[\s.,\u00a0\u202f]*$/u.test(text))) return null;
  // A face drops leading zeros that it has no drums for; the value is the same.
  const shown = whole.slice(-face.digits);
  return {
    whole: Array.from({ length: face.digits }, (_, at) => drum(shown, at - (face.digits - shown.length))),
    fraction: Array.from({ length: face.decimals }, (_, at) => drum(fraction, at)),
    value: parsed.ok ? parsed.value : null,
  };
}

/**
 * Somebody who copies a face from left to right types its leading zeros too and meets no mark on it: once such zeros have
 * filled the black drums, what follows belongs to the red ones. Text without a leading zero is left alone, so that a digit
 * too many is refused by name and never becomes a decimal.
 */
export function withMark(text: string, face: Face, mark: string): string {
  if (face.decimals === 0 || !text.startsWith('0') || !/^\d+$/.test(text) || text.length <= face.digits) return text;
  return `${text.slice(0, face.digits)}${mark}${text.slice(face.digits)}`;
}

/**
 * Which drum the caret stands before, counted from the left over both parts; `digits` is the first red drum. After the last
 * drum it is the number of drums. `atMark` tells the end of the whole part from the start of the decimals.
 */
export function caretDrum(text: string, caret: number, face: Face): { before: number; atMark: boolean } {
  const { mark, whole } = split(text);
  const digitsUpTo = (end: number): number => text.slice(0, end).replace(/\D/g, '').length;
  if (mark >= 0 && caret > mark) {
    const typed = digitsUpTo(caret) - whole.length;
    return { before: face.digits + Math.min(typed, face.decimals), atMark: false };
  }
  const before = Math.max(0, face.digits - whole.length + digitsUpTo(caret));
  return { before, atMark: before === face.digits };
}

/** Where the caret goes when a drum is tapped: behind its digit, or as near to it as there is text. */
export function caretOfDrum(text: string, drumAt: number, face: Face): number {
  const { mark, whole, fraction } = split(text);
  if (drumAt >= face.digits) {
    if (mark < 0) return text.length;
    return positionAfter(text, whole.length + Math.min(drumAt - face.digits + 1, fraction.length), mark + 1);
  }
  return positionAfter(text, Math.max(0, whole.length - (face.digits - 1 - drumAt)), 0);
}

function positionAfter(text: string, digits: number, least: number): number {
  let position = 0;
  for (let seen = 0; position < text.length && seen < digits; position++) if (/\d/.test(text.charAt(position))) seen++;
  return Math.max(position, least);
}

function split(text: string): { whole: string; fraction: string; mark: number } {
  const mark = text.search(/[.,]/);
  const digits = (part: string): string => part.replace(/\D/g, '');
  if (mark < 0) return { whole: digits(text), fraction: '', mark };
  return { whole: digits(text.slice(0, mark)), fraction: digits(text.slice(mark + 1)), mark };
}

function drum(typed: string, at: number): Drum {
  const digit = typed.charAt(at);
  return digit === '' || at < 0 ? { digit: '0', typed: false } : { digit, typed: true };
}
