import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainAmount } from '../../../shared/amount.ts';
import { type LedgerMonth, ledgerColumns, type ServiceCells } from '../../../shared/ledger.ts';
import { forEachEngine } from '../../support/databases.ts';
import { goldenLedger } from '../../support/golden-ledger.ts';
import { type BillingOffice, counts, openSettledOffice, refusals } from './billing-office.ts';

const header = 'account;period;service;opening;charged;paid;recalculated;closing\n';

/** Rows of one account, `2026-09 water 0 10 5 0 5` each; the service `-` is the total's empty one. */
const rowsOf = (account: string, ...rows: string[]) =>
  rows.map((row) => `${account};${row.replaceAll(' ', ';').replace(';-;', ';;')}\n`).join('');

const months = (office: BillingOffice) =>
  office.db.reader.selectFrom('ledger_months').selectAll().orderBy('account_id').orderBy('period').execute();

forEachEngine((engine) => {
  test('B2: a month that does not add up is kept out, and the row is named with what was expected and found', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'ledger',
      header +
        rowsOf('10427', '2026-07 water 0 10 5 0 5', '2026-07 heat 0 20 0 -1 20', '2026-07 - 0 30 5 -1 25') +
        rowsOf('10427', '2026-08 water 0 10 5 0 5', '2026-08 - 0 10 5.01 0.01 5'),
    );
    assert.deepEqual(refusals(report), [
      '2:row:part_refused',
      '3:closing:sum_differs',
      '4:closing:sum_differs',
      '5:row:part_refused',
      '6:paid:sum_differs',
      '6:recalculated:sum_differs',
    ]);
    assert.deepEqual(report.refused[1]?.problems[0]?.problem, {
      code: 'sum_differs',
      rule: 'B2',
      expected: '19.00',
      found: '20.00',
    });
    assert.deepEqual(await office.everything(), before);
  });

  test('B2: a total that misses the same sum by its own row and by its services is named once', async () => {
    const office = await openSettledOffice(engine);
    const rows = rowsOf('10427', '2026-07 water 0 10 0 0 10', '2026-07 - 0 10 0 0 11');
    assert.deepEqual(refusals(await office.bring('ledger', header + rows)), [
      '2:row:part_refused',
      '3:closing:sum_differs',
    ]);
  });

  test('a refused row keeps its month out, and so does a service that comes twice', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'ledger',
      header +
        rowsOf('10427', '2026-07 water 0 10 5 0 5', '2026-07 heat 0 1,005 0 0 1,005') +
        rowsOf('10427', '2026-08 water 0 10 5 0 5', '2026-08 water 0 10 5 0 5') +
        rowsOf('10427', '2026-09 - 0 10 5 0 5', '2026-09 - 0 11 5 0 6') +
        rowsOf('99999', '2026-09 water 0 10 5 0 5', '2026-09 heat 0 10 5 0 5'),
    );
    assert.deepEqual(refusals(report), [
      '2:row:part_refused',
      '3:charged:amount_too_precise',
      '3:closing:amount_too_precise',
      '4:row:part_refused',
      '5:service:row_repeated',
      '6:row:part_refused',
      '7:service:named_twice',
      '8:account:account_unknown',
      '9:row:part_refused',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('a month whose rows do not stand together is kept out, wherever its parts are, also where one of them is refused', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'ledger',
      header +
        rowsOf('10427', '2026-07 water 0 10 5 0 5', '2026-08 water 5 0 5 0 0') +
        rowsOf('20315', '2026-07 water 0 10 5 0 5', '2026-08 water 5 0 5 0 0') +
        rowsOf('10427', '2026-07 heat 0 10 5 0 5') +
        rowsOf('20315', '2026-07 heat 0 ten 5 0 5'),
    );
    assert.deepEqual(refusals(report), [
      '2:row:rows_apart',
      '4:row:rows_apart',
      '6:row:rows_apart',
      '7:charged:not_an_amount',
    ]);
    assert.deepEqual(
      (await months(office)).map(({ period }) => period),
      ['2026-08', '2026-08'],
    );
  });

  test('a file that is cut in a row or in a quoted cell leaves no half month', async () => {
    const office = await openSettledOffice(engine);
    const whole = rowsOf('10427', '2026-07 water 0 10 5 0 5');
    const last = rowsOf('10427', '2026-08 water 5 0 5 0 0', '2026-08 "heat" 0 10 5 0 5');
    for (const end of [-3, -12, -18]) {
      const report = await office.bring('ledger', (header + whole + last).slice(0, end), { dryRun: true });
      assert.deepEqual(refusals(report), ['3:row:part_refused', '4:row:cells_missing'], `cut at ${end}`);
      assert.deepEqual(counts(report), [1, 0, 0]);
    }
    const before = await office.everything();
    await assert.rejects(office.bring('ledger', (header + whole + last).slice(0, -16)), { code: 'quote_open' });
    assert.deepEqual(await office.everything(), before);
  });

  test('a month that does not open where the one before closed is imported and reported, in any order of the file', async () => {
    const office = await openSettledOffice(engine);
    const [july, august, september] = [
      rowsOf('10427', '2026-07 water 0 10 5 0 5', '2026-07 lift 0 2 0 0 2'),
      rowsOf('10427', '2026-08 water 5.01 10 0 0 15.01'),
      rowsOf('10427', '2026-09 water 15.01 0 0 0 15.01'),
    ];
    const newestFirst = await office.bring('ledger', header + september + august + july);
    assert.deepEqual(counts(newestFirst), [3, 0, 0]);
    const carried = [
      { account: '10427', period: '2026-08', service: 'water', expected: '5.00', found: '5.01' },
      { account: '10427', period: '2026-08', service: 'lift', expected: '2.00', found: '0.00' },
    ];
    assert.deepEqual(newestFirst.carried, carried);
    assert.equal(newestFirst.carriedCount, 2);
    // What did not change is not reported again; what is put right is not reported at all.
    const again = await office.bring('ledger', header + july + august + september);
    assert.deepEqual([counts(again), again.carried], [[0, 0, 3], []]);
    const right = await office.bring(
      'ledger',
      header + rowsOf('10427', '2026-07 water 0 10.01 5 0 5.01', '2026-07 lift 0 2 2 0 0'),
    );
    assert.deepEqual([counts(right), right.carried], [[0, 1, 0], []]);
    const wrong = await office.bring('ledger', header + july);
    assert.deepEqual([counts(wrong), wrong.carried], [[0, 1, 0], carried]);
  });

  test('the golden ledger comes in cell by cell, adds up, and comes in twice without effect', async () => {
    const office = await openSettledOffice(engine);
    const golden = goldenLedger();
    const row = (period: string, service: string, cells: Omit<ServiceCells, 'service'>) =>
      [`10427;${period}`, service, ...ledgerColumns.map((name) => plainAmount(cells[name]).replace('.', ','))].join(
        ';',
      );
    const fileOf = (months: readonly LedgerMonth[]) =>
      months
        .flatMap(({ period, services, total }) => [
          ...services.map((cells) => row(period, cells.service, cells)),
          ...(total ? [row(period, '', total)] : []),
        ])
        .join('\n');
    const file = fileOf(golden);
    const report = await office.bring('ledger', header + file);
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(report.carried, []);
    assert.deepEqual(counts(report), [golden.length, 0, 0]);
    const stored = await months(office);
    assert.deepEqual(
      stored.map(
        ({ period, services, total }): LedgerMonth => ({
          period,
          services: JSON.parse(services),
          total: total && JSON.parse(total),
        }),
      ),
      golden.toSorted((a, b) => a.period.localeCompare(b.period)),
    );
    assert.equal((await office.versions())['10427'], 3 + golden.length);
    const before = await office.everything();
    assert.deepEqual(counts(await office.bring('ledger', header + file)), [0, 0, golden.length]);
    assert.deepEqual(await office.everything(), before);

    const [newest, ...others] = golden as [LedgerMonth, ...LedgerMonth[]];
    const [water, ...rest] = newest.services as [ServiceCells, ...ServiceCells[]];
    const services = [{ ...water, paid: water.paid + 1 }, ...rest];
    const wrong = await office.bring('ledger', header + fileOf([{ ...newest, services }, ...others]), { dryRun: true });
    const inTotal = 2 + rest.length + 1;
    assert.deepEqual(
      refusals(wrong).filter((one) => !one.endsWith('part_refused')),
      ['2:closing:sum_differs', `${inTotal}:paid:sum_differs`],
    );
    assert.deepEqual(counts(wrong), [0, 0, golden.length - 1]);
  });
});
