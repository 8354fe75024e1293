import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { passwordMark } from '../../../server/accounts/confirm-password.ts';
import { verifyAudit } from '../../../server/audit/verify.ts';
import { createToken } from '../../../server/auth/tokens.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a resident’s own profile', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
    let email: string;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
      });
    });
    let households = 0;
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      households++;
      account = await addAccount(server.services, { number: String(10_000 + households) });
      email = `anna${households}@example.com`;
      anna = await addUser(server.services, { name: `Anna ${households}`, accounts: [account], email });
    });

    const device = () => new TestDevice(server);
    const signedIn = (user = anna) => device().signIn(user, account.number);
    const signIn = (name: string, password: string) => device().client.auth.signIn.mutate({ name, password });
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

    describe('a change of it', () => {
      it('is refused with a wrong present password, whatever it is, and changes nothing', async () => {
        const { client } = await signedIn();
        const was = [await stored(), await intentsOf(server.services)];
        const wrong = { code: 'password_wrong' };
        for (const typed of [`${anna.password} `, '', 'null', ...hostileTexts.filter((text) => text.length < 200)]) {
          server.clock.advance(900_001);
          const change = { current: typed, password: 'another password', endOthers: true };
          assert.deepEqual(await problemOf(client.profile.changePassword.mutate(change)), wrong);
          const other = 'other@example.com';
          assert.deepEqual(await problemOf(client.profile.changeEmail.mutate({ current: typed, email: other })), wrong);
          assert.deepEqual(await problemOf(client.profile.changePhone.mutate({ current: typed, phone: null })), wrong);
        }
        assert.deepEqual(
          await problemOf(client.profile.changePhone.mutate({ current: 'x'.repeat(257), phone: null })),
          {
            code: 'bad_input',
            path: 'current',
          },
        );
        assert.deepEqual([await stored(), await intentsOf(server.services)], was);
        await signIn(email, anna.password);
      });

      it('is refused after ten wrong passwords, even with the right one, until a quarter of an hour is over', async () => {
        const { client } = await signedIn();
        const change = (typed: string) => client.profile.changePhone.mutate({ current: typed, phone: '80007287' });
        // The right one costs nothing.
        for (let times = 0; times < 12; times++) await change(current());
        const refused = await Promise.all(Array.from({ length: 12 }, () => problemOf(change('a guess'))));
        assert.deepEqual(refused.map(({ code }) => code).sort(), [
          ...Array<string>(10).fill('password_wrong'),
          'too_many',
          'too_many',
        ]);
        assert.deepEqual(await problemOf(change(current())), { code: 'too_many', seconds: 900 });
        server.clock.advance(900_001);
        await change(current());
      });

      it('is refused to a user who never set a password', async () => {
        const { client } = await signedIn();
        await server.services.db.write(
          async (tx) =>
            void (await tx.updateTable('users').set({ password_hash: null }).where('id', '=', anna.id).execute()),
        );
        for (const typed of ['', 'null', 'a password that nobody has']) {
          assert.deepEqual(await problemOf(client.profile.changePhone.mutate({ current: typed, phone: null })), {
            code: 'password_wrong',
          });
        }
      });
    });

    describe('another password', () => {
      it('is refused where it is a bad one', async () => {
        const { client } = await signedIn();
        const other = await addAccount(server.services, { number: `9876543${households}0` });
        await server.services.db.write(async (tx) => {
          const link = { user_id: anna.id, account_id: other.id, linked_at: new Date().toISOString() };
          await tx.insertInto('user_accounts').values(link).execute();
        });
        for (const [password, why] of [
          ['seven..', 'password_too_short'],
          ['Qwerty123', 'password_common'],
          [email.toUpperCase(), 'password_is_email'],
          [other.number, 'password_is_account'],
        ] as const) {
          const change = { current: current(), password, endOthers: false };
          assert.deepEqual(await problemOf(client.profile.changePassword.mutate(change)), {
            code: 'password_refused',
            why,
          });
        }
        await signIn(email, anna.password);
      });

      it('holds from then on; the session goes on under another cookie, links end, the user is told', async () => {
        const [phone, tablet] = [await signedIn(), await signedIn()];
        const link = await server.services.db.write((tx) =>
          createToken(tx, { purpose: 'password', user: anna.id }, { now: server.clock.now() }),
        );
        const before = phone.cookie;
        const change = { current: current(), password: 'another password', endOthers: false };
        assert.deepEqual(await phone.client.profile.changePassword.mutate(change), {});
        assert.deepEqual(await lastLetter(), { kind: 'password-changed', user: anna.id });
        assert.deepEqual(await problemOf(signIn(email, anna.password)), { code: 'sign_in_failed' });
        await signIn(email, 'another password');
        assert.deepEqual(await problemOf(device().client.registration.openLink.mutate({ token: link })), {
          code: 'link_used',
        });
        await tablet.pull();
        await phone.pull();
        phone.cookie = before;
        assert.deepEqual(await problemOf(phone.pull()), { code: 'signed_out' });
      });

      it('ends the other devices where that is asked for, and not this one', async () => {
        const [phone, tablet, neighbour] = [
          await signedIn(),
          await signedIn(),
          await signedIn(await addUser(server.services, { name: 'Zane', accounts: [account] })),
        ];
        const change = { current: current(), password: 'another password', endOthers: true };
        await phone.client.profile.changePassword.mutate(change);
        assert.deepEqual(await problemOf(tablet.pull()), { code: 'signed_out' });
        assert.equal((await phone.client.profile.read.query()).devices.length, 1);
        await neighbour.pull();
      });

      it('is set once, of two who change it at the same time', async () => {
        const { client } = await signedIn();
        const { client: other } = await signedIn();
        const outcomes = await Promise.all(
          [client, other].map((one, at) =>
            one.profile.changePassword
              .mutate({ current: current(), password: `password ${at}`, endOthers: false })
              .then(
                () => `password ${at}`,
                (error) => error.data.problem.code as string,
              ),
          ),
        );
        const [winner, ...more] = outcomes.filter((outcome) => outcome !== 'password_wrong');
        assert.equal(more.length, 0, outcomes.join());
        await signIn(email, winner ?? '');
      });
    });

    describe('another e-mail address', () => {
      it('holds only when its link is opened, and nobody learns who has which', async () => {
        const { client } = await signedIn();
        const zane = `zane${households}@example.com`;
        await addUser(server.services, { name: 'Zane', accounts: [account], email: zane });
        for (const other of [zane, `nobody${households}@example.com`, email]) {
          assert.deepEqual(await client.profile.changeEmail.mutate({ current: current(), email: other }), {});
          assert.equal((await stored()).email, email);
          const letter = await lastLetter();
          assert.equal(letter?.kind, 'email-change');
        }
        const letter = (await intentsOf(server.services, 'email-change')).at(-2);
        assert.deepEqual(letter, {
          kind: 'email-change',
          user: anna.id,
          email: `nobody${households}@example.com`,
          by: passwordMark((await stored()).password_hash ?? ''),
        });
      });

      it('is refused where no letter could go', async () => {
        const { client } = await signedIn();
        for (const other of hostileTexts) {
          const problem = await problemOf(client.profile.changeEmail.mutate({ current: current(), email: other }));
          assert.deepEqual(problem, { code: 'bad_input', path: 'email' });
        }
      });

      it('is asked for five times an hour at most, so that nobody is flooded with letters', async () => {
        const { client } = await signedIn();
        const ask = (at: number) =>
          client.profile.changeEmail.mutate({ current: current(), email: `victim${at}@example.com` });
        for (let at = 0; at < 5; at++) await ask(at);
        assert.deepEqual(await problemOf(ask(5)), { code: 'too_many', seconds: 3600 });
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

    describe('devices', () => {
      const others = async (one: TestDevice) =>
        (await one.client.profile.read.query()).devices.filter(({ own }) => !own).map(({ id }) => id);

      it('of somebody else, unknown or malformed, are not ended', async () => {
        const phone = await signedIn();
        const zane = await signedIn(await addUser(server.services, { name: 'Zane', accounts: [account] }));
        const [zanes] = (await zane.client.profile.read.query()).devices;
        for (const id of [zanes?.id ?? '', '0'.repeat(64)]) {
          assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id })), { code: 'not_found' });
        }
        for (const id of ['', 'x', ...hostileTexts]) {
          assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id })), {
            code: 'bad_input',
            path: 'id',
          });
        }
        await zane.pull();
      });

      it('are ended one by one: the ended one is out at its next request', async () => {
        const [phone, tablet, laptop] = [await signedIn(), await signedIn(), await signedIn()];
        const left = await others(phone);
        assert.equal(left.length, 2);
        await phone.client.profile.endDevice.mutate({ id: left[0] ?? '' });
        const out = await Promise.all(
          [tablet, laptop].map((one) =>
            one.pull().then(
              () => '',
              (error) => error.data.problem.code as string,
            ),
          ),
        );
        assert.deepEqual(out.sort(), ['', 'signed_out']);
        assert.deepEqual(await others(phone), left.slice(1));
        assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id: left[0] ?? '' })), {
          code: 'not_found',
        });
      });

      it('are ended all but this one', async () => {
        const [phone, tablet] = [await signedIn(), await signedIn()];
        const zane = await signedIn(await addUser(server.services, { name: 'Zane', accounts: [account] }));
        assert.deepEqual(await phone.client.profile.endOtherDevices.mutate(), { ended: 1 });
        assert.deepEqual(await problemOf(tablet.pull()), { code: 'signed_out' });
        assert.deepEqual(await phone.client.profile.endOtherDevices.mutate(), { ended: 0 });
        await phone.pull();
        await zane.pull();
      });

      it('may end themselves, and forget their cookie', async () => {
        const phone = await signedIn();
        const own = (await phone.client.profile.read.query()).devices.find((one) => one.own);
        await phone.client.profile.endDevice.mutate({ id: own?.id ?? '' });
        assert.doesNotMatch(phone.cookie, /meterbook=[0-9a-f]/);
        assert.deepEqual(await problemOf(phone.pull()), { code: 'signed_out' });
      });
    });

    it('leaves a chained trace of every change, without names, addresses and numbers', async () => {
      const rows = await reader().selectFrom('audit').selectAll().execute();
      const actions = new Set(rows.map(({ action }) => action));
      for (const action of [
        'password-wrong',
        'change-password',
        'ask-email-change',
        'change-phone',
        'change-language',
        'end-device',
        'end-other-devices',
      ]) {
        assert.ok(actions.has(action), action);
      }
      assert.equal((await verifyAudit(reader())).ok, true);
      for (const { actor, subject, detail } of rows) {
        assert.doesNotMatch(`${actor} ${subject} ${detail}`, /@|Anna|Zane|\+371|\b1\d{4}\b|password of/);
      }
    });
  });
});
