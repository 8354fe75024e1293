import { type Command, InvalidArgumentError, Option } from 'commander';
import { type DemoCompany, demoCompanies } from '../demo/demo-companies.ts';
import { demoFile, runDemo } from '../demo/run-demo.ts';
import { parsePort } from './arguments.ts';
import { say } from './say.ts';
import { naming } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

interface Options {
  company: DemoCompany;
  port?: string;
  clock?: string;
  data: string;
  fresh?: boolean;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('serves invented accounts with a living history, in an SQLite file of its own')
    .addOption(new Option('--company <profile>', 'whose portal').choices(demoCompanies).default('ddzksu'))
    .option('--port <number>', 'where it listens (PORT, 8080)', parsePort)
    .option('--clock <instant>', 'what the server takes for now, like 2017-07-20T09:00:00Z', parseClock)
    .option('--data <folder>', 'where the database is kept', 'data')
    .option('--fresh', 'start anew and forget what was entered')
    .action(async ({ company, port, clock, data, fresh }: Options) => {
      const demo = await naming({ database: demoFile(data, company) }, () =>
        runDemo({
          company,
          port: port ?? process.env.PORT,
          now: clock === undefined ? undefined : Date.parse(clock),
          folder: data,
          fresh: fresh ?? false,
          onStep: (step) => say(step),
        }),
      );
      process.stdout.write(`\n${demo.welcome.join('\n')}\n\n`);
      await untilStopped(demo.server);
    });
}

function parseClock(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('An instant is written like 2017-07-20T09:00:00Z.');
  }
  return text;
}
