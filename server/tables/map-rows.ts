import { type ExchangeField, exchangeFields } from '../../shared/exchange-fields.ts';
import { neutralise, restore } from '../../shared/formula.ts';
import type { ColumnRef, FieldSource, MappingProfile, RowTest } from '../../shared/mapping-profile.ts';
import { cellTester } from '../../shared/row-test.ts';
import { readDay, readNumber, readPeriod } from './cell-styles.ts';
import { bad, type Columns, good } from './columns.ts';
import { type CsvRow, columnName } from './csv-reader.ts';
import { FileRefused, type RowProblem } from './problems.ts';
import { type Header, type MappedCells, readHeader } from './table.ts';

/** A row of ours, and the row of the file that it was made of. */
export interface MappedRow {
  source: CsvRow;
  mapped: MappedCells;
}

/** A file's own rows on their way to ours, from the first one on. Its headings are remembered, so it reads a file once. */
export interface Mapping<C extends Columns> {
  /** Takes the first row; answers how many of the rows are header. Throws FileRefused where a column is not there. */
  begin(first: CsvRow): 0 | 1;
  header(): Header<C>;
  /** None for a row that is left out or a heading; several for one that has several of ours side by side. */
  map(row: CsvRow): MappedRow[];
}

/** The names of the file's columns that a profile goes by, as `columnName` writes them. */
export function namesOf({ fields, blocks, heading, leaveOut }: MappingProfile): ReadonlySet<string> {
  const sources = [fields, ...blocks, heading?.fields ?? {}].flatMap((group) => Object.values(group));
  const refs = sources.flatMap((source) => (source.from === 'column' ? [source.column] : []));
  const tested = [...leaveOut, ...(heading ? [heading.when] : [])].map(({ column }) => column);
  return new Set([...refs, ...tested].filter((ref) => typeof ref === 'string').map(columnName));
}

type Read = { ok: true; value: string } | { ok: false; problem: RowProblem };

/** A field with its source found in this file. */
interface Place {
  field: ExchangeField;
  source: FieldSource;
  at: number;
  replace: ReadonlyMap<string, string> | null;
  /** What the cell above said. */
  above: { cell: string; read: Read } | null;
}

/** A row of the file under its profile: knows which of its columns a field came from. */
class OwnRow implements CsvRow {
  readonly #row: CsvRow;
  readonly #names: ReadonlyMap<string, string>;
  readonly heading: CsvRow | undefined;

  constructor(row: CsvRow, names: ReadonlyMap<string, string>, heading: CsvRow | null) {
    this.#row = row;
    this.#names = names;
    this.heading = heading ?? undefined;
  }

  get line(): number {
    return this.#row.line;
  }

  get cells(): readonly string[] {
    return this.#row.cells;
  }

  get forms(): CsvRow['forms'] {
    return this.#row.forms;
  }

  own(field: string): string {
    return this.#names.get(field) ?? field;
  }
}

/** `isRagged`: a row that is shorter than the others was cut, as in CSV; rows of a workbook end where their content does. */
export function startMapping<C extends Columns>(
  profile: MappingProfile,
  columns: C,
  { isRagged }: { isRagged: boolean },
): Mapping<C> {
  const all = exchangeFields[profile.kind];
  const named = [profile.fields, ...profile.blocks, profile.heading?.fields ?? {}];
  const used = all.filter(({ name }) => named.some((group) => group[name]));
  let fileNames: readonly string[] = [];
  let width = 0;
  let found: (ref: ColumnRef) => number = () => -1;
  let variants: { names: ReadonlyMap<string, string>; places: (Place | undefined)[]; block: number[] }[] = [];
  let headingPlaces: Place[] = [];
  let leaveOut: ((row: CsvRow) => boolean)[] = [];
  let isHeading: (row: CsvRow) => boolean = () => false;
  let heading: { row: CsvRow; values: ReadonlyMap<string, Read> } | null = null;
  let firstLine = 1;

  function begin(first: CsvRow): 0 | 1 {
    firstLine = first.line;
    fileNames = profile.header ? first.cells.map(restore) : [];
    found = finder(fileNames, profile, first.line);
    const place = (group: MappingProfile['fields']) => (field: ExchangeField) => {
      const source = group[field.name];
      return source && placeOf(field, source, found);
    };
    headingPlaces = used.map(place(profile.heading?.fields ?? {})).filter((one) => one !== undefined);
    const blocks = profile.blocks.length > 0 ? profile.blocks : [{}];
    variants = blocks.map((block) => {
      const places = used.map(place({ ...profile.fields, ...block }));
      const own = places.filter((one) => one && block[one.field.name] && one.at >= 0) as Place[];
      return { places, names: ownNames(places, headingPlaces), block: own.map(({ at }) => at) };
    });
    leaveOut = profile.leaveOut.map((test) => tester(test, found));
    if (profile.heading) isHeading = tester(profile.heading.when, found);
    const reached = variants.flatMap(({ places }) => places.map((one) => one?.at ?? -1));
    width = profile.header ? first.cells.length : Math.max(0, ...reached) + 1;
    return profile.header ? 1 : 0;
  }

  const ownNames = (places: readonly (Place | undefined)[], above: readonly Place[]): ReadonlyMap<string, string> =>
    new Map(
      [...above, ...places.filter((one) => one !== undefined)].map(({ field, at }) => [
        field.name,
        at < 0 ? field.name : fileNames[at]?.trim() || `#${at + 1}`,
      ]),
    );

  function map(row: CsvRow): MappedRow[] {
    const { cells } = row;
    if (!row.broken && cells.every((cell) => cell.trim() === '')) return [];
    if (profile.heading && isHeading(row)) {
      heading = { row, values: new Map(headingPlaces.map((one) => [one.field.name, readField(one, row, profile)])) };
      return [];
    }
    if (leaveOut.some((test) => test(row))) return [];
    const isShort = isRagged && cells.length < width;
    const whole: RowProblem | null = isShort
      ? { code: 'cells_missing', expected: width, found: cells.length }
      : profile.heading && headingPlaces.length > 0 && !heading
        ? { code: 'heading_missing' }
        : null;
    return variants
      .filter(({ block }) => block.length === 0 || block.some((at) => (cells[at] ?? '').trim() !== ''))
      .map(({ places, names }) => {
        const problems = new Map<string, RowProblem>();
        const mapped = places.map((one, at) => {
          const { name } = used[at] as ExchangeField;
          const read = one ? readField(one, row, profile) : (heading?.values.get(name) ?? good(''));
          if (read.ok) return read.value;
          problems.set(name, read.problem);
          return '';
        });
        return { source: new OwnRow(row, names, heading?.row ?? null), mapped: { cells: mapped, problems, whole } };
      });
  }

  return {
    begin,
    header() {
      const ours = readHeader(columns, { line: firstLine, cells: used.map(({ name }) => name) });
      const taken = new Set(
        [...headingPlaces, ...variants.flatMap(({ places }) => places)].flatMap((one) => (one ? [one.at] : [])),
      );
      const names = fileNames.length > 0 ? fileNames : Array.from({ length: width }, (_, at) => `#${at + 1}`);
      return { ...ours, names, ignored: fileNames.filter((name, at) => name.trim() !== '' && !taken.has(at)) };
    },
    map,
  };
}

function placeOf(field: ExchangeField, source: FieldSource, find: (ref: ColumnRef) => number): Place {
  if (source.from === 'constant') return { field, source, at: -1, replace: null, above: null };
  const table = Object.entries(source.replace ?? {}).map(([from, to]) => [columnName(from), to] as const);
  return { field, source, at: find(source.column), replace: table.length > 0 ? new Map(table) : null, above: null };
}

/** Where the columns stand that a profile names. */
function finder(names: readonly string[], { header }: MappingProfile, line: number): (ref: ColumnRef) => number {
  const found = names.map(columnName);
  return (ref) => {
    if (typeof ref === 'number') {
      if (header && ref > names.length) throw missing(`number ${ref}`, line);
      return ref - 1;
    }
    const at = found.indexOf(columnName(ref));
    if (at < 0) throw missing(ref, line);
    if (found.lastIndexOf(columnName(ref)) !== at) {
      throw new FileRefused('column_double', `the file has the column ${ref} twice`, line);
    }
    return at;
  };
}

const missing = (column: string, line: number): FileRefused =>
  new FileRefused('profile_column_missing', `the file has no column ${column}, which the profile names`, line);

function tester(test: RowTest, find: (ref: ColumnRef) => number): (row: CsvRow) => boolean {
  const at = find(test.column);
  const passes = cellTester(test);
  return (row) => passes(row.cells[at] ?? '');
}

function readField(place: Place, row: CsvRow, profile: MappingProfile): Read {
  const { source, at, replace } = place;
  if (source.from === 'constant') return good(neutralise(source.value));
  const broken = row.broken?.get(at);
  if (broken) return bad(broken);
  const written = row.cells[at] ?? '';
  const form = row.forms?.[at] ?? 'text';
  if (source.fillDown && written.trim() === '') return place.above?.read ?? good('');
  // Files say the same again and again: days, months, services.
  const cell = form === 'text' ? written : `${form} ${written}`;
  if (place.above?.cell === cell) return place.above.read;
  let text = restore(written).trim();
  if (source.after !== undefined && columnName(text).startsWith(columnName(source.after))) {
    text = text.slice(source.after.trim().length).trim();
  }
  const replaced = replace?.get(columnName(text));
  const read =
    replaced !== undefined
      ? good(neutralise(replaced))
      : replace && source.otherwise === 'refuse' && text !== ''
        ? bad({ code: 'not_replaced', text })
        : readStyled(text, form, place, profile);
  place.above = { cell, read };
  return read;
}

function readStyled(
  text: string,
  form: NonNullable<CsvRow['forms']>[number],
  place: Place,
  profile: MappingProfile,
): Read {
  const source = place.source as Extract<FieldSource, { from: 'column' }>;
  if (text === '') return good('');
  switch (place.field.form) {
    case 'day':
      return readDay(text, source.dates ?? profile.dates, form);
    case 'period':
      return readPeriod(text, source.dates ?? profile.dates, form);
    case 'number':
      return readNumber(text, source.numbers ?? profile.numbers, form);
    case 'text':
      return good(neutralise(text));
  }
}
