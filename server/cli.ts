#!/usr/bin/env node
import 'temporal-polyfill/global';
import { CommanderError } from 'commander';
import { createProgram } from './cli/program.ts';
import { reportError } from './cli/report-error.ts';

// What fails outside of a command's own steps. Whoever closed our output does not want to hear of it.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') reportError(error);
  process.exit(1);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  // Commander has said what is wrong by itself. Help and version end with 0, anything else that it refuses is usage.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    reportError(error);
    process.exitCode = 1;
  }
}
