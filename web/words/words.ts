import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Service, Unit } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import { formatQuantity } from '../../shared/quantity.ts';

export interface WordsOptions {
  /** The company's, an IANA name: instants are shown as its clocks show them, wherever the resident is. */
  timeZone: string;
  /** What "on this …" calls the device. */
  device: 'phone' | 'computer';
}

const numeric = { day: '2-digit', month: '2-digit' } as const;

/** English dates are those of Europe: the day before the month. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv', ru: 'ru' };

/**
 * Everything that is said or written to the resident in one language: the messages of the catalogue, and dates, times and
 * quantities through `Intl`. Immutable: another language is another `Words`.
 */
export class Words {
  readonly language: Language;
  readonly locale: string;
  readonly timeZone: string;
  readonly #device: WordsOptions['device'];
  readonly #bundle: FluentBundle;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #numbers = new Map<number | 'whole' | 'rough', Intl.NumberFormat>();

  /** `catalogue` is the text of `shared/words/<language>.ftl`. */
  constructor(language: Language, catalogue: string, { timeZone, device }: WordsOptions) {
    this.language = language;
    this.locale = locales[language];
    this.timeZone = timeZone;
    this.#device = device;
    // No text of ours runs from right to left, and the isolating marks would end up in copied numbers.
    this.#bundle = new FluentBundle(this.locale, { useIsolating: false });
    this.#bundle.addResource(new FluentResource(catalogue));
  }

  /** A message by its key. A key or variable that is missing is reported and shows as itself: one word must not stop the app. */
  text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const pattern = this.#bundle.getMessage(key)?.value;
    if (pattern === undefined || pattern === null) {
      reportError(new RangeError(`no words for ${key}`));
      return key;
    }
    const errors: Error[] = [];
    const text = this.#bundle.formatPattern(pattern, { device: this.#device, ...values }, errors);
    for (const error of errors) reportError(error);
    return text;
  }

  /** Browsers load their tables of plurals, numbers and dates at the first use, which takes longer than all formatting. */
  warmUp(): void {
    new Intl.PluralRules(this.locale).select(1);
    this.quantity(0, 3);
    this.time(0);
  }

  service(service: Service): string {
    return this.text(`service-${service}`);
  }

  unit(unit: Unit): string {
    return this.text(`unit-${unit}`);
  }

  /** A scaled value as the face shows it, with the language's decimal mark: 252000 with 3 decimals is `252,000`. */
  quantity(value: number, decimals: number): string {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return this.#number(decimals, digits, formatQuantity(value, decimals)).replace('-', '\u2212');
  }

  /**
   * A scaled value as somebody would say it: two significant digits, and whole units from ten on. 4123 with 3 decimals is
   * `4,1`, 123456 is `123`.
   */
  roughQuantity(value: number, decimals: number): string {
    const text = formatQuantity(value, decimals);
    return value >= 10 ** (decimals + 1)
      ? this.#number('whole', { maximumFractionDigits: 0 }, text)
      : this.#number('rough', { maximumSignificantDigits: 2 }, text);
  }

  /** `,` or `.`: what stands between the whole part and the decimals. */
  get decimalMark(): string {
    return this.quantity(0, 1).charAt(1);
  }

  /** `November 2026`, in the nominative. */
  period(period: Period): string {
    const text = this.#date('period', { month: 'long', year: 'numeric' }, Date.parse(`${period}-15`), 'UTC');
    // "2026. g." and "2026 г." stay together.
    return text.replace(/ (?=[gг]\.)/u, '\u00a0');
  }

  /** The same where it begins a line: `Ноябрь 2026 г.` */
  periodTitle(period: Period): string {
    const text = this.period(period);
    return text.charAt(0).toLocaleUpperCase(this.locale) + text.slice(1);
  }

  /** `Nov`, for axes. */
  shortMonth(period: Period): string {
    return this.#date('short-month', { month: 'short' }, Date.parse(`${period}-15`), 'UTC').replace('.', '');
  }

  /** `November 2026` after "for": in the case that the language wants there. */
  forPeriod(period: Period): string {
    return this.text('period-for', { month: Number(period.slice(5, 7)), year: period.slice(0, 4) });
  }

  /** `27 November` in the case that the sentence wants: opens *on*, *from* … *until*. */
  day(day: Day, role: 'on' | 'from' | 'until'): string {
    const values = { day: String(Number(day.slice(8, 10))), month: Number(day.slice(5, 7)) };
    // Never broken between the number and the month.
    return this.text(`day-${role}`, values).replace(' ', '\u00a0');
  }

  /** `01.11.2026`, `1 Nov 2026`: a day with its year, for tables and terms. */
  date(day: Day): string {
    const form = this.language === 'en' ? ({ day: 'numeric', month: 'short' } as const) : numeric;
    return this.#date('date', { ...form, year: 'numeric' }, Date.parse(`${day}T12:00:00Z`), 'UTC');
  }

  /** `14:03` */
  time(at: EpochMs): string {
    return this.#date('time', { hour: '2-digit', minute: '2-digit' }, at);
  }

  /** `27 Nov, 14:03`; the year only where it is not the one of `now`. */
  moment(at: EpochMs, now: EpochMs): string {
    const year = (of: EpochMs) => this.#date('year', { year: 'numeric' }, of);
    if (year(at) === year(now)) {
      return this.#date('moment', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, at);
    }
    const format = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
    return this.#date('moment-year', format, at);
  }

  /** `27 November 2026, 14:03` */
  fullMoment(at: EpochMs): string {
    const format = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
    return this.#date('full-moment', format, at);
  }

  /** `text` is a number with a point, so that no digit passes through a float. */
  #number(name: number | 'whole' | 'rough', digits: Intl.NumberFormatOptions, text: string): string {
    let format = this.#numbers.get(name);
    if (!format) {
      // A meter's face has no thousands marks; a reading is compared with it digit by digit.
      format = new Intl.NumberFormat(this.locale, { ...digits, useGrouping: false });
      this.#numbers.set(name, format);
    }
    return format.format(text as Intl.StringNumericLiteral);
  }

  #date(name: string, format: Intl.DateTimeFormatOptions, at: EpochMs, timeZone = this.timeZone): string {
    let formatter = this.#dates.get(name);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(this.locale, { ...format, timeZone });
      this.#dates.set(name, formatter);
    }
    return formatter.format(at);
  }
}
