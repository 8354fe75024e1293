import type { Company, Language } from '../../shared/company.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { passwordMark } from '../accounts/confirm-password.ts';
import { matchAccount } from '../accounts/match-account.ts';
import { userById } from '../accounts/user-queries.ts';
import { accountsOf } from '../auth/queries.ts';
import { createToken, invitationLifetime, type TokenContent, tokenLifetimes } from '../auth/tokens.ts';
import type { Writer } from '../db/tables.ts';
import { staffPasswordPath } from '../staff/paths.ts';
import { lockStaff, staffByEmail } from '../staff/queries.ts';
import type { MailIntent } from './intents.ts';
import type { Letter } from './letter.ts';
import { lockRecipient, type Recipient, recipientById, setMailUser } from './queries.ts';
import { reminder } from './reminders.ts';
import { type Draft, type Link, writeLetter } from './write-letter.ts';

export interface ComposeOptions {
  company: Company;
  /** Where residents find the portal, without a slash at the end. */
  baseUrl: string;
  /** The app's time: a link lasts from now on. */
  now: EpochMs;
  /** When the letter was asked for, and what it tells of happened. */
  askedAt: EpochMs;
  /** Of the letter's link, the same at every attempt. */
  series: string;
}

type Intent<K extends MailIntent['kind']> = Extract<MailIntent, { kind: K }>;

/** Who did not ask for the letter may read it tomorrow. */
const activationLifetime = tokenLifetimes.registration;

/**
 * The letter that an intent asks for. The token of its link is there once the transaction is done. Null where there is
 * nobody to write to: that is all that comes of a registration with a wrong name.
 */
export async function composeLetter(tx: Writer, intent: MailIntent, options: ComposeOptions): Promise<Letter | null> {
  const draft = await draftOf(tx, intent, options);
  return draft && writeLetter(draft, options);
}

function draftOf(tx: Writer, intent: MailIntent, options: ComposeOptions): Promise<Draft | null> {
  switch (intent.kind) {
    case 'registration':
      return registration(tx, intent, options);
    case 'password-reset':
      return passwordReset(tx, intent, options);
    case 'activation':
      return activation(tx, intent, options);
    case 'account-linked':
      return accountLinked(tx, intent, options);
    case 'office-wrote':
      return officeWrote(tx, intent, options);
    case 'reading-reminder':
    case 'verification-reminder':
      return reminder(tx, intent, { ...options, spoken });
    case 'email-change':
      return emailChange(tx, intent, options);
    case 'email-changed':
      return notice(tx, intent, options, intent.oldEmail);
    case 'users-merged':
      return notice(tx, intent, options, intent.oldEmail ?? undefined);
    case 'email-set':
    case 'phone-changed':
    case 'password-changed':
    case 'passkey-added':
      return notice(tx, intent, options);
    case 'staff-invitation':
      return staffInvitation(tx, intent, options);
    case 'staff-password-reset':
      return staffPasswordReset(tx, intent, options);
    case 'staff-password-changed':
    case 'staff-second-factor-changed':
      return staffNotice(tx, intent, options);
    default:
      // A newer release has asked for it, and will send it.
      throw new RangeError('no letter of this kind');
  }
}

async function registration(
  tx: Writer,
  intent: Intent<'registration'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const { company } = options;
  const account = await matchAccount(tx, { ...intent, number: intent.number.trim() }, company);
  if (!account) return null;
  const language = spoken(company, intent.language);
  const email = asStored(intent.email);
  const user = await lockRecipient(tx, { email });
  if (user) {
    await setMailUser(tx, options.series, user.id);
    const content = { purpose: 'password', user: user.id } as const;
    const link = await linkFor(tx, content, options);
    const linked = (await accountsOf(tx, user.id)).some(({ id }) => id === account.id);
    const kind = linked ? 'known' : 'known-elsewhere';
    return { kind, to: email, language, name: user.name, facts: [], link };
  }
  const content = {
    purpose: 'registration',
    account: account.id,
    name: account.holder,
    email,
    phone: intent.phone,
    language,
  } as const;
  const link = await linkFor(tx, content, options);
  const facts = [['account', account.number]] as const;
  return { kind: 'registration', to: email, language, name: account.holder, facts, link };
}

async function passwordReset(
  tx: Writer,
  intent: Intent<'password-reset'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const email = asStored(intent.email);
  const user = await lockRecipient(tx, { email });
  if (!user) return null;
  await setMailUser(tx, options.series, user.id);
  const link = await linkFor(tx, { purpose: 'password', user: user.id }, options);
  const language = spoken(options.company, intent.language);
  return { kind: 'password-reset', to: email, language, name: user.name, facts: [], link };
}

async function activation(tx: Writer, intent: Intent<'activation'>, options: ComposeOptions): Promise<Draft | null> {
  const user = await lockRecipient(tx, { id: intent.user });
  if (!user?.email) return null;
  const accounts = await accountsOf(tx, user.id);
  const link = await linkFor(tx, { purpose: 'password', user: user.id }, options, activationLifetime);
  const facts = accounts.map(({ number }) => ['account', number] as const);
  return { kind: 'activation', ...toUser(user, user.email, options), facts, link };
}

async function accountLinked(
  tx: Writer,
  intent: Intent<'account-linked'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const user = await recipientById(tx, intent.user);
  if (!user?.email) return null;
  // Whoever is not linked to it any more has no business with it either.
  const account = (await accountsOf(tx, user.id)).find(({ id }) => id === intent.account);
  if (!account) return null;
  const facts = [
    ['account', account.number],
    ['address', account.address],
    ['when', toInstant(options.askedAt)],
  ] as const;
  return { kind: 'account-linked', ...toUser(user, user.email, options), facts, link: null };
}

async function officeWrote(tx: Writer, intent: Intent<'office-wrote'>, options: ComposeOptions): Promise<Draft | null> {
  const user = await recipientById(tx, intent.user);
  if (!user?.email) return null;
  const account = (await accountsOf(tx, user.id)).find(({ id }) => id === intent.account);
  if (!account) return null;
  const facts = [
    ['account', account.number],
    ['when', toInstant(options.askedAt)],
  ] as const;
  // An address that anybody may know: what stands there is shown to those who are signed in.
  const link = { url: `${options.baseUrl}/support/${intent.conversation}`, hours: null };
  return { kind: 'office-wrote', ...toUser(user, user.email, options), facts, link };
}

async function emailChange(tx: Writer, intent: Intent<'email-change'>, options: ComposeOptions): Promise<Draft | null> {
  const user = await lockRecipient(tx, { id: intent.user });
  if (!user) return null;
  // Whoever knew the former password may be why there is another.
  const password = (await userById(tx, user.id))?.password_hash ?? null;
  if (password === null || passwordMark(password) !== intent.by) return null;
  const email = asStored(intent.email);
  const content = { purpose: 'email', user: user.id, email } as const;
  const link = await linkFor(tx, content, options);
  // Nobody has shown yet that this mailbox is the user's: it does not learn the name.
  return { kind: 'email-change', ...toUser(user, email, options), name: null, facts: [], link };
}

async function notice(
  tx: Writer,
  {
    kind,
    user: id,
  }: Intent<'email-changed' | 'email-set' | 'users-merged' | 'phone-changed' | 'password-changed' | 'passkey-added'>,
  options: ComposeOptions,
  to?: string,
): Promise<Draft | null> {
  const user = await recipientById(tx, id);
  const address = to ?? user?.email;
  if (!user || !address) return null;
  return { kind, ...toUser(user, address, options), facts: [['when', toInstant(options.askedAt)]], link: null };
}

async function staffInvitation(
  tx: Writer,
  intent: Intent<'staff-invitation'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const staff = await ableStaff(tx, intent.staff);
  // Whoever has a password already was sent the link before.
  if (!staff || staff.password_hash !== null) return null;
  const link = await linkFor(tx, { purpose: 'staff-password', staff: staff.id }, options, invitationLifetime);
  return { kind: 'staff-invitation', ...toUser(staff, staff.email, options), facts: [], link };
}

async function staffPasswordReset(
  tx: Writer,
  intent: Intent<'staff-password-reset'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const found = await staffByEmail(tx, intent.email);
  const staff = found && (await ableStaff(tx, found.id));
  if (!staff) return null;
  const link = await linkFor(tx, { purpose: 'staff-password', staff: staff.id }, options);
  const language = spoken(options.company, intent.language);
  return { kind: 'staff-password-reset', to: staff.email, language, name: staff.name, facts: [], link };
}

async function staffNotice(
  tx: Writer,
  { kind, staff: id }: Intent<'staff-password-changed' | 'staff-second-factor-changed'>,
  options: ComposeOptions,
): Promise<Draft | null> {
  const staff = await ableStaff(tx, id);
  if (!staff) return null;
  return { kind, ...toUser(staff, staff.email, options), facts: [['when', toInstant(options.askedAt)]], link: null };
}

/** Locked: whoever sets a password or shuts this one out comes before, or afterwards and ends the link that is made here. */
async function ableStaff(tx: Writer, id: string) {
  const staff = await lockStaff(tx, id);
  return staff && staff.disabled_at === null ? staff : null;
}

const toUser = ({ name, language }: Pick<Recipient, 'name' | 'language'>, to: string, { company }: ComposeOptions) => ({
  to,
  name,
  language: spoken(company, language),
});

/**
 * A letter goes to the address as it is stored, never as it was typed: the Kelvin sign, made small, is a `k`, so that
 * another mailbox could be typed for a user's address and would get the user's link.
 */
const asStored = (email: string): string => email.toLowerCase();

/** The token stands after the `#`, which no browser sends: it is in no log and no Referer. */
async function linkFor(
  tx: Writer,
  content: TokenContent,
  { baseUrl, now, series }: ComposeOptions,
  lifetime = tokenLifetimes[content.purpose],
): Promise<Link> {
  const token = await createToken(tx, content, { now, series, lifetime });
  return { url: `${baseUrl}${pathOf(content)}#${token}`, hours: Math.round(lifetime / 3_600_000) };
}

/** Where the link of a letter leads. */
function pathOf({ purpose }: TokenContent): string {
  if (purpose === 'email') return '/confirm-email';
  return purpose === 'staff-password' ? staffPasswordPath : '/set-password';
}

/** The language itself, or the company's first where the company does not speak it. */
function spoken({ languages }: Company, wanted: string | null): Language {
  return languages.find((language) => language === wanted) ?? (languages[0] as Language);
}
