import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../../shared/formula.ts';
import type { ImportReport } from './import-run.ts';
import { wordsOf } from './problems.ts';

/** The refused rows as they stood in the file, with one more column that says why: to be put right and imported again. */
export function refusedCsv({ header, refused }: Pick<ImportReport, 'header' | 'refused'>): string {
  const rows = refused.map(({ cells, problems }) => {
    const errors = problems.map(({ column, problem }) => `${column ?? 'row'}: ${wordsOf(problem)}`).join('; ');
    const padded = Array.from({ length: header.length }, (_, at) => cells[at] ?? '');
    return [...padded.map(safe), errors];
  });
  return `\ufeff${stringify([[...header, 'error'], ...rows], { record_delimiter: '\r\n' })}`;
}

/** Numbers stay as they are, other cells must not be run by a spreadsheet. */
const safe = (cell: string): string => (/^[+-]?[\d.,]+$/.test(cell) ? cell : neutralise(cell));
