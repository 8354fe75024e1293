import { toInstant } from '../../shared/instant.ts';
import type { KioskSignedIn } from '../../shared/kiosk-answers.ts';
import { appendAudit } from '../audit/append.ts';
import { byPassword, type NameAndPassword } from '../auth/by-password.ts';
import type { Services } from '../context.ts';
import { readBills } from './bills.ts';
import type { KioskSelf } from './enrol.ts';
import { beginUserVisit } from './user-visit.ts';

/**
 * Lets a resident see bills at a kiosk, by the password and within its limits. There is no session and no cookie: nothing of it
 * stays in the tablet. Throws `sign_in_failed`, or `too_many`.
 */
export async function signInAtKiosk(
  services: Services,
  { kiosk, input }: { kiosk: KioskSelf; input: NameAndPassword },
): Promise<KioskSignedIn> {
  const at = () => toInstant(services.clock.now());
  const { entered: visit } = await byPassword(services, input, {
    // Everybody stands before it, so it is no browser that knows somebody. It counts by itself and not by its address, because the
    // office is behind the same one: whoever types wrong passwords there shuts nobody out but the kiosk.
    browser: { knownDevice: null, address: `kiosk ${kiosk.id}` },
    enter: async (tx, { id }) => {
      await appendAudit(tx, { at: at(), actor: kiosk.id, action: 'kiosk-sign-in', subject: id, detail: {} });
      return beginUserVisit(tx, { kiosk: kiosk.id, user: id, now: services.clock.now() });
    },
    refused: (tx) =>
      appendAudit(tx, { at: at(), actor: kiosk.id, action: 'kiosk-sign-in-refused', subject: '', detail: {} }),
  });
  return readBills(services, visit);
}
