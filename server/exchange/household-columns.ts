import type { Company } from '../../shared/company.ts';
import { registerCodes, services, units } from '../../shared/meter.ts';
import { readingKinds, readingSources } from '../../shared/reading.ts';
import { z } from '../../shared/zod.ts';
import {
  bad,
  type Cells,
  day,
  good,
  oneOf,
  optional,
  period,
  present,
  required,
  text,
  whole,
} from '../tables/columns.ts';

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
