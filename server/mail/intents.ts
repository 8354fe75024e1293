import type { Language } from '../../shared/company.ts';
import type { AccountId, UserId } from '../../shared/ids.ts';

/**
 * What a letter is asked for with. Whoever asks does not look whether there is anybody to write to: that is found when it
 * is sent, so that asking takes the same work, and the same time, for those who exist and those who do not.
 */
export type MailIntent =
  /** A link to set a password, if holder and number are those of an account. To a user of that address: how to go on. */
  | {
      kind: 'registration';
      number: string;
      holder: string;
      phone: string | null;
      email: string;
      /** The further proof that the profile asks for. */
      proof: string | null;
      language: Language;
    }
  /** A link to set another password, if a user has this address. */
  | { kind: 'password-reset'; email: string; language: Language }
  /** The office made the user, or wants the user to have a new link. */
  | { kind: 'activation'; user: UserId }
  /** Somebody else was linked to an account of this user. */
  | { kind: 'account-linked'; user: UserId; account: AccountId }
  /**
   * A link that confirms the new address of this user, sent to that address. `by`: the mark of the password that it was asked
   * for with (`accounts/confirm-password`); once another one is set there is no link.
   */
  | { kind: 'email-change'; user: UserId; email: string; by: string }
  /** To the address that was the user's until now. */
  | { kind: 'email-changed'; user: UserId; oldEmail: string }
  | { kind: 'phone-changed'; user: UserId }
  | { kind: 'password-changed'; user: UserId }
  | { kind: 'passkey-added'; user: UserId };

export type MailKind = MailIntent['kind'];
