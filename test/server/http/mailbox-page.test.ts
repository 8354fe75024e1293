import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Mode, modes, readConfig } from '../../../server/config.ts';
import { enqueueMail } from '../../../server/mail/enqueue.ts';
import { type RunningServer, startServer } from '../../../server/main.ts';
import { toInstant } from '../../../shared/instant.ts';
import { fixture } from '../../support/fixtures.ts';
import { addAccount } from '../../support/household.ts';
import { linkIn } from '../../support/mail-server.ts';
import { until } from '../mail/post-office.ts';

describe('the mailbox page', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meterbook-mailbox-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function withServer(
    mode: Mode,
    env: Record<string, string>,
    work: (server: RunningServer, get: (path: string, init?: RequestInit) => Promise<Response>) => Promise<void>,
  ): Promise<void> {
    const config = readConfig({
      METERBOOK_MODE: mode,
      METERBOOK_COMPANY: 'ddzksu',
      METERBOOK_DATABASE: join(folder, `${mode}.db`),
      METERBOOK_LOG: 'silent',
      PORT: '0',
      ...env,
    });
    const server = await startServer({
      ...config,
      webFolder: fixture('web'),
      officeFolder: fixture('web'),
      kioskFolder: fixture('web'),
    });
    try {
      await work(server, (path, init) =>
        fetch(`${server.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual', ...init }),
      );
    } finally {
      await server.stop();
    }
  }

  const register = async ({ services }: RunningServer, email: string) => {
    const at = toInstant(services.clock.now());
    const who = {
      number: '12345',
      holder: 'Anna <i>Bērziņa</i>',
      phone: null,
      email,
      proof: null,
      language: 'lv',
    } as const;
    await services.db.write((tx) => enqueueMail(tx, { kind: 'registration', ...who }, at));
    services.mail.nudge();
  };

  it('is there in demo and development alone, and where a mail server delivers not even there', async () => {
    const production = { METERBOOK_URL: 'https://portal.test', METERBOOK_SMTP: 'smtps://portal.test' };
    const withMailServer = { METERBOOK_SMTP: 'smtp://127.0.0.1:9' };
    const titles: string[] = [];
    for (const [mode, env] of [
      ...modes.map((one) => [one, one === 'production' ? production : {}] as const),
      ['demo', withMailServer] as const,
    ]) {
      await withServer(mode, env, async (_server, get) => {
        for (const path of ['/mailbox', '/mailbox/019ac000-0000-7000-8000-000000000000/html']) {
          const answer = await get(path);
          const title = /<title>(.*)<\/title>/.exec(await answer.text())?.[1];
          titles.push(`${mode} ${answer.status} ${title}`);
        }
        const asData = await get('/mailbox', { headers: { accept: 'application/json' } });
        titles.push(`${asData.status}`);
      });
    }
    const app = (mode: string) => [`${mode} 200 fixture`, `${mode} 200 fixture`, '404'];
    const mailbox = (mode: string) => [`${mode} 200 Mailbox`, `${mode} 404 Mailbox`, '200'];
    assert.deepEqual(titles, [
      ...app('production'),
      ...mailbox('development'),
      ...mailbox('demo'),
      ...app('test'),
      ...app('demo'),
    ]);
  });

  it('shows the newest letter first, as text with its link and as HTML in a frame that can do nothing', async () => {
    await withServer('development', {}, async (server, get) => {
      assert.match(await (await get('/mailbox')).text(), /No letters yet/);
      await addAccount(server.services, { number: '12345', holder: 'Anna <i>Bērziņa</i>' });
      await register(server, 'first@example.lv');
      await until(() => server.mailbox.letters().length === 1);
      await register(server, "o'second+<b>@example.lv");
      await until(() => server.mailbox.letters().length === 2);
      const list = await (await get('/mailbox')).text();
      const ids = [...list.matchAll(/href="\/mailbox\/([0-9a-f-]{36})"/g)].map(([, id]) => id as string);
      assert.deepEqual(
        ids,
        server.mailbox.letters().map(({ id }) => id),
      );
      assert.ok(list.indexOf('o&#39;second+&#60;b&#62;@example.lv') < list.indexOf('first@example.lv'));

      const page = await get(`/mailbox/${ids[1]}`);
      const text = await page.text();
      const letter = server.mailbox.letters()[1];
      assert.ok(letter);
      assert.ok(text.includes(`<a href="${linkIn(letter).url}">`));
      assert.ok(text.includes('Anna &#60;i&#62;Bērziņa&#60;/i&#62;'));
      assert.doesNotMatch(text, /<i>|<script/);
      const policy = page.headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self'; /);
      assert.doesNotMatch(policy, /unsafe|script-src/);
      assert.equal(page.headers.get('x-frame-options'), 'DENY');
      assert.equal(page.headers.get('cache-control'), 'no-store');

      const framed = await get(`/mailbox/${ids[1]}/html`);
      assert.equal(await framed.text(), letter.html);
      const ofLetter = framed.headers.get('content-security-policy') ?? '';
      assert.match(ofLetter, /^default-src 'none'; style-src 'unsafe-inline'; .*frame-ancestors 'self'; sandbox /);
      assert.doesNotMatch(ofLetter, /allow-(scripts|same-origin|forms|top-navigation)/);
      assert.equal(framed.headers.get('x-frame-options'), 'SAMEORIGIN');
      assert.equal(framed.headers.get('x-content-type-options'), 'nosniff');
    });
  });

  it('is read only', async () => {
    await withServer('demo', {}, async (_server, get) => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await get('/mailbox', { method });
        assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'], method);
      }
      assert.equal((await get('/mailboxes')).status, 200, 'the page of the app');
    });
  });

  it('keeps the newest 200 letters', async () => {
    await withServer('demo', {}, async ({ mailbox }) => {
      const letter = { to: 'a@example.lv', language: 'lv', subject: 's', text: 't', html: 'h' } as const;
      for (let at = 0; at < 205; at++) await mailbox.send({ ...letter, id: `${at}` }, new AbortController().signal);
      const ids = mailbox.letters().map(({ id }) => id);
      assert.deepEqual([ids.length, ids[0], ids.at(-1)], [200, '204', '5']);
    });
  });
});
