import { neutralise } from '../../shared/formula.ts';
import { type CsvRow, columnName, longestRow, rowsAtOnce } from './csv-reader.ts';
import { FileRefused } from './problems.ts';
import { mostColumns, tooWide } from './table.ts';

/**
 * The rows of a JSON file, which is a list of objects, or one object after the other (JSON Lines), up to a thousand at
 * once. The first one stands for the header: every name that any object has. An object without one of them has an empty
 * cell there, as in CSV. The file is read twice. Throws FileRefused where it is no such list.
 */
export async function* readJson(open: () => AsyncIterable<string>): AsyncGenerator<CsvRow[]> {
  const names = new Map<string, string>();
  let firstLine = 1;
  for await (const { line, values } of objectsIn(open())) {
    if (names.size === 0) firstLine = line;
    for (const name of Object.keys(values)) if (!names.has(columnName(name))) names.set(columnName(name), name);
    // Each row will have a cell for every one of them.
    if (names.size > mostColumns) throw tooWide(line);
  }
  if (names.size === 0) return;
  const columns = [...names.keys()];
  let rows: CsvRow[] = [{ line: firstLine, cells: [...names.values()] }];
  for await (const { line, values } of objectsIn(open())) {
    const cells = new Map(Object.entries(values).map(([name, value]) => [columnName(name), cellOf(value, name, line)]));
    rows.push({ line, cells: columns.map((name) => cells.get(name) ?? '') });
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Whether a text is JSON rather than CSV: no header begins like that. */
export async function beginsAsJson(chunks: AsyncIterable<string>): Promise<boolean> {
  for await (const text of chunks) {
    const [first] = text.trimStart();
    if (first !== undefined) return first === '[' || first === '{';
  }
  return false;
}

/** Columns take off what keeps a spreadsheet from running a cell. Nobody put it on here, so it is put on first. */
function cellOf(value: unknown, name: string, line: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return neutralise(value);
  // Account and serial numbers of many digits would be others than were written.
  const isExact = typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value));
  if (isExact) return String(value);
  throw new FileRefused('json_cell', `${name} is neither a text nor a number that is exact`, line);
}

/** Each object with the line on which it begins, one at a time, so that no file is too large. */
async function* objectsIn(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ line: number; values: Readonly<Record<string, unknown>> }> {
  let line = 1;
  let inList = false;
  //  start ─[─▶ first ─{…}─▶ next ─,─▶ object ─{…}─▶ next …  ─]─▶ end
  //  start ─{…}─▶ next ─{…}─▶ next …
  let awaits: 'start' | 'first' | 'object' | 'next' | 'end' = 'start';
  // The object that is being read.
  let text = '';
  let firstLine = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at] as string;
      if (sign === '\n') line++;
      if (depth > 0) {
        if (inString) {
          if (escaped) escaped = false;
          else if (sign === '\\') escaped = true;
          else if (sign === '"') inString = false;
        } else if (sign === '"') inString = true;
        else if (sign === '{' || sign === '[') depth++;
        else if (sign === '}' || sign === ']') depth--;
        if (depth > 0) continue;
        yield { line: firstLine, values: parse(text + chunk.slice(from, at + 1), firstLine) };
        text = '';
        awaits = 'next';
      } else if (sign === '{' && awaits !== 'end' && !(awaits === 'next' && inList)) {
        depth = 1;
        firstLine = line;
        from = at;
      } else if (sign === '[' && awaits === 'start') {
        inList = true;
        awaits = 'first';
      } else if (sign === ',' && inList && awaits === 'next') awaits = 'object';
      else if (sign === ']' && (awaits === 'first' || (inList && awaits === 'next'))) awaits = 'end';
      else if (!/\s/.test(sign)) throw noList(line);
    }
    if (depth > 0) text += chunk.slice(from);
    if (text.length > longestRow) throw new FileRefused('not_text', 'an object has no end', firstLine);
  }
  if (depth > 0 || (inList && awaits !== 'end')) {
    throw new FileRefused('json_broken', 'the list of objects has no end (was the file cut?)', line);
  }
}

function parse(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new FileRefused('json_broken', 'the object that begins here is no JSON', line);
  }
}

const noList = (line: number): FileRefused =>
  new FileRefused('json_broken', 'the file is no list of objects from here on', line);
