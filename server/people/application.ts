import type { Language } from '../../shared/company.ts';
import { isSameAddress, isSameHolder } from '../../shared/identity.ts';
import type { UserId } from '../../shared/ids.ts';
import type { ApplicationCheck } from '../../shared/people.ts';
import type { Staff } from '../../shared/staff.ts';
import { createUser, readApplication } from '../accounts/create-user.ts';
import { accountsByNumber, usersNamed } from '../accounts/queries.ts';
import { UserRefused } from '../accounts/user-refused.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { usersOfAccounts } from './person-queries.ts';

interface Application {
  accounts: readonly string[];
  name: string;
  address: string | null;
  email: string | null;
}

/** Compares what stands on the paper with what billing knows; the clerk decides. Whose data it shows is noted. */
export async function checkApplication(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Staff,
  { accounts: numbers, name, address, email }: Application,
): Promise<ApplicationCheck> {
  const unique = [...new Set(numbers)];
  const known = await accountsByNumber(db.reader, unique);
  const ids = [...known.values()].map(({ id }) => id);
  const users = await usersOfAccounts(db.reader, ids);
  const [taken] = email === null ? [] : await usersNamed(db.reader, { email });
  const now = clock.now();
  await db.write(async (tx) => {
    for (const account of ids) await noteView(tx, { now, staff: staff.id, account });
    if (taken) await noteView(tx, { now, staff: staff.id, person: taken.id });
  });
  return {
    accounts: unique.map((number) => {
      const account = known.get(number);
      if (!account) return { number, found: null };
      const { id, holder, address: stored } = account;
      return {
        number,
        found: {
          id,
          holder,
          address: stored,
          sameHolder: isSameHolder(holder, name),
          sameAddress: address === null ? null : isSameAddress(stored, address),
          users: users.get(id) ?? [],
        },
      };
    }),
    emailOf: taken ? { id: taken.id, name: taken.name } : null,
  };
}

/**
 * Makes the user of an application. By mail the link goes to the address that stands there; a letter is opened afterwards.
 * Throws `bad_input` (`accounts`, `email`, `name`, `language`) and `email_taken`.
 */
export async function createPerson(
  services: Services,
  staff: Staff,
  application: {
    accounts: readonly string[];
    name: string;
    email: string | null;
    language: Language | null;
    by: 'mail' | 'letter';
  },
): Promise<{ user: UserId }> {
  const { db, company, mail } = services;
  const { accounts: accountNumbers, name, email, language, by } = application;
  if (by === 'mail' && email === null) throw new ProblemError({ code: 'bad_input', path: 'email' });
  if (language !== null && !company.languages.includes(language)) {
    throw new ProblemError({ code: 'bad_input', path: 'language' });
  }
  try {
    const user = await readApplication(db.reader, { accountNumbers, name, email, language });
    await createUser(services, user, { activation: by === 'mail' ? { by } : null, actor: staff.id });
    mail.nudge();
    return { user: user.id };
  } catch (error) {
    if (!(error instanceof UserRefused)) throw error;
    throw new ProblemError(problems[error.code] ?? { code: 'bad_input', path: 'accounts' });
  }
}

const problems: Partial<Record<UserRefused['code'], { code: 'email_taken' } | { code: 'bad_input'; path: string }>> = {
  email_taken: { code: 'email_taken' },
  email_malformed: { code: 'bad_input', path: 'email' },
  name_malformed: { code: 'bad_input', path: 'name' },
};
