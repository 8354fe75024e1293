import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Command, Option } from 'commander';
import { type Language, languages } from '../../shared/company.ts';
import { createUser } from '../accounts/create-user.ts';
import { createPasswords } from '../auth/passwords.ts';
import { clockOf } from '../main.ts';
import { type CommonOptions, configWith, say, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions {
  account: string[];
  name: string;
  email?: string;
  language?: Language;
  password?: boolean;
}

export function addCreateUser(program: Command): void {
  withCommonOptions(program.command('create-user').description('makes a user who may read and submit for accounts'))
    .requiredOption('--account <number...>', 'the account, or several of them')
    .requiredOption('--name <name>', 'what the user is called')
    .option('--email <address>', 'for signing in and for letters')
    .addOption(new Option('--language <code>', 'the language of letters').choices(languages))
    .option('--password', 'ask for a password, or read it as the first line of standard input')
    .action(async (options: Options) => {
      const config = configWith(options);
      const password = options.password ? await readPassword() : null;
      const id = await withDatabase(config, (db) =>
        createUser(
          { db, passwords: createPasswords(), clock: clockOf(config) },
          {
            accountNumbers: options.account,
            name: options.name,
            email: options.email ?? null,
            language: options.language ?? null,
            password,
            actor: 'command line',
          },
        ),
      );
      say(`User ${id} is made${password === null ? ', without a password' : ''}.`);
    });
}

/** From a terminal without an echo; never an argument, which other users of the machine could see. */
async function readPassword(): Promise<string> {
  const onTerminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: onTerminal });
  try {
    if (onTerminal) {
      process.stderr.write('Password: ');
      const typed = await lines.question('');
      process.stderr.write('\n');
      return typed;
    }
    for await (const line of lines) return line;
    throw new Error('no password came on standard input');
  } finally {
    lines.close();
  }
}
