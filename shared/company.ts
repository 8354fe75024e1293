import { services } from './meter.ts';
import { currencies } from './money.ts';
import { isDay } from './period.ts';
import { verificationPolicies } from './reading.ts';
import type { StaffRole } from './staff.ts';
import { z } from './zod.ts';

/** The schema of a company profile: everything that differs between two companies and is not data. */

export const languages = ['en', 'lv', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A short text in each of the company's languages. */
const words = z.partialRecord(z.enum(languages), z.string().min(1).max(200));
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters');
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour like #0b6e4f');
const day = z.custom<`${number}-${number}-${number}`>(isDay, 'must be a day like 2026-12-24');
const dayOfMonth = z.int().min(1).max(31);

const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone like Europe/Riga');

const windowRule = z.strictObject({
  opensOn: dayOfMonth,
  closesOn: dayOfMonth,
  timeZone,
  graceHours: z
    .int()
    .min(0)
    .max(24 * 31),
  shift: z.enum(['none', 'next-working-day']),
  holidays: z.array(day),
  building: line(80).optional(),
  service: z.enum(services).optional(),
});

const pattern = z.string().max(200).refine(isPattern, 'must be a regular expression');

/** How one metered service is treated. `possiblePerDay` is in the meter's unit, as text: `"20"`, `"0.5"` (U2). */
const metering = z.strictObject({
  verification: z.enum(verificationPolicies),
  possiblePerDay: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/, 'must be a quantity like 20 or 0.5')
    .nullable(),
});

const phone = z.strictObject({
  kind: z.enum(['customer-service', 'emergency', 'support']),
  label: words,
  number: z.string().regex(/^[+\d][\d ()-]{2,30}$/, 'must be a telephone number'),
});

/** What the form of registration asks for, in its order; hints say where on the receipt it is found, or how to write it. */
const registration = z.strictObject({
  fields: z.array(
    z.strictObject({ field: z.enum(['holder', 'account-number', 'phone', 'email']), hint: words.optional() }),
  ),
  /** Something else that only the holder's papers or meters tell. */
  proof: z.strictObject({ kind: z.enum(['meter-serial', 'last-bill-total']), hint: words.optional() }).optional(),
});

/** EPC069-12; a BIC may be left out since version 002. */
const epcPayment = z.strictObject({
  scheme: z.literal('epc'),
  name: line(70),
  iban: z
    .string()
    .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'must be an IBAN without spaces')
    .refine(isIban, 'must have a right check number'),
  bic: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'must be a BIC of 8 or 11 letters and digits')
    .optional(),
});

/** GOST R 56042-2014. */
const gostPayment = z.strictObject({
  scheme: z.literal('gost'),
  name: line(160),
  personalAcc: z.string().regex(/^\d{20}$/, 'must be 20 digits'),
  bankName: line(45),
  bic: z.string().regex(/^\d{9}$/, 'must be 9 digits'),
  correspAcc: z.string().regex(/^\d{20}$/, 'must be 20 digits'),
  payeeInn: z
    .string()
    .regex(/^\d{10}(\d{2})?$/, 'must be 10 or 12 digits')
    .optional(),
  kpp: z
    .string()
    .regex(/^\d{9}$/, 'must be 9 digits')
    .optional(),
});

/**
 * For how many whole years the law makes the company keep something, also when a person asks to be deleted (GDPR, article 17,
 * 3 b). As we read the laws; the company's lawyer decides.
 *
 * Latvia: Grāmatvedības likums, section 28: source documents (bills, payments) five years, registers (the ledger) ten. Readings
 * are what a bill is proved by, so they last as long as it. Russia: Federal law 402-FZ, article 29, and Tax Code, article 23:
 * five years; readings three (government decree 354, paragraph 31 zh), but they prove a bill there as well. The log as long
 * as claims can be brought that it would answer (Civil Code of Russia, article 196: three years; in Latvia it proves that the
 * company handled data as it had to, five years).
 */
const years = z.int().min(1).max(75);
const retention = z.strictObject({ bills: years, ledger: years, payments: years, readings: years, log: years });

export const companySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'must be 2 to 31 small letters, digits or hyphens, a letter first'),
    name: line(160),
    shortName: line(24),
    /** The first is the one that residents meet first. */
    languages: z.array(z.enum(languages)).min(1),
    currency: z.enum(currencies),
    timeZone,
    website: z.url().optional(),
    phones: z.array(phone).min(1),
    mail: z.strictObject({ address: z.email(), name: line(80) }),
    windows: z.array(windowRule).min(1),
    accountNumber: z.strictObject({ pattern, example: line(40), inputMode: z.enum(['numeric', 'text']) }),
    registration,
    metering: z.record(z.enum(services), metering),
    /** B3: whole months of arrears above which the debt page raises its voice; 0 raises it at once. */
    debtThresholdMonths: z.int().min(0).max(60),
    retention: retention.default({ bills: 5, ledger: 10, payments: 5, readings: 5, log: 5 }),
    payment: z.discriminatedUnion('scheme', [epcPayment, gostPayment]),
    accent: z.strictObject({ light: colour, dark: colour }),
  })
  .superRefine((company, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (new Set(company.languages).size !== company.languages.length) complain(['languages'], 'names a language twice');
    if (!company.windows.some(({ building, service }) => building === undefined && service === undefined)) {
      complain(['windows'], 'has no rule for the whole company');
    }
    if (!company.phones.some(({ kind }) => kind !== 'emergency')) complain(['phones'], 'has no number for questions');
    company.phones.forEach(({ label }, at) => {
      for (const language of company.languages) {
        if (!label[language]) complain(['phones', at, 'label', language], 'is missing');
      }
    });
    const asked = company.registration.fields.map(({ field }) => field);
    for (const needed of ['holder', 'account-number', 'email'] as const) {
      if (!asked.includes(needed)) complain(['registration', 'fields'], `does not ask for ${needed}`);
    }
    if (new Set(asked).size !== asked.length) complain(['registration', 'fields'], 'asks for something twice');
    const { proof } = company.registration;
    const hints = [
      ...company.registration.fields.map(({ hint }, at) => [['fields', at, 'hint'], hint] as const),
      [['proof', 'hint'], proof?.hint] as const,
    ];
    for (const [path, hint] of hints) {
      for (const language of company.languages) {
        if (hint && !hint[language]) complain(['registration', ...path, language], 'is missing');
      }
    }
    // A pattern that is none has its own complaint, and would throw here.
    const { pattern, example } = company.accountNumber;
    if (isPattern(pattern) && !new RegExp(pattern, 'u').test(example)) {
      complain(['accountNumber', 'example'], 'does not fit the pattern');
    }
  });

export type Company = z.infer<typeof companySchema>;

/** What the app itself may know of the company: all but how the office sends its mail. */
export type PublicCompany = Omit<Company, 'mail'> & {
  mail: { address: string };
  /** Residents can pay in the portal: a provider of payments is configured. */
  onlinePayment?: true;
  /** Set by demo servers only: their clock runs this many milliseconds ahead of the true time. */
  demo?: {
    clockAhead: number;
    signIns: { accountNumber: string; password: string; note: Partial<Record<Language, string>> }[];
    /** Who signs in to the demo's office. */
    staff?: readonly DemoStaff[];
  };
};

/** Somebody of a demo's office. The secret (RFC 6238, base32) is for showing the code that an authenticator app would show. */
export interface DemoStaff {
  name: string;
  email: string;
  role: StaffRole;
  password: string;
  secret: string;
}

/** Check digits after ISO 13616 / ISO 7064 MOD 97-10. */
function isIban(text: string): boolean {
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return /^\d+$/.test(digits) && BigInt(digits) % 97n === 1n;
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
