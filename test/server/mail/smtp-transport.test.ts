import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { createSmtpTransport, faultOf, mustEncrypt } from '../../../server/mail/smtp-transport.ts';
import { SendError } from '../../../server/mail/transport.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const mail = { address: 'mans@ddzksu.lv', name: 'Mans DDzKSU' };
const letter = {
  id: '019ac000-0000-7000-8000-000000000001',
  to: 'anna@example.lv',
  language: 'lv',
  subject: 'Konta aktivizācija',
  text: 'Labdien!\n\nhttps://mans.example/set-password#abc\n',
  html: '<p>Labdien! Šķūnis, ёж, 水</p>',
} as const;
const forever = new AbortController().signal;

describe('the SMTP transport', () => {
  let cleanUps: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
    cleanUps = [];
  });
  async function server(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
    const started = await startMailServer(...options);
    cleanUps.push(() => started.close());
    return started;
  }
  const send = (url: string, change: Partial<typeof letter | { to: string; subject: string }> = {}, patience = {}) =>
    createSmtpTransport(url, mail, patience).send({ ...letter, ...change }, forever);
  async function failure(sending: Promise<void>): Promise<Pick<SendError, 'fault' | 'permanent'>> {
    const error = await sending.then(
      () => assert.fail('it was sent'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof SendError, String(error));
    return { fault: error.fault, permanent: error.permanent };
  }

  it('delivers text and HTML in any alphabet, from the company, as a letter of a machine', async () => {
    const { url, received } = await server();
    await send(url);
    const [got] = received;
    assert.deepEqual([got?.from, got?.to], ['mans@ddzksu.lv', ['anna@example.lv']]);
    assert.deepEqual([got?.text, got?.html], [letter.text, `${letter.html}\n`]);
    const header = (name: string) => got?.headers.get(name);
    assert.equal(header('from'), 'Mans DDzKSU <mans@ddzksu.lv>');
    assert.equal(header('to'), 'anna@example.lv');
    assert.equal(header('subject'), 'Konta aktivizācija');
    assert.equal(header('auto-submitted'), 'auto-generated');
    assert.equal(header('content-language'), 'lv');
    assert.equal(header('message-id'), `<${letter.id}@ddzksu.lv>`);
    assert.equal(header('x-mailer'), undefined);
    assert.match(header('content-type') ?? '', /^multipart\/alternative/);
  });

  it('lets no text become a header, a recipient or the end of the letter', async () => {
    const { url, received } = await server();
    const hostile = 'x\r\nBcc: all@example.lv\r\n\r\n.\r\nMAIL FROM:<a@b>\r\n';
    await send(url, { subject: hostile, text: `${hostile}.\r\n`, html: hostile } as never);
    const [got] = received;
    assert.equal(received.length, 1);
    assert.deepEqual(got?.to, ['anna@example.lv']);
    assert.equal(got?.headers.get('bcc'), undefined);
    assert.match(got?.headers.get('subject') ?? '', /Bcc: all@example\.lv/);
    assert.match(got?.text ?? '', /MAIL FROM:<a@b>/);
  });

  it('sends to no address that would be two, or a command', async () => {
    const { url, received } = await server();
    for (const to of [
      ...['a@b.lv>\r\nRCPT TO:<c@d.lv', 'a@b.lv\nx@y.lv', '<a@b.lv>', 'A <a@b.lv>', 'a@b.lv,c@d.lv', 'a@b.lv c@d.lv'],
      ...['"a b"@c.lv', 'a@b@c.lv', 'a@\u202eb.lv', 'a@b.lv\u0000', 'a', ''],
    ]) {
      assert.deepEqual(await failure(send(url, { to })), { fault: 'ADDRESS', permanent: true }, to);
    }
    assert.equal(received.length, 0);
    await send(url, { to: 'ieva+skaitītājs@ūdens.example' });
    assert.deepEqual(received[0]?.to, ['ieva+skaitītājs@ūdens.example']);
  });

  it('says what the server answered, in codes and without its words', async () => {
    const mailServer = await server();
    const answers = [
      [550, '5.1.1 anna@example.lv is unknown', 'RCPT TO 550 5.1.1', true],
      [553, 'anna@example.lv: no such address', 'RCPT TO 553', true],
      [451, '4.7.1 anna@example.lv is greylisted', 'RCPT TO 451 4.7.1', false],
      [450, 'busy', 'RCPT TO 450', false],
      // Not the recipient's fault: relaying has to be allowed, or a sign-in is missing.
      [554, '5.7.1 anna@example.lv: relay access denied', 'RCPT TO 554 5.7.1', false],
      [530, 'sign in first', 'RCPT TO 530', false],
    ] as const;
    for (const [status, words, fault, permanent] of answers) {
      mailServer.refuse = () => ({ status, words });
      assert.deepEqual(await failure(send(mailServer.url)), { fault, permanent }, words);
    }
  });

  it('does not take a sender or a password that is refused for the recipient’s fault', async () => {
    const { url } = await server({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        username === 'portal@' && password === 'p:w' ? callback(null, { user: 1 }) : callback(new Error('wrong')),
    });
    const withUser = (user: string) => url.replace('//', `//${user}@`);
    assert.deepEqual(await failure(send(withUser('portal:wrong'))), { fault: 'AUTH PLAIN 535', permanent: false });
    await send(withUser('portal%40:p%3Aw'));
  });

  it('speaks TLS where the address says so, and believes no certificate of a stranger', async () => {
    const mailServer = await server({ secure: true });
    const { fault, permanent } = await failure(send(mailServer.url));
    assert.match(fault, /^(ESOCKET|ETLS) /);
    assert.equal(permanent, false);
    await send(`${mailServer.url}?tls.rejectUnauthorized=false`);
    assert.equal(mailServer.received.length, 1);
  });

  it('sends passwords and links in the clear to this machine alone', () => {
    for (const url of [
      'smtps://mail.example.lv',
      'smtps://u:p@mail.example.lv',
      'smtp://localhost',
      'smtp://u:p@127.0.0.1',
      'smtp://u:p@[::1]:25',
    ])
      assert.equal(mustEncrypt(url), false, url);
    for (const url of [
      'smtp://mail.example.lv',
      'smtp://u:p@mail.example.lv',
      'smtp://u:p@10.0.0.1:25',
      'smtp://u:p@127.0.0.1.example.lv',
    ])
      assert.equal(mustEncrypt(url), true, url);
  });

  it('gives a letter in the clear to no server elsewhere, unless its address says so', async () => {
    const { port, received } = await server();
    // This machine by a name that is not known for its own.
    const url = `smtp://[::ffff:127.0.0.1]:${port}`;
    assert.equal(mustEncrypt(url), true);
    const { permanent } = await failure(send(url));
    assert.equal(permanent, false);
    assert.equal(received.length, 0);
    await send(`${url}?requireTLS=false`);
    assert.equal(received.length, 1);
  });

  it('waits neither for a server that is not there nor for one that says nothing', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const url = `smtp://127.0.0.1:${port}`;
    const patience = { greetingTimeout: 30 };
    assert.deepEqual(await failure(send(url, {}, patience)), { fault: 'ETIMEDOUT GREETING_TIMEOUT', permanent: false });
    const abort = new AbortController();
    const aborted = failure(createSmtpTransport(url, mail).send(letter, abort.signal));
    abort.abort();
    assert.equal((await aborted).fault, 'EABORT');
    for (const socket of sockets) socket.destroy();
    silent.close();
    await once(silent, 'close');
    assert.deepEqual(await failure(send(url)), { fault: 'ESOCKET ECONNREFUSED', permanent: false });
  });

  it('calls a fault of its own by its name', () => {
    assert.equal(faultOf(new TypeError('anna@example.lv')), 'TypeError');
  });
});
