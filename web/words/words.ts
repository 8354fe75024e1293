import { FluentBundle, FluentNumber, type FluentResource } from '@fluent/bundle';
import type { Language } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Service, Unit } from '../../shared/meter.ts';
import { type Day, type Period, periodOfDay } from '../../shared/period.ts';
import { formatQuantity } from '../../shared/quantity.ts';
import { localDay } from '../../shared/window.ts';
import type { Catalogue } from './catalogue.ts';

type Message = FluentResource['body'][number];

export interface WordsOptions {
  /** The company's, an IANA name: instants are shown as its clocks show them, wherever the resident is. */
  timeZone: string;
  /** What "on this …" calls the device. */
  device: 'phone' | 'computer';
}

/** What stands between the whole part and the decimals, as in CLDR; a test holds it against `Intl`. */
const decimalMarks: Readonly<Record<Language, string>> = { en: '.', lv: ',', ru: ',' };

/** English dates are those of Europe: the day before the month. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv', ru: 'ru' };

/**
 * Everything that is said or written to the resident in one language. Immutable: another language is another `Words`.
 *
 * Plurals and rounded numbers are the affair of `Intl`. Dates, times and quantities are written by the catalogue, because
 * a browser takes longer to load `Intl`'s tables of numbers and dates than for the rest of the first screen; tests hold
 * them against `Intl`.
 */
export class Words {
  readonly language: Language;
  readonly locale: string;
  readonly timeZone: string;
  readonly #device: WordsOptions['device'];
  readonly #bundle: FluentBundle;
  readonly #rough = new Map<string, Intl.NumberFormat>();

  /** `catalogue` is the parsed text of `shared/words/<language>.ftl`. */
  constructor(language: Language, catalogue: Catalogue, { timeZone, device }: WordsOptions) {
    this.language = language;
    this.locale = locales[language];
    this.timeZone = timeZone;
    this.#device = device;
    // No text of ours runs from right to left, and the isolating marks would end up in copied numbers.
    this.#bundle = new FluentBundle(this.locale, { useIsolating: false });
    this.#bundle.addResource({
      body: Object.entries(catalogue).map(([id, value]) => ({ id, value, attributes: {} }) as Message),
    });
  }

  /** A message by its key. A key or variable that is missing is reported and shows as itself: one word must not stop the app. */
  text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const pattern = this.#bundle.getMessage(key)?.value;
    if (pattern === undefined || pattern === null) {
      reportError(new RangeError(`no words for ${key}`));
      return key;
    }
    const errors: Error[] = [];
    const text = this.#bundle.formatPattern(pattern, { device: this.#device, ...counted(values) }, errors);
    for (const error of errors) reportError(error);
    return text;
  }

  service(service: Service): string {
    return this.text(`service-${service}`);
  }

  unit(unit: Unit): string {
    return this.text(`unit-${unit}`);
  }

  /**
   * A scaled value as the face shows it, with the language's decimal mark and, like the face, without thousands marks:
   * 252000 with 3 decimals is `252,000`.
   */
  quantity(value: number, decimals: number): string {
    return formatQuantity(value, decimals).replace('.', this.decimalMark).replace('-', '\u2212');
  }

  /**
   * A scaled value as somebody would say it: two significant digits, and whole units from ten on. 4123 with 3 decimals is
   * `4,1`, 123456 is `123`.
   */
  roughQuantity(value: number, decimals: number): string {
    const digits = value >= 10 ** (decimals + 1) ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 };
    const [name] = Object.keys(digits) as [string];
    let format = this.#rough.get(name);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, { ...digits, useGrouping: false });
      this.#rough.set(name, format);
    }
    // Given as text, so that no digit passes through a float.
    return format.format(formatQuantity(value, decimals) as Intl.StringNumericLiteral);
  }

  /** `,` or `.`: what stands between the whole part and the decimals. */
  get decimalMark(): string {
    return decimalMarks[this.language];
  }

  /** `November 2026`, in the nominative. */
  period(period: Period): string {
    return this.text('period', monthOf(period));
  }

  /** The same where it begins a line: `Ноябрь 2026 г.` */
  periodTitle(period: Period): string {
    const text = this.period(period);
    return text.charAt(0).toLocaleUpperCase(this.locale) + text.slice(1);
  }

  /** `Nov`, for axes and calendar leaves: all three languages are told apart by three letters. */
  shortMonth(period: Period): string {
    return this.text('month', monthOf(period)).slice(0, 3);
  }

  /** `November 2026` after "for": in the case that the language wants there. */
  forPeriod(period: Period): string {
    return this.text('period-for', monthOf(period));
  }

  /** `27 November` in the case that the sentence wants: opens *on*, *from* … *until*. */
  day(day: Day, role: 'on' | 'from' | 'until'): string {
    // Never broken between the number and the month.
    return this.text(`day-${role}`, this.#dayOf(day)).replace(' ', '\u00a0');
  }

  /** `01.11.2026`, `1 Nov 2026`: a day with its year, for tables and terms. */
  date(day: Day): string {
    return this.text('date', { ...this.#dayOf(day), date: day.split('-').reverse().join('.') });
  }

  /** `14:03` */
  time(at: EpochMs): string {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.timeZone);
    return local.toPlainTime().toString({ smallestUnit: 'minute' });
  }

  /** `27 Nov, 14:03`; in full where the year is not the one of `now`. */
  moment(at: EpochMs, now: EpochMs): string {
    const yearOf = (moment: EpochMs) => localDay(moment, this.timeZone).slice(0, 4);
    return this.#moment(yearOf(at) === yearOf(now) ? 'moment-day' : 'moment-year', at);
  }

  /** `27 November 2026, 14:03`, in the nominative. */
  fullMoment(at: EpochMs): string {
    return this.#moment('moment-full', at);
  }

  #moment(key: 'moment-day' | 'moment-year' | 'moment-full', at: EpochMs): string {
    const text = this.text(key, { ...this.#dayOf(localDay(at, this.timeZone)), time: this.time(at) });
    // Never broken between the number and the month.
    return text.replace(/(\d\.?) (?=\p{L}{3})/gu, '$1\u00a0');
  }

  #dayOf(day: Day): Record<'day' | 'month' | 'year' | 'short', string | number> {
    const period = periodOfDay(day);
    return { ...monthOf(period), day: String(Number(day.slice(8))), short: this.shortMonth(period) };
  }
}

/** A number of things below a thousand, which every language here writes in plain digits; its plural is Fluent's affair. */
class Count extends FluentNumber {
  override toString(): string {
    return String(this.value);
  }
}

const isCount = (value: string | number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000;

/** Fluent writes numbers by `Intl.NumberFormat`, which the first screen does without. */
function counted(values: Readonly<Record<string, string | number>>): Record<string, string | number | Count> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isCount(value) ? new Count(value) : value]),
  );
}

const monthOf = (period: Period): { month: number; year: string } => ({
  month: Number(period.slice(5, 7)),
  year: period.slice(0, 4),
});
