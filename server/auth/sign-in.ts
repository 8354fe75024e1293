import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Browser, Resident, Services } from '../context.ts';
import { byPassword, type NameAndPassword } from './by-password.ts';
import { startSession } from './start-session.ts';

/** Signs a resident in by account number or e-mail. Throws `sign_in_failed`, or `too_many`. */
export async function signIn(
  services: Services,
  input: NameAndPassword,
  browser: Browser,
): Promise<{ user: Resident; cookies: string[] }> {
  const at = () => toInstant(services.clock.now());
  const { user, entered } = await byPassword(services, input, {
    browser,
    async enter(tx, user) {
      const cookies = await startSession(services, tx, user, browser);
      await appendAudit(tx, { at: at(), actor: user.id, action: 'sign-in', subject: user.id, detail: {} });
      return cookies;
    },
    refused: (tx) =>
      appendAudit(tx, { at: at(), actor: 'anybody', action: 'sign-in-refused', subject: '', detail: {} }),
  });
  return { user, cookies: entered };
}
