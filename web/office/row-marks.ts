import { type MappingProfile, type RowTest, withoutSource } from '../../shared/mapping-profile.ts';
import { cellTester } from '../../shared/row-test.ts';
import { columnsOf, type File, type FileColumn, placeOfRef } from './mapping.ts';
import { withNames } from './names-row.ts';

/** What each of the first rows is. `block`: it begins one; `out`: it is left out. */
export type RowMark = 'title' | 'names' | 'row' | 'block' | 'out' | 'empty';

type Row = File['rows'][number];

/** By line. */
export function marksOf(file: File, profile: MappingProfile): ReadonlyMap<number, RowMark> {
  const columns = columnsOf(file, profile);
  const begins = profile.heading && testerOf(profile.heading.when, columns);
  const leftOut = profile.leaveOut.map((test) => testerOf(test, columns));
  const names = profile.header ? file.rows.find(({ line }) => line > profile.skipRows)?.line : undefined;
  const markOf = (row: Row): RowMark => {
    if (row.line <= profile.skipRows) return 'title';
    if (row.line === names) return 'names';
    if (firstFilled(row) < 0) return 'empty';
    if (begins?.(row)) return 'block';
    return leftOut.some((test) => test(row)) ? 'out' : 'row';
  };
  return new Map(file.rows.map((row) => [row.line, markOf(row)]));
}

/** In which of the first rows of the table a test finds what it names. */
export function linesOf(file: File, profile: MappingProfile, test: RowTest): number[] {
  const marks = marksOf(file, profile);
  const passes = testerOf(test, columnsOf(file, profile));
  const isBody = ({ line }: Row): boolean => !['title', 'names', 'empty'].includes(marks.get(line) ?? 'title');
  return file.rows.filter((row) => isBody(row) && passes(row)).map(({ line }) => line);
}

/** The profile by which a row, and all that are like it, is what it is said to be. */
export function markedAs(profile: MappingProfile, file: File, line: number, mark: RowMark): MappingProfile {
  const row = file.rows.find((one) => one.line === line);
  if (!row) return profile;
  if (mark === 'names') return withNames(profile, file, { skipRows: line - 1, header: true });
  if (marksOf(file, profile).get(line) === 'names')
    return withNames(profile, file, { skipRows: profile.skipRows, header: false });
  const columns = columnsOf(file, profile);
  const others = profile.leaveOut.filter((test) => !testerOf(test, columns)(row));
  const isBlock = profile.heading !== null && testerOf(profile.heading.when, columns)(row);
  switch (mark) {
    case 'block': {
      const when = testFor(file, profile, row);
      const fields = profile.heading?.fields ?? toldIn(profile, columns, row);
      return { ...profile, leaveOut: others, heading: { when, fields } };
    }
    case 'out':
      return {
        ...profile,
        heading: isBlock ? null : profile.heading,
        leaveOut: [...others, testFor(file, profile, row)].slice(-mostTests),
      };
    default:
      return { ...profile, heading: isBlock ? null : profile.heading, leaveOut: others };
  }
}

const mostTests = 20;

/** What a cell says before its number: `Счётчик №`. Empty where that is nothing. */
export function wordsBefore(cell: string): string {
  const [, words = ''] = /^(\D*[^\p{L}\d])\S*\d/u.exec(cell.trim()) ?? [];
  return words.trim();
}

/**
 * What tells rows like this one from others: the words that its first cell begins with; without words, that a cell is empty
 * which others have filled.
 */
function testFor(file: File, profile: MappingProfile, row: Row): RowTest {
  const columns = columnsOf(file, profile);
  const marks = marksOf(file, profile);
  const at = firstFilled(row);
  const cell = row.cells[at]?.trim() ?? '';
  const column = columns[at]?.ref ?? at + 1;
  const text = (wordsBefore(cell) || (/\d/.test(cell) ? '' : cell)).slice(0, 200);
  if (text !== '') return { column, is: 'beginning', text };
  const others = file.rows.filter((one) => one.line !== row.line && marks.get(one.line) === 'row');
  const filled = columns.map((_, place) => others.filter(({ cells }) => isFilled(cells[place])).length);
  const isTelling = (place: number): boolean => !isFilled(row.cells[place]) && 2 * (filled[place] ?? 0) > others.length;
  const telling = columns.findIndex((_, place) => isTelling(place));
  return telling < 0
    ? { column, is: 'equal', text: cell.slice(0, 200) }
    : { column: columns[telling]?.ref ?? telling + 1, is: 'empty' };
}

/** Whose the block is, where that alone is still missing. */
function toldIn(profile: MappingProfile, columns: readonly FileColumn[], row: Row): MappingProfile['fields'] {
  const [field, ...more] = withoutSource(profile).filter((name) => name === 'account' || name === 'serial');
  const at = firstFilled(row);
  const cell = row.cells[at] ?? '';
  if (field === undefined || more.length > 0 || !/\d/.test(cell)) return {};
  const after = wordsBefore(cell);
  return { [field]: { from: 'column', column: columns[at]?.ref ?? at + 1, ...(after !== '' && { after }) } };
}

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';
const firstFilled = ({ cells }: Row): number => cells.findIndex(isFilled);

function testerOf(test: RowTest, columns: readonly FileColumn[]): (row: Row) => boolean {
  const at = placeOfRef(columns, test.column);
  const passes = cellTester(test);
  return ({ cells }) => at >= 0 && passes(cells[at] ?? '');
}
