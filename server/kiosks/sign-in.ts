import { toInstant } from '../../shared/instant.ts';
import type { KioskSignedIn } from '../../shared/kiosk-answers.ts';
import { appendAudit } from '../audit/append.ts';
import { byPassword, type NameAndPassword } from '../auth/by-password.ts';
import type { Browser, Services } from '../context.ts';
import { readBills } from './bills.ts';
import type { KioskSelf } from './enrol.ts';

/**
 * Lets a resident see bills at a kiosk, by the password and within its limits. There is no session and no cookie: nothing of it
 * stays in the tablet. Throws `sign_in_failed`, or `too_many`.
 */
export async function signInAtKiosk(
  services: Services,
  { kiosk, input, address }: { kiosk: KioskSelf; input: NameAndPassword } & Pick<Browser, 'address'>,
): Promise<KioskSignedIn> {
  const at = () => toInstant(services.clock.now());
  const { user } = await byPassword(services, input, {
    // Everybody stands before it, so it is no browser that knows somebody.
    browser: { knownDevice: null, address },
    enter: (tx, { id }) =>
      appendAudit(tx, { at: at(), actor: kiosk.id, action: 'kiosk-sign-in', subject: id, detail: {} }),
    refused: (tx) =>
      appendAudit(tx, { at: at(), actor: kiosk.id, action: 'kiosk-sign-in-refused', subject: '', detail: {} }),
  });
  return readBills(services, { kiosk: kiosk.id, of: { user: user.id }, begun: services.clock.now() });
}
