import type { Command } from 'commander';
import { rotateKioskKey } from '../kiosks/keys.ts';
import { clockOf } from '../main.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

export function addRotateKioskKey(program: Command): void {
  withCommonOptions(
    program
      .command('rotate-kiosk-key')
      .description('makes another key, to which kiosks seal what is left at them from their next contact on'),
  )
    .addHelpText(
      'after',
      '\nKeys change by themselves every 30 days. Old ones are kept, so that whatever was sealed to them can still be opened.' +
        '\nBack the database up afterwards: what was sealed to a key that is in no backup cannot be opened once one is restored.',
    )
    .action(async (options: CommonOptions) => {
      const config = configWith(options);
      const { id } = await withDatabase(config, (db) => rotateKioskKey({ db, clock: clockOf(config) }, 'command line'));
      say(`Kiosks seal to the key ${id} from now on.`);
    });
}
