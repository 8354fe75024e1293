import { type Command, InvalidArgumentError, Option } from 'commander';
import { isUuid } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import { appendAudit } from '../audit/append.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { exportsOf, heldBack } from '../exchange/export-queries.ts';
import { batchFile, batchWorkbook, LockRefused, startBatch } from '../exchange/export-readings.ts';
import { batchById, type NewBatch } from '../exchange/queries.ts';
import { type FileFormat, separators } from '../exchange/readings-out-file.ts';
import { clockOf } from '../main.ts';
import { parsePeriod, parseReason } from './arguments.ts';
import { addExportOnlinePayments } from './export-online-payments.ts';
import { incompleteFile } from './incomplete-file.ts';
import { withOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { counted, localTime, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions, FileFormat {
  period?: Period;
  batch?: string;
  lock?: boolean;
  early?: string;
  output?: string;
  xlsx?: boolean;
  progress?: boolean;
}

export function addExport(program: Command): void {
  const exporting = program.command('export').description('brings data out to billing');
  withCommonOptions(
    exporting
      .command('readings')
      .description('the accepted readings of a period that billing has not got yet, as CSV on standard output'),
  )
    .option('--period <month>', 'the period, like 2026-03', parsePeriod)
    .option('--lock', 'lock the period: what residents send later is kept apart as late')
    .option(
      '--early <reason>',
      'with --lock: also while residents may still read; the audit log keeps why',
      parseReason,
    )
    .option('--batch <id>', 'the file of an earlier batch again', parseBatch)
    .addOption(new Option('--separator <sign>', 'between the columns').choices(Object.keys(separators)))
    .option('--decimal-comma', 'quantities like 12,345')
    .option('--bom', 'begin with a byte order mark, by which Excel knows UTF-8')
    .option('--json', 'a list of objects in place of CSV, with the same columns')
    .option('--xlsx', 'a workbook in place of CSV, with the same columns')
    .option('--output <file>', 'write to a file, which appears when it is complete')
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText(
      'after',
      '\nExcel in Latvian or Russian opens a file with --bom --separator semicolon --decimal-comma as it is.' +
        '\nWhere nothing is new the file has no rows, no batch is made, and the command ends with 0.' +
        '\nA period is locked when its window and the grace after it are over; "meterbook unlock" takes a lock off.',
    )
    .action(run);
  addExportOnlinePayments(exporting);
}

async function run(options: Options, command: Command): Promise<void> {
  const misuse = misuseOf(options);
  if (misuse !== null) command.error(`error: ${misuse}`, { exitCode: 2 });
  const config = configWith(options);
  // A file that cannot be written is found out before any reading goes into a batch.
  await withDatabase(config, (db) => withOutput(options.output, (write) => exportReadings(db, config, options, write)));
}

function misuseOf({ period, batch, lock, early, json, xlsx, separator, bom, decimalComma }: Options): string | null {
  if ((period === undefined) === (batch === undefined)) return 'name a --period or a --batch';
  if (batch !== undefined && lock) return '--lock goes with --period only';
  if (early !== undefined && !lock) return '--early goes with --lock only';
  const ofCsv = separator !== undefined || bom || decimalComma;
  if (json && xlsx) return '--json and --xlsx are two files';
  return (json || xlsx) && ofCsv
    ? `--separator, --decimal-comma and --bom are for CSV, not for ${json ? '--json' : '--xlsx'}`
    : null;
}

async function exportReadings(
  db: Database,
  config: Config,
  options: Options,
  write: (file: AsyncGenerator<string | Uint8Array>) => Promise<void>,
): Promise<void> {
  const { period, batch: again, progress: force } = options;
  const earlier = period === undefined ? [] : await exportsOf(db.reader, period);
  const batch =
    period === undefined ? await findBatch(db, config, again as string) : await newBatch(db, config, period, options);
  const progress = startProgress('readings', { force });
  const onProgress = progress.update;
  const file = options.xlsx
    ? batchWorkbook(db, batch?.id ?? null, { onProgress })
    : batchFile(db, batch?.id ?? null, { format: options, onProgress });
  try {
    await write(file);
  } catch (error) {
    throw batch ? incompleteFile(error, batch, config) : error;
  } finally {
    progress.end();
  }
  if (batch) say(`${counted(batch.rows, 'reading')} of ${batch.period} in batch ${batch.id}.`);
  else say(`Nothing of ${period} is new for billing: the file has no rows, and no batch was made.`);
  if (options.lock) say(`${period} is locked.`);
  const about = batch?.period ?? period;
  const held = about ? wordsOfHeld(about, await heldBack(db.reader, about)) : null;
  if (held !== null) say(held);
  for (const { id, rows, created_at } of earlier) {
    say(`Exported before: ${counted(rows, 'reading')} in batch ${id} at ${created_at} (--batch gives it again).`);
  }
}

/** What the file leaves out, so that nobody takes it for the whole period; null where it leaves out nothing. */
function wordsOfHeld(period: Period, { review, late }: { review: number; late: number }): string | null {
  const held = review + late;
  if (held === 0) return null;
  const waiting = review === 1 ? 'waits for a check' : 'wait for a check';
  const arrived = late === 1 ? 'is late' : 'are late';
  const first = `${counted(review || late, 'reading')} of ${period} ${review > 0 ? waiting : arrived}`;
  const second = review > 0 && late > 0 ? `, ${late} ${arrived}` : '';
  return `${first}${second}: ${held === 1 ? 'it is' : 'they are'} in no file.`;
}

async function newBatch(
  db: Database,
  config: Config,
  period: Period,
  { lock = false, early = null }: { lock?: boolean; early?: string | null },
): Promise<NewBatch | null> {
  const { company } = config;
  try {
    return await startBatch({ db, company, clock: clockOf(config), actor: 'command line' }, { period, lock, early });
  } catch (error) {
    if (!(error instanceof LockRefused)) throw error;
    const from = localTime(error.from, company.timeZone);
    throw new Error(
      `${period} may be locked from ${from}, when its window and the grace after it are over; --early <reason> locks it now`,
    );
  }
}

async function findBatch(db: Database, config: Config, id: string): Promise<NewBatch> {
  const batch = await batchById(db.reader, id);
  if (batch?.kind !== 'readings-out') throw new Error(`there is no batch of readings ${id}`);
  const at = toInstant(clockOf(config).now());
  const taken = { at, actor: 'command line', action: 'download-batch', subject: id, detail: {} } as const;
  await db.write((tx) => appendAudit(tx, taken));
  return batch;
}

function parseBatch(text: string): string {
  if (!isUuid(text)) throw new InvalidArgumentError('A batch is named by its id.');
  return text;
}
