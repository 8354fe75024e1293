import type { Context, Resident } from '../context.ts';
import { ProblemError } from '../errors.ts';

/**
 * Who calls, by the session's cookie; where the session was prolonged the browser is told. Throws `signed_out` where nobody is
 * signed in.
 */
export async function signedIn(
  ctx: Pick<Context, 'services' | 'request' | 'setCookie'>,
): Promise<{ session: string; user: Resident }> {
  const session = await ctx.services.sessions.validate(ctx.request.sessionToken);
  if (!session) throw new ProblemError({ code: 'signed_out' });
  if (session.cookie !== null) ctx.setCookie(session.cookie);
  return { session: session.id, user: session.user };
}
