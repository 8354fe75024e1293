import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { limitRules } from '../../../server/limits/rules.ts';
import { askResident } from '../../../server/support/ask-resident.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { type Writer, writer } from './writing-household.ts';

const minutes = 60_000;

forEachEngine((engine) => {
  describe('the office and its conversations', () => {
    let server: TestServer;
    let anna: Writer;
    let dace: TestStaff;
    let ilze: TestStaff;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
      });
      [dace, ilze] = await Promise.all([hire(server), hire(server, { name: 'Ilze Kalna' })]);
    });
    beforeEach(async () => {
      await server.services.db.write(async (tx) => {
        for (const table of ['photos', 'messages', 'conversations', 'mails'] as const) {
          await tx.deleteFrom(table).execute();
        }
      });
      anna = await writer(server, 'Anna');
    });

    const everything = { state: 'open', assigned: 'all', topic: null, after: null } as const;
    /** Somebody asks something; the id is that of the conversation and of its only message. */
    async function asks(by: Writer, change: Parameters<Writer['message']>[0] = {}): Promise<string> {
      const message = by.message(change);
      await by.device.push(message);
      server.clock.advance(minutes);
      return message.id;
    }
    const lettersAsked = async () => (await intentsOf(server.services, 'office-wrote')).length;

    it('tell the second clerk who answers, closes or assigns that somebody was faster', async () => {
      const id = await asks(anna);
      const meanwhile = await asks(anna, { conversation: id, text: 'I found the reason.' });
      const { support } = ilze.client;
      for (const late of [
        () => support.answer.mutate({ id, seen: id, text: 'Too late.' }),
        () => support.close.mutate({ id, seen: id }),
        () => support.reopen.mutate({ id, seen: meanwhile }),
        () => support.assign.mutate({ id, staff: ilze.id, was: dace.id }),
      ]) {
        assert.deepEqual(await problemOf(late()), { code: 'changed_meanwhile' });
      }
      const tries = await Promise.allSettled([
        dace.client.support.answer.mutate({ id, seen: meanwhile, text: 'We are glad.' }),
        support.answer.mutate({ id, seen: meanwhile, text: 'Good.' }),
      ]);
      assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const { messages } = await support.open.mutate({ id });
      assert.equal(messages.length, 3);
    });

    it('find nothing where there is nothing, and refuse what makes no sense', async () => {
      const { support } = dace.client;
      const id = v7();
      for (const call of [
        () => support.open.mutate({ id }),
        () => support.answer.mutate({ id, seen: id, text: 'Hello' }),
        () => support.close.mutate({ id, seen: id }),
        () => support.assign.mutate({ id, staff: null, was: null }),
      ]) {
        assert.deepEqual(await problemOf(call()), { code: 'not_found' });
      }
      const asked = await asks(anna);
      assert.deepEqual(await problemOf(support.answer.mutate({ id: asked, seen: asked, text: ' \n ' })), {
        code: 'bad_input',
        path: 'text',
      });
      assert.deepEqual(await problemOf(support.assign.mutate({ id: asked, staff: v7(), was: null })), {
        code: 'bad_input',
        path: 'staff',
      });
      const wrong = [['2026-11-28', id], [toInstant(0), 'x'], [toInstant(0), id, ''], [id]];
      for (const after of ['', 'x', ...wrong.map((one) => JSON.stringify(one))]) {
        assert.deepEqual(await problemOf(support.list.query({ ...everything, after })), {
          code: 'bad_input',
          path: 'after',
        });
      }
    });

    it('have an answer reach the device, and take the conversation for their own', async () => {
      const id = await asks(anna);
      await anna.pulled();
      const page = await dace.client.support.answer.mutate({ id, seen: id, text: ' It was colder. ' });
      assert.deepEqual([page.state, page.assigned], ['answered', { id: dace.id, name: dace.name }]);
      assert.deepEqual(
        page.messages.map(({ author, name, text }) => [author, name, text]),
        [
          ['resident', 'Anna', 'Why is it more than in May?'],
          ['office', 'Dace Liepa', 'It was colder.'],
        ],
      );
      assert.deepEqual(
        (await anna.pulled()).map(({ author, text }) => [author, text]),
        [['office', 'It was colder.']],
      );
    });

    it('write a letter about an answer: to whom asked, not again within half an hour, never what it says', async () => {
      const id = await asks(anna);
      const answer = async (text: string, seen: string) => {
        const { messages } = await dace.client.support.answer.mutate({ id, seen, text });
        return messages.at(-1)?.id ?? '';
      };
      const first = await answer('It was colder.', id);
      assert.equal(await lettersAsked(), 1);
      server.clock.advance(10 * minutes);
      const second = await answer('And a public holiday.', first);
      assert.equal(await lettersAsked(), 1);
      const thanks = await asks(anna, { conversation: id, text: 'Thank you.' });
      const third = await answer('You are welcome.', thanks);
      assert.equal(await lettersAsked(), 2);
      server.clock.advance(31 * minutes);
      await answer('One thing more.', third);
      assert.equal(await lettersAsked(), 3);
      const [intent] = await intentsOf(server.services, 'office-wrote');
      assert.deepEqual(intent, { kind: 'office-wrote', user: anna.user, account: anna.account.id, conversation: id });
      assert.ok(second !== '');
    });

    it('close and open again; the device is told, and nothing is said twice', async () => {
      const id = await asks(anna);
      const { support } = dace.client;
      await anna.device.pull();
      assert.equal((await support.close.mutate({ id, seen: id })).state, 'closed');
      const [page] = await anna.device.pull();
      assert.deepEqual(
        page?.changes.conversations.map(({ state }) => state),
        ['closed'],
      );
      assert.deepEqual(await problemOf(support.close.mutate({ id, seen: id })), { code: 'changed_meanwhile' });
      assert.equal((await support.reopen.mutate({ id, seen: id })).state, 'open');
      assert.equal(await lettersAsked(), 0);
    });

    it('list what waits longest first and what was done newest first, page by page', async () => {
      const ids: string[] = [];
      for (let at = 0; at < 3; at++) {
        const by = await writer(server, 'Olga');
        for (let count = 0; count < 20; count++) ids.push(await asks(by));
      }
      const { support } = dace.client;
      const first = await support.list.query(everything);
      const second = await support.list.query({ ...everything, after: first.next });
      assert.deepEqual([first.rows.length, second.rows.length, second.next], [50, 10, null]);
      assert.deepEqual(
        [...first.rows, ...second.rows].map(({ id }) => id),
        ids,
      );
      for (const id of ids) {
        await support.close.mutate({ id, seen: id });
        server.clock.advance(1_000);
      }
      const closed = await support.list.query({ ...everything, state: 'closed' });
      const rest = await support.list.query({ ...everything, state: 'closed', after: closed.next });
      assert.deepEqual(
        [...closed.rows, ...rest.rows].map(({ id }) => id),
        [...ids].reverse(),
      );
    });

    it('list what is given to me, to nobody, and of a topic', async () => {
      const [one, two, three] = [await asks(anna), await asks(anna, { topic: 'meter' }), await asks(anna)];
      await dace.client.support.assign.mutate({ id: one, staff: dace.id, was: null });
      await dace.client.support.assign.mutate({ id: two, staff: ilze.id, was: null });
      const listed = async (change: object) =>
        (await dace.client.support.list.query({ ...everything, ...change })).rows.map(({ id }) => id);
      assert.deepEqual(await listed({}), [one, two, three]);
      assert.deepEqual(await listed({ assigned: 'me' }), [one]);
      assert.deepEqual(await listed({ assigned: 'nobody' }), [three]);
      assert.deepEqual(await listed({ topic: 'meter' }), [two]);
      const [row] = (await dace.client.support.list.query(everything)).rows;
      assert.deepEqual(
        [row?.account.number, row?.account.holder, row?.assigned?.name, row?.last?.text, row?.last?.author],
        [anna.account.number, 'Anna Ozols', 'Dace Liepa', 'Why is it more than in May?', 'resident'],
      );
    });

    it('find by number, holder and what was written, in any case, and take no sign for a pattern', async () => {
      const ivan = await writer(server, 'Šķēle');
      const hers = await asks(anna, { text: 'Почему ВОДА дороже на 100%?' });
      const his = await asks(ivan, { text: 'Skaitītājs neгоrit' });
      const found = async (text: string) => (await dace.client.support.search.query({ text })).rows.map(({ id }) => id);
      assert.deepEqual(await found(anna.account.number), [hers]);
      assert.deepEqual(await found('šķēle'), [his]);
      assert.deepEqual(await found('вода'), [hers]);
      assert.deepEqual(await found('100%'), [hers]);
      assert.deepEqual(await found('%%'), []);
      assert.deepEqual(await found("' or 1=1 --"), []);
      await dace.client.support.close.mutate({ id: his, seen: his });
      assert.deepEqual(await found('Šķēle'), [his]);
    });

    it('show the reading that they ask about, and tell everybody of the account', async () => {
      const meter = await addMeter(server.services, anna.account, { serial: v7() });
      const reading = anna.device.reading(meter, { period: '2026-11', values: { B: 5_000 } });
      await anna.device.push(reading);
      const id = await server.services.db.write((tx) =>
        askResident(tx, {
          account: anna.account.id,
          topic: 'readings',
          reading: reading.id,
          text: 'Is it right?',
          staff: dace.id,
          at: toInstant(server.clock.now()),
        }),
      );
      const page = await dace.client.support.open.mutate({ id });
      assert.deepEqual(
        [page.reading?.id, page.reading?.period, page.reading?.values, page.reading?.registers],
        [reading.id, '2026-11', { B: 5_000 }, [{ code: 'B', digits: 5, decimals: 3 }]],
      );
      assert.equal(page.account.number, anna.account.number);
      assert.equal(await lettersAsked(), 1);
    });

    it('are not begun with nobody, without a topic or words, or endlessly', async () => {
      const { support } = dace.client;
      const begin = (change: object) =>
        problemOf(support.begin.mutate({ account: anna.account.id, topic: 'meter', text: 'On Monday.', ...change }));
      assert.deepEqual(await begin({ account: v7() }), { code: 'not_found' });
      const empty = await addAccount(server.services, { number: 'W-empty' });
      assert.deepEqual(await begin({ account: empty.id }), { code: 'changed_meanwhile' });
      for (const [path, wrong] of Object.entries({ topic: 'weather', text: ' ', account: 'x' })) {
        assert.deepEqual(await begin({ [path]: wrong }), { code: 'bad_input', path });
      }
      assert.deepEqual(await begin({ text: 'x'.repeat(4001) }), { code: 'bad_input', path: 'text' });
      const { reader } = server.services.db;
      assert.deepEqual(await reader.selectFrom('conversations').select('id').execute(), []);
      const eager = await hire(server, { name: 'Eager' });
      const { limits } = server.services;
      for (let left = limitRules['conversation-staff'].points; left > 0; left--) {
        await limits.consume('conversation-staff', eager.id);
      }
      const one = { account: anna.account.id, topic: 'meter', text: 'On Monday.' } as const;
      assert.equal((await problemOf(eager.client.support.begin.mutate(one)))?.code, 'too_many');
      assert.equal(await lettersAsked(), 0);
    });

    it('are begun by the office too: the resident finds it, has a letter, and can answer', async () => {
      await anna.pulled();
      const begun = { account: anna.account.id, topic: 'meter', text: ' We change your meter on Monday. ' } as const;
      const { conversation: id } = await dace.client.support.begin.mutate(begun);
      const [message] = await anna.pulled();
      assert.deepEqual(
        [message?.conversation, message?.author, message?.text],
        [id, 'office', 'We change your meter on Monday.'],
      );
      assert.equal(await lettersAsked(), 1);
      const page = await dace.client.support.open.mutate({ id });
      assert.deepEqual([page.topic, page.state, page.assigned?.id], ['meter', 'answered', dace.id]);
      await anna.device.push(anna.message({ conversation: id, text: 'I am at home.' }));
      assert.equal((await dace.client.support.open.mutate({ id })).state, 'open');
      const row = await server.services.db.reader
        .selectFrom('audit')
        .where('action', '=', 'begin-conversation')
        .select(['actor', 'subject', 'detail'])
        .executeTakeFirst();
      assert.deepEqual(row, { actor: dace.id, subject: id, detail: `{"account":"${anna.account.id}"}` });
    });

    it('leave a trace: who looked, answered, gave away and closed, and nothing of what was said', async () => {
      const id = await asks(anna);
      const { support } = dace.client;
      await support.open.mutate({ id });
      await support.assign.mutate({ id, staff: ilze.id, was: null });
      const { messages } = await support.answer.mutate({ id, seen: id, text: 'It was colder.' });
      await support.close.mutate({ id, seen: messages.at(-1)?.id ?? '' });
      const rows = await server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', id)
        .select(['action', 'actor', 'detail'])
        .orderBy('seq')
        .execute();
      assert.deepEqual(
        rows.map(({ action, actor, detail }) => [action, actor === dace.id, detail]),
        [
          ['view-conversation', true, `{"account":"${anna.account.id}"}`],
          ['assign-conversation', true, `{"to":"${ilze.id}"}`],
          ['answer-conversation', true, '{}'],
          ['close-conversation', true, '{"from":"answered"}'],
        ],
      );
    });
  });
});
