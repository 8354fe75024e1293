import { v7 } from 'uuid';
import type { Language } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { Clock } from '../context.ts';
import { type Database, isUniqueViolation } from '../db/database.ts';
import { accountsByNumber, insertUser, linkUser } from './queries.ts';
import { refusePassword } from './refuse-password.ts';
import { UserRefused } from './user-refused.ts';

export interface NewUser {
  /** At least one; the user is linked to each of them. */
  accountNumbers: readonly string[];
  /** Null: as the holder of the first account is called. */
  name: string | null;
  email: string | null;
  language: Language | null;
  /** Null: nobody can sign in as this user until a password is set. */
  password: string | null;
  /** Who makes it: a user's id, or `command line`. */
  actor: string;
}

/** A user who may read and submit for accounts. All or nothing; throws UserRefused. */
export async function createUser(
  { db, passwords, clock }: { db: Database; passwords: Pick<Passwords, 'hash'>; clock: Clock },
  { accountNumbers, name, email, language, password, actor }: NewUser,
): Promise<UserId> {
  const numbers = [...new Set(accountNumbers)];
  if (password !== null) refusePassword(password, { accountNumbers: numbers, email });
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new UserRefused('email_malformed', `${email} is no e-mail address`);
  }
  const hash = password === null ? null : await passwords.hash(password);
  const at = toInstant(clock.now());
  const id = v7();
  try {
    await db.write(async (tx) => {
      const accounts = await accountsByNumber(tx, numbers);
      const unknown = numbers.find((number) => !accounts.has(number));
      if (unknown !== undefined) throw new UserRefused('account_unknown', `there is no account ${unknown}`);
      const holder = accounts.get(numbers[0] ?? '')?.holder;
      const called = name ?? holder;
      if (called === undefined) throw new RangeError('a user without an account');
      await insertUser(tx, {
        id,
        // Sign-in looks it up in lower case.
        email: email?.toLowerCase() ?? null,
        name: called,
        language,
        password_hash: hash,
        created_at: at,
        phone: null,
      });
      for (const { id: account } of accounts.values()) {
        await linkUser(tx, { user_id: id, account_id: account, linked_at: at });
      }
      const detail = { accounts: accounts.size, password: hash !== null };
      await appendAudit(tx, { at, actor, action: 'create-user', subject: id, detail });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserRefused('email_taken', 'another user has this e-mail address');
    throw error;
  }
  return id;
}
