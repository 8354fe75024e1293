import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { PersonData } from '../../../server/people/person-data.ts';
import { forEachEngine } from '../../support/databases.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { unzip } from '../../support/unzip.ts';
import { writeDown } from '../../support/write-down.ts';

forEachEngine((engine) => {
  describe('a person’s data on request', () => {
    let server: TestServer;
    let manager: TestStaff;
    let anna: TestResident;
    let juris: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      manager = await hire(server, { role: 'manager' });
      anna = await moveIn(server, 'Anna');
      juris = await moveIn(server, 'Juris');
      // Both live in Anna's flat, read its meters and write about it.
      await manager.client.people.link.mutate({ user: juris.user.id, account: anna.accounts[0].number });
    });

    const get = (id: string, headers: Record<string, string>) =>
      fetch(`${server.url}/office/person-data/${id}.zip`, { headers });

    it('are given to nobody, no resident, no clerk, no other site, and not of nobody', async () => {
      const clerk = await hire(server);
      const { id } = anna.user;
      assert.equal((await get(id, {})).status, 401);
      assert.equal((await get(id, { cookie: anna.device.cookie })).status, 401);
      assert.equal((await get(id, { cookie: clerk.cookie })).status, 403);
      assert.equal((await get(id, { cookie: manager.cookie, 'sec-fetch-site': 'cross-site' })).status, 403);
      assert.equal((await get(manager.id, { cookie: manager.cookie })).status, 404);
      const posted = await fetch(`${server.url}/office/person-data/${id}.zip`, {
        method: 'POST',
        headers: { cookie: manager.cookie },
      });
      assert.equal(posted.status, 404);
      const noted = await exportsOf(id);
      assert.deepEqual(noted, []);
    });

    it('are everything of the person, and nothing of who shares the account', async () => {
      const [mine] = await anna.device.push(
        anna.device.reading(anna.meter, { period: '2026-11', values: { B: 2_345 } }),
      );
      const [his] = await juris.device.push(
        juris.device.reading(juris.meter, { period: '2026-11', values: { B: 7_777 } }),
        juris.device.reading(anna.meter, { period: '2026-11', values: { B: 2_346 } }),
      );
      const account = anna.accounts[0].id;
      const photo = Buffer.from([0xff, 0xd8, 1, 2, 3]);
      const first = await writeDown(server, {
        account,
        conversation: null,
        author: { resident: anna.user.id },
        text: 'Anna asks <b>something</b>',
        photo,
      });
      await writeDown(server, {
        account,
        conversation: first.conversation,
        author: { office: manager.id },
        text: 'the office answers Anna',
      });
      const shared = await writeDown(server, {
        account,
        conversation: null,
        author: { resident: anna.user.id },
        text: 'Anna in a thread of both',
      });
      for (const [author, text] of [
        [{ resident: juris.user.id }, 'Juris his secret'],
        [{ office: manager.id }, 'the office answers Juris'],
      ] as const) {
        await writeDown(server, { account, conversation: shared.conversation, author, text, photo: Buffer.from(text) });
      }
      const answer = await get(anna.user.id, { cookie: manager.cookie, 'sec-fetch-site': 'same-origin' });
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="person-[0-9a-f]{8}\.zip"$/);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      const files = await unzip(Buffer.from(await answer.arrayBuffer()));
      assert.deepEqual([...files.keys()].sort(), ['data.json', 'index.html', `photos/${first.photo}.jpg`].sort());
      assert.deepEqual(files.get(`photos/${first.photo}.jpg`), photo);

      const json = String(files.get('data.json'));
      const page = String(files.get('index.html'));
      const data = JSON.parse(json) as PersonData;
      const cells = [...page.matchAll(/<bdi>([^<]*)</g)].map(([, cell]) => cell);
      const codes = [...data.operations, ...data.letters].map(({ kind }) => kind);
      for (const code of [...codes, ...data.log.map(({ action }) => action), 'applied', 'accepted', 'lv']) {
        assert.ok(!cells.includes(code), `the page says ${code} instead of a word`);
      }
      assert.equal(data.profile.email, anna.email);
      assert.deepEqual(
        data.accounts.map(({ number }) => number),
        anna.accounts.map(({ number }) => number),
      );
      assert.deepEqual(
        data.readings.map(({ values, period }) => [period, values]),
        [['2026-11', { B: '2.345' }]],
      );
      assert.deepEqual(
        data.operations.map(({ id, outcome }) => [id, outcome]),
        [[mine?.id, 'applied']],
      );
      assert.deepEqual(
        data.conversations.map(({ messages }) => messages.map(({ by, text }) => [by, text])),
        [
          [
            ['you', 'Anna asks <b>something</b>'],
            ['office', 'the office answers Anna'],
          ],
          [['you', 'Anna in a thread of both']],
        ],
      );
      assert.equal(data.devices.length, 2);
      assert.equal(data.passkeys.length, 1);
      assert.ok(data.letters.some(({ kind }) => kind === 'account-linked'));
      assert.ok(data.log.some(({ action }) => action === 'create-passkey' || action.includes('passkey')));
      for (const text of [json, page]) {
        for (const foreign of ['Juris', juris.user.id, juris.email, juris.accounts[1].number, '7777', his?.id ?? '']) {
          assert.ok(!text.includes(foreign), foreign);
        }
        assert.ok(!/password_hash|public_key|argon2/.test(text));
      }
      assert.ok(page.includes('Anna asks &#60;b&#62;something'));
      assert.deepEqual(await exportsOf(anna.user.id), [{ actor: manager.id }]);
    });

    const exportsOf = (user: string) =>
      server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', user)
        .where('action', '=', 'export-person')
        .select('actor')
        .execute();
  });
});
