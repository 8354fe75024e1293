import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Koa from 'koa';
import compress from 'koa-compress';
import { staticFiles } from '../../../server/http/static-files.ts';

const script = `export const text = '${'meter '.repeat(600)}';\n`;
const page = '<!doctype html><title>built</title>\n';
const app = '/assets/app-0a1b2c3d.js';
/** Browsers name gzip first. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };

describe('the built files', () => {
  let folder: string;
  let server: Server;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meterbook-web-'));
    await put('web/index.html', page);
    await put(`web${app}`, script);
    await put(`web${app}.br`, brotliCompressSync(script));
    await put(`web${app}.gz`, gzipSync(script));
    await put('web/assets/goes-away-0a1b2c3d.js', script);
    await put('web/icons/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await put('secret.txt', 'not for the web');
    const koa = new Koa();
    koa.use(compress());
    koa.use(staticFiles(join(folder, 'web'), { under: '/kiosk', page: 'forgotten' }));
    koa.use(staticFiles(join(folder, 'web')));
    server = createServer(koa.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  async function put(name: string, content: string | Buffer): Promise<void> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }

  /** As `fetch`, but the path goes out as it stands here, and nothing is decoded. */
  function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, method, headers, timeout: 5_000 }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      call.on('timeout', () => call.destroy(new Error(`${method} ${path} was not answered`)));
      call.on('error', reject);
      call.end();
    });
  }

  it('are none of what lies outside their folder, however the path is written', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/assets/%00.js',
    ]) {
      assert.equal((await ask(path)).status, 404, path);
    }
  });

  it('are no folders', async () => {
    for (const path of ['/assets', '/assets/', '/icons/']) assert.equal((await ask(path)).status, 404, path);
  });

  it('are not found under nonsense in percent signs, which the app itself may explain to whoever navigates there', async () => {
    for (const path of ['/%', '/%E0%A4%A', '/assets/%']) assert.equal((await ask(path)).status, 404, path);
    const navigation = await ask('/%E0%A4%A', { accept: 'text/html' });
    assert.equal(navigation.status, 200);
    assert.equal(navigation.body.toString(), page);
  });

  it('are compressed copies only by the name of what they are copies of', async () => {
    assert.equal((await ask(`${app}.br`)).status, 404);
    assert.equal((await ask(`${app}.gz`)).status, 404);
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await ask(app, {}, method);
      assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
    }
    assert.equal((await ask('/assets/none.js', {}, 'POST')).status, 404);
  });

  it('are sent as brotli, as gzip or as they are, by what is accepted', async () => {
    const brotli = await ask(app, browser);
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(brotli.body).toString(), script);
    const gzipped = await ask(app, { 'accept-encoding': 'gzip, br;q=0' });
    assert.equal(gzipped.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(gzipped.body).toString(), script);
    const plain = await ask(app);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body.toString(), script);
    assert.equal(new Set([brotli, gzipped, plain].map(({ headers }) => headers.etag)).size, 3);
    for (const { headers, body } of [brotli, gzipped, plain]) {
      assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
      assert.equal(headers['content-length'], String(body.length));
      assert.match(headers.vary ?? '', /accept-encoding/i);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    }
  });

  it('have their types and stay fresh', async () => {
    const icon = await ask('/icons/icon.svg', browser);
    assert.equal(icon.headers['content-type'], 'image/svg+xml');
    assert.equal(icon.headers['cache-control'], 'no-cache');
    const home = await ask('/', browser);
    assert.equal(home.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(home.headers['cache-control'], 'no-cache');
  });

  it('lead, where the page is to be forgotten, to the one address at which no browser keeps it', async () => {
    for (const path of ['/kiosk', '/kiosk?from=mail', '/kiosk/readings']) {
      const { status, headers } = await ask(path, { accept: 'text/html' });
      assert.deepEqual([status, headers.location, headers['cache-control']], [302, '/kiosk/', 'no-store'], path);
    }
    for (const path of ['/kiosk/', '/kiosk/index.html']) {
      const { status, headers, body } = await ask(path, browser);
      assert.deepEqual([status, headers['cache-control'], body.toString()], [200, 'no-store', page], path);
    }
    const script = await ask(`/kiosk${app}`, browser);
    assert.equal(script.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal((await ask('/kiosk/nothing.js')).status, 404);
    assert.equal((await ask('/kiosk', {}, 'POST')).status, 405);
  });

  it('answer HEAD with the headers of GET', async () => {
    const [get, head] = await Promise.all([ask(app, browser), ask(app, browser, 'HEAD')]);
    assert.equal(head.body.length, 0);
    assert.equal(head.status, 200);
    for (const name of ['content-length', 'content-encoding', 'content-type', 'etag', 'vary', 'cache-control']) {
      assert.ok(get.headers[name], name);
      assert.equal(head.headers[name], get.headers[name], name);
    }
  });

  it('are not sent again to who has them', async () => {
    for (const path of [app, '/', '/readings']) {
      const headers = { ...browser, accept: 'text/html' };
      const first = await ask(path, headers);
      const again = await ask(path, { ...headers, 'if-none-match': first.headers.etag ?? '' });
      assert.equal(again.status, 304, path);
      assert.equal(again.body.length, 0);
      for (const name of ['etag', 'vary', 'cache-control'])
        assert.equal(again.headers[name], first.headers[name], name);
    }
  });

  it('are sent whole, whatever range is asked for', async () => {
    for (const range of ['bytes=5-2', 'bytes=0-1', 'bytes=99999999-', 'bytes=-', 'bytes=x-y', 'bytes=0-1,2-3', 'x']) {
      const answer = await ask(app, { range });
      assert.equal(answer.status, 200, range);
      assert.equal(answer.body.toString(), script, range);
      assert.equal(answer.headers['accept-ranges'], 'none');
    }
  });

  it('are served as they were at the start when one goes from the disk', async () => {
    await rm(join(folder, 'web/assets/goes-away-0a1b2c3d.js'));
    const answer = await ask('/assets/goes-away-0a1b2c3d.js');
    assert.equal(answer.status, 200);
    assert.equal(answer.body.toString(), script);
  });

  it('must be there at the start', async () => {
    const unbuilt = { name: 'ConfigError', message: /npm run build/ };
    assert.throws(() => staticFiles(join(folder, 'nothing')), unbuilt);
    await mkdir(join(folder, 'half/assets'), { recursive: true });
    assert.throws(() => staticFiles(join(folder, 'half')), unbuilt);
  });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
