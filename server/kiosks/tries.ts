import type { AuditAction } from '../../shared/audit-actions.ts';
import { isTelling } from '../../shared/identity.ts';
import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type Instant, toEpochMs } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Writer } from '../db/tables.ts';
import { textKey } from '../limits/limit-key.ts';
import { isMarkOf, markOfProof } from './proof-mark.ts';
import { triesOfSerial } from './serial-tries.ts';
import {
  forgetAtKiosks,
  forgetUnlocked,
  holdTries,
  keepTries,
  type TriesRow,
  touchLocked,
  triesAt,
} from './try-queries.ts';

/**
 * Wrong proofs at kiosks, by account number, and whether there is such an account or not. So many lock the account at that kiosk:
 * whoever wants to shut a neighbour out does so at one tablet. A right proof clears them.
 */
export const mostWrong = 5;
/** So many, at whatever kiosks, lock it at all of them. A lock holds until a clerk releases it: who goes on is no resident who mistypes. */
export const mostWrongEverywhere = 10;
/** Wrong ones that locked nothing count no more when there was none for so long. */
export const triesFadeDays = 30;

/** By which the tries of an account number are kept. */
export const keyOfTries = (number: string): string => textKey('kiosk-tries', number);

export interface Try {
  /** The account number and the serial number, as they were typed. */
  number: string;
  serial: string;
  /** Null: there is none of this number. */
  account: AccountId | null;
  kiosk: KioskId;
  at: Instant;
}

/**
 * last: wrong, and one more locks the account, here or everywhere. useless: it could never be right. locked: the account is, here or
 * everywhere. spread: the serial number was tried for too many accounts. None of the three says whether it is right.
 */
export type Tried = 'right' | 'wrong' | 'last' | 'useless' | 'locked' | 'spread';

/**
 * What a proof counts for, noted without a word of what was typed. Of many at once each sees those before it, because they wait
 * for the account's row and for the serial number's, until the transaction ends.
 *
 *     useless? ─▶ locked? ─▶ spread? ─▶ right: wrong ones are forgotten
 *                                 └───▶ wrong: counted ─▶ locked here ─▶ locked everywhere
 */
export async function tryProof(tx: Writer, tried: Try, isRight: boolean): Promise<Tried> {
  const { number, account, kiosk, at, serial } = tried;
  if (!isTelling(serial)) {
    // It guesses nothing, so that whoever has no number to type locks nobody.
    await note(tx, tried, 'kiosk-proof-wrong');
    return 'useless';
  }
  const key = keyOfTries(number);
  const last = { account_id: account, last_at: at, last_kiosk: kiosk };
  const all = await holdTries(tx, { account: key, ...last });
  const here = await triesAt(tx, key, kiosk);
  if (all.locked_at !== null || (here && here.locked_at !== null)) {
    await touchLocked(tx, key, last);
    await note(tx, tried, 'kiosk-look-up-refused');
    return 'locked';
  }
  const ofSerial = await triesOfSerial(tx, { serial, account: key, at });
  if (!ofSerial.mayTry) {
    await note(tx, tried, 'kiosk-serial-refused');
    return 'spread';
  }
  if (isRight) {
    await ofSerial.leave();
    await forgetUnlocked(tx, [key]);
    await note(tx, tried, 'kiosk-look-up');
    return 'right';
  }
  await ofSerial.note();
  await note(tx, tried, 'kiosk-proof-wrong');
  return countWrong(tx, tried, { all, here: here ?? { ...all, place: kiosk, wrong: 0, last_proof: null } });
}

/** The same as the one before is no further guess, but somebody who pressed twice. */
async function countWrong(
  tx: Writer,
  tried: Try,
  { all, here }: Record<'all' | 'here', TriesRow>,
): Promise<'wrong' | 'last'> {
  const { account, kiosk, at, serial } = tried;
  if (!isFaded(here, at) && isMarkOf(here.last_proof, serial)) return wrongAfter(here.wrong, all.wrong);
  const last = { account_id: account, last_at: at, last_kiosk: kiosk, last_proof: markOfProof(serial) };
  const [wrong, wrongEverywhere] = [countedOn(here, at), countedOn(all, at)];
  if (wrongEverywhere >= mostWrongEverywhere) {
    // It holds at every kiosk, so that a lock at one has nothing more to say.
    await forgetAtKiosks(tx, all.account);
    await keepTries(tx, { ...all, ...last, wrong: wrongEverywhere, locked_at: at, locked_by: kiosk });
    await note(tx, tried, 'kiosk-account-locked-everywhere');
    return 'wrong';
  }
  const isLocked = wrong >= mostWrong;
  await keepTries(tx, { ...all, ...last, wrong: wrongEverywhere });
  await keepTries(tx, { ...here, ...last, wrong, ...(isLocked && { locked_at: at, locked_by: kiosk }) });
  if (isLocked) await note(tx, tried, 'kiosk-account-locked');
  return wrongAfter(wrong, wrongEverywhere);
}

/** So many have been counted: of an account that is there and of one that is not alike. */
const wrongAfter = (here: number, everywhere: number): 'wrong' | 'last' =>
  here === mostWrong - 1 || (here < mostWrong && everywhere === mostWrongEverywhere - 1) ? 'last' : 'wrong';

const countedOn = (row: TriesRow, at: Instant): number => (isFaded(row, at) ? 0 : row.wrong) + 1;

const isFaded = ({ last_at }: TriesRow, at: Instant): boolean =>
  toEpochMs(at) - toEpochMs(last_at) >= triesFadeDays * 86_400_000;

const note = (tx: Writer, { account, kiosk, at }: Try, action: AuditAction): Promise<void> =>
  appendAudit(tx, { at, actor: kiosk, subject: account ?? '', action, detail: {} });
