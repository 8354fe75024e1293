import type { AccountId } from '../../shared/ids.ts';
import { type Instant, toEpochMs } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { textKey } from '../limits/limit-key.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { forgetSerialRows, holdSerial, keepSerial, serialTriesOf } from './serial-try-queries.ts';

/**
 * One serial number against many accounts: whoever has read one off a meter in a stairwell could look for the account that it is of.
 * So many accounts a day, over all kiosks, have an answer; who mistypes the account number needs two or three.
 */
export const mostAccounts = 5;
export const serialHours = 24;

const keyOfSerial = (serial: string): string => textKey('kiosk-serial', serial);

export interface SerialTries {
  /** False: there were as many other accounts already, so that nothing is said of this one. */
  mayTry: boolean;
  /** It was wrong for this account as well. */
  note(): Promise<void>;
  /** It was not. */
  leave(): Promise<void>;
}

/** `account`: its key. Tries of the same serial number wait for each other until the transaction ends. */
export async function triesOfSerial(
  tx: Writer,
  { serial, account, at }: { serial: string; account: string; at: Instant },
): Promise<SerialTries> {
  const key = keyOfSerial(serial);
  const accounts = accountsIn(await holdSerial(tx, key, at), at);
  const isKnown = account in accounts;
  return {
    mayTry: isKnown || Object.keys(accounts).length < mostAccounts,
    async note() {
      if (isKnown) return;
      await keepSerial(tx, { serial: key, accounts: JSON.stringify({ ...accounts, [account]: at }), last_at: at });
    },
    async leave() {
      if (Object.keys(accounts).length === 0) await forgetSerialRows(tx, [key]);
    },
  };
}

/** Whether a serial number of the account was tried for so many others that it has no answer for this one. */
export async function isSpreadOf(db: Reader, account: AccountId, at: Instant): Promise<boolean> {
  const rows = await serialTriesOf(db, await keysOf(db, [account]));
  return rows.some((row) => Object.keys(accountsIn(row, at)).length >= mostAccounts);
}

/** The serial numbers of these accounts have answers again, as if nobody had tried them. */
export async function forgetSerialsOf(tx: Writer, accounts: readonly AccountId[]): Promise<void> {
  await forgetSerialRows(tx, await keysOf(tx, accounts));
}

const keysOf = async (db: Reader, accounts: readonly AccountId[]): Promise<string[]> =>
  [...(await metersOfAccounts(db, accounts)).values()].flat().map(({ serial }) => keyOfSerial(serial));

/** Those for which it was tried within the hours that count, with when that was first. */
function accountsIn({ accounts }: Pick<Row<'kiosk_serial_tries'>, 'accounts'>, at: Instant): Record<string, Instant> {
  const since = toEpochMs(at) - serialHours * 3_600_000;
  const kept = JSON.parse(accounts) as Record<string, Instant>;
  return Object.fromEntries(Object.entries(kept).filter(([, first]) => toEpochMs(first) > since));
}
