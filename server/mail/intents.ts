import type { Language } from '../../shared/company.ts';
import type { AccountId, ConversationId, MeterId, StaffId, UserId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';

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
  /** The office put another address in: told there. */
  | { kind: 'email-set'; user: UserId }
  /** Two users were one person: told to the one who stays, and at the address of the one who is no more. */
  | { kind: 'users-merged'; user: UserId; oldEmail: string | null }
  | { kind: 'phone-changed'; user: UserId }
  | { kind: 'password-changed'; user: UserId }
  | { kind: 'passkey-added'; user: UserId }
  /** The office has written in a conversation. What it wrote stands in the portal alone. */
  | { kind: 'office-wrote'; user: UserId; account: AccountId; conversation: ConversationId }
  /** Nothing was handed in yet for the account in this month, whose window is open. */
  | { kind: 'reading-reminder'; user: UserId; account: AccountId; period: Period }
  /** W8: the verification of these meters of the account ends soon, or has ended. */
  | { kind: 'verification-reminder'; user: UserId; account: AccountId; meters: MeterId[] }
  /** A link for somebody new at the office, or who has to begin anew. */
  | { kind: 'staff-invitation'; staff: StaffId }
  /** A link to set another password, if somebody of the office has this address. */
  | { kind: 'staff-password-reset'; email: string; language: Language }
  | { kind: 'staff-password-changed'; staff: StaffId }
  | { kind: 'staff-second-factor-changed'; staff: StaffId };

export type MailKind = MailIntent['kind'];
