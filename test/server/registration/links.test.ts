import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { verifyAudit } from '../../../server/audit/verify.ts';
import { createToken, readToken, type TokenContent, tokenLifetimes } from '../../../server/auth/tokens.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('links in letters', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
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
      const email = `anna${households}@example.com`;
      anna = await addUser(server.services, { name: `Anna ${households}`, accounts: [account], email });
    });

    const token = (content: TokenContent) =>
      server.services.db.write((tx) => createToken(tx, content, { now: server.clock.now() }));
    const registration = (change: Partial<Extract<TokenContent, { purpose: 'registration' }>> = {}) =>
      token({
        purpose: 'registration',
        account: account.id,
        name: 'Anna Bērziņa',
        email: `New${households}@Example.com`,
        phone: '+371 2912 3456',
        language: 'ru',
        ...change,
      });
    const device = () => new TestDevice(server);
    const open = (link: string) => device().client.registration.openLink.mutate({ token: link });
    const set = (link: string, password = 'a password of mine', endOthers = false, on = device()) =>
      on.client.registration.setPassword.mutate({ token: link, password, endOthers });
    const confirm = (link: string) => device().client.registration.confirmEmail.mutate({ token: link });
    const signIn = (name: string, password: string) => device().client.auth.signIn.mutate({ name, password });
    const stored = (email: string) =>
      server.services.db.reader
        .selectFrom('users')
        .selectAll()
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
    const everything = async () => {
      const { reader } = server.services.db;
      return {
        users: await reader.selectFrom('users').selectAll().orderBy('id').execute(),
        links: await reader.selectFrom('user_accounts').selectAll().orderBy('user_id').execute(),
        sessions: await reader.selectFrom('sessions').select('id_hash').orderBy('id_hash').execute(),
        letters: (await intentsOf(server.services)).length,
      };
    };

    it('that are none, cut, altered or for something else are unknown, and change nothing', async () => {
      const links = {
        registration: await registration(),
        password: await token({ purpose: 'password', user: anna.id }),
        email: await token({ purpose: 'email', user: anna.id, email: 'other@example.com' }),
        creation: await token({ purpose: 'passkey-creation', user: anna.id }),
        passkey: await token({ purpose: 'passkey-sign-in' }),
      };
      const was = await everything();
      const unknown = { code: 'link_unknown' };
      for (const wrong of [
        links.password.slice(0, -1),
        `${links.password}A`,
        links.password.toLowerCase(),
        `${links.password.slice(0, 20)} ${links.password.slice(20)}`,
        links.creation,
        links.passkey,
        'x',
        ...hostileTexts.filter((text) => text.length > 0 && text.length <= 200),
      ]) {
        server.clock.advance(60_000);
        assert.deepEqual(await problemOf(open(wrong)), unknown, wrong);
        assert.deepEqual(await problemOf(set(wrong)), unknown, wrong);
        assert.deepEqual(await problemOf(confirm(wrong)), unknown, wrong);
      }
      assert.deepEqual(await problemOf(set(links.email)), unknown);
      assert.deepEqual(await problemOf(confirm(links.password)), unknown);
      assert.deepEqual(await problemOf(confirm(links.registration)), unknown);
      for (const wrong of ['', 'x'.repeat(201)]) {
        assert.deepEqual(await problemOf(set(wrong)), { code: 'bad_input', path: 'token' });
      }
      assert.deepEqual(await everything(), was);
    });

    it('are tried a limited number of times from one address; those that are right do not count', async () => {
      server.clock.advance(3_600_001);
      const link = await token({ purpose: 'password', user: anna.id });
      for (let at = 0; at < 59; at++) assert.deepEqual(await problemOf(open('none')), { code: 'link_unknown' });
      for (let at = 0; at < 3; at++) assert.equal((await open(link)).purpose, 'password');
      assert.deepEqual(await problemOf(open('none')), { code: 'link_unknown' });
      assert.deepEqual(await problemOf(open(link)), { code: 'too_many', seconds: 900 });
      assert.deepEqual(await problemOf(set(link)), { code: 'too_many', seconds: 900 });
    });

    it('tell what they are for and are not used up by it', async () => {
      const links = [
        await registration(),
        await token({ purpose: 'password', user: anna.id }),
        await token({ purpose: 'email', user: anna.id, email: 'other@example.com' }),
      ];
      for (let times = 0; times < 2; times++) {
        assert.deepEqual(await Promise.all(links.map(open)), [
          { purpose: 'registration', email: `New${households}@Example.com`, accountNumber: account.number },
          { purpose: 'password', name: anna.name, email: `anna${households}@example.com` },
          { purpose: 'email', email: 'other@example.com' },
        ]);
      }
    });

    it('expire: registration and e-mail after a day, a forgotten password after an hour', async () => {
      const links = [
        [await registration(), tokenLifetimes.registration, set],
        [await token({ purpose: 'email', user: anna.id, email: 'other@example.com' }), tokenLifetimes.email, confirm],
        [await token({ purpose: 'password', user: anna.id }), tokenLifetimes.password, set],
      ] as const;
      assert.deepEqual(
        links.map(([, lifetime]) => lifetime / 3_600_000),
        [24, 24, 1],
      );
      const start = server.clock.now();
      const was = await everything();
      for (const [link, lifetime, use] of links) {
        server.clock.set(new Date(start + lifetime - 1).toISOString());
        await open(link);
        server.clock.set(new Date(start + lifetime).toISOString());
        assert.deepEqual(await problemOf(open(link)), { code: 'link_expired' });
        assert.deepEqual(await problemOf(use(link)), { code: 'link_expired' });
      }
      server.clock.set(new Date(start + 25 * 3_600_000).toISOString());
      assert.deepEqual(await everything(), was);
    });

    it('refuse a password that is too short, common, or known to everybody; the link stays good', async () => {
      const email = `new${households}@example.com`;
      const number = account.number.padStart(9, '0');
      const numbered = await addAccount(server.services, { number });
      const link = await registration({ account: numbered.id });
      const reset = await token({ purpose: 'password', user: anna.id });
      for (const [password, why] of [
        ['short', 'password_too_short'],
        ['', 'password_too_short'],
        ['🍄🍄🍄🍄', 'password_too_short'],
        ['Qwerty123', 'password_common'],
        [email.toUpperCase(), 'password_is_email'],
        [` ${number} `, 'password_is_account'],
      ] as const) {
        assert.deepEqual(await problemOf(set(link, password)), { code: 'password_refused', why });
      }
      assert.deepEqual(await problemOf(set(reset, `anna${households}@EXAMPLE.com`)), {
        code: 'password_refused',
        why: 'password_is_email',
      });
      assert.deepEqual(await problemOf(set(link, 'x'.repeat(257))), { code: 'bad_input', path: 'password' });
      assert.equal(await stored(email), undefined);
      await set(link, 'x'.repeat(256));
      await set(reset, '<script>alert("✓")</script>');
      await signIn(`anna${households}@example.com`, '<script>alert("✓")</script>');
    });

    it('make the user, link the account, sign in and tell the others of it', async () => {
      const browser = device();
      const link = await registration();
      const answer = await set(link, 'a password of mine', false, browser);
      const email = `new${households}@example.com`;
      const user = await stored(email);
      assert.deepEqual(
        [user?.name, user?.email, user?.phone, user?.language],
        ['Anna Bērziņa', email, '+371 2912 3456', 'ru'],
      );
      assert.match(user?.password_hash ?? '', /^\$argon2id\$/);
      assert.deepEqual(answer.user, { id: user?.id, name: 'Anna Bērziņa' });
      assert.deepEqual(
        answer.accounts.map(({ number, holder }) => [number, holder]),
        [[account.number, 'Anna Bērziņa']],
      );
      assert.equal(answer.serverTime, new Date(server.clock.now()).toISOString());
      assert.equal(server.services.beacons.read(answer.beacon), server.clock.now());
      const profile = await browser.client.profile.read.query();
      assert.deepEqual([profile.email, profile.devices.length], [email, 1]);
      const told = await intentsOf(server.services, 'account-linked');
      assert.deepEqual(told.at(-1), { kind: 'account-linked', user: anna.id, account: account.id });
      assert.equal((await signIn(email.toUpperCase(), 'a password of mine')).user.id, user?.id);
      assert.equal((await signIn(account.number, 'a password of mine')).user.id, user?.id);
      assert.deepEqual(await problemOf(set(link)), { code: 'link_used' });
      assert.deepEqual(await problemOf(open(link)), { code: 'link_used' });
    });

    it('of eight tries at once let one in; the others find it used, and nothing is done twice', async () => {
      for (const link of [await registration(), await token({ purpose: 'password', user: anna.id })]) {
        const was = await everything();
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, at) =>
            set(link, `password number ${at}`).then(
              () => `password number ${at}`,
              (error) => error.data.problem.code as string,
            ),
          ),
        );
        const [winner, ...others] = outcomes.filter((outcome) => outcome !== 'link_used');
        assert.deepEqual([others.length, winner?.startsWith('password number')], [0, true], outcomes.join());
        const now = await everything();
        assert.equal(now.sessions.length, was.sessions.length + 1);
        assert.equal(now.letters, was.letters + 1);
        assert.ok(now.users.length - was.users.length <= 1);
        await signIn(account.number, winner ?? '');
      }
    });

    it('for one address at once make one user; the other hears that it is taken, and may go on with the link', async () => {
      const other = await addAccount(server.services, { number: String(50_000 + households) });
      const links = [await registration(), await registration({ account: other.id })];
      const outcomes = await Promise.all(
        links.map((link) =>
          set(link).then(
            () => 'made',
            (error) => error.data.problem.code as string,
          ),
        ),
      );
      assert.deepEqual([...outcomes].sort(), ['email_taken', 'made']);
      const loser = links[outcomes.indexOf('email_taken')] ?? '';
      await readToken(server.services.db.reader, loser, ['registration'], server.clock.now());
      const { passwords } = server.services;
      server.services.passwords = { ...passwords, hash: () => assert.fail('a hash for nothing') };
      assert.deepEqual(await problemOf(set(loser)), { code: 'email_taken' });
      server.services.passwords = passwords;
      const { reader } = server.services.db;
      const made = await reader
        .selectFrom('user_accounts')
        .where('account_id', 'in', [account.id, other.id])
        .select('user_id')
        .execute();
      assert.equal(made.length, 2, 'Anna’s and the new one');
    });

    it('of two people for one account at once tell each of the one before', async () => {
      const links = [
        await registration({ email: `one${households}@example.com` }),
        await registration({ email: `two${households}@example.com` }),
      ];
      await Promise.all(links.map((link) => set(link)));
      const told = (await intentsOf(server.services, 'account-linked')).filter(
        (intent) => intent.account === account.id,
      );
      // Anna of both, and the first one of the second.
      assert.equal(told.length, 3);
    });

    it('open nothing for an account that is gone, or has another holder since', async () => {
      const gone = await registration({ account: v7() });
      assert.deepEqual(await problemOf(open(gone)), { code: 'link_unknown' });
      assert.deepEqual(await problemOf(set(gone)), { code: 'link_unknown' });
      const link = await registration();
      await server.services.db.write(async (tx) => {
        await tx.updateTable('accounts').set({ holder: 'Jānis Liepa' }).where('id', '=', account.id).execute();
      });
      const was = await everything();
      assert.deepEqual(await problemOf(set(link)), { code: 'link_unknown' });
      assert.deepEqual(await everything(), was);
    });

    it('replace a forgotten password, end every other link of the user, and tell the user', async () => {
      const email = `anna${households}@example.com`;
      const links = [
        await token({ purpose: 'password', user: anna.id }),
        await token({ purpose: 'password', user: anna.id }),
      ] as const;
      const moving = await token({ purpose: 'email', user: anna.id, email: 'thief@example.com' });
      const phone = await device().signIn(anna, email);
      const answer = await set(links[0]);
      assert.equal(answer.user.id, anna.id);
      assert.deepEqual(await problemOf(signIn(email, anna.password)), { code: 'sign_in_failed' });
      await signIn(email, 'a password of mine');
      assert.deepEqual(await problemOf(set(links[1])), { code: 'link_used' });
      assert.deepEqual(await problemOf(confirm(moving)), { code: 'link_used' });
      assert.deepEqual((await intentsOf(server.services, 'password-changed')).at(-1), {
        kind: 'password-changed',
        user: anna.id,
      });
      assert.equal((await phone.client.profile.read.query()).name, anna.name, 'the phone is still signed in');
    });

    it('sign the others out where that is asked for, and the user of this browser before in any case', async () => {
      const phone = await device().signIn(anna, account.number);
      const neighbour = await addUser(server.services, { name: `Zane ${households}`, accounts: [account] });
      const browser = await device().signIn(neighbour, account.number);
      const before = browser.cookie;
      await set(await token({ purpose: 'password', user: anna.id }), 'a password of mine', true, browser);
      assert.deepEqual(await problemOf(phone.pull()), { code: 'signed_out' });
      assert.equal((await browser.client.profile.read.query()).name, anna.name);
      browser.cookie = before;
      assert.deepEqual(await problemOf(browser.client.profile.read.query()), { code: 'signed_out' });
    });

    it('confirm another address: it holds from now on, the old one hears of it, other links end', async () => {
      const [old, other] = [`anna${households}@example.com`, `Other${households}@Example.com`];
      const link = await token({ purpose: 'email', user: anna.id, email: other });
      const reset = await token({ purpose: 'password', user: anna.id });
      assert.deepEqual(await confirm(link), { email: other });
      assert.deepEqual((await intentsOf(server.services)).at(-1), {
        kind: 'email-changed',
        user: anna.id,
        oldEmail: old,
      });
      await signIn(other, anna.password);
      assert.deepEqual(await problemOf(signIn(old, anna.password)), { code: 'sign_in_failed' });
      assert.deepEqual(await problemOf(confirm(link)), { code: 'link_used' });
      assert.deepEqual(await problemOf(set(reset)), { code: 'link_used' });
    });

    it('confirm no address that somebody else has by now; the link is not used up', async () => {
      const email = `taken${households}@example.com`;
      const link = await token({ purpose: 'email', user: anna.id, email: email.toUpperCase() });
      await addUser(server.services, { name: `Zane ${households}`, accounts: [account], email });
      const was = await everything();
      assert.deepEqual(await problemOf(confirm(link)), { code: 'email_taken' });
      assert.deepEqual(await everything(), was);
      assert.equal((await open(link)).purpose, 'email');
    });

    it('leave a chained trace without names, addresses, numbers and tokens', async () => {
      const { reader } = server.services.db;
      const rows = await reader.selectFrom('audit').selectAll().execute();
      const actions = new Set(rows.map(({ action }) => action));
      for (const action of ['register', 'link-account', 'set-password', 'change-email', 'sign-in']) {
        assert.ok(actions.has(action), action);
      }
      assert.equal((await verifyAudit(reader)).ok, true);
      for (const { actor, subject, detail } of rows) {
        assert.doesNotMatch(`${actor} ${subject} ${detail}`, /@|Anna|Bērziņa|\b1\d{4}\b|password of/);
      }
      const tokens = await reader.selectFrom('tokens').select(['id_hash', 'series']).execute();
      for (const { id_hash, series } of tokens) assert.match(`${id_hash} ${series}`, /^[0-9a-f]{64} /);
    });
  });
});
