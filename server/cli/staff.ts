import { type Command, InvalidArgumentError, Option } from 'commander';
import { isEmail, longest } from '../../shared/contact.ts';
import type { StaffId } from '../../shared/ids.ts';
import { type StaffRole, staffRoles } from '../../shared/staff.ts';
import { createToken, invitationLifetime } from '../auth/tokens.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import { ProblemError } from '../errors.ts';
import { clockOf } from '../main.ts';
import { type GiveLink, inviteStaff, listStaff, resetStaffAccess } from '../staff/manage.ts';
import { staffPasswordPath } from '../staff/paths.ts';
import { staffByEmail } from '../staff/queries.ts';
import { createStaffSessions } from '../staff/sessions.ts';
import { counted, localTime, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface LinkOptions extends CommonOptions {
  email: string;
  url?: string;
}

const actor = 'command line';

export function addStaff(program: Command): void {
  const staff = program.command('staff').description('works with who may sign in to the office');
  withLinkOptions(
    staff
      .command('add')
      .description('adds somebody, the first administrator too, and prints the link for the password'),
  )
    .requiredOption('--name <name>', 'how the office calls them', parseName)
    .addOption(new Option('--role <role>', 'what they may do').choices(staffRoles).makeOptionMandatory())
    .action(add);
  withLinkOptions(
    staff
      .command('reset-second-factor')
      .description('for who lost the second factor: both it and the password begin anew with the link that is printed'),
  ).action(reset);
  withCommonOptions(staff.command('list').description('prints who there is: state, role, address and name')).action(
    list,
  );
}

const withLinkOptions = (command: Command): Command =>
  withCommonOptions(command)
    .requiredOption('--email <address>', 'for signing in and for letters', parseEmail)
    .option('--url <address>', 'where the portal is found (METERBOOK_URL)')
    .addHelpText('after', '\nWhoever has the link gets into the office: hand it over in person. It lasts three days.');

async function add({ email, name, role, ...options }: LinkOptions & { name: string; role: StaffRole }): Promise<void> {
  const config = configWith(options, { METERBOOK_URL: options.url });
  const link = linkPrinter(config);
  await withDatabase(config, async (db) => {
    const person = { email, name, role, language: null };
    const needs = { db, clock: clockOf(config) };
    const { id } = await inviteStaff(needs, person, { actor, giveLink: link.give }).catch(explain);
    say(`${name} is one of the office now (${role}, ${id}). ${link.lasts()} The link for the password:`);
  });
  link.print();
}

async function reset({ email, ...options }: LinkOptions): Promise<void> {
  const config = configWith(options, { METERBOOK_URL: options.url });
  const link = linkPrinter(config);
  await withDatabase(config, async (db) => {
    const found = await staffByEmail(db.reader, email);
    if (!found) throw new Error(`nobody of the office has the address ${email}`);
    const needs = {
      db,
      clock: clockOf(config),
      staffSessions: createStaffSessions(db, { secure: config.secureCookies }),
    };
    // Whoever has the machine can let an administrator in again, also the last one.
    await resetStaffAccess(needs, found.id, { actor, giveLink: link.give, evenLast: true }).catch(explain);
    say(`The second factor and the password of ${found.name} are no more. ${link.lasts()} The link to begin anew:`);
  });
  link.print();
}

async function list(options: CommonOptions): Promise<void> {
  await withDatabase(configWith(options), async (db) => {
    const all = await listStaff(db.reader);
    for (const { state, role, email, name } of all) process.stdout.write(`${state}\t${role}\t${email}\t${name}\n`);
    say(counted(all.length, 'person', 'people'));
  });
}

/** A link that is printed once it holds: on standard output, which carries data alone. */
function linkPrinter(config: Config): { give: GiveLink; lasts(): string; print(): void } {
  const { url, mode, company } = config;
  if (url === null)
    throw new ConfigError(['METERBOOK_URL: is needed for the link, or --url: where the portal is found']);
  if (mode === 'production' && !url.startsWith('https://')) {
    throw new ConfigError([`METERBOOK_URL: ${url} is not an https address, which a link needs in production`]);
  }
  const now = clockOf(config).now();
  let made = '';
  return {
    async give(tx, staff: StaffId) {
      const content = { purpose: 'staff-password', staff } as const;
      const token = await createToken(tx, content, { now, lifetime: invitationLifetime });
      made = `${url}${staffPasswordPath}#${token}`;
    },
    lasts: () => `It lasts until ${localTime(now + invitationLifetime, company.timeZone)}.`,
    print: () => void process.stdout.write(`${made}\n`),
  };
}

/** Why it cannot be done, in words. */
function explain(error: unknown): never {
  const code = error instanceof ProblemError ? error.problem.code : null;
  if (code === 'email_taken') {
    throw new Error('somebody of the office has this address: "meterbook staff reset-second-factor" gives a new link', {
      cause: error,
    });
  }
  if (code === 'changed_meanwhile') {
    throw new Error('this one is shut out: an administrator of the office can let them in again', { cause: error });
  }
  throw error;
}

function parseEmail(text: string): string {
  if (!isEmail(text) || text.length > longest.email) throw new InvalidArgumentError('This is no e-mail address.');
  return text;
}

function parseName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > longest.line) throw new InvalidArgumentError('A name is one line of text.');
  return name;
}
