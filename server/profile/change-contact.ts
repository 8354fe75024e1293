import type { Language } from '../../shared/company.ts';
import { toInstant } from '../../shared/instant.ts';
import { confirmPassword, holdPassword, passwordMark } from '../accounts/confirm-password.ts';
import { setLanguage, setPhone } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';

/**
 * Asks for the letter that confirms another address; until its link is opened the old one holds. Whether somebody else has
 * that address is not told here. Throws `password_wrong` and `too_many`.
 */
export async function changeEmail(
  services: Services,
  { id }: Resident,
  { current, email }: { current: string; email: string },
): Promise<void> {
  const { db, limits, clock, mail } = services;
  const hash = await confirmPassword(services, id, current);
  await limits.consumeAll({ 'email-change-user': id, 'email-change-email': email });
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    await holdPassword(tx, id, hash);
    await appendAudit(tx, { at, actor: id, action: 'ask-email-change', subject: id, detail: {} });
    await enqueueMail(tx, { kind: 'email-change', user: id, email, by: passwordMark(hash) }, at);
  });
  mail.nudge();
}

/** Null takes the number away. Throws `password_wrong` and `too_many`. */
export async function changePhone(
  services: Services,
  { id }: Resident,
  { current, phone }: { current: string; phone: string | null },
): Promise<void> {
  const { db, clock, mail } = services;
  const hash = await confirmPassword(services, id, current);
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    await holdPassword(tx, id, hash);
    await setPhone(tx, id, phone);
    await appendAudit(tx, { at, actor: id, action: 'change-phone', subject: id, detail: { removed: phone === null } });
    await enqueueMail(tx, { kind: 'phone-changed', user: id }, at);
  });
  mail.nudge();
}

/** The language of letters. Throws `bad_input` for one that the company does not write in. */
export async function changeLanguage(
  { company, db, clock }: Services,
  { id }: Resident,
  language: Language,
): Promise<void> {
  if (!company.languages.includes(language)) throw new ProblemError({ code: 'bad_input', path: 'language' });
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    await setLanguage(tx, id, language);
    await appendAudit(tx, { at, actor: id, action: 'change-language', subject: id, detail: { language } });
  });
}
