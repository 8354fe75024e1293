import { maxPhotosPerMessage, type PhotoOf } from '../../shared/conversation.ts';
import type { PhotoId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Operation } from '../../shared/operation.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Resident, Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { encodePhoto } from './encode-photo.ts';
import {
  countPhotosOfReading,
  insertPhoto,
  type PhotoPlace,
  photoById,
  photoPlace,
  touchMessage,
} from './photo-queries.ts';

interface Sent {
  id: PhotoId;
  of: PhotoOf;
}

/**
 * A photo of a resident's own message or reading: the message must have named it, and has arrived. Idempotent by the photo's
 * id: whoever got no answer sends it again. `read` is asked for the bytes once it is known that they are wanted.
 * Throws `not_found` (also where the message has not come yet), `id_reused`, `too_many`, `photo_refused`.
 */
export async function storePhoto(
  { db, clock, limits }: Pick<Services, 'db' | 'clock' | 'limits'>,
  user: Resident,
  sent: Sent,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  if ((await look(db.reader, user, sent)).stored) return;
  await limits.consume('photo-user', user.id);
  const { bytes, mediaType, width, height } = await encodePhoto(await read());
  await db.write(async (tx) => {
    // Once more, behind the lock: the account may have been taken away, or the same photo come twice at once.
    const before = await look(tx, user, sent);
    const versions = await lockForVersions(tx, [before.account]);
    const { account, stored } = await look(tx, user, sent);
    if (stored) return;
    const version = versions.next(account);
    const { of } = sent;
    await insertPhoto(tx, {
      id: sent.id,
      account_id: account,
      version,
      message_id: 'message' in of ? of.message : null,
      reading_id: 'reading' in of ? of.reading : null,
      media_type: mediaType,
      width,
      height,
      bytes,
      stored_at: toInstant(clock.now()),
    });
    if ('message' in of) await touchMessage(tx, { id: of.message, version });
    await versions.write();
  });
}

async function look(
  db: Reader,
  user: Resident,
  { id, of }: Sent,
): Promise<{ account: PhotoPlace['account']; stored: boolean }> {
  const place = await photoPlace(db, { user: user.id, of });
  if (!place || !names(place, { id, of })) throw new ProblemError({ code: 'not_found' });
  const { account } = place;
  const known = await photoById(db, id);
  if (!known) {
    if ('reading' in of && (await countPhotosOfReading(db, of.reading)) >= maxPhotosPerMessage) {
      throw new ProblemError({ code: 'too_many' });
    }
    return { account, stored: false };
  }
  const same = 'message' in of ? known.message_id === of.message : known.reading_id === of.reading;
  if (!same) throw new ProblemError({ code: 'id_reused' });
  return { account, stored: true };
}

function names({ content }: PhotoPlace, { id, of }: Sent): boolean {
  const operation = JSON.parse(content) as Operation;
  if ('reading' in of) return operation.kind === 'reading-submitted';
  return operation.kind === 'message-written' && operation.body.photos.includes(id);
}
