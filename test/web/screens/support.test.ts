import { expect } from 'chai';
import { html } from 'lit';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import { conversation, message, picture, question } from '../support/conversations.ts';
import { account, anna, answer, at, boris, inWindow } from '../support/household.ts';
import { press, type Stage, until } from '../support/mount.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';
import '../../../web/screens/home-support.ts';
import '../../../web/screens/support-area.ts';

type Rows = { conversations?: ReturnType<typeof conversation>[]; messages?: ReturnType<typeof message>[] };

describe('messages to the office', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  async function open(template = html`<support-screen></support-screen>`, rows: Rows = {}, given: Given = {}) {
    const filled = await storeWith(given);
    await filled.databases.cache.conversations.bulkPut(rows.conversations ?? []);
    await filled.databases.cache.messages.bulkPut(rows.messages ?? []);
    await openScreen(template, { ...given, store: filled, areas: ['readings', 'support', 'more'] });
  }
  const shown = () => html`<conversation-screen .conversation=${question}></conversation-screen>`;
  const fresh = () => html`<new-conversation-screen></new-conversation-screen>`;
  const operations = (): Promise<OperationRow[]> => store.databases.outbox.operations.toArray();

  function write(text: string): void {
    const area = stage.find<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const send = () => stage.button('Send').click();

  describe('their list', () => {
    it('says where there are none what they are for, and leads to the first', async () => {
      await open();
      await stage.shows('No messages yet A question about a reading, a meter or a bill?');
      expect(stage.button('Write to the office').getAttribute('href')).to.equal('/support/new');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('marks what is new, shows the end of each, and the newest first', async () => {
      const other = '01890000-0000-7000-8000-0000000000d2';
      await open(undefined, {
        conversations: [conversation(), conversation({ id: other, topic: 'meter', state: 'open' })],
        messages: [
          message({ conversation: other, text: 'The glass is broken.' }),
          message(),
          message({ author: 'office', text: 'It was colder.' }),
        ],
      });
      await stage.shows('New answer');
      expect(stage.all('a.line').map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim())).to.deep.equal([
        'Bill 28 Nov, 11:00 Office: It was colder. New answer',
        'Meter 28 Nov, 11:00 You: The glass is broken. The office has not answered yet',
      ]);
      expect(await stage.complaints()).to.deep.equal([]);
      await stage.speakOtherwise('lv');
      expect(stage.text).to.contain('Jauna atbilde').and.contain('Birojs vēl nav atbildējis');
      await stage.speakOtherwise('ru');
      expect(stage.text).to.contain('Новый ответ');
    });

    it('shows nothing of another user of this device (I10)', async () => {
      await open();
      await stage.shows('No messages yet');
      const { outbox } = store.databases;
      const support = await store.support();
      await support.write({ account: account.id, conversation: null, topic: 'bill', text: 'Mine', photos: [] });
      await stage.shows('You: Mine');
      const [row] = await operations();
      await outbox.operations.put({ ...(row as OperationRow), user: boris });
      await stage.shows('No messages yet');
    });
  });

  describe('a new one', () => {
    it('saves nothing without a topic, a text or a photo, and says what is missing', async () => {
      await open(fresh());
      await stage.appears('textarea');
      send();
      await stage.shows('Write something, or add a photo.');
      write('Why?');
      await stage.settled();
      send();
      await stage.shows('Choose what it is about.');
      expect(await operations()).to.deep.equal([]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('counts the characters towards the end, and refuses one too many', async () => {
      await open(fresh());
      await stage.appears('textarea');
      write('x'.repeat(3_999));
      await stage.shows('1 character left');
      write('x'.repeat(4_001));
      await stage.shows('Too long by 1 character');
      stage.find<HTMLInputElement>('input[value="meter"]').click();
      send();
      await stage.settled();
      expect(await operations()).to.deep.equal([]);
    });

    it('is saved on this phone without a network, and leads to its conversation', async () => {
      await open(fresh(), {}, { state: syncState({ state: 'offline' }) });
      await stage.shows('You can write all the same: it is kept on this phone');
      await stage.appears('textarea');
      stage.find<HTMLInputElement>('input[value="meter"]').click();
      write('  The glass is broken.\n');
      await stage.settled();
      send();
      await until(() => stage.navigated.length > 0);
      const [row] = await operations();
      expect(stage.navigated).to.deep.equal([`/support/${row?.id} in place of this`]);
      expect(row?.sealed).to.deep.include({
        kind: 'message-written',
        body: { conversation: null, topic: 'meter', text: 'The glass is broken.', photos: [] },
      });
      expect([row?.state, row?.user]).to.deep.equal(['queued', anna]);
      expect(store.calls).to.include('askPersistence');
    });

    it('keeps every keystroke and the topic until it is saved', async () => {
      await open(fresh());
      await stage.appears('textarea');
      stage.find<HTMLInputElement>('input[value="bill"]').click();
      write('Half a sen');
      await until(async () => (await store.databases.outbox.messageDrafts.count()) === 1);
      const kept = store;
      await openScreen(fresh(), { store: kept, areas: ['readings', 'support', 'more'] });
      await until(() => stage.all<HTMLTextAreaElement>('textarea')[0]?.value === 'Half a sen');
      expect(stage.find<HTMLInputElement>('input[value="bill"]').checked).to.equal(true);
      send();
      await until(() => stage.navigated.length > 0);
      expect(await store.databases.outbox.messageDrafts.count()).to.equal(0);
    });

    it('takes photos along: small, upright, four at the most, without what the camera wrote', async () => {
      await open(fresh());
      await stage.appears('textarea');
      const pick = stage.find<HTMLInputElement>('input[type="file"]');
      const files = new DataTransfer();
      for (let count = 0; count < 5; count++) files.items.add(new File([await picture()], `${count}.png`));
      pick.files = files.files;
      pick.dispatchEvent(new Event('change'));
      await until(() => stage.all('.photos img').length === 4);
      expect(stage.all('input[type="file"]')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
      stage.find('[aria-label="Take away photo 1"]').click();
      await until(() => stage.all('.photos img').length === 3);
      stage.find<HTMLInputElement>('input[value="meter"]').click();
      await stage.settled();
      send();
      await until(() => stage.navigated.length > 0);
      const [row] = await operations();
      const { photos, photoBytes } = store.databases.outbox;
      expect(row?.sealed.body).to.have.property('photos').with.length(3);
      expect((await photos.toArray()).map(({ operation, state, of }) => [operation, state, of])).to.deep.equal(
        Array(3).fill([row?.id, 'queued', 'message']),
      );
      const [stored] = await photoBytes.toArray();
      const bitmap = await createImageBitmap(new Blob([stored?.bytes ?? new ArrayBuffer()]));
      expect([bitmap.width, bitmap.height]).to.deep.equal([1600, 800]);
      expect([...new Uint8Array(stored?.bytes ?? new ArrayBuffer()).slice(0, 3)]).to.deep.equal([0xff, 0xd8, 0xff]);
    });

    it('refuses a file that is no photo', async () => {
      await open(fresh());
      await stage.appears('textarea');
      const pick = stage.find<HTMLInputElement>('input[type="file"]');
      const files = new DataTransfer();
      files.items.add(new File(['%PDF-1.7'], 'bill.jpg', { type: 'image/jpeg' }));
      pick.files = files.files;
      pick.dispatchEvent(new Event('change'));
      await stage.shows('This file is no photo that can be read here.');
    });

    it('says that the storage is full instead of that it is saved, and keeps what was typed', async () => {
      await open(fresh());
      await stage.appears('textarea');
      store.databases.outbox.photoBytes.bulkAdd = (() => {
        throw new DOMException('full', 'QuotaExceededError');
      }) as never;
      stage.find<HTMLInputElement>('input[value="meter"]').click();
      write('The glass is broken.');
      await stage.settled();
      send();
      await stage.shows('It could not be saved: the storage of this');
      expect(await operations()).to.deep.equal([]);
      expect(stage.find<HTMLTextAreaElement>('textarea').value).to.equal('The glass is broken.');
      expect(stage.navigated).to.deep.equal([]);
    });
  });

  describe('one conversation', () => {
    it('that is not here says so', async () => {
      await open(shown());
      await stage.shows('This conversation is not here');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('shows who said what and when, what is only here, and is read from then on', async () => {
      await open(shown(), {
        conversations: [conversation()],
        messages: [message(), message({ author: 'office', text: 'It was colder.' })],
      });
      await stage.shows('It was colder.');
      expect(stage.all('message-bubble').map((one) => one.hasAttribute('own'))).to.deep.equal([true, false]);
      expect(stage.text).to.contain('Received 28 Nov');
      await until(async () => (await store.databases.cache.read('read'))?.[question] !== undefined);
      write('Thank you.');
      await stage.settled();
      send();
      await stage.shows('Saved on this phone');
      expect(stage.all('message-bubble')).to.have.length(3);
      expect(stage.find<HTMLTextAreaElement>('textarea').value).to.equal('');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says why a message was refused, until that was read', async () => {
      await open(shown(), { conversations: [conversation()], messages: [message()] });
      await stage.appears('textarea');
      write('Hello?');
      await stage.settled();
      send();
      await stage.shows('Saved on this phone');
      const [row] = await operations();
      const answer = {
        id: row?.id ?? '',
        outcome: 'rejected',
        problems: [{ code: 'conversation_unknown' }],
        version: 0,
      } as const;
      await store.databases.outbox.operations.update(row?.id ?? '', {
        state: 'received',
        answer: { ...answer, problems: [...answer.problems] },
        settledAt: inWindow,
      });
      await stage.shows('This conversation does not exist any more.');
      stage.button('I have read this').click();
      await until(() => !stage.text.includes('does not exist any more'));
      expect(stage.all('message-bubble')).to.have.length(1);
    });

    it('shows photos that are here, and says of the others that they need a connection', async () => {
      await open(shown(), {
        conversations: [conversation()],
        messages: [message({ photos: ['01890000-0000-7000-8000-0000000000a9'] })],
      });
      await stage.shows('The photo is shown as soon as there is a connection.');
      const support = await store.support();
      const small = await support.preparePhoto(await picture(20, 10));
      await support.write({
        account: account.id,
        conversation: question,
        topic: null,
        text: '',
        photos: [small as Blob],
      });
      await stage.shows('Photo not handed in yet');
      await until(() => stage.all<HTMLImageElement>('button.photo img').some(({ src }) => src.startsWith('blob:')));
      stage.find('[aria-label="Open photo 1"].photo').click();
      await stage.appears('mb-dialog');
      expect(await stage.complaints()).to.deep.equal([]);
      press(stage.find('mb-dialog'), 'Escape');
    });

    it('says of a photo that was refused why; read, it goes, and with it what was kept of the message (I6)', async () => {
      await open(shown(), { conversations: [conversation()], messages: [message({ author: 'office' })] });
      const support = await store.support();
      const photos = [(await support.preparePhoto(await picture(20, 10))) as Blob];
      await support.write({ account: account.id, conversation: question, topic: null, text: 'See here', photos });
      await stage.shows('Photo not handed in yet');
      const { outbox, cache } = store.databases;
      const [row] = await outbox.operations.toArray();
      const [photo] = await outbox.photos.toArray();
      if (!row || !photo) throw new Error('nothing was saved');
      await support.dismissPhoto(photo.id);
      expect(await outbox.photos.count(), 'a photo that waits is not dismissed').to.equal(1);
      await outbox.operations.update(row.id, { state: 'received', answer: answer(row.sealed, 'applied') });
      await cache.messages.put(message({ id: row.id, text: 'See here' }));
      await outbox.photos.update(photo.id, { state: 'refused', problem: { code: 'photo_refused' } });
      await stage.shows('The photo could not be read.');
      expect(await stage.complaints()).to.deep.equal([]);
      const storage = new DexieSyncStorage(outbox, cache);
      expect(await storage.prune(row.user)).to.equal(0);
      stage.button('I have read this').click();
      await until(() => !stage.text.includes('The photo could not be read.'));
      expect([await outbox.photos.count(), await outbox.photoBytes.count()]).to.deep.equal([0, 0]);
      expect(await storage.prune(row.user)).to.equal(1);
      await stage.shows('See here');
    });

    it('says which reading the office asks about, and leads to its meter', async () => {
      const given = await storeWith();
      const [reading] = await given.databases.cache.readings.toArray();
      await given.close();
      await open(
        shown(),
        {
          conversations: [conversation({ topic: 'readings', reading: reading?.id ?? null })],
          messages: [message({ author: 'office', text: 'Is it right?' })],
        },
        { readings: reading ? [reading] : [] },
      );
      await stage.shows('The office asks about this reading');
      expect(stage.button('Look at the meter').getAttribute('href')).to.equal(`/meters/${reading?.meter}`);
    });

    it('that is closed says that writing opens it', async () => {
      await open(shown(), { conversations: [conversation({ state: 'closed' })], messages: [message()] });
      await stage.shows('This conversation is closed. If you write, it is open again.');
    });
  });

  describe('home', () => {
    const notice = () => html`<home-support></home-support>`;

    it('says nothing while the office has said nothing new', async () => {
      await open(notice(), { conversations: [conversation({ state: 'open' })], messages: [message()] });
      await store.support();
      await stage.settled();
      expect(stage.text).to.equal('');
    });

    it('says that the office has written, until that was read', async () => {
      const asked = message();
      const answer = message({ author: 'office', text: 'It was colder.' });
      await open(notice(), { conversations: [conversation()], messages: [asked, answer] });
      await stage.shows('The office has written to you');
      expect(stage.find('a').getAttribute('href')).to.equal(`/support/${question}`);
      expect(await stage.complaints()).to.deep.equal([]);
      await (await store.support()).markRead(question, answer.id);
      await until(() => stage.text === '');
    });

    it('does not take for news what came a month ago', async () => {
      await open(
        notice(),
        { conversations: [conversation()], messages: [message({ author: 'office' })] },
        { now: at('2027-01-15T10:00') },
      );
      await store.support();
      await stage.settled();
      expect(stage.text).to.equal('');
    });
  });
});
