import { Readable } from 'node:stream';
import type { Middleware } from 'koa';
import { type AuditFilter, auditFilter } from '../../shared/audit-forms.ts';
import { pathOf } from '../../shared/sync.ts';
import { exportAudit } from '../audit/export-log.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { answerRefusal } from './refusal.ts';
import { staffAsking } from './staff-asking.ts';

/**
 * `/office/audit.csv?person=…&account=…&action=…&from=…&until=…`: what a search of the audit log finds, as a file, for
 * administrators. It leaves a row in the log, so it is answered to our own pages alone.
 */
export function auditFile(services: Services): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/office/audit.csv') return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      const { staff, allowed } = await staffAsking(services, ctx, 'administrator');
      const lines = await exportAudit(allowed, filterOf(ctx.query), staff.id);
      ctx.status = 200;
      ctx.attachment('audit.csv');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = Readable.from(lines);
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };
}

function filterOf(query: Readonly<Record<string, unknown>>): AuditFilter {
  const none = { person: null, account: null, action: null, from: null, until: null };
  const parsed = auditFilter.safeParse({ ...none, ...query });
  if (!parsed.success) throw new ProblemError({ code: 'bad_input', path: pathOf(parsed.error) });
  return parsed.data;
}
