import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import { rowsPerList } from '../../../shared/page.ts';
import { forEachEngine } from '../../support/databases.ts';
import { leaveSlip } from '../../support/office-tries/kiosks.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('the number of a receipt', () => {
    let server: TestServer;
    let dace: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2017-07-20T09:00:00+03:00' });
      dace = await hire(server, { role: 'clerk' });
    });
    const idOf = (i: number, end: string): string => `0190aaaa-0000-7000-8${String(i).padStart(3, '0')}-0000${end}`;
    const find = (number: string, after: string | null = null) => dace.client.kiosks.findSlips.query({ number, after });

    it('is refused where it is none, and so is a place that no page gave out', async () => {
      for (const number of ['', '1A2B', '1A2B-3C4', '1A2B-3C4D-5', 'GGGG-GGGG', '%', "1A2B-3C4D' or 1"]) {
        assert.deepEqual(await problemOf(find(number)), { code: 'bad_input', path: 'number' });
      }
      assert.deepEqual(await problemOf(find('1A2B-3C4D', '"x"')), { code: 'bad_input', path: 'after' });
    });

    it('finds nothing that was not left', async () => {
      assert.deepEqual(await find('FFFF-0000'), { rows: [], next: null });
    });

    it('finds the slip, in whatever state, and however it is typed', async () => {
      const id = idOf(1, '1a2b3c4d');
      await leaveSlip(server, 'office', { id });
      await leaveSlip(server, 'held', { id: idOf(2, '00000002') });
      assert.equal(receiptNumber(id), '1A2B-3C4D');
      for (const typed of ['1A2B-3C4D', 'IA2B-3C4D', 'lA2B–3C4D', ' 1a2b 3c4d ', '1a2b3c4d', '1A2В-3С4D']) {
        const { rows } = await find(typed);
        assert.deepEqual(
          rows.map((row) => [row.id, row.state]),
          [[id, 'office']],
          typed,
        );
      }
      await dace.client.kiosks.settle.mutate({ id, note: 'Called.' });
      assert.deepEqual((await find('1A2B-3C4D')).rows[0]?.state, 'settled');
    });

    it('finds all that end in it, page by page, those left first before the others', async () => {
      const ids = Array.from({ length: rowsPerList + 3 }, (_, i) => idOf(i + 10, 'abcdef01'));
      for (const id of ids) await leaveSlip(server, 'office', { id });
      const first = await find('ABCD-EF01');
      const second = await find('ABCD-EF01', first.next);
      assert.deepEqual(
        [...first.rows, ...second.rows].map(({ id }) => id),
        ids,
      );
      assert.equal(second.next, null);
    });
  });
});
