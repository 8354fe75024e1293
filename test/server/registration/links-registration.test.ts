import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 } from 'uuid';
import { readToken } from '../../../server/auth/tokens.ts';
import { type Anna, annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { intentsOf } from '../../support/mail-intents.ts';
import { problemOf } from '../../support/test-device.ts';
import { linksOf } from './opened-links.ts';

forEachEngine((engine) => {
  describe('links in letters, of a registration', () => {
    let home: Anna;
    let server: Anna['server'];
    let account: Anna['account'];
    let anna: Anna['anna'];
    let households: Anna['households'];
    annaForEachTest(engine, (one) => {
      home = one;
      ({ server, account, anna, households } = one);
    });
    const { device, token, registration, open, set, signIn, stored, everything } = linksOf(() => home);

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

    it('leave a chained trace without names, addresses, numbers and tokens', async () => {
      await assertTrace(server, ['register', 'link-account', 'sign-in'], /@|Anna|Bērziņa|\b1\d{4}\b|password of/);
      const tokens = await server.services.db.reader.selectFrom('tokens').select(['id_hash', 'series']).execute();
      for (const { id_hash, series } of tokens) assert.match(`${id_hash} ${series}`, /^[0-9a-f]{64} /);
    });
  });
});
