import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { addActivation } from './activation.ts';
import { addAttach } from './attach.ts';
import { addAudit } from './audit.ts';
import { addCreateUser } from './create-user.ts';
import { addDemo } from './demo.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addRestored } from './restored.ts';
import { addRotateKioskKey } from './rotate-kiosk-key.ts';
import { addServe } from './serve.ts';
import { addStaff } from './staff.ts';
import { addBatches, addUndo } from './undo.ts';
import { addUnlock } from './unlock.ts';

/** The command line with all its commands, one file each. Throws a CommanderError where commander would have ended the process. */
export function createProgram(): Command {
  const program = new Command('meterbook')
    .description('The resident portal of a housing company: meter readings, bills and debt, offline first.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)')
    .addHelpText(
      'after',
      '\nSettings come from the environment (METERBOOK_COMPANY, METERBOOK_DATABASE, PORT, …); options go before them.' +
        '\nExit codes: 0 done, 1 failed or rows refused, 2 wrong usage. METERBOOK_DEBUG=1 adds stacks to errors.',
    );
  const commands = [
    addServe,
    addMigrate,
    addDemo,
    addImport,
    addAttach,
    addExport,
    addUndo,
    addBatches,
    addUnlock,
    addCreateUser,
    addActivation,
    addStaff,
    addAudit,
    addRestored,
    addRotateKioskKey,
  ];
  for (const add of commands) add(program);
  return program;
}

/** This file is compiled to `dist/server/cli`. */
function packageVersion(): string {
  const path = fileURLToPath(new URL('../../../package.json', import.meta.url));
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
