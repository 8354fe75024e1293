import { v7 } from 'uuid';
import type { Language } from '../../shared/company.ts';
import { isEmail, isLine, longest } from '../../shared/contact.ts';
import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import { type Database, isUniqueViolation } from '../db/database.ts';
import type { Reader } from '../db/tables.ts';
import { type Activation, activate } from './activation.ts';
import { linkAccount } from './link-account.ts';
import { accountsByNumber, insertUser, type StoredAccount } from './queries.ts';
import { UserRefused } from './user-refused.ts';

/** What an application for a user says. */
export interface Application {
  /** At least one; the user is linked to each of them. */
  accountNumbers: readonly string[];
  /** Null: as the holder of the first account is called. */
  name: string | null;
  email: string | null;
  language: Language | null;
}

/** A user to be made. */
export interface NewUser {
  id: UserId;
  name: string;
  /** In lower case: sign-in looks it up so. */
  email: string | null;
  language: Language | null;
  accounts: readonly StoredAccount[];
}

/** Looks an application over, and writes nothing. Throws UserRefused. */
export async function readApplication(
  db: Reader,
  { accountNumbers, name, email, language }: Application,
): Promise<NewUser> {
  if (email !== null && !isEmail(email)) throw new UserRefused('email_malformed', `${email} is no e-mail address`);
  if (name !== null && !(isLine(name) && name.length <= longest.line)) {
    throw new UserRefused('name_malformed', `a name is a line of up to ${longest.line} characters`);
  }
  const numbers = [...new Set(accountNumbers)];
  const known = await accountsByNumber(db, numbers);
  const accounts = numbers.map((number) => {
    const account = known.get(number);
    if (!account) throw new UserRefused('account_unknown', `there is no account ${number}`);
    return account;
  });
  const [first] = accounts;
  if (!first) throw new RangeError('a user without an account');
  return { id: v7(), name: name ?? first.holder, email: email?.toLowerCase() ?? null, language, accounts };
}

/**
 * Makes a user who may read and submit for accounts, without a password: nobody chooses that but the user, by the link of
 * the `activation`. All or nothing. Null: there is no link yet. `actor`: as in the audit log. Throws UserRefused.
 */
export async function createUser(
  { db, clock }: { db: Database; clock: Clock },
  { id, name, email, language, accounts }: NewUser,
  { activation, actor }: { activation: Activation | null; actor: string },
): Promise<void> {
  const now = clock.now();
  const at = toInstant(now);
  try {
    await db.write(async (tx) => {
      await insertUser(tx, { id, email, name, language, password_hash: null, created_at: at, phone: null });
      await appendAudit(tx, { at, actor, action: 'create-user', subject: id, detail: { accounts: accounts.length } });
      for (const account of accounts) await linkAccount(tx, { user: id, account: account.id, at, actor });
      if (activation) await activate(tx, id, activation, { now, actor });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserRefused('email_taken', 'another user has this e-mail address');
    throw error;
  }
}
