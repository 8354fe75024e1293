import { Argument, type Command } from 'commander';
import type { Period } from '../../shared/period.ts';
import { unlock } from '../exchange/unlock-period.ts';
import { clockOf } from '../main.ts';
import { parsePeriod, parseReason } from './arguments.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

export function addUnlock(program: Command): void {
  withCommonOptions(
    program
      .command('unlock')
      .description('takes back the lock of a period, until billing has billed what it was given')
      .addArgument(new Argument('<period>', 'the period, like 2026-03').argParser(parsePeriod)),
  )
    .requiredOption('--reason <text>', 'why; the audit log keeps it', parseReason)
    .addHelpText(
      'after',
      '\nReadings that came late for the lock alone count again. Batches stay: what billing was given, it still has.',
    )
    .action(async (period: Period, options: CommonOptions & { reason: string }) => {
      const config = configWith(options);
      const { accepted, review, late } = await withDatabase(config, (db) =>
        unlock(
          { db, company: config.company, clock: clockOf(config), actor: 'command line' },
          { period, reason: options.reason },
        ),
      );
      say(`${period} is not locked any more.`);
      if (accepted + review + late === 0) return;
      say(
        `Of ${counted(accepted + review + late, 'late reading')}, ${accepted} count again, ${review} wait for the office, ` +
          `and ${late} stay late for what billing was given.`,
      );
    });
}
