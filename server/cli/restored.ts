import type { Command } from 'commander';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { deleteAllSessions } from '../auth/queries.ts';
import { renewEpoch } from '../db/identity.ts';
import { clockOf } from '../main.ts';
import { type CommonOptions, configWith, counted, say, withCommonOptions, withDatabase } from './settings.ts';

export function addRestored(program: Command): void {
  withCommonOptions(
    program
      .command('restored')
      .description('to run once after the database was restored from a backup, before it is served again'),
  )
    .addHelpText(
      'after',
      '\nDevices then read everything anew, and send again what the backup does not have.' +
        '\nEverybody signs in again: a backup brings back sessions that were ended since.',
    )
    .action(async (options: CommonOptions) => {
      const config = configWith(options);
      const { epoch, sessions } = await withDatabase(config, (db) =>
        db.write(async (tx) => {
          const renewed = await renewEpoch(tx);
          const at = toInstant(clockOf(config).now());
          const ended = await deleteAllSessions(tx);
          const detail = { sessions: ended };
          await appendAudit(tx, { at, actor: 'command line', action: 'restored', subject: renewed, detail });
          return { epoch: renewed, sessions: ended };
        }),
      );
      say(`The database begins the epoch ${epoch}; ${counted(sessions, 'session')} ended, everybody signs in again.`);
    });
}
