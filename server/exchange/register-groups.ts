import type { RegisterCode } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { StoredMeter } from '../meters/queries.ts';
import type { CsvRow } from '../tables/csv-reader.ts';
import type { CellProblem } from '../tables/problems.ts';
import type { Run } from './import-run.ts';
import { digestOf, type Named, namedAgain } from './named-again.ts';

interface Place {
  meter: StoredMeter;
  period: Period;
  /** What the group belongs to besides meter and period; empty where nothing does. */
  scope: string;
}

/** The rows of one meter and period: one for each register (V4). */
export interface RegisterGroup<R extends CsvRow> extends Place {
  rows: Map<RegisterCode, R>;
}

/** What rows have to say alike. */
export interface Comparison<R> {
  /** Must be the same for all registers of a group. */
  about?(row: R): string;
  /** What a row says of its register. */
  says(row: R): string;
  /** A row that says the same again is passed over; otherwise it is refused. */
  passesRepeated?: boolean;
}

/**
 * Gathers rows into groups that have every register of their meter. Rows may stand anywhere in the file; what is not
 * whole waits in memory, which in ordinary files are the few rows around the end of a chunk.
 */
export function collectRegisters<R extends CsvRow>(run: Run, { about, says, passesRepeated = false }: Comparison<R>) {
  const waiting = new Map<string, RegisterGroup<R>>();
  const taken = new Map<string, Named>();
  /** The line of a refused row. */
  const spoilt = new Map<string, number>();
  const refusePart = (row: R, otherLine: number): void =>
    run.refuse(row, [{ column: null, problem: { code: 'part_refused', otherLine } }]);

  return {
    /** A row of the group is refused for what it says: the others must not be taken without it. */
    spoil(row: R, place: Place): void {
      const key = keyOf(place);
      if (!spoilt.has(key)) spoilt.set(key, row.line);
      for (const other of waiting.get(key)?.rows.values() ?? []) refusePart(other, row.line);
      waiting.delete(key);
    },
    /** The whole group, as soon as this row completes it. */
    add(row: R, place: Place & { register: RegisterCode }): RegisterGroup<R> | null {
      const { meter, period, register, scope } = place;
      if (!meter.registers.some(({ code }) => code === register)) {
        run.refuse(row, [{ column: 'register', problem: { code: 'register_unknown', register } }]);
        return null;
      }
      const key = keyOf(place);
      const spoiltLine = spoilt.get(key);
      if (spoiltLine !== undefined) {
        refusePart(row, spoiltLine);
        return null;
      }
      const before = taken.get(`${key}\n${register}`);
      const said = digestOf(says(row));
      if (before) {
        const problem = namedAgain(register, before, said);
        const isPassed = passesRepeated && problem.code === 'row_repeated';
        if (!isPassed) run.refuse(row, [{ column: 'register', problem }]);
        return null;
      }
      const group = waiting.get(key) ?? { meter, period, scope, rows: new Map() };
      const [first] = group.rows.values();
      if (first && about && about(first) !== about(row)) {
        run.refuse(row, [{ column: null, problem: { code: 'differs_from_row', firstLine: first.line } }]);
        return null;
      }
      taken.set(`${key}\n${register}`, { line: row.line, said });
      group.rows.set(register, row);
      if (group.rows.size < meter.registers.length) {
        waiting.set(key, group);
        return null;
      }
      waiting.delete(key);
      return group;
    },
    /** V4: what is not whole at the end is refused, and the register that is missing is named. */
    refuseRest(): void {
      for (const { meter, rows } of waiting.values()) {
        const missing = meter.registers.filter(({ code }) => !rows.has(code));
        const problems: CellProblem[] = missing.map(({ code }) => ({
          column: 'register',
          problem: { code: 'register_missing', register: code },
        }));
        for (const row of rows.values()) run.refuse(row, problems);
      }
      waiting.clear();
    },
  };
}

const keyOf = ({ scope, meter, period }: Place): string => `${scope}\n${meter.id}\n${period}`;
