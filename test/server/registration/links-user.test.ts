import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Anna, annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addUser } from '../../support/household.ts';
import { intentsOf } from '../../support/mail-intents.ts';
import { problemOf } from '../../support/test-device.ts';
import { linksOf } from './opened-links.ts';

forEachEngine((engine) => {
  describe('links in letters, of somebody who is a user', () => {
    let home: Anna;
    let server: Anna['server'];
    let account: Anna['account'];
    let anna: Anna['anna'];
    let households: Anna['households'];
    annaForEachTest(engine, (one) => {
      home = one;
      ({ server, account, anna, households } = one);
    });
    const { device, token, open, set, confirm, signIn, everything } = linksOf(() => home);

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
      await assertTrace(server, ['set-password', 'change-email', 'sign-in'], /@|Anna|Bērziņa|\b1\d{4}\b|password of/);
      const tokens = await server.services.db.reader.selectFrom('tokens').select(['id_hash', 'series']).execute();
      for (const { id_hash, series } of tokens) assert.match(`${id_hash} ${series}`, /^[0-9a-f]{64} /);
    });
  });
});
