import type { Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * What the face of a register can show (rule V1). A value is a whole number of the smallest shown unit:
 * 126.000 m³ on a face with three decimals is 126000. There are no floats anywhere.
 */
export interface Face {
  /** Integer digits, 1 to 9. */
  digits: number;
  /** Digits after the mark, 0 to 6. */
  decimals: number;
}

/** V3: one more than the highest value that the face shows; at most 10^15, so that sums stay exact in a double. */
export const capacity = (face: Face): number => 10 ** (face.digits + face.decimals);

export const isValue = (value: unknown, face: Face): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < capacity(face);

/**
 * V2: typed text to a value. `,` and `.` both mark decimals; spaces (no-break ones too) and leading zeros are dropped;
 * whatever else does not fit the face is refused by name. Nothing is rounded.
 */
export function parseQuantity(text: string, face: Face): Result<number> {
  const typed = text.replace(/[\s\u00a0\u202f\u2007\u2060]/gu, '');
  if (typed === '') return fail({ code: 'value_empty' });
  const match = /^([0-9]*)(?:[.,]([0-9]*))?$/.exec(typed);
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || whole + fraction === '') return fail({ code: 'value_not_a_number' });
  const digits = whole.replace(/^0+/, '');
  if (digits.length > face.digits) return fail({ code: 'too_many_digits', digits: face.digits });
  if (fraction.length > face.decimals) return fail({ code: 'too_many_decimals', decimals: face.decimals });
  return ok(Number(digits + fraction.padEnd(face.decimals, '0')));
}

/** `126000` with three decimals is `126.000`; a difference may be negative. The mark is always a point: for files and fields. */
export function formatQuantity(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (value < 0 ? '-' : '') + (decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`);
}

/** The drums of a face, most significant first: `{digits: 5, decimals: 3}` and 252000 give `00252` and `000`. */
export function drums(value: number, face: Face): { whole: string; fraction: string } {
  const all = String(value).padStart(face.digits + face.decimals, '0');
  return { whole: all.slice(0, face.digits), fraction: all.slice(face.digits) };
}

/**
 * A quantity written by another program (billing files, profiles): like typed text, but the number of decimals may
 * differ from the face as long as nothing but zeros is cut off.
 */
export function parseExactQuantity(text: string, face: Face): Result<number, Problem> {
  const trimmed = text.trim();
  const mark = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','));
  if (mark < 0) return parseQuantity(trimmed, face);
  const kept = trimmed.slice(0, mark + 1 + face.decimals);
  const cut = trimmed.slice(mark + 1 + face.decimals);
  return parseQuantity(/^0*$/.test(cut) ? kept : trimmed, face);
}
