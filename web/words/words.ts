import { FluentBundle, FluentNumber, type FluentResource } from '@fluent/bundle';
import type { Language } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Service, Unit } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import { formatQuantity } from '../../shared/quantity.ts';
import type { Catalogue } from './catalogue.ts';

type Message = FluentResource['body'][number];

export interface WordsOptions {
  /** The company's, an IANA name: instants are shown as its clocks show them, wherever the resident is. */
  timeZone: string;
  /** What "on this …" calls the device. */
  device: 'phone' | 'computer';
}

const numeric = { day: '2-digit', month: '2-digit' } as const;

/** What stands between the whole part and the decimals, as in CLDR; a test holds it against `Intl`. */
const decimalMarks: Readonly<Record<Language, string>> = { en: '.', lv: ',', ru: ',' };

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

  /** Browsers load their tables of plurals and dates at the first use, which takes longer than all formatting. */
  warmUp(): void {
    new Intl.PluralRules(this.locale).select(1);
    this.time(0);
  }

  service(service: Service): string {
    return this.text(`service-${service}`);
  }

  unit(unit: Unit): string {
    return this.text(`unit-${unit}`);
  }

  /**
   * A scaled value as the face shows it, with the language's decimal mark and, like the face, without thousands marks:
   * 252000 with 3 decimals is `252,000`. Not through `Intl`, whose tables of numbers take a browser longer to load than
   * the rest of the first screen, and whose floats the digits do not need.
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

  #date(name: string, format: Intl.DateTimeFormatOptions, at: EpochMs, timeZone = this.timeZone): string {
    let formatter = this.#dates.get(name);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(this.locale, { ...format, timeZone });
      this.#dates.set(name, formatter);
    }
    return formatter.format(at);
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

/** Counts are written without `Intl.NumberFormat`, for the reason that `quantity` gives. */
function counted(values: Readonly<Record<string, string | number>>): Record<string, string | number | Count> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isCount(value) ? new Count(value) : value]),
  );
}
