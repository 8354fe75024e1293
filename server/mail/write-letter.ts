import type { Company, Language } from '../../shared/company.ts';
import { type Instant, toEpochMs } from '../../shared/instant.ts';
import type { Day } from '../../shared/period.ts';
import { readWords } from '../words.ts';
import type { MailKind } from './intents.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/** What is to be said, in codes and data. */
export interface Draft {
  /** known: a registration with the address of somebody who is a user already; elsewhere: of other premises. */
  kind: MailKind | 'known' | 'known-elsewhere';
  to: string;
  language: Language;
  /** Whom it greets. */
  name: string | null;
  facts: readonly Fact[];
  link: Link | null;
}

export type Fact =
  | readonly ['account' | 'address' | 'meter', string]
  | readonly ['when', Instant]
  | readonly ['until' | 'verified-until', Day];

export interface Link {
  url: string;
  /** Null: it opens nothing by itself, and so it lasts. */
  hours: number | null;
}

/** What is said, in words: the same for the text and the HTML. Values stand between U+2068 and U+2069 (UAX #9). */
export interface Page {
  language: Language;
  company: Company;
  baseUrl: string;
  subject: string;
  greeting: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  link: { url: string; button: string; lasts: string; plain: string } | null;
  /** What else can be done, and what to do if it was not you. */
  after: string[];
  help: string;
  phones: { label: string; number: string }[];
  automatic: string;
}

const words = readWords('mail/words');

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv', ru: 'ru' };

/** The letter in the words of its language, as text and as HTML. Whatever the values hold is shown, and does nothing. */
export function writeLetter(draft: Draft, { company, baseUrl }: { company: Company; baseUrl: string }): Letter {
  const { to, language, name, facts, link } = draft;
  const kind = draft.kind === 'known-elsewhere' ? 'known' : draft.kind;
  const say = words[language];
  const text = say(`${kind}-text`, { company: oneLine(company.shortName) });
  const page: Page = {
    language,
    company,
    baseUrl,
    subject: say(`${kind}-subject`),
    greeting: name === null ? say('greeting-nobody') : say('greeting', { name: oneLine(name) }),
    paragraphs: text.split(/\n\s*\n/),
    facts: facts.map((fact) => ({
      label: say(`fact-${fact[0]}`),
      value: isolated(textOf(fact)),
    })),
    link: link && {
      url: link.url,
      button: say(`${kind}-button`),
      lasts:
        link.hours === null
          ? say('link-sign-in')
          : `${say('link-lasts', { hours: link.hours })} ${say(`${kind}-expired`)}`,
      plain: say('link-plain'),
    },
    after: [...(draft.kind === 'known-elsewhere' ? [say('known-add')] : []), say(`${kind}-not-you`)],
    help: say('help'),
    // An emergency number is not for questions about a letter.
    phones: company.phones
      .filter((phone) => phone.kind !== 'emergency')
      .map(({ label, number }) => ({ label: label[language] ?? '', number })),
    automatic: say('automatic'),
  };
  return { to, language, subject: page.subject, text: letterText(page), html: letterHtml(page) };

  function textOf([of, value]: Fact): string {
    if (of === 'when') return moment(value);
    return of === 'until' || of === 'verified-until' ? day(value) : value;
  }

  function day(on: string): string {
    return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(on));
  }

  function moment(at: Instant): string {
    const format = { dateStyle: 'long', timeStyle: 'short', timeZone: company.timeZone } as const;
    return new Intl.DateTimeFormat(locales[language], format).format(toEpochMs(at));
  }
}

/**
 * One line without signs that break lines, hide text or turn it round. Names and addresses come from billing, where
 * anything may have been typed.
 */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim();

/** As Fluent puts values into its messages. */
const isolated = (text: string): string => `\u2068${oneLine(text)}\u2069`;
