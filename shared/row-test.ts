import { restore } from './formula.ts';
import type { RowTest } from './mapping-profile.ts';

/** In which cells and names of columns are compared. */
const plain = (cell: string): string => restore(cell).trim().toLowerCase();

/** Whether a cell of the column that a test names makes its row one of those that are meant. */
export function cellTester(test: RowTest): (cell: string) => boolean {
  if (test.is === 'empty') return (cell) => plain(cell) === '';
  if (test.is === 'filled') return (cell) => plain(cell) !== '';
  const wanted = test.text.trim().toLowerCase();
  switch (test.is) {
    case 'equal':
      return (cell) => plain(cell) === wanted;
    case 'beginning':
      return (cell) => plain(cell).startsWith(wanted);
    case 'containing':
      return (cell) => plain(cell).includes(wanted);
  }
}
