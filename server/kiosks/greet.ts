import { toEpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { KioskSaid } from '../../shared/kiosk-forms.ts';
import type { Services } from '../context.ts';
import type { Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { kioskCredentialHash } from './codes.ts';
import type { KioskSelf } from './enrol.ts';
import { keyToSealTo } from './keys.ts';
import { markKioskSeen } from './queries.ts';
import { kioskOf } from './signed-in.ts';

/** Contact is noted this often at the most, unless there is something new. */
const seenEveryMs = 60_000;

/**
 * A kiosk says that it lives and what it holds. Nothing is changed by what it does not say. Throws `signed_out` where it is none, or
 * not any more.
 */
export async function greetKiosk(
  services: Pick<Services, 'db' | 'clock' | 'beacons'>,
  { credential, said }: { credential: string | null; said: KioskSaid },
): Promise<KioskGreeting> {
  const { db, clock } = services;
  const row = await kioskOf(db.reader, credential);
  if (!row || credential === null) throw new ProblemError({ code: 'signed_out' });
  const now = clock.now();
  const change = whatIsSaid(said);
  const isNews = Object.entries(change).some(([column, value]) => row[column as keyof typeof change] !== value);
  const isDue = isNews || row.seen_at === null || now >= toEpochMs(row.seen_at) + seenEveryMs;
  const seen = { ...change, seen_at: toInstant(now) };
  if (isDue && !(await db.write((tx) => markKioskSeen(tx, kioskCredentialHash(credential), seen)))) {
    throw new ProblemError({ code: 'signed_out' });
  }
  return greetingTo(services, { id: row.id, name: row.name });
}

/** What a kiosk is told at each contact. */
export async function greetingTo(
  { db, clock, beacons }: Pick<Services, 'db' | 'clock' | 'beacons'>,
  kiosk: KioskSelf,
): Promise<KioskGreeting> {
  const key = await keyToSealTo({ db, clock }, kiosk.id);
  return { kiosk, key, serverTime: toInstant(clock.now()), beacon: beacons.issue() };
}

/** An older app tells its version alone. */
function whatIsSaid({
  appVersion,
  waiting,
  oldest,
  refused,
}: KioskSaid): Partial<Pick<Row<'kiosks'>, 'app_version' | 'waiting' | 'waiting_since' | 'refused'>> {
  return {
    app_version: appVersion,
    ...(waiting !== undefined && { waiting }),
    ...(oldest !== undefined && { waiting_since: oldest }),
    ...(refused !== undefined && { refused }),
  };
}
