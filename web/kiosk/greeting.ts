import type { EpochMs, Instant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import { type Answer, withDeadline } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';
import { contactOf } from '../contact/contact.ts';
import { unsent } from './deliver.ts';
import { withRoom } from './delivered-envelopes.ts';
import type { KioskDb, SelfRow } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';
import { settle } from './settle.ts';

interface Parts {
  db: KioskDb;
  network: KioskNetwork;
  clock: Clock;
}

/**
 * What is told of the envelopes that the server does not have: how many, since when, and how many of them it could not open. What it
 * has is none of them, although it is still here.
 */
export async function held(db: KioskDb): Promise<{
  waiting: number;
  oldest: Instant | null;
  refused: number;
}> {
  const [toSend, refused] = await Promise.all([unsent(db), db.envelopes.where({ state: 'refused' }).primaryKeys()]);
  // Ids are UUIDv7: the first is the oldest.
  const [oldest] = [...toSend.slice(0, 1), ...refused].sort();
  const first = oldest === undefined ? undefined : await db.envelopes.get(oldest);
  return { waiting: toSend.length + refused.length, oldest: first?.savedAt ?? null, refused: refused.length };
}

/** Says that this kiosk lives and what it holds; learns what it is, what time it is, and what to seal to. */
export async function greet(parts: Parts): Promise<Answer<KioskGreeting>> {
  const said = await held(parts.db);
  const answer = await ask(parts, (signal) => parts.network.hello(said, signal));
  if (isSignedOut(answer)) {
    const standing = await standingNow(parts);
    if (standing !== null) await parts.db.self.update('self', { standing });
  }
  return answer;
}

/**
 * Of one that is not greeted any more: what it sealed is taken in by a credential that has ended, and by none that the server does
 * not know, or takes nothing more by. Null where the answer tells neither; then it is what it was.
 */
async function standingNow(parts: Parts): Promise<SelfRow['standing'] | null> {
  const { network, clock } = parts;
  const nothing = { visit: null, envelopes: [] };
  const answer = await withDeadline(clock, (signal) => network.deliver(nothing, signal));
  if (isSignedOut(answer)) return 'stranger';
  if (!answer.ok) return null;
  // It hears nothing else of a server that was restored.
  await settle(parts, [], answer.value);
  return 'ended';
}

export const isSignedOut = (answer: Answer<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'signed_out';

/** Makes this browser a kiosk, by the office's code. What still waits is to be handed in before, as the kiosk that sealed it. */
export function enrol(parts: Parts, code: string): Promise<Answer<KioskGreeting>> {
  return ask(parts, (signal) => parts.network.enrol(code, signal));
}

async function ask(
  { db, clock }: Parts,
  request: (signal: AbortSignal) => Promise<Answer<KioskGreeting>>,
): Promise<Answer<KioskGreeting>> {
  const sentAt = clock.now();
  const answer = await withDeadline(clock, request);
  if (answer.ok) await withRoom(db, () => remember(db, answer.value, sentAt, clock.now()));
  return answer;
}

function remember(db: KioskDb, greeting: KioskGreeting, sentAt: EpochMs, receivedAt: EpochMs): Promise<void> {
  const { id, name } = greeting.kiosk;
  const { id: key, publicKey } = greeting.key;
  const contact = contactOf(greeting, sentAt, receivedAt);
  return db.transaction('rw', db.self, async () => {
    const known = await db.self.get('self');
    const self: SelfRow = {
      key: 'self',
      kiosk: { id, name },
      prints: greeting.prints,
      serverKey: { id: key, publicKey },
      contact,
      epoch: greeting.epoch,
      // The stream is the kiosk's, and outlives what a browser remembers of it. A time of the server's as the first number lies
      // above whatever was counted up from an earlier one, by this browser or another.
      next: known?.kiosk.id === id ? known.next : contact.serverTime,
      standing: 'enrolled',
    };
    await db.self.put(self);
  });
}
