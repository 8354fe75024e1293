import type { Context } from 'koa';
import type { Staff, StaffRole } from '../../shared/staff.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { staffSignedIn } from '../staff/signed-in.ts';
import { whileAllowed } from '../staff/while-allowed.ts';
import { refuseOtherSites } from './own-pages.ts';
import { contextOf } from './request-context.ts';

/**
 * Who of the office asks for a file, from one of our own pages, and the services for it: what is taken out is noted, by whoever
 * may still do so then. Throws `not_found`, `forbidden` and `signed_out`.
 */
export async function staffAsking(
  services: Services,
  ctx: Context,
  least: StaffRole,
): Promise<{ staff: Staff; allowed: Services }> {
  if (ctx.method !== 'GET') throw new ProblemError({ code: 'not_found' });
  refuseOtherSites(ctx);
  const { staff, staffSession } = await staffSignedIn(contextOf(services, ctx), least);
  return { staff, allowed: whileAllowed(services, staffSession, least) };
}
