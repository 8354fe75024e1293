import { toInstant } from '../../shared/instant.ts';
import type { Account } from '../../shared/protocol.ts';
import type { Browser, Resident, Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { accountsOf } from './queries.ts';

/**
 * Signs the user in within this transaction, whatever it was that proved who it is; answers with the cookies to set. The
 * session that this browser had before ends, and the browser is a known one from now on.
 */
export async function startSession(
  { sessions, knownDevices }: Services,
  tx: Writer,
  user: Resident,
  { device, sessionToken, knownDevice }: Browser,
): Promise<string[]> {
  const session = await sessions.start(tx, user.id, device, sessionToken);
  return [session.cookie, knownDevices.remember(knownDevice, user.id).cookie];
}

/** What a browser hears that has just been signed in. */
export async function signedInAnswer(
  { db, clock, beacons }: Services,
  { id, name }: Resident,
): Promise<{ user: Resident; accounts: Account[]; serverTime: string; beacon: string }> {
  const accounts = await accountsOf(db.reader, id);
  return { user: { id, name }, accounts, serverTime: toInstant(clock.now()), beacon: beacons.issue() };
}
