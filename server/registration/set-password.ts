import { v7 } from 'uuid';
import { isSameHolder } from '../../shared/identity.ts';
import type { UserId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import { checkNewPassword } from '../accounts/check-new-password.ts';
import { linkAccount } from '../accounts/link-account.ts';
import { insertUser, usersNamed } from '../accounts/queries.ts';
import { accountById, userById } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { deleteSessionsOf, setPasswordHash } from '../auth/queries.ts';
import { startSession } from '../auth/start-session.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import { consumeToken, readToken, type TokenOf } from '../auth/tokens.ts';
import type { Browser, Resident, Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { limitLinks } from './limit-links.ts';

type Permission = TokenOf<'registration' | 'password'>;
const purposes = ['registration', 'password'] as const;

export interface PasswordByLink {
  token: string;
  password: string;
  /** Whoever else is signed in as this user is signed out. */
  endOthers: boolean;
}

/**
 * Uses a link up: gives its user a password, or makes the user, and signs that one in. Of several tries at once one wins, and
 * a try that fails leaves nothing behind. Throws `link_unknown`, `link_used`, `link_expired`, `password_refused`,
 * `email_taken` and `too_many`.
 */
export async function setPasswordByLink(
  services: Services,
  { token, password, endOthers }: PasswordByLink,
  browser: Browser,
): Promise<{ user: Resident; cookies: string[] }> {
  const { db, passwords, clock, mail } = services;
  const now = clock.now();
  const at = toInstant(now);
  const permitted = await limitLinks(services, browser.address, async () => {
    const permission = await readToken(db.reader, token, purposes, now);
    // A link that cannot be used up must not buy a hash each time that it is tried.
    if (
      permission.purpose === 'registration' &&
      (await usersNamed(db.reader, { email: permission.email })).length > 0
    ) {
      throw new ProblemError({ code: 'email_taken' });
    }
    return permission;
  });
  checkNewPassword(password, await ownerOf(db.reader, permitted));
  const hash = await passwords.hash(password);
  try {
    const signedIn = await db.write(async (tx) => {
      const permission = await consumeToken(tx, token, purposes, now);
      const user =
        permission.purpose === 'registration'
          ? await makeUser(tx, permission, { hash, at })
          : await changePassword(tx, permission.user, { hash, at, endOthers });
      const cookies = await startSession(services, tx, user, browser);
      await appendAudit(tx, { at, actor: user.id, action: 'sign-in', subject: user.id, detail: {} });
      return { user, cookies };
    });
    mail.nudge();
    return signedIn;
  } catch (error) {
    // The one unique thing that is not minted here.
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'email_taken' });
    throw error;
  }
}

/** What a password must not be equal to. */
async function ownerOf(
  db: Reader,
  permission: Permission,
): Promise<{ accountNumbers: string[]; email: string | null }> {
  if (permission.purpose === 'registration') {
    const account = await accountById(db, permission.account);
    return { accountNumbers: account ? [account.number] : [], email: permission.email };
  }
  const [user] = await usersNamed(db, { id: permission.user });
  return { accountNumbers: user?.accountNumbers ?? [], email: user?.email ?? null };
}

async function makeUser(
  tx: Writer,
  { account, name, email, phone, language }: TokenOf<'registration'>,
  { hash, at }: { hash: string; at: Instant },
): Promise<Resident> {
  // The proof was right when the letter was written; it has to be so still.
  const stored = await accountById(tx, account);
  if (!stored || !isSameHolder(stored.holder, name)) throw new ProblemError({ code: 'link_unknown' });
  const id = v7();
  // Sign-in looks the address up in lower case.
  const user = { id, email: email.toLowerCase(), name, language, password_hash: hash, created_at: at, phone };
  await insertUser(tx, user);
  await appendAudit(tx, { at, actor: id, action: 'register', subject: id, detail: {} });
  await linkAccount(tx, { user: id, account, at, actor: id });
  return { id, name };
}

async function changePassword(
  tx: Writer,
  id: UserId,
  { hash, at, endOthers }: { hash: string; at: Instant; endOthers: boolean },
): Promise<Resident> {
  // Writing the hash locks the user.
  await setPasswordHash(tx, id, hash);
  const user = await userById(tx, id);
  if (!user) throw new ProblemError({ code: 'link_unknown' });
  await consumeTokensOf(tx, id, at);
  const sessions = endOthers ? await deleteSessionsOf(tx, id) : 0;
  await appendAudit(tx, { at, actor: id, action: 'set-password', subject: id, detail: { sessions } });
  await enqueueMail(tx, { kind: 'password-changed', user: id }, at);
  return { id, name: user.name };
}
