import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import { type ReadingOutRow, readingsOutColumns } from '../../server/exchange/readings-out-file.ts';
import { readingsWorkbook } from '../../server/exchange/readings-workbook.ts';
import { refusedFile } from '../../server/exchange/refused-file.ts';

/**
 * Opens what we write as XLSX in LibreOffice, has it write CSV, and compares that with what was written. By hand, where LibreOffice is
 * installed: `npm run build:code && node dist/test/by-hand/libreoffice.js`.
 */

const numbers: ReadonlySet<string> = new Set(['previous', 'value', 'consumption']);
const folder = mkdtempSync(join(tmpdir(), 'meterbook-libreoffice-'));

/** As LibreOffice shows the cells; commas between them, UTF-8, all texts in quotation marks. */
async function throughLibreOffice(name: string, file: AsyncIterable<Uint8Array>): Promise<string[][]> {
  const path = join(folder, `${name}.xlsx`);
  await pipeline(Readable.from(file), createWriteStream(path));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--outdir',
      folder,
      path,
    ],
    { stdio: 'pipe', timeout: 120_000 },
  );
  return parse(readFileSync(join(folder, `${name}.csv`)), { relax_column_count: true }) as string[][];
}

const texts = [
  '007',
  '=1+1',
  '+371 20000000',
  '-12',
  '@home',
  'O\'Brien "x", y',
  'Šķēle Ķ',
  'Жукова',
  '1E+05',
  '2026-03-31',
  'a\nb',
  'ends _x000D_',
];
const rows = Array.from(
  { length: 5000 },
  (_, at): ReadingOutRow => ({
    batch: '019a0000-0000-7000-8000-000000000001',
    account: String(at).padStart(6, '0'),
    holder: texts[at % texts.length] ?? '',
    address: `Rīgas iela ${at}`,
    service: 'cold-water',
    serial: `${'0'.repeat(at % 5)}${at}`,
    register: 'B',
    period: '2026-03',
    previous: (at / 8).toFixed(3),
    value: (at / 8 + 1.5).toFixed(3),
    consumption: at % 7 === 0 ? '' : '1.500',
    unit: 'm3',
    capturedAt: '2026-03-31T09:00:00.000Z',
    receivedAt: '2026-03-31T09:00:01.000Z',
    source: 'resident',
    flags: '',
  }),
);

async function* inChunks(): AsyncGenerator<ReadingOutRow[]> {
  for (let at = 0; at < rows.length; at += 700) yield rows.slice(at, at + 700);
}

try {
  const readings = await throughLibreOffice('readings', readingsWorkbook(inChunks()));
  assert.deepEqual(readings, [
    [...readingsOutColumns],
    // LibreOffice writes numbers without the zeros that the cell shows.
    ...rows.map((row) =>
      readingsOutColumns.map((column) =>
        numbers.has(column) && row[column] !== '' ? String(Number(row[column])) : row[column],
      ),
    ),
  ]);

  const refused = await throughLibreOffice(
    'refused',
    refusedFile(
      {
        header: ['account', 'date', 'amount'],
        refused: [
          {
            line: 2,
            cells: ['007', '2026-03-31', '12.5'],
            forms: ['text', 'day', 'number'],
            problems: [{ column: 'account', problem: { code: 'account_unknown' } }],
          },
        ],
      },
      { container: 'xlsx' },
    ).bytes,
  );
  assert.deepEqual(refused, [
    ['account', 'date', 'amount', 'error'],
    ['007', '2026-03-31', '12.5', 'account: is no account'],
  ]);
  process.stdout.write(`LibreOffice reads what we write: ${readings.length + refused.length} rows are equal.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
