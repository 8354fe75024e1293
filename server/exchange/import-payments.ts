import { v7 } from 'uuid';
import { localDay } from '../../shared/window.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { confirmOnlinePayments } from '../payments/confirm.ts';
import { noteOf, RowKeys } from '../tables/row-keys.ts';
import type { TableRow } from '../tables/table.ts';
import { paymentColumns } from './bill-columns.ts';
import { accountIdsByNumber, insertPayments, paymentsByNumber, updatePayment } from './bill-queries.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { namedAgain } from './named-again.ts';

type Columns = typeof paymentColumns;
type PaymentInFile = TableRow<Columns>;

/**
 * Payments that billing has booked, known by account and number. One whose number is the reference of an online payment
 * confirms it.
 */
export function importPayments(options: ImportOptions): Promise<ImportReport> {
  return runImport('payments', paymentColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const today = localDay(run.now, run.company.timeZone);
  const named = new RowKeys();

  /** Refuses what the row itself shows to be wrong. */
  function isGood(row: PaymentInFile): boolean {
    const { account, number, date } = row.values;
    const said = noteOf(JSON.stringify(row.values));
    const before = named.meet(keyOf(account, number), row.line, said);
    if (before) {
      const problem = namedAgain(number, { line: before.line, said: before.note }, said);
      run.refuse(row, [{ column: 'number', problem }]);
    } else if (date > today) run.refuse(row, [{ column: 'date', problem: { code: 'day_in_future' } }]);
    else return true;
    return false;
  }

  async function enter(tx: Writer, good: readonly PaymentInFile[]): Promise<void> {
    const accounts = await accountIdsByNumber(
      tx,
      good.map(({ values }) => values.account),
    );
    const found = good.flatMap((row) => {
      const account_id = accounts.get(row.values.account);
      if (account_id === undefined) run.refuse(row, [{ column: 'account', problem: { code: 'account_unknown' } }]);
      const { account: _account, ...payment } = row.values;
      return account_id === undefined ? [] : [{ row, payment: { ...payment, account_id } }];
    });
    const keys = found.map(({ payment: { account_id, number } }) => [account_id, number] as const);
    const stored = new Map((await paymentsByNumber(tx, keys)).map((one) => [keyOf(one.account_id, one.number), one]));
    const knownAs = await run.known(tx, 'payments', [...stored.values()]);

    const created: Omit<Row<'payments'>, 'version' | 'batch_id'>[] = [];
    const changed: typeof created = [];
    for (const { row, payment } of found) {
      const old = stored.get(keyOf(payment.account_id, payment.number));
      const isSame = old && sameAs(old, payment);
      run.count(!old ? 'created' : isSame ? knownAs(old.id) : 'changed', row);
      if (!isSame) (old ? changed : created).push({ id: old?.id ?? v7(), ...payment });
    }
    if (created.length + changed.length > 0) {
      const batch_id = await run.batch(tx);
      const versions = await lockForVersions(
        tx,
        [...created, ...changed].map(({ account_id }) => account_id),
      );
      const numbered = (one: (typeof created)[number]) => ({
        ...one,
        version: versions.next(one.account_id),
        batch_id,
      });
      await insertPayments(tx, created.map(numbered));
      for (const one of changed.map(numbered)) {
        const { id, version, account_id: account } = one;
        const old = stored.get(keyOf(account, one.number)) as Row<'payments'>;
        const before = { date: old.date, amount: old.amount, source: old.source, batch_id: old.batch_id };
        await updatePayment(tx, one);
        await run.note(tx, [{ kind: 'payments', id, account, before, version }]);
      }
      await versions.write();
    }
    const confirmed = await confirmOnlinePayments(tx, {
      booked: found.map(({ payment: { account_id, number } }) => ({ account: account_id, number })),
      at: run.now,
    });
    if (confirmed.length === 0) return;
    await run.batch(tx);
    await run.note(
      tx,
      confirmed.map((one) => ({ kind: 'online-payments', ...one })),
    );
  }

  return { take: (rows) => run.inSlices(rows.filter(isGood), enter) };
}

const keyOf = (account: string, number: string): string => `${account}\n${number}`;

type Said = Pick<Row<'payments'>, 'date' | 'amount' | 'source'>;

const sameAs = (old: Said, now: Said): boolean =>
  old.date === now.date && old.amount === now.amount && old.source === now.source;
