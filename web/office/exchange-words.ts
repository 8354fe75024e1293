import type { UndoObstacle } from '../../shared/exchange-desk.ts';
import { isPeriod } from '../../shared/period.ts';
import { rowProblemValues } from '../../shared/row-problem-values.ts';
import type { Words } from '../words/words.ts';
import type { Failure, PdfProblem, RowProblem, UndoReport } from './exchange-types.ts';

/** What files and their rows are called, and what is wrong with them. */

export const numberText = (words: Words, value: number): string => new Intl.NumberFormat(words.locale).format(value);

/** `Accounts`, also of a batch: `readings-out`, `pdfs`. */
export const kindText = (words: Words, kind: string): string => words.text(`exchange-kind-${kind}`);

/** `34 rows`, `1 bill`. `of`: `rows`, `files`, or what a file of the kind is made of. */
export const countedText = (words: Words, count: number, of: string): string =>
  words.text(`exchange-counted-${of}`, { count, number: numberText(words, count) });

const linesOf: Readonly<Record<string, string>> = { pdfs: 'files', 'readings-out': 'readings' };

/** How much the file of a batch holds. */
export const inFileText = (words: Words, { kind, rows }: { kind: string; rows: number }): string =>
  countedText(words, rows, linesOf[kind] ?? 'rows');

/** A column of ours as the office calls it. */
export const fieldText = (words: Words, field: string): string => words.text(`exchange-field-${field}`);

/** `3,4 MB` */
export function sizeText(words: Words, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(words.locale, options).format(Math.max(value, 0.1));
}

/** What is wrong with a row, after the name of its column. */
export const rowProblemText = (words: Words, problem: RowProblem | { code: string }): string =>
  words.text(`exchange-problem-${problem.code}`, rowProblemValues(problem));

/** Why nothing can be made of a file as a whole. */
export function fileProblemText(words: Words, { code, line }: Pick<Failure, 'code' | 'line'>): string {
  const text = words.text(`exchange-file-${code}`);
  return line === null ? text : words.text('exchange-file-line', { line, text });
}

export const pdfProblemText = (words: Words, problem: PdfProblem): string =>
  words.text(`exchange-pdf-${problem.code}`, 'most' in problem ? { most: problem.most / 1024 / 1024 } : {});

export const obstacleText = (words: Words, why: UndoObstacle): string => words.text('problem-undo_refused', { why });

/** Why a row stays that a batch brought. */
export const leftText = (words: Words, { reason }: UndoReport['left'][number]): string => {
  const since = 'batch' in reason && reason.batch !== null ? 'changed_by_batch' : reason.code;
  return words.text(`exchange-left-${since}`);
};

/** A month where it is one, else as it stands. */
export const nameText = (words: Words, name: string): string => (isPeriod(name) ? words.periodTitle(name) : name);
