import type { EpochMs, Instant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import { type Answer, withDeadline } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';
import { contactOf } from '../contact/contact.ts';
import type { KioskDb, SelfRow } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';

interface Parts {
  db: KioskDb;
  network: KioskNetwork;
  clock: Clock;
}

/** What is told of the envelopes here: how many, since when, and how many of them the server could not open. */
export async function held({ envelopes }: KioskDb): Promise<{
  waiting: number;
  oldest: Instant | null;
  refused: number;
}> {
  const [waiting, first, refused] = await Promise.all([
    envelopes.count(),
    // Ids are UUIDv7: the first is the oldest.
    envelopes.orderBy('id').first(),
    envelopes.where({ state: 'refused' }).count(),
  ]);
  return { waiting, oldest: first?.savedAt ?? null, refused };
}

/** Says that this kiosk lives and what it holds; learns what it is, what time it is, and what to seal to. */
export async function greet(parts: Parts): Promise<Answer<KioskGreeting>> {
  const said = await held(parts.db);
  const answer = await ask(parts, (signal) => parts.network.hello(said, signal));
  if (isSignedOut(answer)) await parts.db.self.update('self', { standing: await standing(parts) });
  return answer;
}

/** Of one that is not greeted any more: what it sealed is taken from one that was revoked, and from nobody else. */
async function standing({ network, clock }: Parts): Promise<SelfRow['standing']> {
  const nothing = { visit: null, envelopes: [] };
  const answer = await withDeadline(clock, (signal) => network.deliver(nothing, signal));
  return isSignedOut(answer) ? 'stranger' : 'revoked';
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
  if (answer.ok) await remember(db, answer.value, sentAt, clock.now());
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
      serverKey: { id: key, publicKey },
      contact,
      // The stream is the kiosk's, and outlives what a browser remembers of it. A time of the server's as the first number lies
      // above whatever was counted up from an earlier one.
      next: known?.next ?? contact.serverTime,
      standing: 'enrolled',
    };
    await db.self.put(self);
  });
}
