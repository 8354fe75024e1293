import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { batchCsv, readingsOutColumns, startBatch } from '../../../server/exchange/export-readings.ts';
import type { Period } from '../../../shared/period.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, counts, openBillingOffice, refusals, residentReads } from './billing-office.ts';

type Out = Record<(typeof readingsOutColumns)[number], string>;

const exportOf = (office: BillingOffice, period: Period, lock = false) =>
  startBatch({ db: office.db, clock: office.clock, actor: 'test' }, { period, lock });

async function fileOf(office: BillingOffice, batch: string, options = {}): Promise<string> {
  let text = '';
  for await (const piece of batchCsv(office.db, batch, options)) text += piece;
  return text;
}

const rowsOf = (text: string): Out[] => parse(text, { columns: true, bom: true }) as Out[];

forEachEngine((engine) => {
  test('what is not accepted, not actual, of another period or with billing already stays out', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 1000 } });
    await residentReads(office, 'C-2', { period: '2026-10', values: { B: 1000 }, state: 'billed' });
    await office.bring(
      'readings',
      'account,serial,register,period,value,takenOn,kind,source\n10427,C-1,B,2026-10,5,2026-10-28,estimate,office\n',
    );
    const batch = await exportOf(office, '2026-10');
    assert.equal(batch.rows, 0);
    assert.deepEqual(rowsOf(await fileOf(office, batch.id)), []);
    await assert.rejects(fileOf(office, office.db.engine), RangeError);
  });

  test('one row a register with previous, value and consumption to the digit', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    await residentReads(office, 'E-1', { period: '2026-08', values: { T1: 120_050, T2: 50_007 } });
    await residentReads(office, 'E-1', { period: '2026-10', values: { T1: 130_060, T2: 50_007 } });
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1234 } });
    const batch = await exportOf(office, '2026-10');
    const text = await fileOf(office, batch.id);
    assert.equal(text.slice(0, text.indexOf('\r\n')), readingsOutColumns.join(','));
    const rows = rowsOf(text).sort((a, b) => (a.serial + a.register < b.serial + b.register ? -1 : 1));
    assert.deepEqual(
      rows.map((row) => [row.account, row.serial, row.register, row.previous, row.value, row.consumption, row.unit]),
      [
        // Without an earlier reading the initial value counts.
        ['10427', 'C-1', 'B', '0.000', '1.234', '1.234', 'm3'],
        ['10427', 'E-1', 'T1', '1200.50', '1300.60', '100.10', 'kWh'],
        ['10427', 'E-1', 'T2', '500.07', '500.07', '0.00', 'kWh'],
      ],
    );
    assert.deepEqual(
      [rows[0]?.batch, rows[0]?.holder, rows[0]?.address, rows[0]?.capturedAt, rows[0]?.source],
      [batch.id, 'Анна Берзиня', 'ул. Ригас 48, Даугавпилс, кв. 12', '2026-10-28T10:00:00.000Z', 'resident'],
    );
    assert.ok((await fileOf(office, batch.id, { bom: true })).startsWith('\ufeffbatch,'));
  });

  test('M8: a fall that nobody explained has no consumption', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 5000 } });
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 4000 } });
    const [row] = rowsOf(await fileOf(office, (await exportOf(office, '2026-10')).id));
    assert.deepEqual([row?.previous, row?.value, row?.consumption], ['5.000', '4.000', '']);
  });

  test('texts that begin like formulas are neutralised, and read back as they were', async () => {
    const office = await openBillingOffice(engine);
    await office.bring(
      'accounts',
      'account,holder,address,premises\n10427,"=HYPERLINK(""x"")","@Rīga",+1\n20315,\'-Jānis,Rīga,2\n',
    );
    await office.bring(
      'meters',
      'account,service,serial,register,unit,digits,decimals,installedOn,initial\n10427,cold-water,-12,B,m3,5,3,2020-01-01,0\n',
    );
    await residentReads(office, '-12', { period: '2026-10', values: { B: 1000 } });
    const batch = await exportOf(office, '2026-10');
    const [row] = rowsOf(await fileOf(office, batch.id));
    assert.deepEqual([row?.holder, row?.address, row?.serial], ['\'=HYPERLINK("x")', "'@Rīga, +1", "'-12"]);
    const { holder } = await office.db.reader
      .selectFrom('accounts')
      .select('holder')
      .where('number', '=', '20315')
      .executeTakeFirstOrThrow();
    assert.equal(holder, '-Jānis');
    const answer = await office.bring(
      'acknowledgement',
      `batch,account,serial,register,period,state\n${batch.id},10427,${row?.serial},B,2026-10,billed\n`,
    );
    assert.deepEqual(counts(answer), [0, 1, 0]);
  });

  test('a reading goes to billing once, and its batch can be written again', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const first = await exportOf(office, '2026-10');
    const text = await fileOf(office, first.id);
    await residentReads(office, 'C-2', { period: '2026-10', values: { B: 2000 } });
    const second = await exportOf(office, '2026-10');
    assert.deepEqual(
      rowsOf(await fileOf(office, second.id)).map(({ serial }) => serial),
      ['C-2'],
    );
    assert.equal(await fileOf(office, first.id), text);
    const versions = await office.versions();
    assert.deepEqual(versions, { '10427': 4, '20315': 3 });
  });

  test('W6: the period is locked with the batch, once', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    const first = await exportOf(office, '2026-10', true);
    await exportOf(office, '2026-10', true);
    const locks = await office.db.reader.selectFrom('period_locks').selectAll().execute();
    assert.deepEqual(
      locks.map(({ period, batch_id }) => [period, batch_id]),
      [['2026-10', first.id]],
    );
  });

  test('the file of more readings than are read at once has each of them once', async () => {
    const office = await openBillingOffice(engine);
    const numbers = Array.from({ length: 2100 }, (_, at) => String(10_000 + at));
    await office.bring(
      'accounts',
      `account,holder,address,premises\n${numbers.map((n) => `${n},Anna,Rīgas iela 1,${n}\n`).join('')}`,
    );
    await office.bring(
      'meters',
      `account,service,serial,register,unit,digits,decimals,installedOn,initial\n${numbers.map((n) => `${n},cold-water,C-${n},B,m3,5,3,2020-01-01,0\n`).join('')}`,
    );
    const report = await office.bring(
      'readings',
      `account,serial,register,period,value,takenOn,kind,source\n${numbers.map((n) => `${n},C-${n},B,2026-10,7,2026-10-28,actual,office\n`).join('')}`,
    );
    assert.deepEqual(refusals(report), []);
    const batch = await exportOf(office, '2026-10', true);
    assert.equal(batch.rows, 2100);
    const serials = rowsOf(await fileOf(office, batch.id)).map(({ serial }) => serial);
    assert.equal(new Set(serials).size, 2100);
    assert.equal(serials.length, 2100);
  });
});
