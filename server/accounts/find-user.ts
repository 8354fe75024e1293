import type { Database } from '../db/database.ts';
import { accountsByNumber, type NamedBy, type NamedUser, usersNamed } from './queries.ts';
import { UserRefused } from './user-refused.ts';

/**
 * The one user who is named so. Throws UserRefused where there is none, and where there are several: their ids are in
 * the words.
 */
export async function findUser(db: Database, by: NamedBy): Promise<NamedUser> {
  const [user, ...others] = await usersNamed(db.reader, by);
  if (!user) {
    const isAccount = 'account' in by && (await accountsByNumber(db.reader, [by.account])).size > 0;
    const words = isAccount ? `account ${by.account} has no user: create-user makes one` : 'there is no such user';
    throw new UserRefused('user_unknown', words);
  }
  if (others.length > 0) {
    const ids = [user, ...others].map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new UserRefused('user_ambiguous', `several users fit, name one by the id: ${ids}`);
  }
  return user;
}
