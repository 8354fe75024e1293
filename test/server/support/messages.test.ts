import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { forEachEngine } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { type Writer, writer } from './writing-household.ts';

forEachEngine((engine) => {
  describe('messages to the office', () => {
    let server: TestServer;
    let anna: Writer;
    let ivan: Writer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    beforeEach(async () => {
      anna = await writer(server, 'Anna');
      ivan = await writer(server, 'Ivan');
    });
    const messagesOf = ({ account }: Writer) =>
      server.services.db.reader.selectFrom('messages').where('account_id', '=', account.id).selectAll().execute();
    const conversationsOf = ({ account }: Writer) =>
      server.services.db.reader.selectFrom('conversations').where('account_id', '=', account.id).selectAll().execute();
    const outcomes = async (pushed: ReturnType<Writer['device']['push']>) =>
      (await pushed).map(({ outcome, problems: [problem] }) => [outcome, problem?.code ?? null]);

    it('are refused to other accounts and in other people’s conversations', async () => {
      const hers = anna.message();
      await anna.device.push(hers);
      const body = { conversation: hers.id, topic: null, text: 'It is me, Anna.', photos: [] };
      assert.deepEqual(
        await outcomes(
          ivan.device.push(
            ivan.device.operation('message-written', anna.account.id, body),
            ivan.message(body),
            ivan.device.operation('message-written', anna.account.id, { ...body, conversation: null, topic: 'bill' }),
          ),
        ),
        [
          ['rejected', 'account_unknown'],
          ['rejected', 'conversation_unknown'],
          ['rejected', 'account_unknown'],
        ],
      );
      assert.equal((await messagesOf(anna)).length, 1);
      assert.equal((await messagesOf(ivan)).length, 0);
    });

    it('are refused where they say nothing, too much, or what no database keeps', async () => {
      const photo = v7();
      for (const [change, path] of [
        [{ text: '' }, 'body.text'],
        [{ text: ' \n' }, 'body.text'],
        [{ text: 'x'.repeat(4001) }, 'body.text'],
        [{ text: 'a\u0000b' }, 'body.text'],
        [{ text: 'a\ud800b' }, 'body.text'],
        [{ topic: null }, 'body.topic'],
        [{ conversation: v7(), topic: 'bill' }, 'body.topic'],
        [{ topic: 'weather' as 'bill' }, 'body.topic'],
        [{ photos: [photo, photo] }, 'body.photos'],
        [{ photos: Array.from({ length: 5 }, () => v7()) }, 'body.photos'],
        [{ photos: ['../../etc/passwd'] }, 'body.photos.0'],
      ] as const) {
        const [result] = await anna.device.push(anna.message(change));
        assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'malformed', path }]]);
      }
      assert.deepEqual(await messagesOf(anna), []);
    });

    it('I2: the same message twenty times at once is one, and with another text a conflict', async () => {
      const message = anna.message({ text: 'Labdien! Что делать?  🙂\nOtrā rinda' });
      const pushes = await Promise.all(Array.from({ length: 20 }, () => anna.device.push(message)));
      const all = pushes.flat().map(({ outcome }) => outcome);
      assert.equal(all.filter((outcome) => outcome === 'applied').length, 1);
      assert.ok(all.every((outcome) => outcome === 'applied' || outcome === 'duplicate'));
      const other = anna.device.operation(
        'message-written',
        anna.account.id,
        { ...message.body, text: 'something else' } as never,
        { id: message.id, number: message.number },
      );
      assert.deepEqual(await outcomes(anna.device.push(other)), [['conflict', 'id_reused']]);
      assert.deepEqual(
        (await messagesOf(anna)).map(({ text }) => text),
        ['Labdien! Что делать?  🙂\nOtrā rinda'],
      );
    });

    it('I4: come to every device of the account, in one page with their conversation', async () => {
      const first = anna.message({ topic: 'meter' });
      const second = anna.message({ conversation: first.id, text: 'And one thing more.' });
      await anna.device.push(first, second);
      const [page] = await anna.device.pull();
      assert.deepEqual(
        page?.changes.conversations.map(({ id, topic, state, reading }) => ({ id, topic, state, reading })),
        [{ id: first.id, topic: 'meter', state: 'open', reading: null }],
      );
      assert.deepEqual(
        page?.changes.messages.map(({ id, conversation, author, text, photos }) => [
          id,
          conversation,
          author,
          text,
          photos,
        ]),
        [
          [first.id, first.id, 'resident', 'Why is it more than in May?', []],
          [second.id, first.id, 'resident', 'And one thing more.', []],
        ],
      );
      assert.equal(page?.version, 1 + 3);
      assert.deepEqual(await ivan.pulled(), []);
    });

    it('C2: carry the time when they were written, and the time when they came', async () => {
      const wall = new Date(server.clock.now()).toISOString();
      const message = anna.message();
      server.clock.advance(3 * 3_600_000);
      await anna.device.push(message);
      const [stored] = await messagesOf(anna);
      assert.equal(stored?.written_at, wall);
      assert.equal(stored?.received_at, new Date(server.clock.now()).toISOString());
    });

    it('open again what was answered or closed, and leave an open one at its place in the queue', async () => {
      const first = anna.message();
      await anna.device.push(first);
      const [open] = await conversationsOf(anna);
      server.clock.advance(60_000);
      await anna.device.push(anna.message({ conversation: first.id }));
      assert.equal((await conversationsOf(anna))[0]?.changed_at, open?.changed_at);
      for (const state of ['answered', 'closed'] as const) {
        await server.services.db.write((tx) =>
          tx.updateTable('conversations').set({ state }).where('id', '=', first.id).execute(),
        );
        server.clock.advance(60_000);
        await anna.device.push(anna.message({ conversation: first.id }));
        const [now] = await conversationsOf(anna);
        assert.deepEqual([now?.state, now?.changed_at], ['open', new Date(server.clock.now()).toISOString()]);
      }
    });

    it('are refused as answers in a conversation that has not come', async () => {
      const message = anna.message();
      const answer = anna.message({ conversation: message.id });
      assert.deepEqual(await outcomes(anna.device.push(answer)), [['rejected', 'conversation_unknown']]);
    });

    it('are put off, and not lost, beyond thirty in an hour; readings and replays are not held up', async () => {
      const many = Array.from({ length: 31 }, () => anna.message());
      const answer = anna.message({ conversation: many[30]?.id ?? null });
      const results = await anna.device.push(...many, answer);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        [...Array<string>(30).fill('applied'), 'retry', 'retry'],
      );
      assert.equal(results[30]?.problems[0]?.code, 'too_many');
      const again = await anna.device.push(...many.slice(0, 30));
      assert.ok(again.every(({ outcome }) => outcome === 'duplicate'));
      assert.deepEqual(await outcomes(ivan.device.push(ivan.message())), [['applied', null]]);
      server.clock.advance(3_600_001);
      assert.deepEqual(await outcomes(anna.device.push(many[30], answer)), [
        ['applied', null],
        ['applied', null],
      ]);
    });
  });
});
