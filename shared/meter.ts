import type { AccountId, MeterId } from './ids.ts';
import { type Day, type Period, periodOfDay } from './period.ts';
import type { Face } from './quantity.ts';

/** V4: `B` is the only register of a single-tariff meter; `T1` … `T4` are the tariffs of the others. */
export const registerCodes = ['B', 'T1', 'T2', 'T3', 'T4'] as const;
export type RegisterCode = (typeof registerCodes)[number];

export const services = ['cold-water', 'hot-water', 'gas', 'liquefied-gas', 'electricity', 'heating'] as const;
/** What is metered. Billing's services (sewerage, maintenance) are more; these are the ones with a meter. */
export type Service = (typeof services)[number];

export const units = ['m3', 'kWh', 'MWh', 'Gcal', 'kg'] as const;
export type Unit = (typeof units)[number];

export interface Register extends Face {
  code: RegisterCode;
  /** The value at installation: the floor of the first reading (not always zero, M6). */
  initial: number;
}

/** A meter as residents' devices hold it. */
export interface Meter {
  id: MeterId;
  account: AccountId;
  service: Service;
  serial: string;
  /** Where it hangs: "kitchen", "riser 2". Empty when billing does not say. */
  place: string;
  unit: Unit;
  /** Transformer ratio: use is the difference times this. A whole number, nearly always 1. */
  ratio: number;
  installedOn: Day;
  verifiedUntil: Day | null;
  retiredOn: Day | null;
  /** The meter whose place this one took (M6). */
  replaces: MeterId | null;
  registers: readonly Register[];
}

/** As they stand on the meter, one below the other, and as they are asked for: in the order of their codes. */
export const registersInOrder = (registers: readonly Register[]): readonly Register[] =>
  registers.toSorted((a, b) => registerCodes.indexOf(a.code) - registerCodes.indexOf(b.code));

/** Values by register code, in the smallest unit of each register's face. */
export type RegisterValues = Readonly<Partial<Record<RegisterCode, number>>>;

export const isRegisterCode = (code: unknown): code is RegisterCode =>
  typeof code === 'string' && (registerCodes as readonly string[]).includes(code);

/** M7: the period comes after the month in which the meter was taken out. */
export const isRetired = ({ retiredOn }: Pick<Meter, 'retiredOn'>, period: Period): boolean =>
  retiredOn !== null && period > periodOfDay(retiredOn);
