import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consumeToken, createToken } from '../../../server/auth/tokens.ts';
import { createMailbox } from '../../../server/mail/mailbox.ts';
import { sweepMail } from '../../../server/mail/sweep.ts';
import type { Transport } from '../../../server/mail/transport.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { linkIn, type MailServer } from '../../support/mail-server.ts';
import { officeForEachTest, type PostOffice, reset, until } from './post-office.ts';

const minutes = 60_000;
const hours = 60 * minutes;

/** Keeps every letter with it until the test lets it go, or fails it. */
function heldTransport() {
  const held: { id: string; release(): void; lose(error: Error): void }[] = [];
  const transport: Transport = {
    send: ({ id }, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        held.push({ id, release: resolve, lose: reject });
      }),
  };
  return { held, transport };
}

forEachEngine((engine) => {
  describe('the mail worker', () => {
    let office: PostOffice;
    let server: MailServer;
    officeForEachTest(engine, (one) => {
      ({ office, server } = one);
    });

    it('delivers a letter whose link works once, and keeps nothing of what it said', async () => {
      const anna = await office.addUser();
      const id = await office.ask(reset);
      await office.worker(server.url).work();
      const [letter] = server.received;
      assert.deepEqual(letter?.to, ['anna@example.lv']);
      const { path, token } = linkIn(letter);
      assert.equal(path, '/set-password');
      const use = () => office.db.write((tx) => consumeToken(tx, token, ['password'], office.clock.now()));
      assert.deepEqual(await use(), { purpose: 'password', user: anna.id });
      await assert.rejects(use(), { message: 'link_used' });
      const { state, content, attempts, ended_at, fault } = await office.mail(id);
      assert.deepEqual([state, content, attempts, fault], ['sent', '{}', 1, null]);
      assert.equal(ended_at, '2026-11-28T12:00:00.000Z');
    });

    it('drops a letter to nobody, and nothing is sent', async () => {
      const id = await office.ask(reset);
      await office.worker(server.url).work();
      const { state, content } = await office.mail(id);
      assert.deepEqual([state, content, server.received.length], ['dropped', '{}', 0]);
      assert.deepEqual(await office.db.reader.selectFrom('tokens').selectAll().execute(), []);
    });

    it('sends nothing more once the link was used: a letter that nobody confirmed had arrived', async () => {
      const anna = await office.addUser();
      const id = await office.ask(reset);
      const { held, transport } = heldTransport();
      const worker = office.worker(transport);
      const working = worker.work();
      await until(() => held.length === 1);
      held[0]?.lose(new Error('the answer was lost'));
      await working;
      await office.db.write(async (tx) => {
        const token = await createToken(
          tx,
          { purpose: 'password', user: anna.id },
          { now: office.clock.now(), series: id },
        );
        await consumeToken(tx, token, ['password'], office.clock.now());
      });
      office.clock.advance(hours);
      await worker.work();
      assert.deepEqual([held.length, (await office.mail(id)).state], [1, 'sent']);
    });

    it('sends each letter once, however many work over one database', async () => {
      const letters = 24;
      for (let at = 0; at < letters; at++) {
        await office.addUser({ email: `user${at}@example.lv` });
        await office.ask({ ...reset, email: `user${at}@example.lv` });
      }
      const workers = [1, 2, 3].map(() => office.worker(server.url));
      await Promise.all(workers.map((worker) => worker.work()));
      await Promise.all(workers.map((worker) => worker.work()));
      const to = server.received.map((letter) => letter.to.join());
      assert.equal(new Set(to).size, letters);
      assert.equal(to.length, letters);
      const states = await office.db.reader.selectFrom('mails').select(['state', 'attempts']).execute();
      assert.ok(states.every(({ state, attempts }) => state === 'sent' && attempts === 1));
    });

    it('takes over what an instance left that died over it, after two minutes', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const { held, transport } = heldTransport();
      const dying = office.worker(transport).work();
      await until(() => held.length === 1);
      const worker = office.worker(server.url);
      office.clock.advance(2 * minutes - 1);
      await worker.work();
      assert.equal(server.received.length, 0);
      office.clock.advance(1);
      await worker.work();
      assert.equal(server.received.length, 1);
      assert.deepEqual([(await office.mail(id)).state, (await office.mail(id)).attempts], ['sent', 2]);
      // It was only slow after all, and fails: what is sent stays sent.
      held[0]?.lose(new Error('too late'));
      await dying;
      assert.equal((await office.mail(id)).state, 'sent');
    });

    it('an attempt that is overtaken does not postpone the one that goes on', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const slow = heldTransport();
      const second = heldTransport();
      const dying = office.worker(slow.transport).work();
      await until(() => slow.held.length === 1);
      office.clock.advance(2 * minutes);
      const going = office.worker(second.transport).work();
      await until(() => second.held.length === 1);
      const claimed = (await office.mail(id)).claimed_until;
      slow.held[0]?.lose(new Error('too late'));
      await dying;
      assert.equal((await office.mail(id)).claimed_until, claimed);
      second.held[0]?.release();
      await going;
      assert.equal((await office.mail(id)).state, 'sent');
    });

    it('stops after the letter under way, and takes no other', async () => {
      for (let at = 0; at < 6; at++) {
        await office.addUser({ email: `user${at}@example.lv` });
        await office.ask({ ...reset, email: `user${at}@example.lv` });
      }
      const { held, transport } = heldTransport();
      const worker = office.worker(transport);
      void worker.work();
      await until(() => held.length === 4);
      let stopped = false;
      const stopping = worker.stop().then(() => {
        stopped = true;
      });
      await new Promise(setImmediate);
      assert.equal(stopped, false);
      for (const { release } of held) release();
      await stopping;
      const mails = await office.db.reader.selectFrom('mails').select('state').execute();
      assert.deepEqual(mails.map(({ state }) => state).sort(), [...Array(4).fill('sent'), 'waiting', 'waiting']);
      await worker.work();
      assert.equal(held.length, 4);
    });

    it('breaks off a letter that would hold up its stop, and that one is tried again', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const { held, transport } = heldTransport();
      const worker = office.worker(transport, { graceMs: 1 });
      void worker.work();
      await until(() => held.length === 1);
      await worker.stop();
      office.clock.advance(minutes);
      await office.worker(server.url).work();
      assert.deepEqual([(await office.mail(id)).state, server.received.length], ['sent', 1]);
    });

    it('looks for letters by itself once it was started, and whenever it is nudged', async () => {
      await office.addUser();
      const mailbox = createMailbox(office.clock);
      await office.ask(reset);
      const started = office.worker(mailbox);
      started.start();
      await until(() => mailbox.letters().length === 1);
      await started.stop();
      const worker = office.worker(mailbox);
      for (const count of [2, 3]) {
        await office.ask(reset);
        worker.nudge();
        worker.nudge();
        await until(() => mailbox.letters().length === count);
      }
    });

    it('leaves a letter to a newer release that it does not know, and goes on with the others', async () => {
      await office.addUser();
      const unknown = await office.ask({ kind: 'season-greetings' } as never);
      const known = await office.ask(reset);
      await office.worker(server.url).work();
      const { state, fault } = await office.mail(unknown);
      assert.deepEqual([state, fault, (await office.mail(known)).state], ['waiting', 'RangeError', 'sent']);
    });

    it('sweeps letters a month after they ended, and links a week after they expired', async () => {
      const account = await addAccount(office, { number: '12345' });
      await office.addUser();
      await office.ask(reset);
      await office.ask({
        kind: 'registration',
        number: '12345',
        holder: 'nobody',
        phone: null,
        email: 'x@example.lv',
        proof: null,
        language: 'lv',
      });
      await office.worker(server.url).work();
      const count = async () => [
        (await office.db.reader.selectFrom('mails').selectAll().execute()).length,
        (await office.db.reader.selectFrom('tokens').selectAll().execute()).length,
      ];
      assert.deepEqual(await count(), [2, 1], account.id);
      office.clock.advance(7 * 24 * hours + hours - 1);
      await sweepMail(office);
      assert.deepEqual(await count(), [2, 1]);
      office.clock.advance(1);
      await sweepMail(office);
      assert.deepEqual(await count(), [2, 0]);
      office.clock.advance(23 * 24 * hours);
      // One that is still waiting is never too old.
      await office.ask(reset);
      await sweepMail(office);
      assert.deepEqual(await count(), [1, 0]);
    });
  });
});
