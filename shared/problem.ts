import type { UndoObstacle } from './exchange-desk.ts';
import type { Instant } from './instant.ts';
import type { RegisterCode } from './meter.ts';
import type { PasswordProblem } from './password.ts';
import type { Day, Period } from './period.ts';

/** M4: what would make a value below the previous one (or far above it) right. The resident chooses; nothing is guessed. */
export type Explanation =
  | { kind: 'rollover' }
  | { kind: 'registers_swapped'; with: RegisterCode }
  | { kind: 'decimal_slip'; value: number }
  | { kind: 'consumption_not_reading'; value: number }
  | { kind: 'meter_replaced' };

interface OfRegister {
  register: RegisterCode;
}

/**
 * The one catalogue of problems: a stable code and its details as data. Words for each code stand in
 * `words/*.ftl` as `problem-<code>`; a test holds the two together. Values are in the smallest unit of the face.
 */
export type Problem =
  // V: values
  | { code: 'value_empty'; register?: RegisterCode }
  | { code: 'value_not_a_number'; register?: RegisterCode }
  | { code: 'too_many_digits'; digits: number; register?: RegisterCode }
  | { code: 'too_many_decimals'; decimals: number; register?: RegisterCode }
  | ({ code: 'register_missing' } & OfRegister)
  | { code: 'register_unknown'; register: string }
  // M: monotonicity
  | ({
      code: 'below_previous';
      previous: number;
      previousPeriod: Period | null;
      explanations: Explanation[];
    } & OfRegister)
  | ({ code: 'above_next'; next: number; nextPeriod: Period } & OfRegister)
  | ({ code: 'rollover'; use: number } & OfRegister)
  // M5: `far` from the end of the face, a `use` that is not possible (U2), or a `next` reading that knows nothing of it.
  | ({ code: 'rollover_unlikely'; cause: 'far' | 'use' | 'next'; previous: number; use: number } & OfRegister)
  | { code: 'meter_replaced' }
  | { code: 'meter_retired'; retiredOn: Day }
  // what the office does to meters
  /** The account has a meter of this service and serial number. */
  | { code: 'serial_taken' }
  /** What its readings rest on cannot change any more. */
  | { code: 'meter_has_readings' }
  | { code: 'day_in_future' }
  | { code: 'day_before_installed'; installedOn: Day }
  /** M6: the meter was read after the day on which it is said to have been taken out. */
  | { code: 'day_before_reading'; readOn: Day }
  /** W6, I9: billing has the month, or a reading of this meter for it. */
  | { code: 'month_given'; period: Period; billed: boolean }
  // U: unusual use
  | ({ code: 'unusual_high'; use: number; usual: number; explanations: Explanation[] } & OfRegister)
  | ({ code: 'impossible_use'; use: number; possible: number } & OfRegister)
  | ({ code: 'still_zero'; periods: number } & OfRegister)
  // W: windows
  | { code: 'outside_window'; opensAt: Instant; closesAt: Instant; opensOn: Day; closesOn: Day }
  | { code: 'window_unsure' }
  | { code: 'period_locked'; period: Period }
  /** W9: no exception takes away a day on which residents could already hand in. */
  | { code: 'window_day_begun'; day: Day }
  /** W6: residents can still hand in for it, so that it is not locked without being meant to. */
  | { code: 'window_open'; until: Instant }
  /** I9: billing has billed so many of its readings. */
  | { code: 'period_billed'; period: Period; readings: number }
  | { code: 'verification_expired'; verifiedUntil: Day }
  // C: clocks
  | { code: 'time_uncertain' }
  | { code: 'concurrent_reading' }
  /** W7: what it corrects was withdrawn meanwhile, from another device. */
  | { code: 'corrects_withdrawn' }
  | { code: 'superseded_by_later' }
  // operations
  | { code: 'malformed'; path: string }
  | { code: 'hash_mismatch' }
  | { code: 'id_reused' }
  | { code: 'stream_reused' }
  | { code: 'kind_unknown' }
  | { code: 'account_unknown' }
  | { code: 'meter_unknown' }
  /** A kiosk: several meters of the account have this serial number. */
  | { code: 'meter_unclear' }
  | { code: 'reading_unknown' }
  | { code: 'reading_not_current' }
  | { code: 'reading_billed' }
  | { code: 'conversation_unknown' }
  /** By its content it is no photo of a kind that is taken, or one that cannot be read. */
  | { code: 'photo_refused' }
  | { code: 'try_again' }
  // the device's own storage: nothing was saved
  | { code: 'storage_full' }
  | { code: 'storage_unavailable' }
  // requests
  | { code: 'bad_input'; path: string }
  /** `forget`: the user was deleted on request; the device keeps nothing of what it was sent. */
  | { code: 'signed_out'; forget?: true }
  | { code: 'sign_in_failed' }
  // paying online
  | { code: 'payment_off' }
  /** The provider of payments did not answer, or refused: nothing was begun. */
  | { code: 'payment_unavailable' }
  // getting in
  | { code: 'link_unknown' }
  | { code: 'link_used' }
  | { code: 'link_expired' }
  | { code: 'password_refused'; why: PasswordProblem }
  /** The present password, asked for again before something that matters, is wrong. */
  | { code: 'password_wrong' }
  | { code: 'email_taken' }
  /** No account has this number, this holder and this proof; which of them is wrong is not told. */
  /** `last`: at a kiosk, one more wrong proof locks the account there. */
  | { code: 'account_mismatch'; last?: true }
  /** Too many wrong proofs at kiosks: whatever is tried for it there, until a clerk releases it. */
  | { code: 'kiosk_locked' }
  /** A slip of a kiosk: what was given as the serial number tells no meter from another. */
  | { code: 'serial_useless' }
  /** A slip of a kiosk: its serial number had been tried for many accounts by then. */
  | { code: 'serial_spread' }
  | { code: 'account_linked' }
  | { code: 'passkey_refused' }
  /** Somebody else of the office decided or changed it meanwhile: look again. */
  | { code: 'changed_meanwhile' }
  /** The same content was brought in already, or is being so since then. */
  | { code: 'file_applied'; at: Instant }
  /** A batch that stays as it is. */
  | { code: 'undo_refused'; why: UndoObstacle }
  /** Another one of its kind has the name already. */
  | { code: 'name_taken' }
  /** The second factor's code is wrong, or was used already. */
  | { code: 'code_wrong' }
  /** The step of signing in that went before is too long ago, or does not hold any more. */
  | { code: 'sign_in_lapsed' }
  /** Nobody would be left who can let others in. */
  | { code: 'last_administrator' }
  | { code: 'other_user' }
  | { code: 'forbidden' }
  | { code: 'not_found' }
  | { code: 'too_large' }
  /** `seconds` until it is worth while again, where that is known. */
  | { code: 'too_many'; seconds?: number }
  | { code: 'upgrade_required' }
  | { code: 'internal' };

export type ProblemCode = Problem['code'];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { code: C }>;
