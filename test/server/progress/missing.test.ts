import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { MissingAccount } from '../../../shared/progress.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addReading } from '../../support/household.ts';
import { openProgress, type ProgressDesk } from '../../support/progress.ts';
import { refusal } from '../../support/review.ts';

forEachEngine((engine) => {
  describe('who has not read', () => {
    let desk: ProgressDesk;
    before(async () => {
      desk = await openProgress(engine);
    });

    async function missing(building: string | null, text = ''): Promise<MissingAccount[]> {
      const rows: MissingAccount[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: Awaited<ReturnType<typeof desk.clerk.client.progress.missing.query>> =
          await desk.clerk.client.progress.missing.query({ period: '2026-11', building, text, after });
        rows.push(...page.rows);
        after = page.next;
        more = after !== null;
      }
      return rows;
    }

    it('refuses a place in the list that it never gave', async () => {
      const asked = { period: '2026-11' as const, building: null, text: '' };
      for (const after of ['x', '{}', '[1,2]']) {
        const call = desk.clerk.client.progress.missing.query({ ...asked, after });
        assert.deepEqual(await refusal(call), { code: 'bad_input', path: 'after' });
      }
    });

    it('is nobody whose readings stand or wait, and whose meters were taken out', async () => {
      const { services } = desk.server;
      for (const state of ['accepted', 'billed', 'review', 'late'] as const) {
        const flat = await desk.flat({ building: 'Read 1' });
        await addReading(services, await flat.meter(), { period: '2026-11', values: { B: 1 }, state });
        await flat.meter({ retired_on: '2026-11-05' });
        await flat.meter({ installed_on: '2026-12-05' });
      }
      assert.deepEqual(await missing('Read 1'), []);
    });

    it('is everybody whose reading was refused or taken back, or who has an estimate alone, with what stands last', async () => {
      const { services } = desk.server;
      const flat = await desk.flat({ building: 'Missing 1', email: 'anna@example.lv' });
      const refused = await flat.meter({ serial: 'A1' });
      await addReading(services, refused, { period: '2026-11', values: { B: 9 }, state: 'refused' });
      await addReading(services, refused, { period: '2026-09', values: { B: 5 } });
      await addReading(services, refused, { period: '2026-10', values: { B: 7 } });
      const guessed = await flat.meter({ serial: 'A2' });
      await addReading(services, guessed, { period: '2026-11', values: { B: 9 }, kind: 'estimate', source: 'billing' });
      const read = await flat.meter({ serial: 'A3' });
      await addReading(services, read, { period: '2026-11', values: { B: 9 } });
      const [row, ...others] = await missing('Missing 1');
      assert.deepEqual(others, []);
      assert.deepEqual(
        row?.meters.map(({ serial, last }) => [serial, last]),
        [
          ['A1', { period: '2026-10', values: { B: 7 }, estimate: false }],
          ['A2', null],
        ],
      );
      assert.deepEqual([row?.byMail, row?.remindedAt], [true, null]);
    });

    it('comes page by page, everybody once', async () => {
      for (let at = 0; at < 70; at++) await (await desk.flat({ building: 'Many 1' })).meter();
      const first = await desk.clerk.client.progress.missing.query({
        period: '2026-11',
        building: 'Many 1',
        text: '',
        after: null,
      });
      assert.equal(first.rows.length, 50);
      const all = (await missing('Many 1')).map(({ account }) => account);
      assert.equal(all.length, 70);
      assert.equal(new Set(all).size, 70);
      const company = (await missing(null)).map(({ account }) => account);
      assert.equal(new Set(company).size, company.length);
      assert.ok(company.length > 70);
    });

    it('is found by number, in a building and out of it', async () => {
      const here = await desk.flat({ building: 'Found 1' });
      await here.meter();
      const { number } = here.account;
      assert.deepEqual(
        (await missing(null, number)).map((row) => row.number),
        [number],
      );
      assert.deepEqual(
        (await missing('Found 1', number)).map((row) => row.number),
        [number],
      );
      assert.deepEqual(await missing('Read 1', number), []);
    });
  });
});
