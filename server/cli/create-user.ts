import { type Command, Option } from 'commander';
import { type Language, languages } from '../../shared/company.ts';
import { createUser } from '../accounts/create-user.ts';
import { UserRefused } from '../accounts/user-refused.ts';
import { createPasswords } from '../auth/passwords.ts';
import { clockOf } from '../main.ts';
import { takePassword } from './read-password.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions {
  account: string[];
  name?: string;
  email?: string;
  language?: Language;
  passwordStdin?: boolean;
}

export function addCreateUser(program: Command): void {
  withCommonOptions(program.command('create-user').description('makes a user who may read and submit for accounts'))
    .requiredOption('--account <number...>', 'the account, or several of them')
    .option('--name <name>', 'what the user is called (default: the holder of the first account)')
    .option('--email <address>', 'for signing in and for letters')
    .addOption(new Option('--language <code>', 'the language of letters').choices(languages))
    .option('--password-stdin', 'take the first line of standard input as the password')
    .addHelpText(
      'after',
      '\nOn a terminal the password is asked for. It is never an argument, which others on the machine could see.' +
        '\nWithout a password the user is made, but nobody can sign in as this user before "meterbook set-password".',
    )
    .action(run);
}

async function run({ account, name, email, language, passwordStdin, ...options }: Options): Promise<void> {
  const config = configWith(options);
  const password = await takePassword(passwordStdin ?? false);
  const id = await withDatabase(config, (db) =>
    createUser(
      { db, passwords: createPasswords(), clock: clockOf(config) },
      {
        accountNumbers: account,
        name: name ?? null,
        email: email ?? null,
        language: language ?? null,
        password,
        actor: 'command line',
      },
    ).catch((error: unknown) => {
      if (!(error instanceof UserRefused) || error.code !== 'email_taken') throw error;
      throw new Error(`${error.message}: "meterbook set-password" gives that user another password`);
    }),
  );
  say(`User ${id} is made${password === null ? ', without a password: nobody can sign in as this user yet' : ''}.`);
}
