import type { Context } from 'koa';
import { ProblemError } from '../errors.ts';

/** What is opened by its address, by our own pages or by somebody who typed it (`none`). Throws `forbidden` for other sites' pages. */
export function refuseOtherSites(ctx: Context): void {
  if (!['', 'same-origin', 'none'].includes(ctx.get('sec-fetch-site'))) throw new ProblemError({ code: 'forbidden' });
}

/**
 * What only our own pages send: by POST, with a header that no page of another site can set, and of a type that no form can send
 * (OWASP: custom request headers). Throws `forbidden` and `bad_input`.
 */
export function refuseStrangers(ctx: Context, types: readonly string[]): void {
  if (!['', 'same-origin'].includes(ctx.get('sec-fetch-site'))) throw new ProblemError({ code: 'forbidden' });
  if (ctx.method !== 'POST' || ctx.get('x-meterbook') !== '1') throw new ProblemError({ code: 'forbidden' });
  if (!types.includes(ctx.request.type)) throw new ProblemError({ code: 'bad_input', path: 'content-type' });
}
