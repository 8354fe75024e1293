import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { newBatch, openBillingOffice, refusals, residentReads } from '../exchange/billing-office.ts';

const header = 'batch;account;serial;register;period;state;reason\n';

forEachEngine((engine) => {
  test('billing answers about an adjustment: what it had billed stays billed (I9), and a refusal is one', async () => {
    const office = await openBillingOffice(engine);
    await office.settle();
    const period = '2026-10';
    await residentReads(office, 'C-1', { period, values: { B: 1000 } });
    const first = await newBatch(office.exporting, { period, lock: true, early: 'a test' });
    const answer = (batch: string, state: string) => `${header}${batch};10427;C-1;B;${period};${state};\n`;
    await office.bring('acknowledgement', answer(first.id, 'billed'));
    await residentReads(office, 'C-1', { period, values: { B: 900 }, state: 'late' });
    const decided = await office.db.write((tx) =>
      tx.updateTable('readings').set({ adjustment: 1 }).where('state', '=', 'late').executeTakeFirst(),
    );
    assert.equal(Number(decided.numUpdatedRows), 1);
    const second = await newBatch(office.exporting, { period: '2026-11' });
    assert.equal(second.rows, 1);
    const states = async () => (await office.readings()).map(({ state }) => state).sort();
    assert.deepEqual(refusals(await office.bring('acknowledgement', answer(second.id, 'billed'))), []);
    assert.deepEqual(await states(), ['billed', 'late']);
    assert.deepEqual(refusals(await office.bring('acknowledgement', answer(second.id, 'refused'))), []);
    assert.deepEqual(await states(), ['billed', 'refused']);
  });
});
