import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokenLifetimes } from '../../../server/auth/tokens.ts';
import { type Anna, annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount } from '../../support/household.ts';
import { problemOf } from '../../support/test-device.ts';
import { linksOf } from './opened-links.ts';

forEachEngine((engine) => {
  describe('links in letters', () => {
    let home: Anna;
    let server: Anna['server'];
    let account: Anna['account'];
    let anna: Anna['anna'];
    let households: Anna['households'];
    annaForEachTest(engine, (one) => {
      home = one;
      ({ server, account, anna, households } = one);
    });
    const { token, registration, open, set, confirm, signIn, stored, everything } = linksOf(() => home);

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

    it('leave a chained trace without names, addresses, numbers and tokens', async () => {
      await assertTrace(server, ['register', 'set-password', 'sign-in'], /@|Anna|Bērziņa|\b1\d{4}\b|password of/);
      const tokens = await server.services.db.reader.selectFrom('tokens').select(['id_hash', 'series']).execute();
      for (const { id_hash, series } of tokens) assert.match(`${id_hash} ${series}`, /^[0-9a-f]{64} /);
    });
  });
});
