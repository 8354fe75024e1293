import type { RegisterInput } from '../../shared/account-forms.ts';
import type { Company } from '../../shared/company.ts';
import { toInstant } from '../../shared/instant.ts';
import { proofLimits, readClaim } from '../accounts/match-account.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';

/**
 * Asks for the letter with which a resident registers. Whether the account is there and the proof is right is found when
 * the letter is written, so that the answer and its time tell nothing. Throws `bad_input` and `too_many`.
 */
export async function register(
  { company, db, limits, clock, mail }: Services,
  { email, language, ...form }: RegisterInput,
  address: string,
): Promise<void> {
  const claim = readClaim(company, form);
  const phone = readPhone(company, form.phone);
  await limits.consumeAll({
    'registration-address': address,
    'registration-account': claim.number,
    'registration-email': email,
    'registration-total': '',
    ...proofLimits(company, claim),
  });
  const at = toInstant(clock.now());
  await db.write((tx) => enqueueMail(tx, { kind: 'registration', ...claim, phone, email, language }, at));
  mail.nudge();
}

/** A number that the profile does not ask for is dropped: what is not needed is not kept. */
function readPhone({ registration }: Company, phone: string | null): string | null {
  if (!registration.fields.some(({ field }) => field === 'phone')) return null;
  if (phone === null) throw new ProblemError({ code: 'bad_input', path: 'phone' });
  return phone;
}
