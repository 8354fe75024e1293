import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { openDesk, type ReviewDesk, refusal } from '../../support/review.ts';

const minutes = 60_000;

forEachEngine((engine) => {
  describe('that somebody of the office looked at a resident’s data', () => {
    let desk: ReviewDesk;
    before(async () => {
      desk = await openDesk(engine);
    });

    const account = async () => (await addAccount(desk.server.services, { number: String(numbers++) })).id;
    let numbers = 7_000;
    const open = (id: string, { client } = desk.clerk) => client.accounts.open.mutate({ account: id });
    const noted = (id: string) =>
      desk.server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', id)
        .where('action', '=', 'view-account')
        .select(['actor', 'at', 'detail'])
        .orderBy('seq')
        .execute();

    it('is not noted where there was nothing to see', async () => {
      const none = '018f0000-0000-7000-8000-000000000000';
      assert.deepEqual(await refusal(open(none)), { code: 'not_found' });
      assert.deepEqual(await noted(none), []);
    });

    it('is noted once for each look, however often the page is read again meanwhile', async () => {
      const id = await account();
      const { clock } = desk.server;
      const first = toInstant(clock.now());
      await open(id);
      await open(id);
      clock.advance(14 * minutes);
      await open(id);
      assert.deepEqual(await noted(id), [{ actor: desk.clerk.id, at: first, detail: '{}' }]);
      clock.advance(minutes);
      await open(id);
      assert.deepEqual(
        (await noted(id)).map(({ at }) => at),
        [first, toInstant(clock.now())],
      );
    });

    it('is noted of everybody who looks, and of every account', async () => {
      const [one, another] = [await account(), await account()];
      for (const clerk of [desk.clerk, desk.other]) for (const id of [one, another]) await open(id, clerk);
      for (const id of [one, another]) {
        assert.deepEqual(
          (await noted(id)).map(({ actor }) => actor),
          [desk.clerk.id, desk.other.id],
        );
      }
    });

    it('is noted of each reading that is looked at in the review, beside the page of its account', async () => {
      const device = await desk.device();
      const readings = [];
      for (const value of [100, 200]) readings.push(await desk.waiting(device, await desk.readMeter(5_000), value));
      for (const reading of [...readings, ...readings]) await desk.clerk.client.review.open.mutate({ reading });
      await open(desk.account.id);
      assert.deepEqual(
        (await noted(desk.account.id)).map(({ detail }) => detail),
        [...readings.map((reading) => JSON.stringify({ reading })), '{}'],
      );
    });

    it('is noted of whoever is about to enter a reading for one of its meters', async () => {
      const meter = await desk.readMeter(5_000);
      const before = await noted(desk.account.id);
      await desk.other.client.review.entryBasis.query({ meter: meter.id, period: '2017-07' });
      assert.deepEqual(
        (await noted(desk.account.id)).slice(before.length).map(({ actor, detail }) => [actor, detail]),
        [[desk.other.id, '{}']],
      );
    });
  });
});
