import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { deletePasskey } from './queries.ts';

/** Takes a passkey of this user away; what the authenticator keeps of it opens nothing any more. Throws `not_found`. */
export async function removePasskey({ db, clock }: Services, { id: user }: Resident, id: string): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    if (!(await deletePasskey(tx, user, id))) throw new ProblemError({ code: 'not_found' });
    await appendAudit(tx, { at, actor: user, action: 'passkey-removed', subject: user, detail: {} });
  });
}
