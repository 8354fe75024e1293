import type { DateStyle, NumberStyle } from '../../shared/mapping-profile.ts';
import { isDay, isPeriod } from '../../shared/period.ts';
import { bad, good } from './columns.ts';
import type { CellForm } from './csv-reader.ts';
import type { RowProblem } from './problems.ts';
import { dayOfSerial } from './workbook-numbers.ts';

/** Reads what a company writes in its own way, into our own: `2026-03-31`, `2026-03`, `1234.56`. Nothing is guessed. */

type Read = { ok: true; value: string } | { ok: false; problem: RowProblem };

const orders = ['YMD', 'DMY', 'MDY', 'YDM'] as const;
const marks = ['-', '.', '/'] as const;
type Written = Extract<DateStyle, { mark: string }>;

/** `DD.MM.YYYY`, as people write it down. */
function nameOfStyle(style: DateStyle): string {
  if (style.order === 'serial') return style.from === 1904 ? '0 = 1904-01-01' : '1 = 1900-01-01';
  const parts = { Y: style.years === 2 ? 'YY' : 'YYYY', M: 'MM', D: 'DD' };
  return [...style.order].map((part) => parts[part as 'Y' | 'M' | 'D']).join(style.mark);
}

const nameOfNumbers = ({ decimal, thousands }: NumberStyle): string => `1${thousands}234${decimal}56`;

/** What comes after a day: a time without a zone, which is left out. */
const timePattern = /[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

/** A day in one style alone; one that fits another is refused, and the other named. */
export function readDay(cell: string, style: DateStyle, form: CellForm = 'text'): Read {
  const text = cell.replace(timePattern, '');
  if (form === 'day') return isDay(text) ? good(text) : bad({ code: 'not_a_day' });
  const day = form === 'month' ? null : dayIn(text, style);
  if (day !== null) return good(day);
  const fitting = stylesThatFit(text, form);
  const fits = fitting.find(({ order }) => order === style.order) ?? fitting[0];
  return bad({ code: 'day_not_in_style', style: nameOfStyle(style), fits: fits ? nameOfStyle(fits) : null });
}

/** All usual styles in which a text is a day. */
export function stylesThatFit(cell: string, form: CellForm = 'text'): DateStyle[] {
  const text = cell.replace(timePattern, '');
  const written: DateStyle[] = marks.flatMap((mark) =>
    ([4, 2] as const).flatMap((years) => orders.map((order) => ({ order, mark, years }))),
  );
  if (form === 'text' || form === 'number') {
    written.push({ order: 'YMD', mark: '', years: 4 }, { order: 'DMY', mark: '', years: 4 });
    // 1954 to 2119: other numbers are hardly days.
    if (/^[2-7]\d{4}$/.test(text)) written.push({ order: 'serial', from: 1900 });
  }
  return written.filter((style) => dayIn(text, style) !== null);
}

function dayIn(text: string, style: DateStyle): string | null {
  if (style.order === 'serial') {
    return /^\d{1,7}([.,]\d+)?$/.test(text) ? dayOfSerial(Number(text.replace(',', '.')), style.from) : null;
  }
  const parts = partsIn(text, style);
  if (!parts) return null;
  const [year = '', month = '', day = ''] = ['Y', 'M', 'D'].map((part) => parts[style.order.indexOf(part)] ?? '');
  if (year.length !== style.years) return null;
  const iso = `${style.years === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function partsIn(text: string, { order, mark, years }: Written): string[] | null {
  if (mark !== '') {
    // `31.03.2026.` is how Latvian writes it.
    const parts = (mark === '.' ? text.replace(/\.$/, '') : text).split(mark);
    return parts.length === 3 && parts.every((part) => /^\d{1,4}$/.test(part)) ? parts : null;
  }
  const lengths = [...order].map((part) => (part === 'Y' ? years : 2));
  if (!/^\d+$/.test(text) || text.length !== years + 4) return null;
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return text.slice(at - length, at);
  });
}

/** By their beginnings, which no two months of the three languages share. */
const monthNames = [
  ['jan', 'янв'],
  ['feb', 'фев'],
  ['mar', 'мар'],
  ['apr', 'апр'],
  ['may', 'mai', 'май', 'мая'],
  ['jun', 'jūn', 'июн'],
  ['jul', 'jūl', 'июл'],
  ['aug', 'авг'],
  ['sep', 'сен'],
  ['oct', 'okt', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'дек'],
] as const;

/** A month: in our own form, by its name, or as days are written, with a day or without. */
export function readPeriod(cell: string, style: DateStyle, form: CellForm = 'text'): Read {
  const found =
    form === 'day' ? cell.slice(0, 7) : isPeriod(cell) ? cell : (namedMonth(cell) ?? monthIn(cell, style, form));
  if (isPeriod(found)) return good(found);
  const name = style.order === 'serial' ? 'YYYY-MM' : nameOfStyle(style).replace(/DD.?|.?DD$/, '');
  return bad({ code: 'period_not_in_style', style: name });
}

function namedMonth(cell: string): string | null {
  const text = cell.toLowerCase().normalize('NFC');
  const [, word, year] = /^(\p{L}+)\.?\s+(\d{4})(?:\s*(?:г\.?|года?|gads|gada))?\.?$/u.exec(text) ?? [];
  const [, before, after] = /^(\d{4})\.?\s*(?:г\.?|года?|gada)?\s*(\p{L}+)\.?$/u.exec(text) ?? [];
  const name = word ?? after;
  const month = monthNames.findIndex((beginnings) => beginnings.some((one) => name?.startsWith(one)));
  return month < 0 ? null : `${year ?? before}-${String(month + 1).padStart(2, '0')}`;
}

function monthIn(cell: string, style: DateStyle, form: CellForm): string | null {
  if (form === 'month') return cell;
  const day = dayIn(cell.replace(timePattern, ''), style);
  if (day !== null) return day.slice(0, 7);
  if (style.order === 'serial' || style.mark === '' || style.years === 2) return null;
  const parts = cell.split(style.mark);
  const yearFirst = style.order.startsWith('Y');
  const [year = '', month = ''] = yearFirst ? parts : [...parts].reverse();
  return parts.length === 2 && /^\d{4}$/.test(year) && /^\d{1,2}$/.test(month)
    ? `${year}-${month.padStart(2, '0')}`
    : null;
}

/** A number with the marks of one style alone; what a workbook holds as a number needs none. */
export function readNumber(cell: string, style: NumberStyle, form: CellForm = 'text'): Read {
  if (form === 'number') return good(cell);
  const number = form === 'text' ? numberIn(cell, style) : null;
  return number === null ? bad({ code: 'number_not_in_style', style: nameOfNumbers(style) }) : good(number);
}

const spaces = '[ \\u00a0\\u202f\\u2009]';
const patterns = new Map<string, RegExp>();

export function numberIn(cell: string, { decimal, thousands }: NumberStyle): string | null {
  const key = decimal + thousands;
  let pattern = patterns.get(key);
  if (!pattern) {
    const group = thousands === ' ' ? spaces : thousands.replace('.', '\\.');
    const grouped = thousands === '' ? '' : `|\\d{1,3}(?:${group}\\d{3})+`;
    pattern = new RegExp(`^([-−+]?)(\\d+${grouped})(?:\\${decimal}(\\d+))?$`);
    patterns.set(key, pattern);
  }
  const [, sign, whole, decimals] = pattern.exec(cell) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replace(/\D/g, '');
  return `${sign === '-' || sign === '−' ? '-' : ''}${digits}${decimals === undefined ? '' : `.${decimals}`}`;
}
