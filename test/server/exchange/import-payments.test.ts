import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import type { OnlinePaymentState } from '../../../shared/bill.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, counts, openSettledOffice, refusals } from './billing-office.ts';

const header = 'account;date;amount;number;source\n';

async function onlinePayments(office: BillingOffice, payments: readonly [string, string, OnlinePaymentState][]) {
  await office.db.write(async (tx) => {
    const user_id = v7();
    const at = '2026-10-30T10:00:00.000Z';
    await tx.insertInto('users').values({ id: user_id, name: 'Anna', created_at: at }).execute();
    for (const [number, reference, state] of payments) {
      const account = await tx
        .selectFrom('accounts')
        .where('number', '=', number)
        .select('id')
        .executeTakeFirstOrThrow();
      const nothing = { statement_id: null, provider_id: null, fault: null, refunded: 0 };
      const payment = {
        id: v7(),
        account_id: account.id,
        version: 1,
        user_id,
        amount: 1000,
        currency: 'EUR',
        ...nothing,
      };
      await tx
        .insertInto('online_payments')
        .values({ ...payment, reference, provider: 'stripe', state, started_at: at, changed_at: at })
        .execute();
    }
  });
}

forEachEngine((engine) => {
  test('refuses what is no payment, each row by line and column', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'payments',
      `${header}10427;2026-10-30;0;P-1;bank\n10427;2026-10-30;-5.00;P-2;bank\n10427;2026-10-30;1,234,56;P-3;bank\n` +
        '10427;2026-10-30;5.001;P-4;bank\n10427;2026-11-03;5;P-5;bank\n10427;30.10.2026;5;P-6;\n99999;2026-10-30;5;P-7;bank\n',
    );
    assert.deepEqual(refusals(report), [
      '2:amount:amount_sign',
      '3:amount:amount_sign',
      '4:amount:not_an_amount',
      '5:amount:amount_too_precise',
      '6:date:day_in_future',
      '7:date:not_a_day',
      '7:source:cell_empty',
      '8:account:account_unknown',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('refuses a number that comes again, with the same content or another', async () => {
    const office = await openSettledOffice(engine);
    const row = '10427;2026-10-30;5;P-1;bank\n';
    const report = await office.bring(
      'payments',
      `${header}${row}${row}10427;2026-10-30;6;P-1;bank\n20315;2026-10-30;6;P-1;bank\n`,
    );
    assert.deepEqual(refusals(report), ['3:number:row_repeated', '4:number:named_twice']);
    assert.deepEqual(counts(report), [2, 0, 0]);
  });

  test('payments of today come in, twice without effect, and changed with a new version', async () => {
    const office = await openSettledOffice(engine);
    const file = `${header}10427;2026-11-02;1 234,56;P-1;Swedbank\n10427;2026-10-30;5;P-2;kase\n`;
    assert.deepEqual(counts(await office.bring('payments', file)), [2, 0, 0]);
    const before = await office.everything();
    assert.deepEqual(counts(await office.bring('payments', file)), [0, 0, 2]);
    assert.deepEqual(await office.everything(), before);
    assert.deepEqual(counts(await office.bring('payments', file.replace('kase', 'karte'))), [0, 1, 1]);
    const payments = await office.db.reader
      .selectFrom('payments')
      .select(['number', 'version', 'date', 'amount', 'source'])
      .orderBy('number')
      .execute();
    assert.deepEqual(payments, [
      { number: 'P-1', version: 4, date: '2026-11-02', amount: 123_456, source: 'Swedbank' },
      { number: 'P-2', version: 6, date: '2026-10-30', amount: 500, source: 'karte' },
    ]);
    assert.deepEqual(await office.versions(), { '10427': 6, '20315': 2 });
  });

  test('a payment whose number is the reference of an online payment of its account confirms that one, once', async () => {
    const office = await openSettledOffice(engine);
    await onlinePayments(office, [
      ['10427', 'MB-1', 'received'],
      ['10427', 'MB-2', 'begun'],
      ['10427', 'MB-3', 'refunded'],
      ['10427', 'MB-4', 'received'],
      ['20315', 'MB-5', 'received'],
    ]);
    const rows = [1, 2, 3, 5].map((at) => `10427;2026-10-31;10;MB-${at};Stripe\n`).join('');
    assert.deepEqual(counts(await office.bring('payments', header + rows)), [4, 0, 0]);
    const standing = () =>
      office.db.reader
        .selectFrom('online_payments')
        .select(['reference', 'state', 'version'])
        .orderBy('reference')
        .execute();
    const confirmed = await standing();
    assert.deepEqual(
      confirmed.map(({ reference, state }) => [reference, state]),
      [
        ['MB-1', 'confirmed'],
        ['MB-2', 'confirmed'],
        ['MB-3', 'refunded'],
        ['MB-4', 'received'],
        ['MB-5', 'received'],
      ],
    );
    assert.deepEqual(
      confirmed
        .slice(0, 2)
        .map(({ version }) => version)
        .sort(),
      [8, 9],
    );
    assert.equal((await office.versions())['10427'], 9);
    assert.deepEqual(counts(await office.bring('payments', header + rows)), [0, 0, 4]);
    assert.deepEqual(await standing(), confirmed);
  });

  test('a dry run confirms nothing, and neither does a strict one with a refused row', async () => {
    const office = await openSettledOffice(engine);
    await onlinePayments(office, [['10427', 'MB-1', 'received']]);
    const before = await office.everything();
    const row = '10427;2026-10-31;10;MB-1;Stripe\n';
    assert.deepEqual(counts(await office.bring('payments', header + row, { dryRun: true })), [1, 0, 0]);
    await office.bring('payments', `${header}${row}10427;2026-10-31;0;P-1;bank\n`, { strict: true });
    assert.deepEqual(await office.everything(), before);
  });
});
