import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type BatchId, isUuid } from '../../shared/ids.ts';
import { newestBatches } from '../exchange/batch-queries.ts';
import { undoBatch } from '../exchange/undo-batch.ts';
import { type LeftReason, UndoRefused, type UndoReport } from '../exchange/undo-report.ts';
import { clockOf } from '../main.ts';
import { parseReason } from './arguments.ts';
import { inTurn } from './in-turn.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface UndoCommand extends CommonOptions {
  reason?: string;
  dryRun?: boolean;
  progress?: boolean;
}

export function addUndo(program: Command): void {
  withCommonOptions(
    program
      .command('undo')
      .description('takes back what an import or an export did, where nobody has built on it since')
      .addArgument(new Argument('<batch>', 'its id, as "meterbook batches" lists it').argParser(parseBatch)),
  )
    .option('--reason <text>', 'why; residents read it with readings that are taken back', parseReason)
    .option('--dry-run', 'say what would be taken back and change nothing')
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText(
      'after',
      '\nRows that were changed again since, bills with a PDF or a payment, meters with readings and accounts in use stay' +
        '\nas they are and are named. Readings that billing itself took stay (I9). An export can be undone while billing has' +
        '\nanswered about none of its readings.',
    )
    .action(undo);
}

async function undo(batch: BatchId, options: UndoCommand): Promise<void> {
  const config = configWith(options);
  const progress = startProgress('rows', { force: options.progress });
  const { reason = null, dryRun = false } = options;
  const report = await withDatabase(config, async (db) => {
    const needs = { db, company: config.company, clock: clockOf(config), actor: 'command line' };
    if (dryRun) return undoBatch(needs, { batch, reason, dryRun });
    const content = { batch, reason, dryRun };
    return inTurn(
      needs,
      { kind: 'undo', content, resultOf: (done: UndoReport) => ({ report: done }) },
      // Once begun it goes to its end: half of a batch is worse than all or nothing.
      ({ pauseMs, progress: tell }) =>
        undoBatch(
          {
            ...needs,
            pauseMs,
            onProgress: (rows) => {
              progress.update(rows);
              tell(rows);
            },
          },
          { batch, reason },
        ),
    );
  })
    .catch((error: unknown): never => {
      throw error instanceof UndoRefused ? new Error(error.message) : error;
    })
    .finally(progress.end);
  for (const { kind, account, name, reason: why } of report.left) {
    say(
      `${[kind, account && `account ${account}`, name].filter(Boolean).join(', ')}: ${wordsOfLeft(why)} (${why.code})`,
    );
  }
  const unnamed = report.leftCount - report.left.length;
  if (unnamed > 0) say(`and ${unnamed} more that stay`);
  say(summary(report, dryRun));
}

function summary({ batch, kind, removed, restored, leftCount }: UndoReport, dryRun: boolean): string {
  const effect = dryRun ? 'dry run, nothing changed' : `batch ${batch} is undone`;
  return `${kind}: ${removed} taken back, ${restored} as before, ${counted(leftCount, 'row')} left as they are; ${effect}.`;
}

function wordsOfLeft(reason: LeftReason): string {
  switch (reason.code) {
    case 'changed_since':
      return reason.batch === null ? 'was changed since' : `was changed since by batch ${reason.batch}`;
    case 'billed':
      return 'is billed and stays (I9)';
    case 'exported':
      return 'was exported to billing';
    case 'has_pdf':
      return 'has a PDF: undo the batch that attached it first';
    case 'paid_online':
      return 'has a payment in the portal';
    case 'has_readings':
      return 'has readings';
    case 'in_use':
      return 'has something that belongs to it';
    case 'file_taken':
      return 'had a file whose name is another bill’s by now';
    case 'other_stands':
      return 'another reading stands in its place';
    case 'period_billed':
      return 'stays locked: billing has billed readings of it';
  }
}

export function addBatches(program: Command): void {
  withCommonOptions(
    program.command('batches').description('the last imports and exports, newest first, as lines of text'),
  )
    .option('--after <batch>', 'those before this one', parseBatch)
    .action(async (options: CommonOptions & { after?: BatchId }) => {
      const config = configWith(options);
      const { rows, next } = await withDatabase(config, (db) =>
        newestBatches(db.reader, { after: options.after ?? null }),
      );
      for (const { id, kind, period, created_at, created_by, rows: count, state, file_name } of rows) {
        const about = [period, file_name].filter((one) => one !== null).join(' ');
        process.stdout.write(`${[id, created_at, kind, state, count, created_by, about].join('\t').trimEnd()}\n`);
      }
      if (next !== null) say(`There are more: --after ${next}`);
    });
}

function parseBatch(text: string): BatchId {
  if (!isUuid(text)) throw new InvalidArgumentError('A batch is named by its id.');
  return text;
}
