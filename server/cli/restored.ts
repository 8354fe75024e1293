import type { Command } from 'commander';
import { clockOf } from '../main.ts';
import { beginEpoch } from '../sync/begin-epoch.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

export function addRestored(program: Command): void {
  withCommonOptions(
    program
      .command('restored')
      .description('to run once after the database was restored from a backup, before it is served again'),
  )
    .addHelpText(
      'after',
      '\nDevices then read everything anew, and send again what the backup does not have.' +
        '\nEverybody signs in again: a backup brings back sessions that were ended since.' +
        '\nWhoever of the office was shut out since the backup can sign in again: look at "meterbook staff list".' +
        '\nA kiosk that was revoked since is in use again: look at the kiosks in the office.' +
        '\nA tablet whose credential has changed more than once since asks to be set up: make a new code for its kiosk.',
    )
    .action(async (options: CommonOptions) => {
      const config = configWith(options);
      const { epoch, sessions } = await withDatabase(config, (db) =>
        beginEpoch({ db, clock: clockOf(config), actor: 'command line' }),
      );
      say(`The database begins the epoch ${epoch}; ${counted(sessions, 'session')} ended, everybody signs in again.`);
    });
}
