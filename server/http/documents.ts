import type { Context, Middleware } from 'koa';
import { type Company, type Language, languages } from '../../shared/company.ts';
import { signedIn } from '../auth/signed-in.ts';
import type { Services } from '../context.ts';
import { createDrawing } from '../documents/drawing.ts';
import { type PdfDocument, readLedger, readStatement } from '../documents/read-document.ts';
import { ProblemError } from '../errors.ts';
import { inertPolicy } from './inert-policy.ts';
import { refuseOtherSites } from './own-pages.ts';
import { answerRefusal } from './refusal.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';
import { contextOf } from './request-context.ts';

const pathPattern = /^\/documents\/(statements|ledger)\/([0-9a-f-]{36})\.pdf$/;

/**
 * The PDFs of a resident's own accounts, in one of the company's languages, or else its first. Billing's own PDF of a bill
 * is the same in all of them.
 *
 *   /documents/statements/<id>.pdf?language=lv   /documents/ledger/<account id>.pdf?language=lv
 */
export function documents(services: Services): Middleware {
  const needs = { ...services, draw: createDrawing(services.company) };
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/documents/')) return next();
    ctx.set('cache-control', 'private, no-store');
    if (refuseUnlessRead(ctx)) return;
    try {
      refuseOtherSites(ctx);
      const { user } = await signedIn(contextOf(services, ctx));
      const [, kind, id] = pathPattern.exec(ctx.path) ?? [];
      if (id === undefined) throw new ProblemError({ code: 'not_found' });
      const asked = { id, language: languageOf(ctx, services.company) };
      send(ctx, await (kind === 'ledger' ? readLedger(needs, user, asked) : readStatement(needs, user, asked)));
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };
}

function languageOf(ctx: Context, company: Company): Language {
  const { language } = ctx.query;
  if (language === undefined) return company.languages[0] ?? languages[0];
  const spoken = company.languages.find((one) => one === language);
  if (!spoken) throw new ProblemError({ code: 'bad_input', path: 'language' });
  return spoken;
}

function send(ctx: Context, { bytes, name }: PdfDocument): void {
  ctx.status = 200;
  ctx.set('content-security-policy', inertPolicy);
  ctx.attachment(`${fileName(name)}.pdf`, { type: 'inline' });
  ctx.type = 'application/pdf';
  ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Without what some system does not take in the name of a file. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-');
