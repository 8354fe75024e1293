import type { Command } from 'commander';
import { findUser } from '../accounts/find-user.ts';
import { setPassword } from '../accounts/set-password.ts';
import { createPasswords } from '../auth/passwords.ts';
import { clockOf } from '../main.ts';
import { takePassword } from './read-password.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions {
  user?: string;
  email?: string;
  account?: string;
  passwordStdin?: boolean;
}

export function addSetPassword(program: Command): void {
  withCommonOptions(program.command('set-password').description('gives a user a first password, or another one'))
    .option('--user <id>', 'the user, by the id that create-user told')
    .option('--email <address>', 'the user, by the e-mail address')
    .option('--account <number>', 'the user, where the account has only one')
    .option('--password-stdin', 'take the first line of standard input as the password')
    .addHelpText(
      'after',
      '\nOn a terminal the password is asked for. It is never an argument, which others on the machine could see.' +
        '\nWherever the user is signed in, the session ends.',
    )
    .action(run);
}

async function run({ user: id, email, account, passwordStdin, ...options }: Options, command: Command): Promise<void> {
  const named = [
    ...(id === undefined ? [] : [{ id }]),
    ...(email === undefined ? [] : [{ email }]),
    ...(account === undefined ? [] : [{ account }]),
  ];
  const [by] = named;
  if (!by || named.length > 1) command.error('error: name a --user, an --email or an --account', { exitCode: 2 });
  if (!passwordStdin && process.stdin.isTTY !== true) {
    command.error('error: there is no terminal to ask for the password: use --password-stdin', { exitCode: 2 });
  }
  const config = configWith(options);
  await withDatabase(config, async (db) => {
    // Before anybody types a password for nobody.
    const user = await findUser(db, by);
    const password = await takePassword(passwordStdin ?? false);
    if (password === null) throw new Error('no password was typed');
    const { sessions } = await setPassword(
      { db, passwords: createPasswords(), clock: clockOf(config) },
      { user, password, actor: 'command line' },
    );
    const ended = sessions === 0 ? '' : `; ${counted(sessions, 'session')} ended`;
    say(`User ${user.id} has the new password${ended}.`);
  });
}
