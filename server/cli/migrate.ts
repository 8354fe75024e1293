import type { Command } from 'commander';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, naming, withCommonOptions } from './settings.ts';

export function addMigrate(program: Command): void {
  withCommonOptions(program.command('migrate').description('brings the schema of the database up to date')).action(
    async (options: CommonOptions) => {
      const config = configWith(options);
      await naming(config, async () => {
        const db = openDatabase(config.database);
        try {
          const ran = await migrate(db);
          say(ran.length === 0 ? 'The schema is up to date.' : `Migrated: ${ran.join(', ')}.`);
        } finally {
          await db.close();
        }
      });
    },
  );
}
