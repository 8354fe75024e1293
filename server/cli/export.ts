import { createWriteStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { isUuid } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';
import type { Database } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { batchCsv, startBatch } from '../exchange/export-readings.ts';
import { batchById, exportsOf } from '../exchange/queries.ts';
import { clockOf } from '../main.ts';
import { startProgress } from './progress.ts';
import {
  type CommonOptions,
  configWith,
  counted,
  parsePeriod,
  say,
  withCommonOptions,
  withDatabase,
} from './settings.ts';

interface Options extends CommonOptions {
  period?: Period;
  batch?: string;
  lock?: boolean;
  bom?: boolean;
  output?: string;
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
    .option('--batch <id>', 'the file of an earlier batch again', parseBatch)
    .option('--bom', 'begin with a byte order mark, as Excel likes it')
    .option('--output <file>', 'write to a file, which appears when it is complete')
    .option('--progress', 'report progress also when standard error is no terminal')
    .action(run);
}

async function run(options: Options, command: Command): Promise<void> {
  const { period, batch: again } = options;
  if ((period === undefined) === (again === undefined))
    command.error('error: name a --period or a --batch', { exitCode: 2 });
  if (again !== undefined && options.lock) command.error('error: --lock goes with --period only', { exitCode: 2 });
  const config = configWith(options);
  // A file that cannot be written is found out before any reading goes into a batch.
  if (options.output !== undefined) await writeFile(partialOf(options.output), '');
  await withDatabase(config, async (db) => {
    const earlier = period === undefined ? [] : await exportsOf(db.reader, period);
    const batch =
      period === undefined
        ? await findBatch(db, again as string)
        : await startBatch(
            { db, clock: clockOf(config), actor: 'command line' },
            { period, lock: options.lock ?? false },
          );
    const progress = startProgress('readings', { force: options.progress });
    const csv = batchCsv(db, batch.id, { bom: options.bom ?? false, onProgress: progress.update });
    try {
      await write(csv, options.output);
    } catch (error) {
      say(`The file is not complete; --batch ${batch.id} gives it again.`);
      throw error;
    } finally {
      progress.end();
    }
    say(`${counted(batch.rows, 'reading')} of ${batch.period} in batch ${batch.id}.`);
    for (const { id, rows, created_at } of earlier) {
      say(`Exported before: ${counted(rows, 'reading')} in batch ${id} at ${created_at} (--batch gives it again).`);
    }
  });
}

async function findBatch(db: Database, id: string): Promise<Row<'batches'>> {
  const batch = await batchById(db.reader, id);
  if (batch?.kind !== 'readings-out') throw new Error(`there is no batch of readings ${id}`);
  return batch;
}

async function write(csv: AsyncGenerator<string>, output: string | undefined): Promise<void> {
  if (output === undefined) {
    await pipeline(Readable.from(csv), process.stdout, { end: false });
    return;
  }
  const partial = partialOf(output);
  await pipeline(Readable.from(csv), createWriteStream(partial));
  await rename(partial, output);
}

const partialOf = (output: string): string => `${output}.part`;

function parseBatch(text: string): string {
  if (!isUuid(text)) throw new InvalidArgumentError('A batch is named by its id.');
  return text;
}
