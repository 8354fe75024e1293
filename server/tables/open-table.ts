import type { Language } from '../../shared/company.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { Columns } from './columns.ts';
import { type CsvRow, columnName, readCsv } from './csv-reader.ts';
import type { Encoding } from './encoding.ts';
import { contradictedBy, detectEncoding, type ImportFile, readText } from './import-file.ts';
import { beginsAsJson, readJson } from './json-reader.ts';
import { namesOf, startMapping } from './map-rows.ts';
import { FileRefused } from './problems.ts';
import { type Container, isWorkbook } from './sniff.ts';
import { type BrokenRow, type Header, readHeader, refuseTooWide, type TableRow } from './table.ts';
import { openWorkbook } from './workbook.ts';

export interface TableOptions {
  /** Named by whoever brings the file, before what the profile says. */
  named?: Encoding | undefined;
  /** Those that the texts of the file may be in. */
  languages: readonly Language[];
  /** How the company's own columns are read; null: they are ours. */
  profile?: MappingProfile | null | undefined;
  /** What stands for the file where its encoding is looked for; the whole of it if nothing does. */
  sample?: ImportFile;
}

/** What all files have in common before anybody knows what they are about. */
export interface RawTable {
  container: Container;
  encoding: Encoding;
  /** What the file plainly looks like, where another encoding was named; otherwise null. */
  looksLike: Encoding | null;
  /** Of a workbook: its sheets that are not hidden. */
  sheets: readonly string[];
  /** The rows from the header on, about a thousand at once; anew each time. */
  rows(known: ReadonlySet<string>): AsyncGenerator<CsvRow[]>;
  /** Cells so far, of the last time, that were given as what a formula came to when the file was saved. */
  formulas(): number;
}

export interface TableChunk<C extends Columns> {
  header: Header<C>;
  body: (TableRow<C> | BrokenRow<C>)[];
}

export interface OpenTable extends Omit<RawTable, 'rows'> {
  /** The rows with their cells read, in chunks; anew each time. Throws FileRefused. */
  read<C extends Columns>(columns: C): AsyncGenerator<TableChunk<C>>;
}

/** A file as a table: CSV, JSON or a workbook, by its content. Throws FileRefused where it is none of them. */
export async function openTable(file: ImportFile, options: TableOptions): Promise<OpenTable> {
  const profile = options.profile ?? null;
  const { rows, ...about } = await openRaw(file, options);
  return {
    ...about,
    async *read<C extends Columns>(columns: C) {
      const known = profile ? namesOf(profile) : new Set(Object.keys(columns).map(columnName));
      const mapping = profile && startMapping(profile, columns, { isRagged: about.container === 'csv' });
      let header: Header<C> | null = null;
      for await (const chunk of rows(known)) {
        let from = 0;
        if (header === null && chunk[0]) {
          if (mapping) from = mapping.begin(chunk[0]);
          else from = 1;
          header = mapping ? mapping.header() : readHeader(columns, chunk[0]);
        }
        if (header === null) continue;
        const { read } = header;
        const body = mapping
          ? chunk.slice(from).flatMap((row) => mapping.map(row).map(({ source, mapped }) => read(source, mapped)))
          : (from === 0 ? chunk : chunk.slice(from)).map((row) => read(row));
        yield { header, body };
      }
    },
  };
}

/** The rows as the file writes them. */
export async function openRaw(
  file: ImportFile,
  { named, languages, profile = null, sample = file }: TableOptions,
): Promise<RawTable> {
  const skipLines = profile?.skipRows ?? 0;
  if (await isWorkbook(file)) {
    const book = await openWorkbook(file, { sheet: profile?.sheet ?? null });
    return {
      container: 'xlsx',
      encoding: 'utf-8',
      looksLike: null,
      sheets: book.sheets,
      rows: () => wide(book.rows({ skipLines })),
      formulas: book.formulas,
    };
  }
  const said = named ?? profile?.encoding ?? undefined;
  const encoding = await detectEncoding(sample, { named: said, languages }).catch((error: unknown) => {
    // What a profile remembers of other files gives way to what this one plainly is.
    const isOther = error instanceof FileRefused && error.code === 'encoding_contradicts';
    if (named === undefined && isOther) return detectEncoding(sample, { languages });
    throw error;
  });
  const looksLike = await contradictedBy(sample, encoding === said ? said : undefined);
  const text = () => readText(file, encoding);
  const isJson = await beginsAsJson(text());
  return {
    container: isJson ? 'json' : 'csv',
    encoding,
    looksLike,
    sheets: [],
    rows: (known) =>
      wide(isJson ? readJson(text) : readCsv(text(), known, { separator: profile?.separator ?? null, skipLines })),
    formulas: () => 0,
  };
}

async function* wide(chunks: AsyncGenerator<CsvRow[]>): AsyncGenerator<CsvRow[]> {
  let first = true;
  for await (const chunk of chunks) {
    if (first && chunk[0]) refuseTooWide(chunk[0].cells, chunk[0].line);
    first = false;
    yield chunk;
  }
}
