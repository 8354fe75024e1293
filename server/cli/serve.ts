import type { Command } from 'commander';
import { startServer } from '../main.ts';
import { parsePort } from './arguments.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, naming, withCommonOptions } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

export function addServe(program: Command): void {
  withCommonOptions(program.command('serve').description('serves the portal until it is told to stop'))
    .option('--port <number>', 'where it listens (PORT)', parsePort)
    .option('--host <address>', 'on which address it listens (METERBOOK_HOST)')
    .action(async (options: CommonOptions & { port?: string; host?: string }) => {
      const config = configWith(options, { PORT: options.port, METERBOOK_HOST: options.host });
      const server = await naming(config, () => startServer(config));
      if (config.mode === 'development' && config.smtp === null) {
        say(`Letters to residents arrive at ${server.services.baseUrl()}/mailbox.`);
      }
      await untilStopped(server);
    });
}
