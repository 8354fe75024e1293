import { stringify } from 'csv-stringify/sync';
import { plainAmount } from '../../shared/amount.ts';
import type { OnlinePaymentState } from '../../shared/bill.ts';
import type { Company } from '../../shared/company.ts';
import { neutralise } from '../../shared/formula.ts';
import type { OnlinePaymentId } from '../../shared/ids.ts';
import { toEpochMs } from '../../shared/instant.ts';
import { localDay } from '../../shared/window.ts';
import type { Database } from '../db/database.ts';
import { type FileFormat, separators } from '../exchange/readings-out-file.ts';
import { type ListedPayment, onlinePaymentsAfter } from './queries.ts';

const paymentsAtOnce = 1000;

/** `date`: when it was begun, by the company's calendar. `statement`: the bill's number, empty where it was for none. */
const columns = [
  'reference',
  'account',
  'date',
  'amount',
  'refunded',
  'currency',
  'state',
  'fault',
  'statement',
] as const;

/**
 * The online payments as CSV (RFC 4180, UTF-8) in the order in which they were begun, so that billing can book them by their
 * reference; `state` null: all of them. Read page by page without holding the database.
 */
export async function* onlinePaymentsFile(
  db: Pick<Database, 'reader'>,
  { timeZone }: Pick<Company, 'timeZone'>,
  {
    state,
    format: { separator = 'comma', bom = false, decimalComma = false },
    onProgress,
  }: {
    state: OnlinePaymentState | null;
    format: Omit<FileFormat, 'json'>;
    onProgress: (payments: number) => void;
  },
): AsyncGenerator<string> {
  const csv = (rows: string[][]) => stringify(rows, { delimiter: separators[separator], record_delimiter: '\r\n' });
  const money = (minor: number) => (decimalComma ? plainAmount(minor).replace('.', ',') : plainAmount(minor));
  const row = (payment: ListedPayment): string[] => {
    const cells: Readonly<Record<(typeof columns)[number], string>> = {
      reference: payment.reference,
      account: neutralise(payment.account),
      date: localDay(toEpochMs(payment.started_at), timeZone),
      amount: money(payment.amount),
      refunded: money(payment.refunded),
      currency: payment.currency,
      state: payment.state,
      fault: payment.fault ?? '',
      statement: neutralise(payment.statement ?? ''),
    };
    return columns.map((column) => cells[column]);
  };
  yield (bom ? '\ufeff' : '') + csv([[...columns]]);
  let after: OnlinePaymentId | null = null;
  let done = 0;
  for (;;) {
    const page: ListedPayment[] = await onlinePaymentsAfter(db.reader, { after, most: paymentsAtOnce, state });
    if (page.length === 0) return;
    yield csv(page.map(row));
    after = page.at(-1)?.id ?? null;
    done += page.length;
    onProgress(done);
  }
}
