import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { batchFile, LockRefused, startBatch } from '../../../server/exchange/export-readings.ts';
import { type FileFormat, type ReadingOutRow, readingsOutColumns } from '../../../server/exchange/readings-out-file.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import type { Period } from '../../../shared/period.ts';
import { forEachEngine } from '../../support/databases.ts';
import {
  type BillingOffice,
  counts,
  newBatch,
  openBillingOffice,
  openSettledOffice,
  refusals,
  residentReads,
} from './billing-office.ts';

const exportOf = (office: BillingOffice, period: Period) => newBatch(office.exporting, { period });

async function fileOf({ db }: BillingOffice, batch: string | null, format: FileFormat = {}): Promise<string> {
  let text = '';
  for await (const piece of batchFile(db, batch, { format })) text += piece;
  return text;
}

const rowsOf = (text: string): ReadingOutRow[] => parse(text, { columns: true, bom: true }) as ReadingOutRow[];

const locksOf = ({ db }: BillingOffice) =>
  db.reader.selectFrom('period_locks').select(['period', 'batch_id', 'reason']).execute();

const auditOf = async ({ db }: BillingOffice) => {
  const rows = await db.reader.selectFrom('audit').select(['action', 'subject', 'detail']).orderBy('seq').execute();
  return rows.filter(({ action }) => action !== 'import').map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
};

forEachEngine((engine) => {
  test('what is not accepted, not actual, of another period or with billing already stays out', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 1000 } });
    await residentReads(office, 'C-2', { period: '2026-10', values: { B: 1000 }, state: 'billed' });
    await office.bring(
      'readings',
      'account,serial,register,period,value,takenOn,kind,source\n10427,C-1,B,2026-10,5,2026-10-28,estimate,office\n',
    );
    const before = await office.everything();
    assert.equal(await startBatch(office.exporting, { period: '2026-10', lock: false }), null);
    assert.deepEqual(await office.everything(), before);
    assert.equal(await fileOf(office, null), `${readingsOutColumns.join(',')}\r\n`);
    assert.deepEqual(JSON.parse(await fileOf(office, null, { json: true })), []);
    await assert.rejects(fileOf(office, office.db.engine), RangeError);
  });

  test('W6: a period is not locked before its last window and the grace after it are over, or it is still to come', async () => {
    const office = await openSettledOffice(engine, '2026-11-02T09:00:00Z');
    const reading = await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const before = await office.everything();
    const refusedFrom = (period: Period, from: string) =>
      assert.rejects(
        startBatch(office.exporting, { period, lock: true }),
        (error) => error instanceof LockRefused && error.from === toEpochMs(from),
      );
    // 31 October in Riga, and 72 hours.
    await refusedFrom('2026-10', '2026-11-03T22:00:00Z');
    await refusedFrom('2027-03', '2027-04-03T21:00:00Z');
    const { company } = office.exporting;
    const [rule] = company.windows;
    assert.ok(rule);
    const ownWindow = { ...rule, building: 'Rīgas iela 1', closesOn: 5 };
    await assert.rejects(
      startBatch(
        { ...office.exporting, company: { ...company, windows: [rule, ownWindow] } },
        { period: '2026-10', lock: true },
      ),
      (error) => error instanceof LockRefused && error.from === toEpochMs('2026-11-08T22:00:00Z'),
    );
    assert.deepEqual(await office.everything(), before);
    assert.deepEqual(await locksOf(office), []);

    office.clock.set('2026-11-03T22:00:00Z');
    const batch = await newBatch(office.exporting, { period: '2026-10', lock: true });
    assert.deepEqual(await locksOf(office), [{ period: '2026-10', batch_id: batch.id, reason: 'exported to billing' }]);
    assert.equal((await office.readings()).find(({ id }) => id === reading)?.batch_id, batch.id);
  });

  test('W6: an office that wants the lock earlier says why, and lock and audit log keep it', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const batch = await newBatch(office.exporting, { period: '2026-10', lock: true, early: 'billing moves house' });
    assert.deepEqual(await locksOf(office), [{ period: '2026-10', batch_id: batch.id, reason: 'billing moves house' }]);
    assert.deepEqual(await auditOf(office), [
      {
        action: 'export-readings',
        subject: batch.id,
        detail: { period: '2026-10', readings: 1, lock: true, early: 'billing moves house' },
      },
    ]);
  });

  test('W6: a lock needs no readings, and makes no batch of none', async () => {
    const office = await openSettledOffice(engine);
    assert.equal(await startBatch(office.exporting, { period: '2026-09', lock: true }), null);
    assert.deepEqual(await locksOf(office), [{ period: '2026-09', batch_id: null, reason: 'exported to billing' }]);
    assert.deepEqual(await auditOf(office), [
      { action: 'export-readings', subject: '2026-09', detail: { period: '2026-09', readings: 0, lock: true } },
    ]);
  });

  test('one row a register with previous, value and consumption to the digit', async () => {
    const office = await openSettledOffice(engine);
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
    const office = await openSettledOffice(engine);
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
    const office = await openSettledOffice(engine);
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

  test('W6: a period is locked once: what comes into a later batch leaves the lock as it is', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 1000 } });
    const first = await newBatch(office.exporting, { period: '2026-09', lock: true });
    await residentReads(office, 'C-2', { period: '2026-09', values: { B: 1000 } });
    await newBatch(office.exporting, { period: '2026-09', lock: true, early: 'a second time' });
    assert.deepEqual(await locksOf(office), [{ period: '2026-09', batch_id: first.id, reason: 'exported to billing' }]);
  });

  test('the same rows in any separator, with decimal commas, or as JSON', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1234 } });
    const { id } = await exportOf(office, '2026-10');
    const [row] = rowsOf(await fileOf(office, id));
    assert.ok(row);
    const forExcel = await fileOf(office, id, { separator: 'semicolon', decimalComma: true, bom: true });
    assert.ok(forExcel.startsWith('\ufeffbatch;account;'));
    assert.ok(forExcel.includes(';0,000;1,234;1,234;m3;'));
    assert.ok(!forExcel.includes('"'), 'the comma of the address needs no quotation marks between semicolons');
    assert.deepEqual(parse(await fileOf(office, id, { separator: 'tab' }), { columns: true, delimiter: '\t' }), [row]);
    assert.deepEqual(JSON.parse(await fileOf(office, id, { json: true })), [row]);
  });

  test('JSON is not run by spreadsheets: its texts stay as they are', async () => {
    const office = await openBillingOffice(engine);
    await office.bring('accounts', JSON.stringify([{ account: 10427, holder: "'=1+1", address: '-', premises: null }]));
    await office.bring(
      'meters',
      'account,service,serial,register,unit,digits,decimals,installedOn,initial\n10427,cold-water,C-1,B,m3,5,3,2020-01-01,0\n',
    );
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const { id } = await exportOf(office, '2026-10');
    const [row] = JSON.parse(await fileOf(office, id, { json: true })) as ReadingOutRow[];
    assert.deepEqual([row?.account, row?.holder, row?.address], ['10427', "'=1+1", '-']);
    assert.equal(rowsOf(await fileOf(office, id))[0]?.holder, "''=1+1");
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
    const batch = await exportOf(office, '2026-10');
    assert.equal(batch.rows, 2100);
    const serials = rowsOf(await fileOf(office, batch.id)).map(({ serial }) => serial);
    assert.equal(new Set(serials).size, 2100);
    assert.equal(serials.length, 2100);
  });
});
