import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { ConversationPage, InboxRow } from '../../../shared/conversation.ts';
import type { Problem } from '../../../shared/problem.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor } from '../support/office.ts';
import '../../../web/office/screens/support.ts';

const refused = (problem: Problem): never => {
  throw TRPCClientError.from({ error: { message: problem.code, code: -32000, data: { problem } } } as never);
};
const id = '01890000-0000-7000-8000-0000000000d1';
const first = '01890000-0000-7000-8000-0000000000e1';

const inbox = (change: Partial<InboxRow> = {}): InboxRow => ({
  id,
  topic: 'bill',
  state: 'open',
  account: { id: 'account-1', number: '10427', holder: 'Anna Bērziņa' },
  assigned: null,
  changedAt: '2026-11-27T08:00:00.000Z',
  last: { author: 'resident', text: 'Why is it more than in May?', at: '2026-11-27T08:00:00.000Z' },
  ...change,
});

const page = (change: Partial<ConversationPage> = {}): ConversationPage => ({
  id,
  topic: 'bill',
  state: 'open',
  assigned: null,
  createdAt: '2026-11-27T08:00:00.000Z',
  changedAt: '2026-11-27T08:00:00.000Z',
  account: {
    id: 'account-1',
    number: '10427',
    holder: 'Anna Bērziņa',
    address: 'Rīgas iela 1-5',
    phone: '+371 29123456',
  },
  reading: null,
  messages: [
    {
      id: first,
      author: 'resident',
      name: 'Anna',
      text: 'Why is it more than in May?',
      writtenAt: '2026-11-26T15:00:00.000Z',
      receivedAt: '2026-11-27T08:00:00.000Z',
      photos: [],
    },
  ],
  ...change,
});

describe('the office’s messages', () => {
  let stage: Stage;
  let called: [string, unknown][];
  let navigated: string[];
  afterEach(() => stage.close());

  async function open(conversation: string | null, answers: ApiAnswers = {}): Promise<void> {
    called = [];
    const all: ApiAnswers = {
      'support.list': () => ({ rows: [inbox()], next: null }),
      'support.search': () => ({ rows: [], next: null }),
      'support.open': () => page(),
      'support.colleagues': () => [
        { id: 'staff-2', name: 'Ilze Kalna' },
        { id: 'staff-1', name: 'Dace Liepa' },
      ],
      ...answers,
    };
    const noted = Object.fromEntries(
      Object.entries(all).map(([name, answer]) => [
        name,
        (input: never) => {
          called.push([name, input]);
          return answer(input);
        },
      ]),
    );
    const office = await officeFor(noted as ApiAnswers);
    navigated = office.navigated;
    stage = await Stage.open(html`<office-support .conversation=${conversation}></office-support>`, {
      areas: ['office', 'office-support'],
      office,
    });
  }
  const asked = (name: string) => called.filter(([one]) => one === name).map(([, input]) => input);

  function write(text: string): void {
    const area = stage.find<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  describe('the list', () => {
    it('says so where nobody waits, and where the portal cannot be reached', async () => {
      await open(null, { 'support.list': () => ({ rows: [], next: null }) });
      await stage.shows('Nobody waits for an answer.');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.close();
      await open(null, { 'support.list': () => refused({ code: 'try_again' }) });
      await stage.appears('.failure');
    });

    it('shows who waits since when for what, and opens by the address', async () => {
      await open(null);
      await stage.shows('Bill waits since 27 Nov, 10:00 10427 · Anna Bērziņa Why is it more than in May?');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.find('li button').click();
      expect(navigated).to.deep.equal([`/office/support/${id}`]);
    });

    it('asks for what is chosen, and searches once typing rests', async () => {
      await open(null);
      await stage.shows('10427');
      const [state, whose, topic] = stage.all<HTMLSelectElement>('select');
      for (const [select, value] of [
        [state, 'closed'],
        [whose, 'me'],
        [topic, 'meter'],
      ] as const) {
        if (!select) throw new Error('a choice is missing');
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await stage.settled();
      }
      expect(asked('support.list').at(-1)).to.deep.equal({
        state: 'closed',
        assigned: 'me',
        topic: 'meter',
        after: null,
      });
      const search = stage.find<HTMLInputElement>('input[type="search"]');
      for (const text of ['m', 'ma', 'may']) {
        search.value = text;
        search.dispatchEvent(new Event('input'));
      }
      await stage.shows('Nothing found.');
      expect(asked('support.search')).to.deep.equal([{ text: 'may' }]);
    });

    it('goes on with the next page', async () => {
      const second = inbox({ id: `${id.slice(0, -1)}2`, topic: 'meter' });
      await open(null, {
        'support.list': ({ after }: { after: string | null }) =>
          after === null ? { rows: [inbox()], next: 'more' } : { rows: [second], next: null },
      } as ApiAnswers);
      await stage.shows('10427');
      stage.button('Show more').click();
      await stage.shows('Meter waits since');
      expect(stage.all('li button')).to.have.length(2);
    });
  });

  describe('a conversation', () => {
    it('stands beside the account’s facts, with who wrote what, and when it came', async () => {
      await open(id);
      await stage.shows('Anna 26 Nov, 17:00, received 27 Nov, 10:00');
      expect(stage.text).to.contain('Rīgas iela 1-5').and.contain('+371 29123456');
      expect(stage.button('10427').getAttribute('href')).to.equal('/office/accounts/account-1');
      expect(await stage.complaints()).to.deep.equal([]);
      await stage.speakOtherwise('lv');
      expect(stage.text).to.contain('Sūtīt atbildi');
      await stage.speakOtherwise('ru');
      expect(stage.text).to.contain('Отправить ответ');
    });

    it('sends an answer once, by button or by keys, and says that it did', async () => {
      const answered = page({
        state: 'answered',
        messages: [
          ...page().messages,
          { ...page().messages[0], id: 'm2', author: 'office', name: 'Dace Liepa', text: 'It was colder.' } as never,
        ],
      });
      await open(id, { 'support.answer': () => answered });
      await stage.appears('textarea');
      stage.button('Send the answer').click();
      expect(asked('support.answer')).to.deep.equal([]);
      write('It was colder.');
      await stage.settled();
      stage
        .find('textarea')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }));
      await stage.shows('Sent. The resident finds the answer in the portal');
      expect(asked('support.answer')).to.deep.equal([{ id, seen: first, text: 'It was colder.' }]);
      expect(stage.find<HTMLTextAreaElement>('textarea').value).to.equal('');
      await until(() => asked('support.list').length === 2);
    });

    const second = inbox({
      id: `${id.slice(0, -1)}2`,
      account: { id: 'account-2', number: '10555', holder: 'Jānis' },
    });
    const colleagues = inbox({ id: `${id.slice(0, -1)}3`, assigned: { id: 'staff-2', name: 'Ilze Kalna' } });
    async function answerFirst(stays: boolean): Promise<void> {
      await open(id, {
        'support.list': () => ({ rows: [inbox(), colleagues, second], next: null }),
        'support.answer': () => page({ state: 'answered' }),
      });
      await stage.appears('textarea');
      await stage.shows('10555');
      if (stays) stage.find<HTMLInputElement>('form input[type="checkbox"]').click();
      write('It was colder.');
      await stage.settled();
      stage.button('Send the answer').click();
      await until(() => asked('support.answer').length === 1);
      await stage.settled();
    }

    it('gives way to the next one that no colleague has, and says what was done', async () => {
      await answerFirst(false);
      await stage.shows('Done: answered. 10427 · Anna Bērziņa');
      expect(navigated).to.deep.equal([`/office/support/${second.id}`]);
      expect(stage.button('Back to it').getAttribute('href')).to.equal(`/office/support/${id}`);
      expect(await stage.complaints()).to.deep.equal([]);
      const screen = stage.find<HTMLElementTagNameMap['office-support']>('office-support');
      screen.conversation = second.id;
      await stage.settled();
      expect(stage.text).to.contain('Done: answered.');
      screen.conversation = id;
      await until(() => !stage.text.includes('Done: answered.'));
    });

    it('stays where whoever answers wants it', async () => {
      await answerFirst(true);
      await stage.shows('Sent. The resident finds the answer in the portal');
      expect(navigated).to.deep.equal([]);
    });

    it('shows what is newer where somebody was faster, and keeps what was typed', async () => {
      let opened = 0;
      const newer = {
        ...page().messages[0],
        id: 'm2',
        text: 'I found the reason.',
      } as ConversationPage['messages'][number];
      await open(id, {
        'support.open': () => (opened++ === 0 ? page() : page({ messages: [...page().messages, newer] })),
        'support.answer': () => refused({ code: 'changed_meanwhile' }),
      });
      await stage.appears('textarea');
      write('It was colder.');
      await stage.settled();
      stage.button('Send the answer').click();
      await stage.shows('There is something newer here. What you typed is still below.');
      expect(stage.text).to.contain('I found the reason.');
      expect(stage.find<HTMLTextAreaElement>('textarea').value).to.equal('It was colder.');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('is taken, given away, closed and opened again', async () => {
      await open(id, {
        'support.assign': ({ staff }: { staff: string | null }) =>
          page({ assigned: staff === null ? null : { id: staff, name: 'Dace Liepa' } }),
        'support.close': () => page({ state: 'closed' }),
        'support.reopen': () => page(),
      } as ApiAnswers);
      await stage.appears('textarea');
      stage.button('Take it').click();
      await stage.shows('Now with Dace Liepa.');
      expect(asked('support.assign')).to.deep.equal([{ id, staff: 'staff-1', was: null }]);
      stage.button('Close').click();
      await stage.shows('Closed.');
      stage.button('Open again').click();
      await stage.shows('Open again.');
      expect(asked('support.close')).to.deep.equal([{ id, seen: first }]);
    });

    it('puts a ready sentence behind what was typed', async () => {
      await open(id);
      await stage.appears('textarea');
      write('Labdien!');
      await stage.settled();
      const select = stage.find<HTMLSelectElement>('form select');
      select.value = 'photo';
      select.dispatchEvent(new Event('change'));
      await stage.settled();
      expect(stage.find<HTMLTextAreaElement>('textarea').value).to.match(/^Labdien!\nPlease send us a photo/);
    });
  });
});
