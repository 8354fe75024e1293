import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passwordMark } from '../../../server/accounts/confirm-password.ts';
import { createToken } from '../../../server/auth/tokens.ts';
import { annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { intentsOf } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import type { TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a resident’s own profile, changed', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
    let email: string;
    let households: number;
    annaForEachTest(engine, (home) => {
      ({ server, account, anna, email, households } = home);
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

    it('leaves a chained trace of every change, without names, addresses and numbers', () =>
      assertTrace(
        server,
        ['password-wrong', 'change-password', 'ask-email-change'],
        /@|Anna|Zane|\+371|\b1\d{4}\b|password of/,
      ));
  });
});
