import { bad, good } from './columns.ts';
import type { CellForm } from './csv-reader.ts';
import type { RowProblem } from './problems.ts';

/** What the number format of a cell makes of its number (ECMA-376 part 1, § 18.8.30 and § 18.8.31). */
export type NumberForm = 'number' | 'day' | 'day-and-time' | 'month' | 'time';

/** The formats that have a number alone; 27 to 36 and 50 to 58 are days in all languages that have them. */
export function builtInForm(id: number): NumberForm {
  if (id === 17) return 'month';
  if (id === 22) return 'day-and-time';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || id === 32 || id === 33) return 'time';
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  return 'number';
}

export function formOfCode(code: string): NumberForm {
  const [section = ''] = code
    // Literals, and what stands in brackets: colours, currencies, languages; hours in brackets are a length of time.
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    // None begins within another: so the time stays in proportion to the length, whatever somebody wrote.
    .replace(/\[[^[\]]*\]/g, '')
    .toLowerCase()
    .split(';');
  if (section.includes('general')) return 'number';
  const hasTime = /[hs]/.test(section);
  const hasYear = section.includes('y');
  if (hasYear || section.includes('d')) {
    if (hasTime) return 'day-and-time';
    return hasYear && !section.includes('d') && section.includes('m') ? 'month' : 'day';
  }
  if (hasTime) return 'time';
  return section.includes('m') ? 'month' : 'number';
}

type Read = { ok: true; value: string } | { ok: false; problem: RowProblem };

/** More significant digits no number of a spreadsheet has: what is longer has lost its end. */
const mostDigits = 15;

/** No digit can be read in two ways, so that a long text which is none takes no longer than one which is. */
const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Whether a text is a number as XML writes it. */
export const isNumber = (text: string): boolean => numberPattern.test(text);

/** As it was typed: without an exponent, and without what binary fractions add behind the fifteenth digit. */
export function numberText(text: string): Read {
  if (/^(0|-?[1-9]\d{0,14})$/.test(text)) return good(text);
  const number = Number(text);
  if (Math.abs(number) >= 10 ** mostDigits) return bad({ code: 'number_cut' });
  return good(withoutExponent(Number(number.toPrecision(mostDigits))));
}

function withoutExponent(number: number): string {
  const text = String(number + 0);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', zeros = ''] = match;
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${first}${rest}`;
}

const dayMs = 86_400_000;
/** The day before the first one, by which the numbers after February 1900 count. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const lastDay = Date.UTC(9999, 11, 31);

/** Which day a serial number is, and how many milliseconds of it have passed; null where it is none. */
function momentOf(serial: number, from: 1900 | 1904): number | null {
  // Excel has a 29th of February 1900, which is number 60, and counts the days before it one too low.
  const isEarly = from === 1900 && serial < 61;
  if (serial < (from === 1900 ? 1 : 0) || (isEarly && serial >= 60)) return null;
  const at = epochs[from] + Math.round((serial + (isEarly ? 1 : 0)) * 86_400) * 1000;
  return at < lastDay + dayMs ? at : null;
}

/** `46112` is 2026-03-31; its hours are left out. Null where the number is no day. */
export function dayOfSerial(serial: number, from: 1900 | 1904): string | null {
  const at = Number.isFinite(serial) ? momentOf(serial, from) : null;
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

/** A number as its format shows it: days as `2026-03-31`, with a time where it is not midnight, months as `2026-03`. */
export function shownNumber(text: string, form: NumberForm, from: 1900 | 1904): Read & { form: CellForm } {
  if (form === 'number') return { ...numberText(text), form: 'number' };
  const serial = Number(text);
  if (form === 'time' && serial >= 0 && serial < 1) {
    const seconds = new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
    return { ...good(seconds), form: 'text' };
  }
  const at = momentOf(serial, from);
  if (at === null) return { ...bad({ code: 'not_a_day' }), form: 'day' };
  const iso = new Date(at).toISOString();
  if (form === 'month') return { ...good(iso.slice(0, 7)), form: 'month' };
  const time = iso.slice(11, 19);
  const hasTime = form !== 'day' && time !== '00:00:00';
  return { ...good(hasTime ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10)), form: 'day' };
}
