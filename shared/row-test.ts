import { restore } from './formula.ts';
import type { RowTest } from './mapping-profile.ts';

/** In which cells and names of columns are compared. */
const plain = (cell: string): string => restore(cell).trim().toLowerCase();

/** Whether a cell of the column that a test names makes its row one of those that are meant. */
export function cellTester(test: RowTest): (cell: string) => boolean {
  switch (test.is) {
    case 'empty':
      return (cell) => plain(cell) === '';
    case 'filled':
      return (cell) => plain(cell) !== '';
    default: {
      const wanted = test.text.trim().toLowerCase();
      if (test.is === 'equal') return (cell) => plain(cell) === wanted;
      if (test.is === 'beginning') return (cell) => plain(cell).startsWith(wanted);
      return (cell) => plain(cell).includes(wanted);
    }
  }
}
