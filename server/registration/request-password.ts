import type { Language } from '../../shared/company.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import { enqueueMail } from '../mail/enqueue.ts';

/** Asks for the letter with which a forgotten password is replaced. Tells as little as `register` does; throws `too_many`. */
export async function requestPassword(
  { db, limits, clock, mail }: Services,
  { email, language }: { email: string; language: Language },
  address: string,
): Promise<void> {
  await limits.consumeAll({
    'password-request-address': address,
    'password-request-email': email,
    'password-request-total': '',
  });
  const at = toInstant(clock.now());
  await db.write((tx) => enqueueMail(tx, { kind: 'password-reset', email, language }, at));
  mail.nudge();
}
