import { expect } from 'chai';
import { html } from 'lit';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import { conversation, message, picture, question } from '../support/conversations.ts';
import { account, answer, at, inWindow } from '../support/household.ts';
import { messagesForEachTest, writeText } from '../support/messages-screen.ts';
import { press, type Stage, until } from '../support/mount.ts';
import { storeWith } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';
import '../../../web/screens/home-support.ts';
import '../../../web/screens/support-area.ts';

describe('a conversation with the office', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = messagesForEachTest((screen) => {
    ({ stage, store } = screen);
  });
  const shown = () => html`<conversation-screen .conversation=${question}></conversation-screen>`;
  const operations = (): Promise<OperationRow[]> => store.databases.outbox.operations.toArray();
  const write = (text: string) => writeText(stage, text);
  const send = () => stage.button('Send').click();

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
