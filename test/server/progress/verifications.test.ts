import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { openProgress, type ProgressDesk } from '../../support/progress.ts';

forEachEngine((engine) => {
  describe('verifications that end', () => {
    let desk: ProgressDesk;
    beforeEach(async () => {
      desk = await openProgress(engine);
    });
    const list = (filter: Partial<{ step: 'ended' | '7' | '30' | '60'; building: string; service: 'gas' }> = {}) =>
      desk.clerk.client.progress.verifications.query({
        step: null,
        building: null,
        service: null,
        ...filter,
        after: null,
      });

    it('W8: are listed by the day on which they end, each at its step, without those taken out', async () => {
      const flat = await desk.flat({ building: 'A 1' });
      const other = await desk.flat({ building: 'B 2' });
      await flat.meter({ serial: 'in-60', verified_until: '2027-01-27' });
      await flat.meter({ serial: 'in-61', verified_until: '2027-01-28' });
      await flat.meter({ serial: 'in-30', verified_until: '2026-12-28' });
      await other.meter({ serial: 'in-7', verified_until: '2026-12-05', service: 'gas' });
      await flat.meter({ serial: 'today', verified_until: '2026-11-28' });
      await flat.meter({ serial: 'over', verified_until: '2026-11-27' });
      await flat.meter({ serial: 'gone', verified_until: '2026-11-01', retired_on: '2026-11-02' });
      const { rows, next } = await list();
      assert.deepEqual(
        rows.map(({ serial, step, daysLeft }) => [serial, step, daysLeft]),
        [
          ['over', 'ended', -1],
          ['today', '7', 0],
          ['in-7', '7', 7],
          ['in-30', '30', 30],
          ['in-60', '60', 60],
        ],
      );
      assert.equal(next, null);
      const serials = async (filter: Parameters<typeof list>[0]) =>
        (await list(filter)).rows.map(({ serial }) => serial);
      assert.deepEqual(await serials({ step: 'ended' }), ['over']);
      assert.deepEqual(await serials({ step: '7' }), ['today', 'in-7']);
      assert.deepEqual(await serials({ step: '30' }), ['in-30']);
      assert.deepEqual(await serials({ step: '60' }), ['in-60']);
      assert.deepEqual(await serials({ building: 'B 2' }), ['in-7']);
      assert.deepEqual(await serials({ service: 'gas' }), ['in-7']);
      assert.deepEqual((await desk.month()).now?.tally.verifications, { ended: 1, '7': 2, '30': 1, '60': 1 });
    });

    it('come page by page, each once', async () => {
      const flat = await desk.flat({ building: 'A 1' });
      for (let at = 0; at < 70; at++) await flat.meter({ verified_until: at < 60 ? '2026-12-01' : '2026-12-02' });
      const first = await list();
      assert.equal(first.rows.length, 50);
      const filter = { step: null, building: null, service: null };
      const second = await desk.clerk.client.progress.verifications.query({ ...filter, after: first.next });
      assert.equal(second.rows.length, 20);
      assert.equal(second.next, null);
      assert.equal(new Set([...first.rows, ...second.rows].map(({ meter }) => meter)).size, 70);
    });

    it('can be had as a file by the office alone, with nothing in it that a spreadsheet would run, and noted', async () => {
      const flat = await desk.flat({ building: 'A 1' });
      await flat.meter({ serial: '=1+1', verified_until: '2026-12-01' });
      const address = `${desk.server.url}/office/verifications.csv?step=7`;
      assert.equal((await fetch(address)).status, 401);
      const bad = await fetch(`${desk.server.url}/office/verifications.csv?step=8`, {
        headers: { cookie: desk.clerk.cookie },
      });
      assert.equal(bad.status, 400);
      const elsewhere = { cookie: desk.clerk.cookie, 'sec-fetch-site': 'cross-site' };
      assert.equal((await fetch(address, { headers: elsewhere })).status, 403);
      const answer = await fetch(address, { headers: { cookie: desk.clerk.cookie } });
      assert.equal(answer.status, 200);
      const text = await answer.text();
      const lines = text.trim().split('\r\n');
      assert.equal(lines.length, 2);
      assert.match(lines[1] ?? '', /;'=1\+1;/);
      const { action, actor } = await desk.server.services.db.reader
        .selectFrom('audit')
        .select(['action', 'actor'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      assert.deepEqual([action, actor], ['export-verifications', desk.clerk.id]);
    });
  });
});
