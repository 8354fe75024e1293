import type { Command } from 'commander';
import { renewActivation } from '../accounts/activation.ts';
import { findUser } from '../accounts/find-user.ts';
import { accountsOf } from '../auth/queries.ts';
import { clockOf } from '../main.ts';
import { type ActivatingOptions, activating, checkActivating, withActivatingOptions } from './activating.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions, ActivatingOptions {
  user?: string;
  email?: string;
  account?: string;
}

export function addActivation(program: Command): void {
  const command = withCommonOptions(
    program.command('activation').description('gives a user who cannot get in a new link for setting a password'),
  )
    .option('--user <id>', 'the user, by the id that create-user told')
    .option('--email <address>', 'the user, by the e-mail address')
    .option('--account <number>', 'the user, where the account has only one');
  withActivatingOptions(command)
    .addHelpText(
      'after',
      'The links that the user was given before open nothing any more. The old password stays until then.',
    )
    .action(run);
}

async function run(options: Options, command: Command): Promise<void> {
  const { user: id, email, account } = options;
  const named = [
    ...(id === undefined ? [] : [{ id }]),
    ...(email === undefined ? [] : [{ email }]),
    ...(account === undefined ? [] : [{ account }]),
  ];
  const [by] = named;
  if (!by || named.length > 1) command.error('error: name a --user, an --email or an --account', { exitCode: 2 });
  checkActivating(options, command);
  const config = configWith(options, { METERBOOK_URL: options.url });
  await withDatabase(config, async (db) => {
    const user = await findUser(db, by);
    const recipient = { ...user, accounts: await accountsOf(db.reader, user.id) };
    const sentence = await activating(config, options, recipient, (activation) =>
      renewActivation({ db, clock: clockOf(config) }, { user: user.id, activation, actor: 'command line' }),
    );
    say(`User ${user.id} has a new link. ${sentence}`);
  });
}
