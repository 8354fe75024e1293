import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, it } from 'node:test';
import { consumeToken } from '../../../server/auth/tokens.ts';
import { layCable } from '../../support/cable.ts';
import { forEachEngine } from '../../support/databases.ts';
import { linkIn, type MailServer, startMailServer } from '../../support/mail-server.ts';
import { officeForEachTest, type PostOffice, reset, until } from './post-office.ts';

const minutes = 60_000;
const hours = 60 * minutes;

/** A line to a mail server that breaks once, when so many bytes of a letter have gone through. */
async function layFragileLine(port: number, bytes: number): Promise<{ url: string; close(): Promise<unknown> }> {
  let broken = false;
  const listener = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let isLetter = false;
    far.on('data', (part) => {
      isLetter ||= /^354/m.test(String(part));
      near.write(part);
    });
    near.on('data', (part) => {
      if (!isLetter || broken) {
        far.write(part);
        return;
      }
      broken = true;
      far.end(part.subarray(0, bytes));
      near.destroy();
    });
    near.on('close', () => far.end());
    far.on('close', () => near.destroy());
    for (const end of [near, far]) end.on('error', () => {});
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const address = listener.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${address.port}`, close: () => once(listener.close(), 'close') };
}

forEachEngine((engine) => {
  describe('the mail worker before a mail server with faults', () => {
    let office: PostOffice;
    let server: MailServer;
    officeForEachTest(engine, (one) => {
      ({ office, server } = one);
    });

    it('waits longer and longer for a mail server that is down, and delivers when it is up', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const down = await startMailServer();
      const worker = office.worker(down.url);
      await down.close();
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 12; attempt++) {
        await worker.work();
        const { state, due_at, attempts, fault, claimed_until } = await office.mail(id);
        assert.deepEqual([state, attempts, fault, claimed_until], ['waiting', attempt, 'ESOCKET ECONNREFUSED', null]);
        const due = Date.parse(due_at);
        waits.push(due - office.clock.now());
        office.clock.set(new Date(due - 1).toISOString());
        await worker.work();
        assert.equal((await office.mail(id)).attempts, attempt);
        office.clock.advance(1);
      }
      for (const [at, wait] of waits.entries()) {
        const middle = Math.min(30_000 * 2 ** at, 4 * hours);
        assert.ok(wait >= 0.8 * middle && wait <= 1.2 * middle, `${at}: ${wait}`);
      }
      const up = await startMailServer({}, down.port);
      engine.atEnd(() => up.close());
      await worker.work();
      assert.equal((await office.mail(id)).state, 'sent');
      // The link is as young as the letter.
      const { token } = linkIn(up.received[0] ?? { text: '' });
      office.clock.advance(59 * minutes);
      await office.db.write((tx) => consumeToken(tx, token, ['password'], office.clock.now()));
    });

    it('gives up after two days, and says so without names, addresses and links', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const down = await startMailServer();
      await down.close();
      const worker = office.worker(down.url);
      const start = office.clock.now();
      let state = 'waiting';
      while (state === 'waiting') {
        await worker.work();
        const mail = await office.mail(id);
        state = mail.state;
        if (state === 'waiting') office.clock.set(mail.due_at);
      }
      const { content, fault } = await office.mail(id);
      assert.deepEqual([state, content, fault], ['failed', '{}', 'ESOCKET ECONNREFUSED']);
      const took = office.clock.now() - start;
      assert.ok(took > 42 * hours && took <= 48 * hours, `${took / hours} h`);
      assert.match(office.logged.at(-1) ?? '', /^letter given up/);
      assert.doesNotMatch(office.logged.join('\n'), /anna|example|Bērz|set-password/i);
    });

    it('fails at once where the recipient is refused for good', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      server.refuse = (to) => ({ status: 550, words: `5.1.1 ${to} is unknown here` });
      const worker = office.worker(server.url);
      await worker.work();
      office.clock.advance(72 * hours);
      await worker.work();
      const { state, content, attempts, fault } = await office.mail(id);
      assert.deepEqual([state, content, attempts, fault], ['failed', '{}', 1, 'RCPT TO 550 5.1.1']);
      assert.match(office.logged.join('\n'), /letter refused .*"fault":"RCPT TO 550 5\.1\.1"/);
      assert.doesNotMatch(office.logged.join('\n'), /anna|unknown/);
    });

    it('tries again where the recipient is refused for now', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      server.refuse = () => ({ status: 451, words: '4.7.1 greylisted' });
      const worker = office.worker(server.url);
      await worker.work();
      assert.equal((await office.mail(id)).fault, 'RCPT TO 451 4.7.1');
      server.refuse = null;
      await worker.work();
      assert.equal(server.received.length, 0);
      office.clock.advance(minutes);
      await worker.work();
      assert.equal(server.received.length, 1);
      assert.deepEqual([(await office.mail(id)).state, (await office.mail(id)).fault], ['sent', null]);
    });

    it('tries again when the line breaks in the middle of a letter', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const line = await layFragileLine(server.port, 500);
      engine.atEnd(() => line.close());
      const worker = office.worker(line.url);
      await worker.work();
      assert.deepEqual([(await office.mail(id)).state, server.received.length], ['waiting', 0]);
      assert.match((await office.mail(id)).fault ?? '', /^(ECONNECTION|ESOCKET)/);
      office.clock.advance(minutes);
      await worker.work();
      assert.deepEqual([(await office.mail(id)).state, server.received.length], ['sent', 1]);
    });

    it('sends again what arrived without an answer: known for the same letter, and either link uses up both', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      const cable = await layCable(server.url.replace('smtp:', 'http:'));
      engine.atEnd(() => cable.close());
      const worker = office.worker(cable.url.replace('http:', 'smtp:'));
      server.beforeAnswer = () => cable.cut();
      await worker.work();
      assert.equal((await office.mail(id)).state, 'waiting');
      server.beforeAnswer = null;
      cable.mend();
      office.clock.advance(minutes);
      await worker.work();
      assert.equal((await office.mail(id)).state, 'sent');
      const [first, second] = server.received;
      assert.ok(first && second && server.received.length === 2);
      assert.equal(first.headers.get('message-id'), second.headers.get('message-id'));
      const use = (token: string) => office.db.write((tx) => consumeToken(tx, token, ['password'], office.clock.now()));
      await use(linkIn(second).token);
      for (const letter of [first, second]) await assert.rejects(use(linkIn(letter).token), { message: 'link_used' });
    });

    it('is not held up by one slow letter, and nobody else takes that one meanwhile', async () => {
      await office.addUser();
      const id = await office.ask(reset);
      let answer = () => {};
      const slow = new Promise<void>((resolve) => {
        answer = resolve;
      });
      let begun = false;
      server.beforeAnswer = () => {
        begun = true;
        server.beforeAnswer = null;
        return slow;
      };
      const first = office.worker(server.url).work();
      await until(() => begun);
      const other = await office.ask(reset);
      office.clock.advance(minutes);
      await office.worker(server.url).work();
      assert.deepEqual([(await office.mail(other)).state, (await office.mail(id)).state], ['sent', 'waiting']);
      answer();
      await first;
      assert.deepEqual([(await office.mail(id)).state, server.received.length], ['sent', 2]);
    });
  });
});
