import type { UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import { createToken } from '../auth/tokens.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { lockLiveUser } from './user-queries.ts';

/**
 * How the link for setting a password reaches a user. The office makes users and has links sent or printed; the password
 * is the user's own. A letter on paper is there before its token is: until then the token in it is worth nothing.
 */
export type Activation = { by: 'mail' } | { by: 'letter'; token: string; validUntil: EpochMs };

/** Sends the link, or makes that of the letter good, in the transaction that is its reason. `actor`: as in the audit log. */
export async function activate(
  tx: Writer,
  user: UserId,
  activation: Activation,
  { now, actor }: { now: EpochMs; actor: string },
): Promise<void> {
  const at = toInstant(now);
  if (activation.by === 'mail') {
    await enqueueMail(tx, { kind: 'activation', user }, at);
  } else {
    const { token, validUntil } = activation;
    await createToken(tx, { purpose: 'password', user }, { now, token, lifetime: validUntil - now, printedBy: actor });
  }
  await appendAudit(tx, { at, actor, action: 'activation', subject: user, detail: { by: activation.by } });
}

/** A new link for a user who cannot get in any more. Those that were given before open nothing from now on. Throws `not_found`. */
export async function renewActivation(
  { db, clock }: { db: Database; clock: Clock },
  { user, activation, actor }: { user: UserId; activation: Activation; actor: string },
): Promise<void> {
  const now = clock.now();
  await db.write(async (tx) => {
    // Whoever opens an old link at this moment is either before or after.
    if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
    await consumeTokensOf(tx, user, toInstant(now));
    await activate(tx, user, activation, { now, actor });
  });
}
