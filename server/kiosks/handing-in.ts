import type { Context } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { kioskCredentialHash } from './codes.ts';
import type { KioskSelf } from './enrol.ts';
import { kioskByAnyCredential } from './queries.ts';

/**
 * Which kiosk hands in what it sealed, by the credential in its cookie: one in use, or one that was revoked, so that the office
 * comes to know of what was left at it. Whether it was, `credentialHash` tells inside the transaction. Throws `signed_out`.
 */
export async function kioskHandsIn({
  services: { db },
  request: { kioskCredential },
}: Pick<Context, 'services' | 'request'>): Promise<{ kiosk: KioskSelf; credentialHash: string }> {
  if (kioskCredential !== null) {
    const credentialHash = kioskCredentialHash(kioskCredential);
    const row = await kioskByAnyCredential(db.reader, credentialHash);
    if (row) return { kiosk: { id: row.id, name: row.name }, credentialHash };
  }
  throw new ProblemError({ code: 'signed_out' });
}
