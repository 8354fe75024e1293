import type { CsvRow } from '../tables/csv-reader.ts';
import { type CellProblem, FileRefused, type RefusedRow } from '../tables/problems.ts';
import { byOwnColumns } from '../tables/table.ts';
import type { Carried, Fall, RowExample } from './import-run.ts';

/** So that a wrong file does not fill the memory with its refusals. */
const mostRefused = 100_000;
const mostCarried = 10_000;
const mostExamples = 5;

/**
 * What a run has found so far. What is said inside a slice counts when that slice is written, because an engine may ask to
 * begin it again.
 */
export class Tally {
  readonly refused: RefusedRow[] = [];
  readonly falls: Fall[] = [];
  readonly carried: Carried[] = [];
  carriedCount = 0;
  readonly counts = { created: 0, changed: 0, unchanged: 0, late: 0 };
  readonly examples: Record<keyof Tally['counts'], RowExample[]> = {
    created: [],
    changed: [],
    unchanged: [],
    late: [],
  };
  #pending: (() => void)[] | null = null;

  refuse(from: CsvRow, problems: readonly CellProblem[]): void {
    const { line, cells, forms, heading } = from;
    // Cells are parts of the text that they were read from, and would keep all of it in memory.
    const row = {
      line,
      cells: structuredClone(cells),
      problems: byOwnColumns(from, problems),
      ...(forms && { forms }),
      ...(heading && { heading: structuredClone(heading.cells) }),
    };
    this.say(() => {
      if (this.refused.length >= mostRefused) {
        throw new FileRefused('too_many_refused', `more than ${mostRefused} rows are refused`, line);
      }
      this.refused.push(row);
    });
  }

  /** `row`: the first one in the file that it is about. */
  count(what: keyof Tally['counts'], row: RowExample): void {
    const found = this.examples[what];
    const example = found.length < mostExamples ? { line: row.line, cells: structuredClone(row.cells) } : null;
    this.say(() => {
      this.counts[what]++;
      if (example && found.length < mostExamples) found.push(example);
    });
  }

  report(fall: Fall): void {
    this.say(() => {
      this.falls.push(structuredClone(fall));
    });
  }

  reportCarried(one: Carried): void {
    this.say(() => {
      if (this.carried.length < mostCarried) this.carried.push(one);
      this.carriedCount++;
    });
  }

  /** Does this when the slice that is being written is written, and at once where none is. */
  say(effect: () => void): void {
    if (this.#pending) this.#pending.push(effect);
    else effect();
  }

  /** A slice begins, perhaps again. */
  begin(): void {
    this.#pending = [];
  }

  /** It is written. */
  end(): void {
    const pending = this.#pending ?? [];
    this.#pending = null;
    for (const effect of pending) effect();
  }

  /** It is not. */
  drop(): void {
    this.#pending = null;
  }

  sort(): void {
    this.refused.sort((a, b) => a.line - b.line);
    this.falls.sort((a, b) => a.line - b.line);
  }
}
