import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listKioskKeys, rotateKioskKey } from '../../../server/kiosks/keys.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { startTestServer } from '../../support/test-server.ts';
import { runCli } from '../cli/run-cli.ts';

const day = 86_400_000;
const now = '2026-11-28T09:00:00Z';

forEachEngine((engine) => {
  describe('keys that kiosks seal to', () => {
    const start = (database?: string) =>
      startTestServer(engine, { company: 'ddzksu', now, ...(database !== undefined && { database }) });
    const keysOf = (server: Awaited<ReturnType<typeof start>>) =>
      server.services.db.reader.selectFrom('kiosk_keys').selectAll().orderBy('number').execute();

    it('are one, although two servers greet at once', async () => {
      const database = await engine.create();
      const servers = [await start(database), await start(database)];
      const kiosks = await Promise.all(servers.map((server) => enrolKiosk(server)));
      await Promise.all(kiosks.flatMap((kiosk) => [kiosk.hello(), kiosk.hello(), kiosk.hello()]));
      const [server] = servers;
      assert.ok(server);
      const keys = await keysOf(server);
      assert.equal(keys.length, 1);
      assert.deepEqual([...new Set(kiosks.map(({ greeting }) => greeting.key.id))], [keys[0]?.id]);
    });

    it('are told by their public half alone, at enrolling and at each contact', async () => {
      const server = await start();
      const kiosk = await enrolKiosk(server);
      const enrolled = kiosk.greeting;
      const answer = await kiosk.hello();
      const [key] = await keysOf(server);
      assert.deepEqual(enrolled.key, { id: key?.id, publicKey: key?.public_key });
      assert.equal(Buffer.from(enrolled.key.publicKey, 'base64url').length, 32);
      assert.deepEqual(enrolled.kiosk, { id: kiosk.id, name: kiosk.name });
      assert.equal(enrolled.serverTime, new Date(now).toISOString());
      assert.equal(server.services.beacons.read(enrolled.beacon), Date.parse(now));
      const told = (await answer.json()) as object;
      assert.deepEqual(told, kiosk.greeting);
      assert.ok(!JSON.stringify(told).includes(key?.private_key as string));
    });

    it('change after thirty days, and old ones are kept', async () => {
      const server = await start();
      const kiosk = await enrolKiosk(server);
      const first = kiosk.greeting.key;
      for (const ahead of [28 * day, 2 * day - 1]) {
        server.clock.advance(ahead);
        await kiosk.hello();
        assert.deepEqual(kiosk.greeting.key, first);
      }
      server.clock.advance(1);
      await kiosk.hello();
      assert.notDeepEqual(kiosk.greeting.key, first);
      assert.deepEqual(
        (await keysOf(server)).map(({ id }) => id),
        [first.id, kiosk.greeting.key.id],
      );
    });

    it('are made two days before they are used, so that a backup has them: nobody is told of them, nor shown them', async () => {
      const server = await start();
      const kiosk = await enrolKiosk(server);
      const first = kiosk.greeting.key;
      const shown = async () => (await listKioskKeys(server.services)).map(({ id }) => id);
      // Nobody greeted when it was time: all the same it is not used before.
      server.clock.advance(90 * day);
      await kiosk.hello();
      await kiosk.hello();
      assert.deepEqual(kiosk.greeting.key, first);
      const [, second, ...others] = await keysOf(server);
      assert.deepEqual(others, []);
      assert.deepEqual(await shown(), [first.id]);
      server.clock.advance(2 * day);
      await kiosk.hello();
      assert.equal(kiosk.greeting.key.id, second?.id);
      assert.deepEqual(await shown(), [second?.id, first.id]);
    });

    it('change at once where somebody says so, also while the next one is made, and that one is left out then', async () => {
      const server = await start();
      const kiosk = await enrolKiosk(server);
      server.clock.advance(29 * day);
      await kiosk.hello();
      const { id } = await rotateKioskKey(server.services, 'test');
      for (const ahead of [0, 2 * day, 20 * day]) {
        server.clock.advance(ahead);
        await kiosk.hello();
        assert.equal(kiosk.greeting.key.id, id);
      }
    });

    it('change by the command line, and that is noted', async () => {
      const database = await engine.create();
      const server = await start(database);
      const kiosk = await enrolKiosk(server);
      const first = kiosk.greeting.key;
      const args = ['rotate-kiosk-key', '--database', database, '--company', 'ddzksu'];
      const { code, stderr } = await runCli(args);
      assert.equal(code, 0);
      const [, second] = await keysOf(server);
      assert.equal(stderr, `Kiosks seal to the key ${second?.id} from now on.\n`);
      assert.notEqual(second?.id, first.id);
      const noted = await server.services.db.reader
        .selectFrom('audit')
        .where('action', '=', 'make-kiosk-key')
        .select(['actor', 'detail'])
        .orderBy('seq')
        .execute();
      assert.deepEqual(noted, [
        { actor: kiosk.id, detail: JSON.stringify({ key: first.id }) },
        { actor: 'command line', detail: JSON.stringify({ key: second?.id }) },
      ]);
    });
  });

  describe('what a kiosk says at a contact', () => {
    const said = async (server: Awaited<ReturnType<typeof startTestServer>>, id: string) =>
      server.services.db.reader
        .selectFrom('kiosks')
        .where('id', '=', id)
        .select(['waiting', 'waiting_since', 'refused'])
        .executeTakeFirstOrThrow();

    it('is kept at once where it is new, and left as it was by an app that does not say it', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now });
      const kiosk = await enrolKiosk(server);
      const oldest = '2026-11-27T10:00:00.000Z';
      await kiosk.hello({ waiting: 3, oldest, refused: 1 });
      const kept = { waiting: 3, waiting_since: oldest, refused: 1 };
      assert.deepEqual(await said(server, kiosk.id), kept);
      server.clock.advance(day);
      await kiosk.hello();
      assert.deepEqual(await said(server, kiosk.id), kept);
      await kiosk.hello({ waiting: 0, oldest: null, refused: 0 });
      assert.deepEqual(await said(server, kiosk.id), { waiting: 0, waiting_since: null, refused: 0 });
    });

    it('is refused where it cannot be', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now });
      const kiosk = await enrolKiosk(server);
      for (const wrong of [{ waiting: -1 }, { waiting: 1.5 }, { oldest: 'yesterday' }, { refused: 1e12 }]) {
        assert.equal((await kiosk.hello(wrong)).status, 400);
      }
      assert.deepEqual(await said(server, kiosk.id), { waiting: 0, waiting_since: null, refused: 0 });
    });
  });
});
