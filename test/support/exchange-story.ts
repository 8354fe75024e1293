import { join } from 'node:path';
import type { Language } from '../../shared/company.ts';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import { fixture } from './fixtures.ts';

/** Of one company: the golden account as its billing's program writes it, and what its resident fills in to register. */
export interface ExchangeStory {
  company: 'ddzksu' | 'dgservic';
  /** Within the window of July 2017. */
  now: string;
  language: Language;
  account: string;
  /** By the keys of their labels. */
  registration: Readonly<Record<string, string>>;
  /** The path of the file that brings in this kind. */
  file(kind: ExchangeKind): string;
  /** The kinds whose columns have the company's own names. */
  guessed: readonly ExchangeKind[];
}

/** Who registers. */
export const email = 'ivanov@example.com';

export const exchangeStories: readonly ExchangeStory[] = [
  {
    company: 'ddzksu',
    now: '2017-07-28T12:00:00+03:00',
    language: 'lv',
    account: '67930',
    registration: { 'register-number': '67930', 'register-holder': 'ivanovs  IVANS', 'register-email': email },
    file: (kind) => fixture(join('golden', 'ddzksu', `${kind}.xlsx`)),
    guessed: ['accounts', 'readings'],
  },
  {
    company: 'dgservic',
    now: '2017-07-20T12:00:00+03:00',
    language: 'ru',
    account: '679-30',
    registration: {
      'register-holder': 'иванов и.и.',
      'register-number': '679-30',
      'register-phone': '8 900 000 00 01',
      'register-email': email,
    },
    file: (kind) => fixture(join('golden', 'dgservic', `${kind}.csv`)),
    guessed: ['accounts', 'readings', 'payments'],
  },
];
