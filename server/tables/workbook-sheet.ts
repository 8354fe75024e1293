import { neutralise } from '../../shared/formula.ts';
import { type CellForm, type CsvRow, longestRow, rowsAtOnce } from './csv-reader.ts';
import { FileRefused, type RowProblem } from './problems.ts';
import { mostColumns } from './table.ts';
import type { BookParts } from './workbook.ts';
import { isNumber, shownNumber } from './workbook-numbers.ts';
import { unescaped } from './workbook-strings.ts';
import { type Attributes, brokenWorkbook, type XmlHandlers } from './workbook-xml.ts';

class SheetRow implements CsvRow {
  readonly line: number;
  readonly cells: string[] = [];
  forms?: CellForm[];
  broken?: Map<number, RowProblem>;
  /** Cells whose texts stand elsewhere, by place and number. */
  shared: number[] | null = null;

  constructor(line: number) {
    this.line = line;
  }

  put(at: number, text: string, form: CellForm): void {
    while (this.cells.length < at) this.cells.push('');
    this.cells[at] = text;
    if (form === 'text' && !this.forms) return;
    this.forms ??= [];
    this.forms[at] = form;
  }

  spoil(at: number, text: string, problem: RowProblem): void {
    this.put(at, text, 'text');
    this.broken ??= new Map();
    this.broken.set(at, problem);
  }
}

/** The cell that is being read. */
interface Cell {
  at: number;
  type: string;
  style: number;
  text: string;
  hasValue: boolean;
  hasFormula: boolean;
}

/**
 * The cells of a sheet (ECMA-376 part 1, § 18.3.1) as texts. Of merged cells the first has the content. Texts that a spreadsheet
 * would run get the apostrophe that columns take off, because nobody put it on here.
 */
export async function* readSheet(
  read: (handlers: XmlHandlers) => AsyncGenerator<void>,
  { strings, forms, from }: BookParts,
  { skipLines, onFormula }: { skipLines: number; onFormula: () => void },
): AsyncGenerator<CsvRow[]> {
  let rows: SheetRow[] = [];
  let row: SheetRow | null = null;
  let cell: Cell | null = null;
  let line = 0;
  let place = -1;
  let inData = false;
  let isDone = false;
  let inText = false;
  let inPhonetics = false;

  function open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') inData = true;
    if (!inData) return;
    if (name === 'row') {
      const next = attributes.r === undefined ? line + 1 : Number(attributes.r);
      if (!(next > line)) throw brokenWorkbook(`row ${attributes.r} does not come after row ${line}`);
      line = next;
      place = -1;
      row = new SheetRow(line);
    } else if (name === 'c') {
      place = attributes.r === undefined ? place + 1 : placeOf(attributes.r);
      const { t: type = 'n', s = '0' } = attributes;
      cell = { at: place, type, style: Number(s), text: '', hasValue: false, hasFormula: false };
    } else if (cell && name === 'f') cell.hasFormula = true;
    else if (cell && name === 'v') {
      cell.hasValue = true;
      inText = true;
    } else if (name === 'rPh') inPhonetics = true;
    else if (cell && name === 't' && !inPhonetics) {
      cell.hasValue = true;
      inText = true;
    }
  }

  function text(some: string): void {
    if (!inText || !cell) return;
    cell.text += some;
    if (cell.text.length > longestRow) throw new FileRefused('row_too_long', 'a cell has no end', line);
  }

  function close(name: string): void {
    if (name === 'v' || name === 't') inText = false;
    else if (name === 'rPh') inPhonetics = false;
    else if (name === 'c') {
      if (row && cell && line > skipLines) take(row, cell);
      cell = null;
    } else if (name === 'row') {
      if (row && row.cells.length > 0) rows.push(row);
      row = null;
    } else if (name === 'sheetData') {
      inData = false;
      isDone = true;
    }
  }

  function take(into: SheetRow, { at, type, style, text: content, hasValue, hasFormula }: Cell): void {
    if (hasFormula && hasValue) onFormula();
    if (!hasValue) {
      if (hasFormula) putIn(into, at).spoil(at, '', { code: 'formula_without_value' });
      return;
    }
    if (content === '') return;
    putIn(into, at);
    switch (type) {
      case 's': {
        if (!/^\d{1,9}$/.test(content)) throw brokenWorkbook(`line ${line} names a text by no number`);
        into.put(at, '', 'text');
        into.shared ??= [];
        into.shared.push(at, Number(content));
        return;
      }
      case 'str':
      case 'inlineStr':
        into.put(at, neutralise(unescaped(content)), 'text');
        return;
      case 'b':
        into.put(at, content === '1' ? 'true' : 'false', 'text');
        return;
      case 'e':
        into.spoil(at, content, { code: 'cell_error', text: content });
        return;
      case 'd':
        into.put(at, content.replace(/T00:00:00(\.0*)?Z?$/, '').replace('T', ' '), 'day');
        return;
    }
    if (!isNumber(content)) throw brokenWorkbook(`line ${line} has a number that is none`);
    const shown = shownNumber(content, forms[style] ?? 'number', from);
    if (shown.ok) into.put(at, shown.value, shown.form);
    else into.spoil(at, content, shown.problem);
  }

  /** The row, which has room there. */
  function putIn(into: SheetRow, at: number): SheetRow {
    if (at < mostColumns) return into;
    throw new FileRefused('too_many_columns', `the sheet has more than ${mostColumns} columns`, line);
  }

  let width: number | null = null;
  async function whole(some: SheetRow[]): Promise<SheetRow[]> {
    let last = -1;
    for (const { shared } of some) {
      for (let at = 1; at < (shared?.length ?? 0); at += 2) last = Math.max(last, shared?.[at] as number);
    }
    if (last >= 0) await strings.upTo(last);
    for (const one of some) {
      const { shared, cells } = one;
      for (let at = 0; at < (shared?.length ?? 0); at += 2) {
        cells[shared?.[at] as number] = neutralise(strings.at(shared?.[at + 1] as number));
      }
      one.shared = null;
      if (lengthOf(cells) > longestRow) throw new FileRefused('row_too_long', 'a row has no end', one.line);
      width ??= cells.length;
      // Empty cells at the end of a row are not written.
      while (cells.length < width) cells.push('');
    }
    return some.filter(({ cells, broken }) => broken || cells.some((content) => content.trim() !== ''));
  }

  let isFirst = true;
  for await (const _ of read({ open, text, close })) {
    // The first rows come at once: somebody may want no others.
    if (rows.length < (isFirst ? 1 : rowsAtOnce) && !isDone) continue;
    const some = await whole(rows.splice(0));
    if (some.length > 0) {
      isFirst = false;
      yield some;
    }
    if (isDone) return;
  }
  rows = await whole(rows);
  if (rows.length > 0) yield rows;
}

/** A few bytes name a text of many: as in CSV, what counts is how long the row is with all of them. */
const lengthOf = (cells: readonly string[]): number => cells.reduce((sum, { length }) => sum + length, 0);

/** `B5` is the second column: 1. */
function placeOf(reference: string): number {
  let number = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
    if (number > 16_384) break;
  }
  if (number < 1 || number > 16_384) throw brokenWorkbook(`there is no cell ${reference}`);
  return number - 1;
}
