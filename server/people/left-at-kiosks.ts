import type { UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { receiptNumber } from '../../shared/kiosk-slip.ts';
import type { Reader } from '../db/tables.ts';
import { slipsOfAlone } from '../kiosks/slip-keeping-queries.ts';
import { isProven, resultsIn, slipIn } from '../kiosks/slip-results.ts';

/** A slip of the company's kiosks, as it is handed over to a person; empty where what was typed is not kept any more. */
export interface LeftAtKiosk {
  receipt: string;
  account: string;
  period: string;
  language: string;
  savedAt: Instant;
  receivedAt: Instant;
  state: string;
  contact: string | null;
  /** Of the meter that was shown as the proof, as it was typed. */
  serial: string;
  readings: { meter: string; service: string | null; typed: readonly string[]; outcome: string }[];
}

/**
 * What was left at kiosks for accounts that these users have and nobody else: of others it is not known who of them left it. What
 * came without the right proof may be somebody's who mistyped the number, and is not handed over; nor is the office's own note.
 */
export const leftAtKiosks = async (db: Reader, users: readonly UserId[]): Promise<LeftAtKiosk[]> =>
  (await slipsOfAlone(db, users))
    .filter((row) => isProven(resultsIn(row)))
    .map((row) => {
      const { period, language, contact, serial, readings } = slipIn(row);
      const outcomes = new Map(resultsIn(row).map(({ id, outcome }) => [id, outcome]));
      return {
        receipt: receiptNumber(row.id),
        account: row.number,
        period,
        language,
        savedAt: row.saved_at,
        receivedAt: row.received_at,
        state: row.state,
        contact,
        serial,
        readings: readings.map(({ id, serial: meter, service, typed }) => ({
          meter,
          service,
          typed,
          outcome: outcomes.get(id) ?? 'office',
        })),
      };
    });
