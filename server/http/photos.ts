import type { Context, Middleware } from 'koa';
import { maxPhotoBytes, type PhotoOf } from '../../shared/conversation.ts';
import { isUuid } from '../../shared/ids.ts';
import { signedIn } from '../auth/signed-in.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { staffSignedIn } from '../staff/signed-in.ts';
import { photoForOffice, photoForResident, type StoredPhoto } from '../support/photo-queries.ts';
import { storePhoto } from '../support/store-photo.ts';
import { inertPolicy } from './inert-policy.ts';
import { refuseOtherSites, refuseStrangers } from './own-pages.ts';
import { readBytes } from './read-body.ts';
import { answerRefusal } from './refusal.ts';
import { contextOf } from './request-context.ts';

const pathPattern = /^(\/office)?\/photos\/([^/]*)$/;

/**
 * Photos of residents' messages and readings, by ids that nobody guesses, and only for those whose account it is:
 *
 *   GET  /photos/<id>                          the resident's, by the resident's session
 *   POST /photos/<id>?message=<id>             the same; the body is the picture (also `?reading=<id>`)
 *   GET  /office/photos/<id>                   by the session of somebody of the office
 */
export function photos(services: Services): Middleware {
  return async (ctx, next) => {
    const [, office, id = ''] = pathPattern.exec(ctx.path) ?? [];
    if (id === '' && !/^(\/office)?\/photos\//.test(ctx.path)) return next();
    ctx.set('cache-control', 'private, no-store');
    const methods = office ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST'];
    if (!methods.includes(ctx.method)) {
      ctx.status = 405;
      ctx.set('allow', methods.join(', '));
      return;
    }
    try {
      if (ctx.method === 'POST') await take(ctx, services, id);
      else await show(ctx, services, { id, office: office !== undefined });
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };
}

async function show(ctx: Context, services: Services, { id, office }: { id: string; office: boolean }): Promise<void> {
  refuseOtherSites(ctx);
  const asked = contextOf(services, ctx);
  const { reader } = services.db;
  let find: (id: string) => Promise<StoredPhoto | undefined>;
  if (office) {
    await staffSignedIn(asked, 'clerk');
    find = (of) => photoForOffice(reader, of);
  } else {
    const { user } = await signedIn(asked);
    find = (of) => photoForResident(reader, { user: user.id, id: of });
  }
  const photo = isUuid(id) ? await find(id) : undefined;
  if (!photo) throw new ProblemError({ code: 'not_found' });
  ctx.status = 200;
  ctx.set('content-security-policy', inertPolicy);
  ctx.set('content-disposition', 'inline');
  ctx.type = photo.media_type;
  ctx.body = Buffer.from(photo.bytes);
}

async function take(ctx: Context, services: Services, id: string): Promise<void> {
  try {
    refuseStrangers(ctx, ['image/jpeg', 'image/png', 'image/webp']);
    const { user } = await signedIn(contextOf(services, ctx));
    const of = placeOf(ctx);
    if (!isUuid(id)) throw new ProblemError({ code: 'not_found' });
    await storePhoto(services, user, { id, of }, () => readBytes(ctx, maxPhotoBytes));
  } catch (error) {
    // Whoever is refused has perhaps not sent all of it; nobody waits for the rest.
    if (!ctx.req.complete) ctx.set('connection', 'close');
    throw error;
  }
  ctx.status = 200;
  ctx.body = { stored: true };
}

function placeOf(ctx: Context): PhotoOf {
  const { message, reading } = ctx.query;
  if (isUuid(message) && reading === undefined) return { message };
  if (isUuid(reading) && message === undefined) return { reading };
  throw new ProblemError({ code: 'bad_input', path: 'message' });
}
