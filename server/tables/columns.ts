import { restore } from '../../shared/formula.ts';
import { type Day, isDay, isPeriod, type Period } from '../../shared/period.ts';
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

export const whole = (least: number, most: number) => (cell: string) => {
  const value = /^\d{1,9}$/.test(cell) ? Number(cell) : -1;
  return value >= least && value <= most ? good(value) : bad({ code: 'not_a_whole_number', least, most });
};

export const day = (cell: string) => (isDay(cell) ? good<Day>(cell) : bad({ code: 'not_a_day' }));
export const period = (cell: string) => (isPeriod(cell) ? good<Period>(cell) : bad({ code: 'not_a_period' }));
