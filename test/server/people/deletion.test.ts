import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { verifyAudit } from '../../../server/audit/verify.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addUser } from '../../support/household.ts';
import { settle } from '../../support/office-tries/people.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { writeDown } from '../../support/write-down.ts';

forEachEngine((engine) => {
  describe('deleting a person on request', () => {
    let server: TestServer;
    let administrator: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      administrator = await hire(server, { role: 'administrator' });
    });

    const preview = (user: string) => administrator.client.people.previewDeletion.query({ user });

    it('is refused without the name typed as it stands, and when it is not what was shown', async () => {
      const { id, name } = await settle(server);
      const { seal } = await preview(id);
      const remove = (typed: string, shown = seal) =>
        problemOf(administrator.client.people.remove.mutate({ user: id, typed, seal: shown }));
      assert.deepEqual(await remove(''), { code: 'bad_input', path: 'typed' });
      assert.deepEqual(await remove(name.toUpperCase()), { code: 'bad_input', path: 'typed' });
      assert.deepEqual(await remove(name, '0'.repeat(64)), { code: 'changed_meanwhile' });
      const other = await settle(server);
      await administrator.client.people.link.mutate({ user: id, account: other.account.number });
      assert.deepEqual(await remove(name), { code: 'changed_meanwhile' });
      assert.equal((await administrator.client.people.open.query({ user: id })).name, name);
    });

    it('happens once; there is nobody to do anything with after that', async () => {
      const { id, name, account } = await settle(server);
      const { seal } = await preview(id);
      const gone = { user: id, typed: name, seal };
      const tried = await Promise.allSettled([1, 2].map(() => administrator.client.people.remove.mutate(gone)));
      assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 1);
      const { people } = administrator.client;
      for (const call of [
        () => preview(id),
        () => people.remove.mutate(gone),
        () => people.link.mutate({ user: id, account: account.number }),
        () => people.sendLink.mutate({ user: id }),
        () => people.printLetter.mutate({ user: id }),
        () => people.endDevices.mutate({ user: id }),
        () => people.changeEmail.mutate({ user: id, was: null, email: 'x@example.lv' }),
      ]) {
        assert.deepEqual(await problemOf(call()), { code: 'not_found' });
      }
      assert.equal((await people.open.query({ user: id })).state, 'deleted');
    });

    it('leaves no trace of name, address, phone and letters in any table but where the law wants it', async () => {
      const { services } = server;
      const marks = { name: 'Leontīne-Unikāla Vārdiņa', phone: '+371 2999 8877', text: 'a very particular sentence' };
      const person = await settle(server, { name: marks.name, phone: marks.phone });
      const neighbour = await addUser(services, { name: 'Juris', accounts: [person.account] });
      // A registration, a change of address and a forgotten password left their traces before.
      const device = new TestDevice(server);
      const { email } = person;
      await device.client.registration.requestPassword.mutate({ email, language: 'lv' });
      await administrator.client.people.sendLink.mutate({ user: person.id });
      await services.mail.work();
      await device.client.registration.requestPassword.mutate({ email: email.toUpperCase(), language: 'lv' });
      const write = (conversation: string | null, resident: string, text: string) =>
        writeDown(server, {
          account: person.account.id,
          conversation,
          author: { resident },
          text,
          photo: Buffer.from(text),
        });
      const alone = await write(null, person.id, marks.text);
      await writeDown(server, {
        account: person.account.id,
        conversation: alone.conversation,
        author: { office: administrator.id },
        text: `Dear ${marks.name}`,
      });
      const together = await write(null, person.id, marks.text);
      const kept = await write(together.conversation, neighbour.id, 'the neighbour wrote this');
      await services.db.write(async (tx) => {
        const entry = { hash: 'h', user_id: person.id, account_id: person.account.id, received_at: '', version: 1 };
        const content = JSON.stringify({ kind: 'message-written', body: { text: marks.text } });
        await tx
          .insertInto('operations')
          .values({
            ...entry,
            id: alone.message,
            stream: alone.message,
            number: 1,
            kind: 'message-written',
            content,
            outcome: 'applied',
            problems: '[]',
          })
          .execute();
        await tx
          .insertInto('operation_conflicts')
          .values({ id: alone.message, hash: 'i', user_id: person.id, content, received_at: '' })
          .execute();
      });
      const shown = await preview(person.id);
      assert.deepEqual(
        [shown.gone.messages, shown.gone.photos, shown.gone.conversations, shown.gone.texts, shown.gone.accounts],
        [2, 2, 1, 1, 1],
      );
      const trace = () => tracesOf(server, [marks.name, email, marks.phone, marks.text]);
      assert.ok((await trace()).size > 5);
      await administrator.client.people.remove.mutate({ user: person.id, typed: marks.name, seal: shown.seal });
      // The account and its holder are the company's own, from billing.
      assert.deepEqual(await trace(), new Set(['accounts']));

      const { reader } = services.db;
      const left = await reader
        .selectFrom('messages')
        .where('account_id', '=', person.account.id)
        .select('id')
        .execute();
      assert.deepEqual(left, [{ id: kept.message }]);
      const photos = await reader
        .selectFrom('photos')
        .where('account_id', '=', person.account.id)
        .select('id')
        .execute();
      assert.deepEqual(photos, [{ id: kept.photo }]);
      const row = await reader.selectFrom('users').where('id', '=', person.id).selectAll().executeTakeFirstOrThrow();
      assert.equal(row.name, `deleted user ${person.id.slice(-8)}`);
      assert.equal((await verifyAudit(reader)).ok, true);
    });

    it('tells the devices of others what is gone', async () => {
      const anna = await moveIn(server, 'Anna');
      const author = await settle(server);
      await administrator.client.people.link.mutate({ user: author.id, account: anna.accounts[0].number });
      const { conversation, message } = await writeDown(server, {
        account: anna.accounts[0].id,
        conversation: null,
        author: { resident: author.id },
        text: 'written',
      });
      await anna.device.pull();
      await remove(author);
      const removed = (await anna.device.pull()).flatMap(({ changes }) => changes.removed);
      assert.deepEqual(
        new Set(removed.map(({ kind, id }) => `${kind} ${id}`)),
        new Set([`messages ${message}`, `conversations ${conversation}`]),
      );
    });

    it('keeps readings and the ledger of operations; every device is told to forget, and gets nothing', async () => {
      const berta: TestResident = await moveIn(server, 'Berta');
      const [sent] = await berta.device.push(
        berta.device.reading(berta.meter, { period: '2026-11', values: { B: 2_000 } }),
      );
      const waiting = berta.other.reading(berta.meter, { period: '2026-11', values: { B: 2_100 } });
      const { stays } = await preview(berta.user.id);
      assert.deepEqual([stays.operations, stays.readings], [1, 1]);
      await remove({ id: berta.user.id, name: berta.user.name });
      for (const device of [berta.device, berta.other]) {
        assert.deepEqual(await problemOf(device.pull()), { code: 'signed_out', forget: true });
        assert.deepEqual(await problemOf(device.push(waiting)), { code: 'signed_out', forget: true });
      }
      const { reader } = server.services.db;
      const operations = await reader
        .selectFrom('operations')
        .where('user_id', '=', berta.user.id)
        .select('id')
        .execute();
      assert.deepEqual(operations, [{ id: sent?.id }]);
      const readings = await reader
        .selectFrom('readings')
        .where('meter_id', '=', berta.meter.id)
        .select('id')
        .execute();
      assert.equal(readings.length, 2);
      assert.deepEqual(
        await problemOf(
          new TestDevice(server).client.auth.signIn.mutate({ name: berta.email, password: berta.user.password }),
        ),
        { code: 'sign_in_failed' },
      );
    });

    it('takes those along who were merged into the person', async () => {
      const [one, other] = [await settle(server), await settle(server, { name: 'Merged Away-Person' })];
      const pair = { stays: one.id, goes: other.id };
      const { seal } = await administrator.client.people.previewMerge.query(pair);
      await administrator.client.people.merge.mutate({ ...pair, seal });
      await server.services.mail.work();
      await remove(one);
      assert.deepEqual(await tracesOf(server, ['Merged Away-Person', other.email]), new Set(['accounts']));
    });

    async function remove({ id, name }: { id: string; name: string }): Promise<void> {
      const { seal } = await preview(id);
      await administrator.client.people.remove.mutate({ user: id, typed: name, seal });
    }
  });
});

/** The tables in which one of the texts stands anywhere, in whatever case or encoding. */
async function tracesOf({ services: { db } }: TestServer, texts: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { name } of await db.schema.introspection.getTables()) {
    const rows: Record<string, unknown>[] = await db.schema
      .selectFrom(name as 'meta')
      .selectAll()
      .execute();
    const cells = rows.flatMap((row) => Object.values(row)).map(plain);
    if (texts.some((text) => cells.some((cell) => cell.includes(text.toLowerCase())))) found.add(name);
  }
  return found;
}

const plain = (cell: unknown): string =>
  (cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell)).toLowerCase();
