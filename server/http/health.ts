import type { Middleware } from 'koa';
import type { Log } from '../context.ts';
import type { Database } from '../db/database.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, that is, its database answers; not while it is stopping. */
export function health({ db, log, stopping }: { db: Database; log: Log; stopping: () => boolean }): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/healthz' && ctx.path !== '/readyz') return next();
    ctx.set('cache-control', 'no-store');
    if (refuseUnlessRead(ctx)) return;
    ctx.body = { status: 'ok' };
    if (ctx.path === '/healthz') return;
    const ready = !stopping() && (await answers(db, log));
    if (ready) return;
    ctx.status = 503;
    ctx.body = { status: 'unavailable' };
  };
}

async function answers(db: Database, log: Log): Promise<boolean> {
  try {
    await db.ping();
    return true;
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer');
    return false;
  }
}
