import { expect } from 'chai';
import { html } from 'lit';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import { conversation, message, picture } from '../support/conversations.ts';
import { account, anna, boris } from '../support/household.ts';
import { messagesForEachTest, writeText } from '../support/messages-screen.ts';
import { type Stage, until } from '../support/mount.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';
import '../../../web/screens/home-support.ts';
import '../../../web/screens/support-area.ts';

describe('messages to the office', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = messagesForEachTest((screen) => {
    ({ stage, store } = screen);
  });
  const fresh = () => html`<new-conversation-screen></new-conversation-screen>`;
  const operations = (): Promise<OperationRow[]> => store.databases.outbox.operations.toArray();
  const write = (text: string) => writeText(stage, text);
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

    it('is saved once, however often the button is pressed', async () => {
      await open(fresh());
      await stage.appears('textarea');
      stage.find<HTMLInputElement>('input[value="meter"]').click();
      write('The glass is broken.');
      await stage.settled();
      send();
      send();
      await until(() => stage.navigated.length > 0);
      await stage.settled();
      expect(await operations()).to.have.length(1);
      expect(stage.navigated).to.have.length(1);
    });

    it('keeps every keystroke and the topic until it is saved', async () => {
      await open(fresh());
      await stage.appears('textarea');
      stage.find<HTMLInputElement>('input[value="bill"]').click();
      write('Half a sen');
      await until(async () => (await store.databases.outbox.messageDrafts.count()) === 1);
      const kept = store;
      await open(fresh(), {}, { store: kept, areas: ['readings', 'support', 'more'] });
      await until(() => stage.all<HTMLTextAreaElement>('textarea')[0]?.value === 'Half a sen');
      expect(stage.find<HTMLInputElement>('input[value="bill"]').checked).to.equal(true);
      send();
      await until(() => stage.navigated.length > 0);
      expect(await store.databases.outbox.messageDrafts.count()).to.equal(0);
    });

    it('keeps nothing of what was taken out again', async () => {
      await open(fresh());
      await stage.appears('textarea');
      const kept = () => store.databases.outbox.messageDrafts.toArray();
      write('Half a sen');
      await until(() => stage.find<HTMLElementTagNameMap['message-form']>('message-form').draft === 'Half a sen');
      write('');
      await until(async () => (await kept()).length === 0);
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
});
