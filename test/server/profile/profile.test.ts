import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 } from 'uuid';
import { annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { intentsOf } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a resident’s own profile', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
    let email: string;
    annaForEachTest(engine, (home) => {
      ({ server, account, anna, email } = home);
    });

    const device = () => new TestDevice(server);
    const signedIn = (user = anna) => device().signIn(user, account.number);
    const reader = () => server.services.db.reader;
    const stored = () =>
      reader()
        .selectFrom('users')
        .where('id', '=', anna.id)
        .select(['email', 'phone', 'language', 'password_hash'])
        .executeTakeFirstOrThrow();
    const lastLetter = async () => (await intentsOf(server.services)).at(-1);
    const current = () => anna.password;

    describe('read', () => {
      it('is refused to those who are signed out', async () => {
        assert.deepEqual(await problemOf(device().client.profile.read.query()), { code: 'signed_out' });
      });

      it('says who the user is, in which accounts, on which devices and with which passkeys', async () => {
        await server.services.db.write(async (tx) => {
          const passkey = {
            id: v7(),
            user_id: anna.id,
            public_key: 'AAAA',
            counter: 0,
            transports: '[]',
            device: 'Firefox',
            created_at: '2026-11-01T10:00:00.000Z',
            used_at: null,
          };
          await tx.insertInto('passkeys').values(passkey).execute();
        });
        await signedIn();
        const phone = await signedIn();
        const profile = await phone.client.profile.read.query();
        const { devices, passkeys, accounts, ...rest } = profile;
        assert.deepEqual(rest, { name: anna.name, email, phone: null, language: null });
        assert.deepEqual(accounts, [
          {
            id: account.id,
            number: account.number,
            holder: 'Anna Bērziņa',
            address: `Rīgas iela 1-${account.number}`,
          },
        ]);
        assert.deepEqual(
          passkeys.map(({ userAgent, createdAt, usedAt }) => [userAgent, createdAt, usedAt]),
          [['Firefox', '2026-11-01T10:00:00.000Z', null]],
        );
        assert.deepEqual(devices.map(({ own }) => own).sort(), [false, true]);
        for (const { id, userAgent, since, seenAt } of devices) {
          assert.match(id, /^[0-9a-f]{64}$/);
          assert.equal(userAgent, 'node');
          assert.equal(since, seenAt);
        }
        // The public id of a device opens nothing.
        const thief = device();
        for (const { id } of devices) {
          for (const value of [id, id.slice(0, 40)]) {
            thief.cookie = `meterbook=${value}`;
            assert.deepEqual(await problemOf(thief.pull()), { code: 'signed_out' });
          }
        }
      });

      it('tells when a device was last used, to the hour, and shows none that has ended', async () => {
        const [phone, tablet] = [await signedIn(), await signedIn()];
        const other = (await phone.client.profile.read.query()).devices.find(({ own }) => !own)?.id ?? '';
        const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
        const change = (set: { seen_at?: string; created_at?: string; expires_at?: string }) =>
          server.services.db.write(
            async (tx) => void (await tx.updateTable('sessions').set(set).where('id_hash', '=', other).execute()),
          );
        const seenAt = async () => (await phone.client.profile.read.query()).devices.find(({ own }) => !own)?.seenAt;

        const fiftyMinutes = ago(50 * 60_000);
        await change({ seen_at: fiftyMinutes });
        await tablet.pull();
        assert.equal(await seenAt(), fiftyMinutes, 'within the hour nothing is written');
        await change({ seen_at: ago(61 * 60_000) });
        const begun = Date.now();
        await Promise.all([tablet.pull(), tablet.pull()]);
        const seen = (await seenAt()) ?? '';
        assert.ok(Date.parse(seen) >= begun && Date.parse(seen) <= Date.now());
        await tablet.pull();
        assert.equal(await seenAt(), seen);
        await change({ expires_at: ago(1) });
        assert.equal(await seenAt(), undefined);
        await change({ expires_at: ago(-86_400_000), created_at: ago(366 * 86_400_000) });
        assert.equal(await seenAt(), undefined);
      });
    });

    it('has a phone number, which is changed and taken away, and the user is told', async () => {
      const { client } = await signedIn();
      await client.profile.changePhone.mutate({ current: current(), phone: ' +371 2912 3456 ' });
      assert.equal((await stored()).phone, '+371 2912 3456');
      assert.deepEqual(await lastLetter(), { kind: 'phone-changed', user: anna.id });
      for (const phone of hostileTexts) {
        const problem = await problemOf(client.profile.changePhone.mutate({ current: current(), phone }));
        assert.deepEqual(problem, { code: 'bad_input', path: 'phone' });
      }
      await client.profile.changePhone.mutate({ current: current(), phone: null });
      assert.equal((await stored()).phone, null);
    });

    it('has a language of letters, one that the company writes in', async () => {
      const { client } = await signedIn();
      await client.profile.setLanguage.mutate({ language: 'ru' });
      assert.equal((await client.profile.read.query()).language, 'ru');
      const refused = { code: 'bad_input', path: 'language' };
      assert.deepEqual(await problemOf(client.profile.setLanguage.mutate({ language: 'de' as 'ru' })), refused);
      const russian = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
      const home = await addAccount(russian.services, { number: '679-30' });
      const ivan = await addUser(russian.services, { name: 'Ivan', accounts: [home] });
      const { client: ivans } = await new TestDevice(russian).signIn(ivan, '679-30');
      assert.deepEqual(await problemOf(ivans.profile.setLanguage.mutate({ language: 'lv' })), refused);
    });

    it('leaves a chained trace of every change, without names, addresses and numbers', () =>
      assertTrace(server, ['change-phone', 'change-language'], /@|Anna|Zane|\+371|\b1\d{4}\b|password of/));
  });
});
