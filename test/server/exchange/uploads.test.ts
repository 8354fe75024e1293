import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { before, describe, it } from 'node:test';
import Koa from 'koa';
import { openUpload, receiveUpload, sweepUploads } from '../../../server/exchange/uploads.ts';
import { uploads } from '../../../server/http/uploads.ts';
import { forEachEngine } from '../../support/databases.ts';
import { moveIn } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { workbookFile } from '../../support/workbook-file.ts';
import { smallPdf } from '../../support/zip-file.ts';

const day = 86_400_000;

forEachEngine((engine) => {
  describe('an upload', () => {
    let server: TestServer;
    let clerk: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      clerk = await hire(server);
    });

    const headers = () => ({
      cookie: clerk.cookie,
      'x-meterbook': '1',
      'content-type': 'application/octet-stream',
    });

    async function send(
      body: Uint8Array,
      more: Record<string, string> = {},
      query = '?name=konti.csv',
      method = 'POST',
    ) {
      const answer = await fetch(`${server.url}/office/uploads${query}`, {
        method,
        headers: { ...headers(), ...more },
        ...(method === 'POST' && { body: Buffer.from(body) }),
      });
      const json = (await answer.json()) as {
        id: string;
        kind: string;
        error?: { data: { problem: { code: string } } };
      };
      return { status: answer.status, problem: json.error?.data.problem.code, ...json };
    }

    const left = async () => {
      const { reader } = server.services.db;
      const parts = await reader.selectFrom('upload_parts').select(['upload_id', 'number']).execute();
      const files = await reader.selectFrom('uploads').select('id').execute();
      return { parts: parts.length, files: files.length };
    };

    it('is refused of nobody, of a resident, of another site, of a form, and without a name', async () => {
      const body = Buffer.from('a;b');
      const resident = await moveIn(server, 'Anna');
      assert.equal((await send(body, { cookie: '' })).problem, 'signed_out');
      assert.equal((await send(body, { cookie: resident.device.cookie })).problem, 'signed_out');
      assert.equal((await send(body, { 'sec-fetch-site': 'cross-site' })).problem, 'forbidden');
      assert.equal((await send(body, { 'x-meterbook': '' })).problem, 'forbidden');
      assert.equal((await send(body, { 'content-type': 'multipart/form-data' })).problem, 'bad_input');
      assert.equal((await send(body, { 'content-type': 'text/plain' })).problem, 'bad_input');
      assert.equal((await send(body, {}, '')).problem, 'bad_input');
      assert.equal((await send(body, {}, '?name=a', 'GET')).problem, 'forbidden');
      assert.deepEqual(await left(), { parts: 0, files: 0 });
    });

    it('of 1 GB is refused before it is read', async () => {
      const status = await new Promise((resolve, reject) => {
        const sent = request(`${server.url}/office/uploads?name=a`, {
          method: 'POST',
          headers: { ...headers(), 'content-length': String(1024 ** 3) },
        });
        sent.on('response', (answer) => {
          resolve(answer.statusCode);
          sent.destroy();
        });
        sent.on('error', reject);
        sent.flushHeaders();
      });
      assert.equal(status, 413);
      assert.deepEqual(await left(), { parts: 0, files: 0 });
    });

    it('that turns out too large while it is read leaves nothing', async () => {
      const bytes = (async function* () {
        for (let sent = 0; sent < 12; sent++) yield randomBytes(100_000);
      })();
      await assert.rejects(
        receiveUpload(server.services, { name: 'a', actor: clerk.id, bytes }, { mostBytes: 1_000_000 }),
        { message: 'too_large' },
      );
      assert.deepEqual(await left(), { parts: 0, files: 0 });

      const app = new Koa().use(uploads(server.services, { mostBytes: 1000 }));
      const listening = app.listen(0, '127.0.0.1');
      engine.atEnd(async () => listening.close());
      await once(listening, 'listening');
      const { port } = listening.address() as { port: number };
      const chunked = await fetch(`http://127.0.0.1:${port}/office/uploads?name=a`, {
        method: 'POST',
        headers: headers(),
        body: new Blob([Buffer.alloc(5000)]).stream(),
        duplex: 'half',
      } as RequestInit);
      assert.equal(chunked.status, 413);
      listening.closeAllConnections();
      assert.deepEqual(await left(), { parts: 0, files: 0 });
    });

    it('that breaks off leaves nothing', async () => {
      const sent = request(`${server.url}/office/uploads?name=a`, {
        method: 'POST',
        headers: { ...headers(), 'content-length': '2000000' },
      });
      const gone = new Promise((resolve) => sent.on('close', resolve));
      sent.on('error', () => {});
      await new Promise((resolve) => sent.write(randomBytes(1_000_000), resolve));
      while ((await left()).parts === 0) await new Promise(setImmediate);
      sent.destroy();
      await gone;
      while ((await left()).parts > 0) await new Promise(setImmediate);
      assert.deepEqual(await left(), { parts: 0, files: 0 });
    });

    it('is kept as it came, part by part, and known by its content', async () => {
      const bytes = randomBytes(1_300_000);
      const sent = await send(bytes, {}, `?name=${encodeURIComponent('C:\\faili\\kontu\u0007 saraksts.csv')}`);
      assert.equal(sent.status, 200);
      assert.deepEqual(sent, { ...sent, name: 'kontu  saraksts.csv', size: bytes.length, kind: 'unknown' });
      const file = await openUpload(server.services.db, sent.id);
      assert.equal(file.upload.hash, createHash('sha256').update(bytes).digest('hex'));
      const all: Uint8Array[] = [];
      for await (const chunk of file.open()) all.push(chunk);
      assert.ok(bytes.equals(Buffer.concat(all)));
      for (const [start, end] of [
        [0, 10],
        [262_140, 262_150],
        [1_299_990, 1_300_000],
        [300_000, 900_001],
        [7, 7],
      ] as const) {
        const some: Uint8Array[] = [];
        for await (const chunk of file.range.open(start, end)) some.push(chunk);
        assert.ok(bytes.subarray(start, end).equals(Buffer.concat(some)), `${start} to ${end}`);
      }
      assert.equal((await send(smallPdf('x'))).kind, 'pdf');
      assert.equal((await send(workbookFile([{ rows: '' }]))).kind, 'xlsx');
      assert.equal((await send(Buffer.from('a;b'))).kind, 'text');
      assert.equal((await send(Buffer.alloc(0))).kind, 'empty');
    });

    it('is given back to be saved, to the office alone, and that is noted', async () => {
      const { id } = await send(Buffer.from('<script>'), {}, `?name=${encodeURIComponent('kļūdas.csv')}`);
      const take = (cookie: string, more = {}) =>
        fetch(`${server.url}/office/uploads/${id}`, { headers: { cookie, ...more } });
      assert.equal((await take('')).status, 401);
      assert.equal((await take(clerk.cookie, { 'sec-fetch-site': 'cross-site' })).status, 403);
      const unknown = await fetch(`${server.url}/office/uploads/${clerk.id}`, { headers: { cookie: clerk.cookie } });
      assert.equal(unknown.status, 404);
      const answer = await take(clerk.cookie);
      assert.equal(await answer.text(), '<script>');
      assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*k%C4%BC%C5%ABdas\.csv/);
      const noted = await server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', id)
        .select(['action', 'actor'])
        .orderBy('seq')
        .execute();
      assert.deepEqual(noted, [
        { action: 'upload', actor: clerk.id },
        { action: 'download-upload', actor: clerk.id },
      ]);
    });

    it('goes after a month, unless a job that is not done needs it', async () => {
      const { services, clock } = server;
      const [old, needed] = [await send(Buffer.from('old')), await send(Buffer.from('needed'))];
      await services.db.write((tx) =>
        tx
          .insertInto('jobs')
          .values({
            ...{ id: 'job', queue: 'exchange', kind: 'import', content: JSON.stringify({ upload: needed.id }) },
            ...{ state: 'waiting', done: 0, total: null, result: null, created_at: '', created_by: '' },
            ...{
              started_at: null,
              claimed_until: null,
              claimed_by: null,
              attempts: 0,
              ended_at: null,
              cancelled_by: null,
            },
          })
          .execute(),
      );
      await sweepUploads({ db: services.db, clock: { now: () => clock.now() + 29 * day } });
      assert.equal((await openUpload(services.db, old.id)).upload.size, 3);
      await sweepUploads({ db: services.db, clock: { now: () => clock.now() + 31 * day } });
      await assert.rejects(openUpload(services.db, old.id), { message: 'not_found' });
      assert.equal((await openUpload(services.db, needed.id)).upload.size, 6);
      assert.deepEqual(await left(), { parts: 1, files: 1 });
    });
  });
});
