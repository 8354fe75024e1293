import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { batchFile } from '../../../server/exchange/export-readings.ts';
import type { ReadingOutRow } from '../../../server/exchange/readings-out-file.ts';
import type { Tally } from '../../../shared/progress.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addReading } from '../../support/household.ts';
import { openProgress } from '../../support/progress.ts';
import { newBatch, openSettledOffice, refusals, residentReads } from '../exchange/billing-office.ts';

/** What a resident hands in at a kiosk is the resident’s, wherever it matters whose a reading is. */
forEachEngine((engine) => {
  test('billing gets a kiosk’s reading like a resident’s, and is told where it was handed in', async () => {
    const office = await openSettledOffice(engine);
    const reading = { period: '2026-10', values: { B: 1234 }, source: 'kiosk' } as const;
    const id = await residentReads(office, 'C-1', reading);
    const batch = await newBatch(office.exporting, { period: '2026-10' });
    let text = '';
    for await (const piece of batchFile(office.db, batch.id, { format: {} })) text += piece;
    const [row] = parse(text, { columns: true, bom: true }) as ReadingOutRow[];
    assert.deepEqual([row?.value, row?.source], ['1.234', 'kiosk']);
    assert.equal((await office.readings()).find((one) => one.id === id)?.batch_id, batch.id);
  });

  test('a file does not overrule what was handed in at a kiosk', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1234 }, source: 'kiosk' });
    const before = await office.readings();
    const report = await office.bring(
      'readings',
      'account,serial,register,period,value,takenOn,kind,source\n10427,C-1,B,2026-10,5,2026-10-28,actual,office\n',
    );
    assert.deepEqual(refusals(report), ['2:value:reading_differs']);
    assert.deepEqual(await office.readings(), before);
  });

  test('the progress of a month counts a kiosk’s reading as read, and how many came by kiosks', async () => {
    const desk = await openProgress(engine);
    const flat = await desk.flat({ building: 'Kiosk 1' });
    const at = '2026-11-27T10:00:00.000Z';
    const { services } = desk.server;
    await addReading(services, await flat.meter(), { period: '2026-11', values: { B: 1 }, source: 'kiosk', at });
    await desk.month();
    const { tally } = await services.db.reader
      .selectFrom('progress_buildings')
      .where('period', '=', '2026-11')
      .where('building', '=', 'Kiosk 1')
      .select('tally')
      .executeTakeFirstOrThrow();
    const { read, missing, arrivals } = JSON.parse(tally) as Tally;
    assert.deepEqual([read.registers, missing.registers], [1, 0]);
    assert.deepEqual(arrivals, [{ day: '2026-11-27', source: 'kiosk', meters: 1, registers: 1 }]);
  });
});
