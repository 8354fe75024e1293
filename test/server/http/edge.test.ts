import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser, type TestUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('the edge of the server', () => {
    let server: TestServer;
    let anna: TestUser;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      anna = await addUser(server.services, { name: 'Anna', accounts: [account] });
    });
    const signInBody = () => JSON.stringify({ name: '12345', password: anna.password });
    const post = (path: string, init: RequestInit) => fetch(`${server.url}${path}`, { method: 'POST', ...init });

    /** Sends a request as it is; `fetch` would mend it. */
    const raw = (head: string) =>
      new Promise<string>((resolve, reject) => {
        const { hostname, port } = new URL(server.url);
        let answer = '';
        const socket = connect(Number(port), hostname, () => socket.write(`${head}connection: close\r\n\r\n`));
        socket.on('data', (data) => {
          answer += String(data);
        });
        socket.on('end', () => resolve(answer));
        socket.on('error', reject);
      });

    it('executes no call that a form could send, in any encoding', async () => {
      for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', '']) {
        const answer = await post('/trpc/auth.signIn', { headers: { 'content-type': type }, body: signInBody() });
        assert.equal(answer.status, 403, type);
        const withHeader = await post('/trpc/auth.signIn', {
          headers: { 'content-type': type, 'x-meterbook': '1' },
          body: signInBody(),
        });
        assert.equal(withHeader.status, 400, type);
        assert.equal(withHeader.headers.get('set-cookie'), null);
      }
    });

    it('executes no call from another site', async () => {
      for (const site of ['cross-site', 'same-site', 'none']) {
        const answer = await post('/trpc/auth.signIn', {
          headers: { 'content-type': 'application/json', 'x-meterbook': '1', 'sec-fetch-site': site },
          body: signInBody(),
        });
        assert.equal(answer.status, 403, site);
      }
    });

    it('is not disturbed by somebody else’s cookies', async () => {
      for (const cookie of ['promo=100%', 'a=%E0%A4%A', ';;;=', 'meterbook', 'x='.repeat(3_000)]) {
        const answer = await post('/trpc/auth.signIn', {
          headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
          body: signInBody(),
        });
        assert.equal(answer.status, 200, cookie.slice(0, 20));
      }
    });

    it('limits wrong passwords by the address of the connection, whatever a header says, where no proxy is ours', async () => {
      const bare = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const attempt = async (n: number) => {
        const answer = await fetch(`${bare.url}/trpc/auth.signIn`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-meterbook': '1', 'x-forwarded-for': `192.0.2.${n}` },
          body: JSON.stringify({ name: `name ${n}`, password: 'wrong' }),
        });
        return answer.status;
      };
      const statuses: number[] = [];
      for (let n = 0; n < 32; n++) statuses.push(await attempt(n));
      assert.deepEqual(statuses, [...Array(30).fill(401), 429, 429]);
    });

    it('executes no call by GET', async () => {
      const input = encodeURIComponent(signInBody());
      const answer = await fetch(`${server.url}/trpc/auth.signIn?input=${input}`, { headers: { 'x-meterbook': '1' } });
      assert.equal(answer.status, 403);
    });

    it('refuses a body over half a megabyte, announced or not', async () => {
      const headers = { 'content-type': 'application/json', 'x-meterbook': '1' };
      const large = JSON.stringify({ name: 'x'.repeat(600_000) });
      const announced = await post('/trpc/auth.signIn', { headers, body: large });
      assert.equal(announced.status, 413);
      assert.deepEqual((await announced.json()).error.data.problem, { code: 'too_large' });
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(large));
          controller.close();
        },
      });
      const unannounced = await post('/trpc/auth.signIn', { headers, body: stream, duplex: 'half' } as RequestInit);
      assert.equal(unannounced.status, 413);
    });

    it('goes on after a request that broke off in the middle of its body', async () => {
      const { hostname, port } = new URL(server.url);
      await new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => {
          const head =
            'POST /trpc/sync.push HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-meterbook: 1\r\n';
          socket.write(`${head}content-length: 1000\r\n\r\n{"prot`, () => socket.destroy());
        });
        socket.on('close', () => resolve());
        socket.on('error', reject);
      });
      const device = await new TestDevice(server).signIn(anna, '12345');
      assert.deepEqual(await device.push(), []);
    });

    it('refuses a target that is no path, in our own words', async () => {
      for (const target of ['http://[/trpc/a', 'http://example.lv/', '//[', '//a@[', '*']) {
        const answer = await raw(`POST ${target} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n`);
        assert.match(answer, /^HTTP\/1\.1 400 /, target);
        assert.match(answer, /\r\nx-content-type-options: nosniff\r\n/i, target);
        assert.match(answer, /"problem":\{"code":"bad_input","path":"url"\}/, target);
      }
    });

    it('sends security headers with everything, also with what it refuses', async () => {
      for (const path of ['/', '/company.json', '/assets/app-0a1b2c3d.js', '/nothing.js', '/trpc/none', '/healthz']) {
        const { headers } = await fetch(`${server.url}${path}`);
        const policy = headers.get('content-security-policy') ?? '';
        assert.match(policy, /default-src 'none'/, path);
        assert.match(policy, /require-trusted-types-for 'script'/, path);
        assert.doesNotMatch(policy, /unsafe-(inline|eval)/, path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
        assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
        assert.equal(headers.get('x-powered-by'), null, path);
      }
    });

    it('refuses to change what can only be read, and says what there is', async () => {
      for (const path of [
        '/',
        '/readings',
        '/company.json',
        '/manifest.webmanifest',
        '/assets/app-0a1b2c3d.js',
        '/healthz',
        '/readyz',
      ]) {
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
          const answer = await fetch(`${server.url}${path}`, { method, headers: { accept: 'text/html' } });
          assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'], `${method} ${path}`);
        }
      }
      assert.equal((await post('/nothing.png', {})).status, 404);
    });

    it('answers a missing asset with 404, never with the page', async () => {
      for (const path of [
        '/assets/old-ffffffff.js',
        '/assets/',
        '/nothing.png',
        '/../package.json',
        '/%2e%2e/package.json',
      ]) {
        const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html,*/*' } });
        assert.equal(answer.status, 404, path);
      }
    });

    it('serves hashed assets for ever and the page afresh', async () => {
      const asset = await fetch(`${server.url}/assets/app-0a1b2c3d.js`);
      assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      const page = await fetch(`${server.url}/readings`, { headers: { accept: 'text/html' } });
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<title>fixture/);
      assert.equal(page.headers.get('cache-control'), 'no-cache');
    });

    it('gives the app its company without what concerns the office only', async () => {
      const answer = await fetch(`${server.url}/company.json`);
      const company = await answer.json();
      assert.equal(company.accountNumber.example.length, 5);
      assert.equal(company.mail.name, undefined);
      const etag = answer.headers.get('etag') ?? '';
      const again = await fetch(`${server.url}/company.json`, {
        // Without these two `fetch` would ask for an answer past all caches.
        headers: { 'if-none-match': etag, 'cache-control': 'max-age=0', pragma: '' },
      });
      assert.equal(again.status, 304);
    });

    it('is alive, and ready while its database answers', async () => {
      assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
      assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    });

    it('stops gracefully: the request that runs is answered', async () => {
      const short = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(short.services, { number: '54321' });
      const user = await addUser(short.services, { accounts: [account] });
      const signingIn = request(`${short.url}/trpc/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', expect: '100-continue' },
      });
      signingIn.flushHeaders();
      // The request has arrived, and the server waits for its body.
      await once(signingIn, 'continue');
      const answered = once(signingIn, 'response');
      const stopped = short.stop();
      signingIn.end(JSON.stringify({ name: '54321', password: user.password }));
      const [answer] = (await answered) as [IncomingMessage];
      assert.equal(answer.statusCode, 200);
      answer.resume();
      await stopped;
      await assert.rejects(fetch(`${short.url}/healthz`));
    });
  });
});
