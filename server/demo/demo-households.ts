import type { Language } from '../../shared/company.ts';
import type { ConversationTopic } from '../../shared/conversation.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RegisterCode, Service, Unit } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { DemoBilling, DemoTariffs } from './demo-tariffs.ts';

/** Invented people and their meters. Days are counted from the day on which the demo is first started. */

export interface DemoRegister {
  code: RegisterCode;
  /** What a usual month uses, in the meter's unit. */
  perMonth: number;
  /** What it shows at the start of the history; with `endAt`, at its end instead. */
  startAt?: string;
  endAt?: string;
  initial?: string;
}

export interface DemoMeter {
  service: Service;
  serial: string;
  place: string;
  unit: Unit;
  digits: number;
  decimals: number;
  registers: readonly DemoRegister[];
  /** Months before the first start. */
  installedMonthsAgo: number;
  /** Days after the first start. */
  verifiedForDays?: number;
  retiredMonthsAgo?: number;
  replaces?: string;
  /** A month of the year without use: nobody was home. */
  awayIn?: number;
  /** Billing estimated it so many months before the first start. */
  estimatedMonthsAgo?: number;
}

export interface DemoAccount {
  number: string;
  holder: string;
  address: string;
  premises: string;
  email: string;
  phone: string;
  meters: readonly DemoMeter[];
  billing: DemoBilling;
}

export interface DemoUser {
  name: string;
  email: string;
  language: Language;
  accounts: readonly string[];
  note: Partial<Record<Language, string>>;
}

/** What somebody has written to the office, and what was said since, each so many hours before the first start. */
export interface DemoLetter {
  account: string;
  topic: ConversationTopic;
  said: readonly { by: 'resident' | 'office'; hoursAgo: number; text: string }[];
}

export interface Households {
  accounts: readonly DemoAccount[];
  users: readonly DemoUser[];
  letters: readonly DemoLetter[];
  tariffs: DemoTariffs;
  /** Readings of fixed days, exactly as they are. */
  fixed?: FixedHistory;
}

/** An account whose meters and readings keep their own dates. */
export interface FixedHistory {
  account: Omit<DemoAccount, 'meters' | 'billing'>;
  meters: readonly {
    service: Service;
    serial: string;
    register: RegisterCode;
    unit: Unit;
    digits: number;
    decimals: number;
    installedOn: Day;
    retiredOn: Day | null;
    initial: string;
    replaces: string | null;
  }[];
  readings: readonly { serial: string; register: RegisterCode; period: Period; value: string; takenOn: Day }[];
  /** Files of billing, row by row. */
  bills: Readonly<Record<'statements' | 'ledger' | 'payments', readonly Readonly<Record<string, string>>[]>>;
  /** When the readings of a period came. */
  receivedAt: Readonly<Partial<Record<Period, Instant>>>;
}
