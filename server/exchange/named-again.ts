import { hash } from 'node:crypto';
import type { RowProblem } from '../tables/problems.ts';

/** A row that was the first in its file to name an account or a register, and what it says of it, as a digest. */
export interface Named {
  line: number;
  said: string | number;
}

/** Short, because one of every row stays in memory. */
export const digestOf = (said: string): string => hash('sha256', said, 'base64').slice(0, 16);

/** What is wrong with a row about something (`name`) that its file has named before. */
export const namedAgain = (
  name: string,
  before: Named,
  said: string | number,
): Extract<RowProblem, { code: 'row_repeated' | 'named_twice' }> =>
  before.said === said
    ? { code: 'row_repeated', firstLine: before.line }
    : { code: 'named_twice', name, firstLine: before.line };
