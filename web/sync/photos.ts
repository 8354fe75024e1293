import type { OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Failure } from '../contact/answer.ts';
import { withDeadline } from '../contact/answer.ts';
import type { SyncPorts } from './ports.ts';

/** A photo of some hundred kilobytes takes this long where the signal is just enough. */
const photoDeadline = 180_000;

/** Whatever time passes, the same photo would be refused again. */
const final: readonly ProblemCode[] = ['photo_refused', 'too_large', 'id_reused', 'bad_input'];

/**
 * Sends this user's photos whose message or reading has been received, one after the other, until there are no more or an
 * operation waits that is not `held`: it goes first. One whose message the server does not know (any more) is `putOff` for
 * this cycle. A photo counts as sent only when the server has said so.
 */
export async function sendPhotos(
  { clock, network, storage }: SyncPorts,
  user: UserId,
  { held, putOff }: { held: ReadonlySet<OperationId>; putOff: Set<PhotoId> },
): Promise<{ sent: number; overtaken: boolean; failure: Failure | null }> {
  for (let sent = 0; ; ) {
    const photo = (await storage.photosToSend(user)).find(({ id }) => !putOff.has(id));
    if (!photo) return { sent, overtaken: false, failure: null };
    if ((await storage.queued(user)).some(({ id }) => !held.has(id))) return { sent, overtaken: true, failure: null };
    const bytes = await storage.photoBytes(photo.id);
    if (bytes === null) {
      await storage.settlePhoto(user, photo.id, { code: 'photo_refused' });
      continue;
    }
    const answer = await withDeadline(clock, (signal) => network.sendPhoto(photo, bytes, signal), photoDeadline);
    if (answer.ok) {
      await storage.settlePhoto(user, photo.id, null);
      sent++;
      continue;
    }
    const { failure } = answer;
    if (failure.kind === 'refused' && failure.problem.code === 'not_found') putOff.add(photo.id);
    else if (failure.kind === 'refused' && final.includes(failure.problem.code)) {
      await storage.settlePhoto(user, photo.id, failure.problem);
    } else return { sent, overtaken: false, failure };
  }
}
