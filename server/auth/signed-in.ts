import type { UserId } from '../../shared/ids.ts';
import type { Context, Resident } from '../context.ts';
import { ProblemError } from '../errors.ts';

type Asking = Pick<Context, 'services' | 'request' | 'setCookie'>;

/**
 * Who calls, by the session's cookie; where the session was prolonged the browser is told. Throws `signed_out` where nobody is
 * signed in; to the devices of a deleted user it says that they must forget.
 */
export async function signedIn(ctx: Asking): Promise<{ session: string; user: Resident }> {
  const { session, user, linkedAs } = await handingIn(ctx);
  if (linkedAs !== user.id) throw new ProblemError({ code: 'signed_out' });
  return { session, user };
}

/**
 * The same, but whoever turned out to be another user may still hand in what the device has saved, before it is signed out
 * (I10: it goes in under the name under which it was saved). `linkedAs`: whose accounts count.
 */
export async function handingIn(ctx: Asking): Promise<{ session: string; user: Resident; linkedAs: UserId }> {
  const session = await ctx.services.sessions.validate(ctx.request.sessionToken);
  if (!session) throw new ProblemError({ code: 'signed_out' });
  const { id, user, former, cookie } = session;
  if (former?.deleted) throw new ProblemError({ code: 'signed_out', forget: true });
  if (cookie !== null) ctx.setCookie(cookie);
  return { session: id, user, linkedAs: former?.mergedInto ?? user.id };
}
