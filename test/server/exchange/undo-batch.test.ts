import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { attachPdfs } from '../../../server/exchange/attach-pdfs.ts';
import type { PdfSource } from '../../../server/exchange/pdf-source.ts';
import { undoBatch } from '../../../server/exchange/undo-batch.ts';
import { UndoRefused, type UndoReport } from '../../../server/exchange/undo-report.ts';
import type { OnlinePaymentState } from '../../../shared/bill.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addUser, nextVersion } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import {
  type BillingOffice,
  counts,
  fixtureBytes,
  newBatch,
  openSettledOffice,
  residentReads,
} from './billing-office.ts';

const undo = (office: BillingOffice, batch: string | null, change: { reason?: string; dryRun?: boolean } = {}) =>
  undoBatch(office.exporting, { batch: batch as string, ...change });

/** `2 removed, 1 restored; changed_since 10427 C-1`. */
const said = ({ removed, restored, left }: UndoReport): string =>
  [
    `${removed} removed, ${restored} restored`,
    ...left.map(({ reason, account, name }) => `${reason.code} ${account} ${name}`),
  ].join('; ');

const accountsHeader = 'account,holder,address,premises,email,phone\n';
const metersHeader =
  'account;service;serial;place;register;unit;digits;decimals;ratio;installedOn;verifiedUntil;retiredOn;initial;replaces\n';
const readingsHeader = 'account,serial,register,period,value,takenOn,kind,source\n';
const statementsHeader =
  'account;period;issuedOn;number;description;due;total;file;service;method;charged;recalculated\n';
const bill = (number: string, total: string, file = '') =>
  `10427;2026-09;2026-10-01;${number};Rēķins;2026-10-20;${total};${file};ūdens;meter;${total};0\n`;
const ledgerHeader = 'account;period;service;opening;charged;paid;recalculated;closing\n';
const paymentsHeader = 'account;date;amount;number;source\n';
const acknowledgementHeader = 'batch;account;serial;register;period;state;reason\n';

const bills = (office: BillingOffice) =>
  office.db.reader
    .selectFrom('statements')
    .select(['number', 'total', 'file', 'file_hash'])
    .orderBy('number')
    .execute();
const states = async (office: BillingOffice) =>
  (await office.readings()).map(({ serial, period, state }) => `${serial} ${period} ${state}`);

forEachEngine((engine) => {
  test('refuses a batch that is none, one that is being imported, and one that is undone', async () => {
    const office = await openSettledOffice(engine);
    const codeOf = (batch: string) =>
      undo(office, batch).then(
        () => 'undone',
        (error: unknown) => (error instanceof UndoRefused ? error.code : error),
      );
    assert.equal(await codeOf(v7()), 'batch_unknown');
    const { batch } = await office.bring('payments', `${paymentsHeader}10427;2026-10-01;5;P-1;bank\n`);
    const setState = (state: 'running' | 'done') =>
      office.db.write((tx) => tx.updateTable('batches').set({ state }).where('id', '=', batch).execute());
    await setState('running');
    assert.equal(await codeOf(batch as string), 'batch_running');
    await setState('done');
    assert.equal(await codeOf(batch as string), 'undone');
    assert.equal(await codeOf(batch as string), 'batch_undone');
    const old = await office.bring('payments', `${paymentsHeader}10427;2026-10-01;5;P-2;bank\n`);
    await office.db.write((tx) => tx.insertInto('meta').values({ key: 'changes-noted-since', value: v7() }).execute());
    assert.equal(await codeOf(old.batch as string), 'batch_too_old');
  });

  test('a dry run says what would be taken back, and changes nothing', async () => {
    const office = await openSettledOffice(engine);
    const { batch } = await office.bring('statements', statementsHeader + bill('R-1', '10') + bill('R-2', '20'));
    const before = await office.everything();
    assert.equal(said(await undo(office, batch, { dryRun: true })), '2 removed, 0 restored');
    assert.deepEqual(await office.everything(), before);
  });

  test('bills that a batch made go, those that it changed say again what they said', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('statements', statementsHeader + bill('R-1', '10', 'a.pdf') + bill('R-2', '20', 'b.pdf'));
    const before = await bills(office);
    // The files of the two change places, which only the two together can take back.
    const swapped = `${bill('R-1', '10', 'c.pdf')}${bill('R-2', '21', 'a.pdf')}${bill('R-3', '30', 'b.pdf')}`;
    const second = await office.bring('statements', statementsHeader + swapped);
    assert.deepEqual(counts(second), [1, 2, 0]);
    assert.equal(said(await undo(office, second.batch)), '1 removed, 2 restored');
    assert.deepEqual(await bills(office), before);
    assert.deepEqual(counts(await office.bring('statements', statementsHeader + swapped)), [1, 2, 0]);
  });

  test('a bill that a later batch changed, has a PDF or was paid in the portal stays, and is named', async () => {
    const office = await openSettledOffice(engine);
    const files = ['a', 'b', 'c', 'd'].map((name, at) => bill(`R-${at}`, '10', `${name}.pdf`)).join('');
    const { batch } = await office.bring('statements', statementsHeader + files);
    const later = await office.bring('statements', statementsHeader + bill('R-1', '11', 'b.pdf'));
    const pdf: PdfSource = {
      async *files() {
        yield { name: 'c.pdf', place: 'c.pdf', read: async () => ({ ok: true, bytes: Buffer.from('%PDF-1.7 %%EOF') }) };
      },
    };
    const attached = await attachPdfs({ ...office.exporting, source: pdf });
    await payOnline(office, 'R-3', 'MB-1', 'received');
    const first = await undo(office, batch);
    assert.equal(said(first), '1 removed, 0 restored; has_pdf 10427 R-2; paid_online 10427 R-3');
    // What a later batch changed is that batch's own.
    assert.deepEqual(
      (await bills(office)).map(({ number }) => number),
      ['R-1', 'R-2', 'R-3'],
    );
    assert.equal(said(await undo(office, attached.batch)), '1 removed, 0 restored');
    assert.deepEqual(
      (await bills(office)).map(({ file_hash }) => file_hash),
      [null, null, null],
    );
    assert.equal(said(await undo(office, later.batch)), '0 removed, 1 restored');
  });

  test('months of the ledger and payments go, or say again what they said; what was confirmed is not any more', async () => {
    const office = await openSettledOffice(engine);
    const month = (period: string, closing: string) => `10427;${period};ūdens;0;${closing};0;0;${closing}\n`;
    await office.bring('ledger', ledgerHeader + month('2026-08', '5'));
    await office.bring('payments', `${paymentsHeader}10427;2026-10-01;5;P-1;bank\n`);
    await payOnline(office, null, 'MB-1', 'received');
    const before = await office.everything();
    const ledger = await office.bring('ledger', ledgerHeader + month('2026-08', '6') + month('2026-09', '7'));
    const payments = await office.bring(
      'payments',
      `${paymentsHeader}10427;2026-10-01;6;P-1;bank\n10427;2026-10-02;7;MB-1;bank\n`,
    );
    assert.equal((await onlineState(office, 'MB-1'))?.state, 'confirmed');
    assert.equal(said(await undo(office, ledger.batch)), '1 removed, 1 restored');
    assert.equal(said(await undo(office, payments.batch)), '1 removed, 1 restored');
    assert.equal((await onlineState(office, 'MB-1'))?.state, 'received');
    const contentOf = async (rows: object) =>
      JSON.parse(JSON.stringify(rows, (key, value) => (key === 'version' || key === 'changed_at' ? undefined : value)));
    const after = (await office.everything()) as Record<string, unknown>;
    for (const table of ['ledger', 'payments', 'onlinePayments'] as const) {
      assert.deepEqual(
        await contentOf(after[table] as object),
        await contentOf((before as Record<string, object>)[table] as object),
      );
    }
  });

  test('accounts and meters go where nothing rests on them, and changed ones say again what they said', async () => {
    const office = await openSettledOffice(engine);
    const accounts = await office.bring(
      'accounts',
      `${accountsHeader}10427,Cita,Jauna iela 1,1,,\n33108,Marija,Jauna iela 2,,,\n41950,Inese,Jauna iela 3,,,\n`,
    );
    assert.deepEqual(counts(accounts), [2, 1, 0]);
    const meters = await office.bring(
      'meters',
      `${metersHeader}10427;cold-water;C-1;pagrabs;B;m3;5;3;;2020-03-01;2028-03-01;;0;N-0\n` +
        '10427;cold-water;N-0;;B;m3;5;3;;2020-03-01;;;0;\n33108;cold-water;N-1;;B;m3;5;3;;2026-01-01;;;0;\n' +
        '33108;cold-water;N-2;;B;m3;5;3;;2026-01-02;;;0;N-1\n41950;cold-water;N-3;;B;m3;5;3;;2026-01-01;;;0;\n',
    );
    await residentReads(office, 'N-3', { period: '2026-10', values: { B: 1000 } });
    assert.equal(
      said(await undo(office, accounts.batch, { dryRun: true })),
      '0 removed, 1 restored; in_use 33108 33108; in_use 41950 41950',
    );
    assert.equal(said(await undo(office, meters.batch)), '3 removed, 1 restored; has_readings 41950 N-3');
    assert.equal(said(await undo(office, accounts.batch)), '1 removed, 1 restored; in_use 41950 41950');
    const rows = await office.db.reader
      .selectFrom('accounts')
      .innerJoin('premises', 'premises.id', 'accounts.premises_id')
      .select(['number', 'holder', 'address'])
      .orderBy('number')
      .execute();
    assert.deepEqual(
      rows.map(({ number, holder }) => `${number} ${holder}`),
      ['10427 Анна Берзиня', '20315 Янис Калниньш', '41950 Inese'].map((one, at) =>
        at === 1 ? `20315 ${rows[1]?.holder}` : one,
      ),
    );
    const gone = await office.db.reader.selectFrom('removed_rows').select('kind').execute();
    assert.deepEqual(
      gone.map(({ kind }) => kind),
      ['meters'],
    );
  });

  test('a row that the office changed since stays', async () => {
    const office = await openSettledOffice(engine);
    const { batch } = await office.bring(
      'accounts',
      `${accountsHeader}10427,Cita,Jauna iela 1,1,,\n33108,Marija,Jauna iela 2,,,\n`,
    );
    await office.db.write(async (tx) => {
      for (const number of ['10427', '33108']) {
        const { id } = await tx
          .selectFrom('accounts')
          .where('number', '=', number)
          .select('id')
          .executeTakeFirstOrThrow();
        const version = await nextVersion(tx, id);
        await tx.updateTable('accounts').set({ phone: '1', version }).where('id', '=', id).execute();
      }
    });
    assert.equal(
      said(await undo(office, batch)),
      '0 removed, 0 restored; changed_since 10427 10427; changed_since 33108 33108',
    );
  });

  test('I9: readings that others took are refused and what they replaced stands again; billing’s own stay', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('readings', `${readingsHeader}10427,C-1,B,2026-09,5,2026-09-28,estimate,office\n`);
    const { batch } = await office.bring(
      'readings',
      `${readingsHeader}10427,C-1,B,2026-09,6,2026-09-28,actual,office\n10427,C-1,B,2026-08,4,2026-08-28,actual,billing\n` +
        '20315,C-2,B,2026-09,3,2026-09-28,actual,office\n',
    );
    assert.deepEqual(await states(office), [
      'C-1 2026-08 billed',
      'C-1 2026-09 superseded',
      'C-1 2026-09 accepted',
      'C-2 2026-09 accepted',
    ]);
    const report = await undo(office, batch, { reason: 'wrong house' });
    assert.equal(said(report), '2 removed, 1 restored; billed 10427 C-1 2026-08');
    assert.deepEqual((await states(office)).sort(), [
      'C-1 2026-08 billed',
      'C-1 2026-09 accepted',
      'C-1 2026-09 refused',
      'C-2 2026-09 refused',
    ]);
    assert.ok((await office.readings()).some(({ state, reason }) => state === 'refused' && reason === 'wrong house'));
  });

  test('an acknowledgement is taken back, then the export with its lock, and then it is exported anew', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const exported = await newBatch(office.exporting, { period: '2026-10', lock: true, early: 'a test' });
    const answer = await office.bring(
      'acknowledgement',
      `${acknowledgementHeader}${exported.id};10427;C-1;B;2026-10;billed;\n`,
    );
    await assert.rejects(
      undo(office, exported.id),
      (error) => error instanceof UndoRefused && error.code === 'batch_billed',
    );
    assert.equal(said(await undo(office, answer.batch)), '0 removed, 1 restored');
    assert.deepEqual(await states(office), ['C-1 2026-10 accepted']);
    assert.equal(said(await undo(office, exported.id)), '1 removed, 0 restored');
    assert.deepEqual(await office.db.reader.selectFrom('period_locks').selectAll().execute(), []);
    assert.equal((await newBatch(office.exporting, { period: '2026-10' })).rows, 1);
  });

  test('a device drops what was taken back', async () => {
    const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-02T09:00:00Z' });
    const { db, company } = server.services;
    const office = { db, company, clock: server.clock, actor: 'test' };
    const bring = async (kind: 'accounts' | 'statements', file: string | Uint8Array) => {
      const { importers } = await import('../../../server/exchange/import-kinds.ts');
      const bytes = Buffer.from(file);
      async function* open(): AsyncGenerator<Uint8Array> {
        yield bytes;
      }
      return importers[kind]({ ...office, file: { open } });
    };
    await bring('accounts', fixtureBytes('accounts-bom.csv'));
    const { id } = await db.reader
      .selectFrom('accounts')
      .where('number', '=', '10427')
      .select('id')
      .executeTakeFirstOrThrow();
    const anna = await addUser(server.services, { accounts: [{ id, number: '10427' }] });
    const device = await new TestDevice(server).signIn(anna, '10427');
    const { batch } = await bring('statements', statementsHeader + bill('R-1', '10'));
    const [page] = await device.pull();
    const bought = page?.changes.statements[0]?.id;
    assert.ok(bought);
    assert.equal((await undoBatch(office, { batch: batch as string })).removed, 1);
    const [following] = await device.pull();
    assert.deepEqual(following?.changes.removed, [{ kind: 'statements', id: bought }]);
  });
});

async function payOnline(office: BillingOffice, bought: string | null, reference: string, state: OnlinePaymentState) {
  await office.db.write(async (tx) => {
    const user_id = v7();
    const at = '2026-10-30T10:00:00.000Z';
    await tx.insertInto('users').values({ id: user_id, name: 'Anna', created_at: at }).execute();
    const { id: account_id } = await tx
      .selectFrom('accounts')
      .where('number', '=', '10427')
      .select('id')
      .executeTakeFirstOrThrow();
    const statement = await tx.selectFrom('statements').where('number', '=', bought).select('id').executeTakeFirst();
    await tx
      .insertInto('online_payments')
      .values({
        ...{ id: v7(), account_id, user_id, amount: 1000, refunded: 0, currency: 'EUR', reference, state },
        ...{ version: await nextVersion(tx, account_id), statement_id: statement?.id ?? null, provider: 'stripe' },
        ...{ provider_id: null, fault: null, started_at: at, changed_at: at },
      })
      .execute();
  });
}

const onlineState = (office: BillingOffice, reference: string) =>
  office.db.reader.selectFrom('online_payments').where('reference', '=', reference).select('state').executeTakeFirst();
