import { type Command, Option } from 'commander';
import { type Language, languages } from '../../shared/company.ts';
import { createUser, readApplication } from '../accounts/create-user.ts';
import { UserRefused } from '../accounts/user-refused.ts';
import { clockOf } from '../main.ts';
import { type ActivatingOptions, activating, checkActivating, withActivatingOptions } from './activating.ts';
import { say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions, ActivatingOptions {
  account: string[];
  name?: string;
  email?: string;
  language?: Language;
}

export function addCreateUser(program: Command): void {
  const command = withCommonOptions(
    program
      .command('create-user')
      .description('makes a user who may read and submit for accounts, after an application'),
  )
    .requiredOption('--account <number...>', 'the account, or several of them')
    .option('--name <name>', 'what the user is called (default: the holder of the first account)')
    .option('--email <address>', 'for signing in and for letters')
    .addOption(
      new Option('--language <code>', "the language of letters (default: the company's first)").choices(languages),
    );
  withActivatingOptions(command)
    .addHelpText('after', 'Whoever is linked to an account already is told of the new user by e-mail.')
    .action(run);
}

async function run(options: Options, command: Command): Promise<void> {
  const { account: accountNumbers, name = null, email = null, language = null } = options;
  checkActivating(options, command);
  if (options.send && email === null) command.error('error: --send needs an --email', { exitCode: 2 });
  const config = configWith(options, { METERBOOK_URL: options.url });
  const { languages: spoken } = config.company;
  if (language !== null && !spoken.includes(language)) {
    throw new Error(`the company's letters are in ${spoken.join(', ')}, not in ${language}`);
  }
  await withDatabase(config, async (db) => {
    const user = await readApplication(db.reader, { accountNumbers, name, email, language });
    const sentence = await activating(config, options, user, (activation) =>
      createUser({ db, clock: clockOf(config) }, user, { activation, actor: 'command line' }).catch(explainTaken),
    );
    say(`User ${user.id} is made. ${sentence}`);
  });
}

function explainTaken(error: unknown): never {
  if (!(error instanceof UserRefused) || error.code !== 'email_taken') throw error;
  throw new Error(`${error.message}: "meterbook activation" gives that user a new link`, { cause: error });
}
