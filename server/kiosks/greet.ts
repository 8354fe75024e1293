import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { KioskSaid } from '../../shared/kiosk-forms.ts';
import type { Services } from '../context.ts';
import type { Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { type KioskCaller, lockCaller } from './credentials.ts';
import type { KioskSelf } from './enrol.ts';
import { keyToSealTo } from './keys.ts';
import { noteReused } from './note-credential.ts';
import { type KioskSeen, kioskById, markKioskSeen } from './queries.ts';
import { takeTurn, turnDue } from './rotation.ts';

/** Contact is noted this often at the most, unless there is something new. */
const seenEveryMs = 60_000;

/**
 * A kiosk says that it lives and what it holds. Nothing is changed by what it does not say. Answers with what it is told, and with
 * the credential that follows, where there is one (`rotation`). Throws `signed_out` where it is none any more; what one that was
 * revoked holds is noted all the same, as long as it may hand that in.
 */
export async function greetKiosk(
  services: Pick<Services, 'db' | 'clock' | 'limits' | 'beacons' | 'epoch'>,
  { caller, said }: { caller: KioskCaller; said: KioskSaid },
): Promise<{ greeting: KioskGreeting; next: string | null }> {
  const { db, clock } = services;
  const { kiosk, credentialHash, state, may } = caller;
  const now = clock.now();
  const row = await kioskById(db.reader, kiosk.id);
  const seen = newsOf(row, said, now);
  if (may !== 'all') {
    // Of one that was only replaced the kiosk's present browser tells.
    if (state === 'revoked' && may === 'hand-in' && seen) await db.write((tx) => markKioskSeen(tx, kiosk.id, seen));
    await noteReused(services, caller);
    throw new ProblemError({ code: 'signed_out' });
  }
  const turn = turnDue(caller, now);
  const next =
    seen === null && turn === null
      ? null
      : await db.write(async (tx) => {
          const locked = await lockCaller(tx, credentialHash, now);
          if (locked.may !== 'all') throw new ProblemError({ code: 'signed_out' });
          if (seen) await markKioskSeen(tx, kiosk.id, seen);
          return takeTurn(tx, locked, now);
        });
  return { greeting: await greetingTo(services, { ...kiosk, prints: row?.prints === 1 }), next };
}

/** What is to be noted of it; null where that would be the same as before, and was noted a moment ago. */
function newsOf(row: Row<'kiosks'> | undefined, said: KioskSaid, now: EpochMs): KioskSeen | null {
  const change = whatIsSaid(said);
  const isNews = Object.entries(change).some(([column, value]) => row?.[column as keyof typeof change] !== value);
  const isDue = isNews || !row?.seen_at || now >= toEpochMs(row.seen_at) + seenEveryMs;
  return isDue ? { ...change, seen_at: toInstant(now) } : null;
}

/** What a kiosk is told at each contact. */
export async function greetingTo(
  { db, clock, beacons, epoch }: Pick<Services, 'db' | 'clock' | 'beacons' | 'epoch'>,
  { id, name, prints }: KioskSelf & { prints: boolean },
): Promise<KioskGreeting> {
  const key = await keyToSealTo({ db, clock }, id);
  return { kiosk: { id, name }, prints, key, serverTime: toInstant(clock.now()), beacon: beacons.issue(), epoch };
}

/** An older app tells its version alone. */
function whatIsSaid({ appVersion, waiting, oldest, refused }: KioskSaid): Omit<KioskSeen, 'seen_at'> {
  return {
    app_version: appVersion,
    ...(waiting !== undefined && { waiting }),
    ...(oldest !== undefined && { waiting_since: oldest }),
    ...(refused !== undefined && { refused }),
  };
}
