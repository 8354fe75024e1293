import type { PhotoId } from '../../shared/ids.ts';
import type { Failure } from '../contact/answer.ts';
import type { SyncSession } from '../store/sync-storage.ts';
import { sendPhotos } from './photos.ts';
import type { SyncPorts } from './ports.ts';
import { pull } from './pull.ts';
import { type Pushed, push } from './push.ts';

/**
 * How a cycle ended. `done`: nothing is queued and everything acknowledged is here. `again`: some of it has to wait for
 * the next attempt. `failed`: no answer, or a refusal that time may heal.
 */
export type CycleEnd = 'done' | 'again' | 'signed-out' | 'upgrade-required' | { failed: Failure };

/** Pushing may follow a pull that found the server restored from a backup; more often than this, something is wrong. */
const maxRounds = 3;

/**
 * One cycle: push, then pull, then photos, which may take long: whatever is saved meanwhile goes before the next of them,
 * and a pull shows what has arrived. The page's loop and the service worker run the same.
 */
export async function runCycle(ports: SyncPorts): Promise<CycleEnd> {
  const session = await ports.storage.session();
  if (session === null || session.expired) return 'signed-out';
  const pushed: Pushed = { held: new Set(), versions: new Map() };
  const putOff = new Set<PhotoId>();
  for (;;) {
    const end = await exchange(ports, session, pushed);
    if (end !== 'done' && end !== 'again') return end;
    const photos = await sendPhotos(ports, session.user, { held: pushed.held, putOff });
    if (photos.failure) return afterFailure(ports, session, photos.failure);
    if (photos.sent === 0 && !photos.overtaken) return end;
  }
}

async function exchange(ports: SyncPorts, session: SyncSession, pushed: Pushed): Promise<CycleEnd> {
  for (let round = 0; round < maxRounds; round++) {
    const failure = await push(ports, session.user, pushed);
    if (failure) return afterFailure(ports, session, failure);
    const pulled = await pull(ports, session.user, pushed.versions);
    if (pulled === 'other-session') return 'again';
    if ('failure' in pulled) return afterFailure(ports, session, pulled.failure);
    if (pulled.requeued > 0) continue;
    await ports.storage.prune(session.user);
    return pulled.behind || pushed.held.size > 0 ? 'again' : 'done';
  }
  return 'again';
}

/** I10: a session that is over, or another user's, sends nothing more until somebody signs in. */
async function afterFailure({ storage }: SyncPorts, session: SyncSession, failure: Failure): Promise<CycleEnd> {
  const problem = failure.kind === 'refused' ? failure.problem : null;
  const code = problem?.code;
  if (code === 'signed_out' || code === 'other_user') {
    if (problem?.code === 'signed_out' && problem.forget) await storage.forgetSession(session);
    else await storage.expireSession(session);
    return 'signed-out';
  }
  return code === 'upgrade_required' ? 'upgrade-required' : { failed: failure };
}
