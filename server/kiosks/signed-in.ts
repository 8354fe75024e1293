import type { Context } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { kioskCredentialHash } from './codes.ts';
import type { KioskSelf } from './enrol.ts';
import { kioskByCredential } from './queries.ts';

/** Which kiosk calls, by the credential in its cookie. Throws `signed_out` where it is none, or not any more. */
export async function kioskSignedIn({
  services: { db },
  request: { kioskCredential },
}: Pick<Context, 'services' | 'request'>): Promise<{ kiosk: KioskSelf }> {
  const row = await kioskOf(db.reader, kioskCredential);
  if (!row) throw new ProblemError({ code: 'signed_out' });
  return { kiosk: { id: row.id, name: row.name } };
}

/** The kiosk in use that this is the credential of. */
export async function kioskOf(db: Reader, credential: string | null): Promise<Row<'kiosks'> | undefined> {
  if (credential === null || !/^[0-9a-f]{64}$/.test(credential)) return undefined;
  return kioskByCredential(db, kioskCredentialHash(credential));
}
