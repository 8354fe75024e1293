import { FluentNumber } from '@fluent/bundle';
import type { Company, Language } from '../../shared/company.ts';
import type { StaffId } from '../../shared/ids.ts';
import { rowProblemValues } from '../../shared/row-problem-values.ts';
import type { Reader } from '../db/tables.ts';
import { staffById } from '../staff/queries.ts';
import { type RowProblem, wordsOf } from '../tables/problems.ts';
import { readWords } from '../words.ts';

/** What a file of refused rows says in its last column. */
export interface RefusedWords {
  /** Above the column. */
  heading: string;
  /** Where no column is meant, but the row. */
  row: string;
  problem(problem: RowProblem): string;
}

/** For programs and the command line. */
export const plainWords: RefusedWords = { heading: 'error', row: 'row', problem: wordsOf };

/** Those of the office's pages. */
const says = readWords('../shared/words/office-exchange', { isolating: false });

/** In the language in which whoever brings the file in sees the office. */
export async function refusedWordsFor(db: Reader, { languages }: Company, actor: string): Promise<RefusedWords> {
  const staff = await staffById(db, actor as StaffId);
  return staff ? officeWords((staff.language as Language | null) ?? (languages[0] as Language)) : plainWords;
}

export function officeWords(language: Language): RefusedWords {
  const say = says[language];
  return {
    heading: say('exchange-why'),
    row: say('exchange-line'),
    problem: (problem) => say(`exchange-problem-${problem.code}`, plainNumbers(rowProblemValues(problem))),
  };
}

/** Line 1234 is not line 1,234. */
const plainNumbers = (values: Record<string, string | number>): Record<string, string | FluentNumber> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  );
