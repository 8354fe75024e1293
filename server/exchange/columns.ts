import type { Company } from '../../shared/company.ts';
import { restore } from '../../shared/formula.ts';
import { registerCodes, services, units } from '../../shared/meter.ts';
import { type Day, isDay, isPeriod, type Period } from '../../shared/period.ts';
import { readingKinds, readingSources } from '../../shared/reading.ts';
import { z } from '../../shared/zod.ts';
import type { RowProblem } from './problems.ts';

/** One column of a file: how a cell that is not empty is read, and what an empty one means. */
export interface Column<T> {
  /** required: must be there and filled. present: must be there, cells may be empty. optional: may be missing altogether. */
  presence: 'required' | 'present' | 'optional';
  parse(text: string): { ok: true; value: T } | { ok: false; problem: RowProblem };
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The cells of a row by column: null where an optional one is empty, undefined where the file has no such column. */
export type Cells<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T>
    ? { required: T; present: T | null; optional: T | null | undefined }[C[K]['presence']]
    : never;
};

type Required<T> = Column<T> & { presence: 'required' };
type Present<T> = Column<T> & { presence: 'present' };
type Optional<T> = Column<T> & { presence: 'optional' };

export const good = <T>(value: T) => ({ ok: true as const, value });
export const bad = (problem: RowProblem) => ({ ok: false as const, problem });

export const required = <T>(parse: Column<T>['parse']): Required<T> => ({ presence: 'required', parse });
export const present = <T>(parse: Column<T>['parse']): Present<T> => ({ presence: 'present', parse });
export const optional = <T>(parse: Column<T>['parse']): Optional<T> => ({ presence: 'optional', parse });

export const text = (most: number) => (cell: string) => {
  const value = restore(cell);
  if (value.length > most) return bad({ code: 'cell_too_long', most });
  return /\p{Cc}/u.test(value) ? bad({ code: 'control_character' }) : good(value);
};

export const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (cell: string) =>
    (allowed as readonly string[]).includes(cell) ? good(cell as T) : bad({ code: 'not_one_of', allowed });

const whole = (least: number, most: number) => (cell: string) => {
  const value = /^\d{1,9}$/.test(cell) ? Number(cell) : -1;
  return value >= least && value <= most ? good(value) : bad({ code: 'not_a_whole_number', least, most });
};

export const day = (cell: string) => (isDay(cell) ? good<Day>(cell) : bad({ code: 'not_a_day' }));
export const period = (cell: string) => (isPeriod(cell) ? good<Period>(cell) : bad({ code: 'not_a_period' }));

const emailSchema = z.email().max(254);
const email = (cell: string) =>
  emailSchema.safeParse(cell).success ? good(cell.toLowerCase()) : bad({ code: 'not_an_email' });

/** Read against the register's face once the meter is known. */
const quantity = text(40);

export const accountColumns = ({ accountNumber }: Pick<Company, 'accountNumber'>) => {
  const shape = new RegExp(accountNumber.pattern, 'u');
  const number = text(40);
  return {
    account: required((cell) => {
      const read = number(cell);
      if (!read.ok || shape.test(read.value)) return read;
      return bad({ code: 'account_number_shape', example: accountNumber.example });
    }),
    holder: required(text(160)),
    address: required(text(200)),
    premises: present(text(40)),
    email: optional(email),
    phone: optional(text(40)),
  };
};

export const meterColumns = {
  account: required(text(40)),
  service: required(oneOf(services)),
  serial: required(text(40)),
  place: optional(text(80)),
  register: required(oneOf(registerCodes)),
  unit: required(oneOf(units)),
  digits: required(whole(1, 9)),
  decimals: required(whole(0, 6)),
  ratio: optional(whole(1, 100_000)),
  installedOn: required(day),
  verifiedUntil: optional(day),
  retiredOn: optional(day),
  initial: required(quantity),
  replaces: optional(text(40)),
};

export const readingColumns = {
  account: required(text(40)),
  service: optional(oneOf(services)),
  serial: required(text(40)),
  register: required(oneOf(registerCodes)),
  period: required(period),
  value: required(quantity),
  takenOn: required(day),
  kind: required(oneOf(readingKinds)),
  source: required(oneOf(readingSources)),
};

export const acknowledgementColumns = {
  batch: required(text(40)),
  account: required(text(40)),
  service: optional(oneOf(services)),
  serial: required(text(40)),
  register: required(oneOf(registerCodes)),
  period: required(period),
  state: required(oneOf(['billed', 'refused'] as const)),
  reason: optional(text(400)),
};

export type AccountRow = Cells<ReturnType<typeof accountColumns>>;
export type MeterRow = Cells<typeof meterColumns>;
export type AcknowledgementRow = Cells<typeof acknowledgementColumns>;
