import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { type ExchangeKind, exchangeKinds } from '../../shared/exchange-fields.ts';
import { columnsOf } from '../exchange/columns-of.ts';
import type { Held } from '../exchange/hold-queue.ts';
import { importers } from '../exchange/import-kinds.ts';
import type { Carried, Fall, ImportReport } from '../exchange/import-run.ts';
import { inShort } from '../exchange/job-results.ts';
import { refusedFile } from '../exchange/refused-file.ts';
import { clockOf } from '../main.ts';
import type { Columns } from '../tables/columns.ts';
import { type Encoding, namedEncodings } from '../tables/encoding.ts';
import { fileOnDisk } from '../tables/file-on-disk.ts';
import { type RowProblem, wordsOf } from '../tables/problems.ts';
import { inTurn } from './in-turn.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions {
  dryRun?: boolean;
  strict?: boolean;
  encoding?: Encoding;
  refused?: string;
  progress?: boolean;
}

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('brings a file from billing in: all of it or nothing but refused rows, twice is the same as once')
    .addArgument(new Argument('<kind>', 'what the file holds').choices(exchangeKinds))
    .argument('<file>', 'CSV with ; , or tab, JSON, or a workbook (XLSX)');
  withCommonOptions(command)
    .option('--dry-run', 'say what would change and change nothing')
    .option('--strict', 'import nothing when one row is refused')
    .addOption(
      new Option('--encoding <name>', 'of a file that is not Unicode, where its letters leave a doubt').choices(
        namedEncodings,
      ),
    )
    .option('--refused <file>', 'write the refused rows there, with a column that says why')
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText(
      'after',
      '\nUTF-8 is recognised, UTF-16 by its byte order mark, windows-1251 and windows-1257 by the letters of their words.' +
        '\nReadings below the one before them are imported as history, and named (M1).' +
        '\nThe rows of a bill, or of a month of the ledger, stand together, and are taken together or not at all; the row of a' +
        '\nmonth without a service is its total. Months that do not open where the one before closed are named (B2). Services' +
        '\nand units of bills and the ledger, and sources of payments, are those of billing, in any words.',
    )
    .addHelpText(
      'after',
      `\nColumns, in any order; those with ? may be missing:\n${columnsOfFiles()}\n\nWhat they hold:\n${formsOfCells()}`,
    )
    .action(run);
}

const files: readonly (readonly [ExchangeKind, Columns])[] = exchangeKinds.map((kind) => [
  kind,
  columnsOf(kind, { accountNumber: { pattern: '', example: '', inputMode: 'text' } }),
]);

function columnsOfFiles(): string {
  const namesOf = (columns: Columns): string =>
    Object.entries(columns)
      .map(([name, { presence }]) => (presence === 'optional' ? `${name}?` : name))
      .join(', ');
  return files.map(([kind, columns]) => `  ${kind}: ${namesOf(columns)}`).join('\n');
}

/** What a column takes, as its own refusal of an empty cell tells it; columns that take the same share a line. */
function formsOfCells(): string {
  const names = new Map<string, Set<string>>();
  for (const [name, column] of files.flatMap(([, columns]) => Object.entries(columns))) {
    const read = column.parse('');
    const form = read.ok ? null : formOf(read.problem);
    if (form !== null) names.set(form, (names.get(form) ?? new Set()).add(name));
  }
  return [...names].map(([form, columns]) => `  ${[...columns].join(', ')}: ${form}`).join('\n');
}

function formOf(problem: RowProblem): string | null {
  switch (problem.code) {
    case 'not_one_of':
      return problem.allowed.join(', ');
    case 'not_a_day':
      return 'a day like 2026-03-31';
    case 'not_a_period':
      return 'a month like 2026-03';
    case 'not_a_whole_number':
      return `a whole number from ${problem.least} to ${problem.most}`;
    case 'not_an_amount':
      return 'an amount like 1234.56 or -1 234,56';
    case 'not_a_decimal':
      return `a decimal number of at most ${problem.digits} digits, ${problem.decimals} of them after the mark`;
    case 'not_a_file_name':
      return 'the name of a PDF without its folder, like 2026-03-10427.pdf';
    default:
      return null;
  }
}

async function run(kind: ExchangeKind, path: string, options: Options): Promise<void> {
  const config = configWith(options);
  const about = await stat(path);
  if (about.isDirectory()) throw new Error(`${path} is a folder, not a file`);
  if (!about.isFile()) throw new Error(`${path} is read more than once, which a pipe is not: save it to a file first`);
  const progress = startProgress('rows', { force: options.progress });
  const fileName = basename(path);
  const { dryRun = false, strict = false, encoding } = options;
  const file = await fileOnDisk(path);
  const report = await withDatabase(config, (db) => {
    const needs = { db, company: config.company, clock: clockOf(config), actor: 'command line' };
    const bring = (held: Partial<Held>) =>
      importers[kind]({
        ...needs,
        ...{ file, fileName, dryRun, strict, encoding },
        ...(held.batch !== undefined && { batch: held.batch }),
        ...(held.signal && { signal: held.signal }),
        pauseMs: held.pauseMs ?? 0,
        onProgress: (rows) => {
          progress.update(rows);
          held.progress?.(rows);
        },
      });
    if (dryRun) return bring({});
    const content = { kind, upload: null, fileName, profile: null, encoding: encoding ?? null, dryRun, strict };
    const resultOf = (done: ImportReport) => ({
      report: inShort(done, { kind, fileName, refusedFile: null, refusedOther: null }),
    });
    return inTurn(needs, { kind: 'import', content, resultOf }, bring);
  }).finally(progress.end);

  for (const fall of report.falls) say(`${path}:${fall.line}: ${wordsOfFall(fall)}`);
  for (const one of report.carried) say(`${path}: ${wordsOfCarried(one)}`);
  const unnamed = report.carriedCount - report.carried.length;
  if (unnamed > 0) say(`${path}: and ${unnamed} more that do not open where the month before closed (B2)`);
  for (const { line, problems } of report.refused) {
    for (const { column, problem } of problems) {
      say(`${path}:${line}: ${column ?? 'row'}: ${wordsOf(problem)} (${problem.code})`);
    }
  }
  if (report.looksLike !== null) {
    say(
      `${path} looks like ${report.looksLike}, but is read as ${report.encoding}, as --encoding says: look at its names.`,
    );
  }
  if (options.refused !== undefined) {
    const container = /\.xlsx$/i.test(options.refused) ? 'xlsx' : 'csv';
    await writeFile(options.refused, refusedFile(report, { container }).bytes);
  }
  if (report.ignoredColumns.length > 0) say(`Columns without a meaning here: ${report.ignoredColumns.join(', ')}.`);
  say(summary(kind, report, options));
  if (report.refused.length > 0) process.exitCode = 1;
}

function summary(kind: ExchangeKind, report: ImportReport, { dryRun }: Options): string {
  const { created, changed, unchanged, late, refused, falls, carriedCount, rows, encoding } = report;
  const difference = `${kind}: ${created} new, ${changed} changed, ${unchanged} unchanged`;
  const kept = `${counted(refused.length, 'row')} refused of ${counted(rows, 'row')} (${encoding})`;
  const effect = report.imported
    ? report.batch === null
      ? 'nothing to write'
      : `batch ${report.batch}`
    : dryRun
      ? 'dry run, nothing written'
      : 'nothing written, because a row is refused';
  const fallen = falls.length > 0 ? `; ${counted(falls.length, 'value')} below the one before` : '';
  const carried = carriedCount > 0 ? `; ${counted(carriedCount, 'amount')} not carried over` : '';
  const tooLate = late > 0 ? `; ${late} of them late for a locked period` : '';
  return `${difference}${tooLate}${fallen}${carried}; ${kept}; ${effect}.`;
}

function wordsOfFall({ account, serial, register, period, value, previousPeriod, previous }: Fall): string {
  const before = previousPeriod === null ? 'at the start' : `in ${previousPeriod}`;
  return `value: account ${account}, meter ${serial}, register ${register}: ${value} in ${period} lies below ${previous} ${before} (M1)`;
}

const wordsOfCarried = ({ account, period, service, expected, found }: Carried): string =>
  `opening: account ${account}, ${service}: ${period} opens with ${found}, and the month before closed with ${expected} (B2)`;
