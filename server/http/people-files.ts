import { Readable } from 'node:stream';
import type { Middleware } from 'koa';
import type { Services } from '../context.ts';
import { exportPerson } from '../people/export-person.ts';
import { openLetter } from '../people/letters.ts';
import { answerRefusal } from './refusal.ts';
import { staffAsking } from './staff-asking.ts';

/** The letter styles itself and does nothing else. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals";

const letterPath = '/office/letters';
const dataPath = /^\/office\/person-data\/([0-9a-f-]{36})\.zip$/;

/**
 * What the office opens as a page or gets as a file of people:
 *
 *   /office/letters?ticket=…          a letter to print, once (clerk); no log has what stands behind the question mark
 *   /office/person-data/<id>.zip      everything that is kept of a person (manager)
 *
 * Both leave a row in the audit log, and the letter makes its link good; so they are answered to our own pages alone, and a
 * ticket, which a page gets by a call that no other site can make, is worth one letter.
 */
export function peopleFiles(services: Services): Middleware {
  return async (ctx, next) => {
    const ticket = ctx.path === letterPath ? String(ctx.query.ticket ?? '') : undefined;
    const person = dataPath.exec(ctx.path)?.[1];
    if (ticket === undefined && person === undefined) return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      const { staff, allowed } = await staffAsking(services, ctx, ticket === undefined ? 'manager' : 'clerk');
      if (ticket !== undefined) {
        const letter = await openLetter(allowed, staff, ticket);
        ctx.set('content-security-policy', letterPolicy);
        ctx.type = 'text/html; charset=utf-8';
        ctx.body = letter;
      } else if (person !== undefined) {
        const archive = await exportPerson(allowed, staff, person);
        ctx.attachment(`person-${person.slice(-8)}.zip`);
        ctx.type = 'application/zip';
        ctx.body = Readable.from(archive);
      }
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };
}
