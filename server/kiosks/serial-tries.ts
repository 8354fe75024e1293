import { type Instant, toEpochMs } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import { textKey } from '../limits/limit-key.ts';
import { forgetSerial, holdSerial, keepSerial } from './serial-try-queries.ts';

/**
 * One serial number against many accounts: whoever has read one off a meter in a stairwell could look for the account that it is of.
 * So many accounts a day, over all kiosks, have an answer; who mistypes the account number needs two or three.
 */
export const mostAccounts = 5;
export const serialHours = 24;

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
  const key = textKey('kiosk-serial', serial);
  const since = toEpochMs(at) - serialHours * 3_600_000;
  const kept = JSON.parse((await holdSerial(tx, key, at)).accounts) as Record<string, Instant>;
  const accounts = Object.fromEntries(Object.entries(kept).filter(([, first]) => toEpochMs(first) > since));
  const isKnown = account in accounts;
  return {
    mayTry: isKnown || Object.keys(accounts).length < mostAccounts,
    async note() {
      if (isKnown) return;
      await keepSerial(tx, { serial: key, accounts: JSON.stringify({ ...accounts, [account]: at }), last_at: at });
    },
    async leave() {
      if (Object.keys(accounts).length === 0) await forgetSerial(tx, key);
    },
  };
}
