import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addReading } from '../../support/household.ts';
import { asItIs, heard, july, openDesk, type ReviewDesk, refusal } from '../../support/review.ts';

forEachEngine((engine) => {
  describe('a decision of the office about a reading that waits', () => {
    let desk: ReviewDesk;
    before(async () => {
      desk = await openDesk(engine);
    });

    it('is refused where there is no such reading', async () => {
      const { review } = desk.clerk.client;
      const none = '018f0000-0000-7000-8000-000000000000';
      assert.deepEqual(await refusal(review.refuse.mutate({ reading: none, seen: 1, reason: 'x' })), {
        code: 'not_found',
      });
    });

    it('is refused without a reason where the resident needs one', async () => {
      const device = await desk.device();
      const id = await desk.waiting(device, await desk.readMeter(5_000), 100);
      const seen = await desk.seen(id);
      const { review } = desk.clerk.client;
      assert.deepEqual(await refusal(review.refuse.mutate({ reading: id, seen, reason: ' ' })), {
        code: 'bad_input',
        path: 'reason',
      });
      assert.equal((await desk.reading(id)).state, 'review');
    });

    it('of two clerks at once happens once, and the slower one is told (409)', async () => {
      const device = await desk.device();
      const id = await desk.waiting(device, await desk.readMeter(5_000), 100);
      const seen = await desk.seen(id);
      const answers = await Promise.all([
        refusal(desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs })),
        refusal(desk.other.client.review.refuse.mutate({ reading: id, seen, reason: 'Not plausible' })),
      ]);
      assert.deepEqual(answers.map((answer) => answer?.code ?? 'done').sort(), ['changed_meanwhile', 'done']);
      const { state } = await desk.reading(id);
      assert.equal(state, answers[0] === null ? 'accepted' : 'refused');
    });

    it('and a push that corrects it at the same time never both count (W7, I3)', async () => {
      for (let round = 0; round < 4; round++) {
        const device = await desk.device();
        const meter = await desk.readMeter(5_000);
        const id = await desk.waiting(device, meter, 100);
        const seen = await desk.seen(id);
        const correction = device.reading(meter, { period: july, values: { B: 5_200 }, supersedes: id });
        const [answer, [result]] = await Promise.all([
          refusal(desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs })),
          device.push(correction),
        ]);
        assert.equal(result?.outcome, 'applied');
        assert.ok(answer === null || answer.code === 'changed_meanwhile');
        assert.deepEqual(await desk.states(meter), {
          '{"B":5000}': 'billed',
          '{"B":100}': 'superseded',
          '{"B":5200}': 'accepted',
        });
      }
    });

    it('is refused when a rival has come that the clerk did not see (C4)', async () => {
      const [one, another] = [await desk.device(), await desk.device()];
      const meter = await desk.readMeter(5_000);
      const id = await desk.waiting(one, meter, 100);
      const seen = await desk.seen(id);
      await another.push(another.reading(meter, { period: july, values: { B: 5_300 } }));
      const call = desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs });
      assert.deepEqual(await refusal(call), { code: 'changed_meanwhile' });
    });

    it('refuses it with a reason that the resident’s phone pulls; it stays in the history', async () => {
      const device = await desk.device();
      const meter = await desk.readMeter(5_000);
      const id = await desk.waiting(device, meter, 100);
      await device.pull();
      const seen = await desk.seen(id);
      await desk.clerk.client.review.refuse.mutate({ reading: id, seen, reason: 'The photo shows 5,1' });
      const [reading] = await heard(device);
      assert.deepEqual([reading?.id, reading?.state, reading?.reason], [id, 'refused', 'The photo shows 5,1']);
    });

    it('accepts it as it was declared (M5), and the next month is judged by it', async () => {
      const device = await desk.device();
      const meter = await desk.readMeter(5_000);
      const id = await desk.waiting(device, meter, 100);
      const seen = await desk.seen(id);
      const decided = await desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs });
      assert.deepEqual(decided, { done: true, reading: id, state: 'accepted', adjustment: false });
      const [reading] = (await heard(device)).filter((one) => one.id === id);
      assert.deepEqual([reading?.state, reading?.rollover], ['accepted', true]);
    });

    it('that it did not pass zero is a reading of the office’s own: what came is evidence (M5, M8)', async () => {
      const device = await desk.device();
      const meter = await desk.readMeter(5_000);
      const id = await desk.waiting(device, meter, 100);
      const seen = await desk.seen(id);
      const { review } = desk.clerk.client;
      const wish = { reading: id, seen, rollover: false, reason: 'Display was replaced' };
      const warned = await review.accept.mutate({ ...wish, override: false });
      assert.ok(!warned.done && !warned.stops);
      assert.deepEqual(
        warned.problems.map(({ code }) => code),
        ['below_previous'],
      );
      const decided = await review.accept.mutate({ ...wish, override: true });
      assert.ok(decided.done);
      assert.equal((await desk.reading(id)).state, 'superseded');
      const [own] = (await heard(device)).filter((one) => one.id === decided.reading);
      assert.deepEqual([own?.source, own?.rollover, own?.supersedes], ['office', false, id]);
    });

    it('for one of two rivals supersedes the other (C4)', async () => {
      const [one, another] = [await desk.device(), await desk.device()];
      const meter = await desk.readMeter(5_000);
      const first = one.reading(meter, { period: july, values: { B: 5_100 } });
      const second = another.reading(meter, { period: july, values: { B: 5_400 } });
      await one.push(first);
      const [result] = await another.push(second);
      assert.deepEqual(result?.problems, [{ code: 'concurrent_reading' }]);
      const { seen, beside, kinds } = await desk.clerk.client.review.open.mutate({ reading: second.id });
      assert.deepEqual(kinds, ['conflict']);
      assert.deepEqual(
        beside.map(({ id }) => id),
        [first.id],
      );
      await desk.clerk.client.review.accept.mutate({ reading: second.id, seen, ...asItIs });
      assert.deepEqual(await desk.states(meter), {
        '{"B":5000}': 'billed',
        '{"B":5100}': 'superseded',
        '{"B":5400}': 'accepted',
      });
    });

    it('corrects it only knowing that the value is below the one before or above the next (M1, M2)', async () => {
      const device = await desk.device();
      const meter = await desk.readMeter(5_000);
      await addReading(desk.server.services, meter, { period: '2017-08', values: { B: 6_000 } });
      const id = await desk.waiting(device, meter, 100);
      const seen = await desk.seen(id);
      const { review } = desk.clerk.client;
      const wish = { reading: id, seen, rollover: false, reason: 'As in the photo' };
      for (const [value, code] of [
        [4_999, 'below_previous'],
        [6_001, 'above_next'],
      ] as const) {
        const warned = await review.correct.mutate({ ...wish, values: { B: value }, override: false });
        assert.ok(!warned.done && !warned.stops);
        assert.deepEqual(
          warned.problems.map((problem) => problem.code),
          [code],
        );
      }
      assert.equal((await desk.reading(id)).state, 'review');
      const decided = await review.correct.mutate({ ...wish, values: { B: 6_001 }, override: true });
      assert.ok(decided.done);
      const audit = await desk.server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', id)
        .where('action', '=', 'correct-reading')
        .select('detail')
        .executeTakeFirstOrThrow();
      assert.match(audit.detail, /"overridden":"above_next"/);
      assert.doesNotMatch(audit.detail, /6001|photo/);
    });

    it('corrects it never to what the meter’s face cannot show (V1, V4)', async () => {
      const device = await desk.device();
      const id = await desk.waiting(device, await desk.readMeter(5_000), 100);
      const seen = await desk.seen(id);
      const { review } = desk.clerk.client;
      const wish = { reading: id, seen, rollover: false, override: true, reason: 'x' };
      for (const values of [{ B: 100_000_000 }, { T1: 5 }, {}]) {
        const answer = await review.correct.mutate({ ...wish, values });
        assert.ok(!answer.done && answer.stops);
      }
    });

    it('corrects it: the office’s reading stands, names what it supersedes, and says why', async () => {
      const device = await desk.device();
      const meter = await desk.readMeter(5_000);
      const id = await desk.waiting(device, meter, 100);
      const seen = await desk.seen(id);
      const wish = { reading: id, seen, rollover: false, override: false, reason: 'As in the photo' };
      const decided = await desk.clerk.client.review.correct.mutate({ ...wish, values: { B: 5_150 } });
      assert.ok(decided.done);
      const readings = await heard(device);
      const own = readings.find((one) => one.id === decided.reading);
      assert.deepEqual(
        [own?.state, own?.source, own?.supersedes, own?.reason, own?.values],
        ['accepted', 'office', id, 'As in the photo', { B: 5_150 }],
      );
      assert.equal(readings.find((one) => one.id === id)?.state, 'superseded');
    });

    it('asks the resident once; it goes on waiting, and shows that it was asked', async () => {
      const device = await desk.device();
      const id = await desk.waiting(device, await desk.readMeter(5_000), 100);
      const seen = await desk.seen(id);
      const text = 'Please send a photo of the meter.';
      await desk.clerk.client.review.ask.mutate({ reading: id, seen, text });
      assert.deepEqual(await refusal(desk.other.client.review.ask.mutate({ reading: id, seen, text })), {
        code: 'changed_meanwhile',
      });
      const { question } = await desk.clerk.client.review.open.mutate({ reading: id });
      assert.deepEqual([question?.state, question?.text], ['answered', text]);
      const all = { after: null, kind: null, service: null, building: null, period: null };
      const mine = await desk.clerk.client.review.list.query({ ...all, mine: true });
      assert.deepEqual(
        mine.rows.map((row) => [row.id, row.question]),
        [[id, 'answered']],
      );
      assert.deepEqual((await desk.other.client.review.list.query({ ...all, mine: true })).rows, []);
      const messages = (await device.pull()).flatMap(({ changes }) => changes.messages);
      assert.ok(messages.some((message) => message.text === text));
    });

    it('about what is decided already is told so, also on opening it', async () => {
      const device = await desk.device();
      const id = await desk.waiting(device, await desk.readMeter(5_000), 100);
      const seen = await desk.seen(id);
      await desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs });
      assert.deepEqual(await refusal(desk.other.client.review.open.mutate({ reading: id })), {
        code: 'changed_meanwhile',
      });
    });
  });
});
