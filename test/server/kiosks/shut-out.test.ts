import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Database } from '../../../server/db/database.ts';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { type KioskScene, kioskInput } from '../../support/kiosk-tries.ts';
import { moveIn } from '../../support/residents.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Those that write something; by the others nothing is left behind. */
const writing = ['lookUp', 'signIn', 'pair', 'paired', 'notThem'];

forEachEngine((engine) => {
  describe('a kiosk that is revoked between its call and its turn to write', () => {
    let server: TestServer;
    let scene: KioskScene;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      scene = { server, kiosk: await enrolKiosk(server), anna: await moveIn(server, 'Anna') };
    });

    /** What is done before the next transaction of the server that is not `work`'s own. */
    async function beforeNextWrite(work: () => Promise<unknown>, during: () => Promise<Problem | null>) {
      const { db } = server.services as { db: { -readonly [K in keyof Database]: Database[K] } };
      const { write } = db;
      db.write = async (turn) => {
        db.write = write;
        await work();
        return write.call(db, turn) as ReturnType<typeof write<Awaited<ReturnType<typeof turn>>>>;
      };
      try {
        return await during();
      } finally {
        db.write = write;
      }
    }

    async function ask(path: string, input: unknown, cookie: string): Promise<Problem | null> {
      const answer = await fetch(`${server.url}/kiosk/trpc/${path}`, {
        method: 'POST',
        headers: { 'x-meterbook': '1', 'content-type': 'application/json', cookie },
        body: JSON.stringify(input ?? {}),
      });
      const { error } = (await answer.json()) as { error?: { data: { problem: Problem } } };
      return error?.data.problem ?? null;
    }

    for (const path of writing) {
      it(`is refused ${path}, and nothing is written`, async () => {
        const kiosk = await enrolKiosk(server);
        const input = await kioskInput({ ...scene, kiosk }, path);
        const { reader } = server.services.db;
        const left = async () => ({
          audits: await reader.selectFrom('audit').where('actor', '=', kiosk.id).select('action').execute(),
          tokens: await reader.selectFrom('tokens').select(['id_hash', 'consumed_at']).execute(),
          tries: await reader.selectFrom('kiosk_tries').selectAll().execute(),
        });
        const before = await left();
        const revoked = () => revokeKiosk(server.services, kiosk.id, 'test');
        const problem = await beforeNextWrite(revoked, () => ask(path, input, kiosk.cookie));
        assert.deepEqual(problem, { code: 'signed_out' });
        assert.deepEqual(await left(), before);
      });
    }
  });
});
