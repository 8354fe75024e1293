import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, it } from 'node:test';
import Koa from 'koa';
import { v7 } from 'uuid';
import { insertBatch } from '../../../server/exchange/queries.ts';
import { insertUpload } from '../../../server/exchange/upload-queries.ts';
import { auditFile } from '../../../server/http/audit-file.ts';
import { batchFiles } from '../../../server/http/batch-files.ts';
import { progressFiles } from '../../../server/http/progress-files.ts';
import { uploads } from '../../../server/http/uploads.ts';
import { whileAllowed } from '../../../server/staff/while-allowed.ts';
import { forEachEngine } from '../../support/databases.ts';
import { equip } from '../../support/office-access.ts';
import { OfficeBrowser } from '../../support/office-browser.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('somebody of the office who may not any more', () => {
    let server: TestServer;
    let vera: TestStaff;
    let token: string;
    beforeEach(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      vera = await hire(server, { role: 'manager', name: 'Vera' });
      token = vera.cookie.slice(vera.cookie.indexOf('=') + 1);
    });
    const change = (set: object) =>
      server.services.db.write((tx) => tx.updateTable('staff').set(set).where('id', '=', vera.id).execute());
    const shutOut = () => change({ disabled_at: '2026-11-28T07:00:00.000Z' });

    it('writes nothing, although the call was let in before', async () => {
      const { db } = whileAllowed(server.services, token, 'manager');
      const renamed = () => db.write((tx) => tx.updateTable('staff').set({ name: 'Other' }).execute());
      await change({ role: 'clerk' });
      await assert.rejects(renamed(), { message: 'forbidden' });
      await shutOut();
      await assert.rejects(renamed(), { message: 'signed_out' });
      await change({ role: 'manager', disabled_at: null });
      await server.services.db.write((tx) => server.services.staffSessions.end(tx, token));
      await assert.rejects(renamed(), { message: 'signed_out' });
      const names = await server.services.db.reader.selectFrom('staff').select('name').execute();
      assert.deepEqual(names, [{ name: 'Vera' }]);
    });

    it('does not bring a file to its end', async () => {
      const sent = request(`${server.url}/office/uploads?name=konti.csv`, {
        method: 'POST',
        headers: { cookie: vera.cookie, 'x-meterbook': '1', 'content-type': 'application/octet-stream' },
      });
      const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
      // The first part of the file is stored, so the call was let in.
      sent.write(Buffer.alloc(300_000, 'a'));
      const parts = () => server.services.db.reader.selectFrom('upload_parts').select('number').execute();
      while ((await parts()).length === 0) await new Promise((resolve) => setImmediate(resolve));
      await shutOut();
      sent.end('b');
      const [answer] = await answered;
      assert.equal(answer.statusCode, 401);
      assert.match(await text(answer), /"code":"signed_out"/);
      assert.deepEqual(await parts(), []);
      assert.deepEqual(await server.services.db.reader.selectFrom('uploads').select('id').execute(), []);
    });

    it('takes no file out that was asked for before: what nobody may note, nobody gets', async () => {
      const { services } = server;
      await change({ role: 'administrator' });
      const [batch, upload] = [v7(), v7()];
      const at = '2026-11-28T06:00:00.000Z';
      await services.db.write(async (tx) => {
        await insertBatch(tx, {
          ...{ id: batch, kind: 'readings-out', period: '2026-10', rows: 0 },
          ...{ created_at: at, created_by: vera.id },
        });
        await insertUpload(tx, { id: upload, name: 'a', size: 0, hash: '', created_at: at, created_by: vera.id });
      });
      // Between the call and its turn to write.
      const db: typeof services.db = {
        ...services.db,
        async write(work) {
          await shutOut();
          return services.db.write(work);
        },
      };
      const listening = new Koa();
      for (const files of [batchFiles, auditFile, progressFiles, uploads]) listening.use(files({ ...services, db }));
      const http = listening.listen(0, '127.0.0.1');
      engine.atEnd(async () => http.close());
      await once(http, 'listening');
      const { port } = http.address() as { port: number };
      for (const path of [`batches/${batch}/csv`, 'audit.csv', 'verifications.csv', `uploads/${upload}`]) {
        await change({ disabled_at: null });
        const answer = await fetch(`http://127.0.0.1:${port}/office/${path}`, { headers: { cookie: vera.cookie } });
        assert.equal(answer.status, 401, path);
        assert.match(await answer.text(), /"code":"signed_out"/);
      }
      assert.deepEqual(await services.db.reader.selectFrom('audit').select('action').execute(), []);
      http.closeAllConnections();
    });

    it('shuts nobody out: of two administrators who do it to each other at once one succeeds', async () => {
      const [marina, dace] = [
        await equip(server, { role: 'administrator' }),
        await equip(server, { role: 'administrator' }),
      ];
      // Whoever is left could let both in again, so it is not for her that the second one is refused.
      await equip(server, { role: 'administrator' });
      const answers = await Promise.all([
        new OfficeBrowser(server).as(marina).call('disable', { id: dace.id }),
        new OfficeBrowser(server).as(dace).call('disable', { id: marina.id }),
      ]);
      const refusals = answers.flatMap(({ problem }) => (problem === null ? [] : [problem.code]));
      assert.equal(refusals.length, 1);
      assert.match(refusals[0] ?? '', /^(signed_out|forbidden)$/);
    });
  });
});
