import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { passwordMark } from '../../../server/accounts/confirm-password.ts';
import { setEmail } from '../../../server/accounts/user-queries.ts';
import { setPasswordHash } from '../../../server/auth/queries.ts';
import { consumeTokensOf } from '../../../server/auth/token-queries.ts';
import { consumeToken, type TokenPurpose } from '../../../server/auth/tokens.ts';
import { composeLetter } from '../../../server/mail/compose.ts';
import type { MailIntent } from '../../../server/mail/intents.ts';
import type { Letter } from '../../../server/mail/letter.ts';
import type { Company } from '../../../shared/company.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, type TestAccount } from '../../support/household.ts';
import { linkIn } from '../../support/mail-server.ts';
import { untilSomebodyWaits } from '../../support/waiting.ts';
import { baseUrl, openPostOffice, type PostOffice } from './post-office.ts';

const hours = 3_600_000;

forEachEngine((engine) => {
  describe('the letter', () => {
    let office: PostOffice;
    let company: Company;
    let account: TestAccount;
    beforeEach(async () => {
      office = await openPostOffice(engine);
      company = office.company;
      account = await addAccount(office, { number: '12345', holder: 'Anna  Bērziņa' });
    });
    let series = 0;
    const compose = (intent: MailIntent): Promise<Letter | null> =>
      office.db.write((tx) =>
        composeLetter(tx, intent, {
          company,
          baseUrl,
          now: office.clock.now(),
          askedAt: office.clock.now() - hours,
          series: `mail ${++series}`,
        }),
      );
    async function written(intent: MailIntent): Promise<Letter> {
      const letter = await compose(intent);
      assert.ok(letter);
      return letter;
    }
    const consume = (letter: Letter, purpose: TokenPurpose) =>
      office.db.write((tx) => consumeToken(tx, linkIn(letter).token, [purpose], office.clock.now()));
    const link = (user: string, { id }: TestAccount) =>
      office.db.write(async (tx) => {
        const row = { user_id: user, account_id: id, linked_at: toInstant(office.clock.now()) };
        await tx.insertInto('user_accounts').values(row).execute();
      });
    const registration = {
      kind: 'registration',
      number: '12345',
      holder: 'Anna Bērziņa',
      phone: '+371 29123456',
      email: 'Anna@Example.lv',
      proof: null,
      language: 'lv',
    } as const;

    describe('of a registration', () => {
      it('is written to nobody where number, name or proof are not those of the account', async () => {
        const wrong = [
          { number: '12346' },
          { number: '' },
          { number: "12345' or '1'='1" },
          { holder: 'Anna Berzina' },
          { holder: '' },
          // A Cyrillic А.
          { holder: 'Аnna Bērziņa' },
        ];
        for (const change of wrong) assert.equal(await compose({ ...registration, ...change }), null);
        company = { ...company, registration: { ...company.registration, proof: { kind: 'meter-serial' } } };
        await addMeter(office, account, { serial: 'OLD 1', retired_on: '2020-01-01' });
        await addMeter(office, account, { serial: 'AB-17 c' });
        const other = await addAccount(office, { number: '54321', holder: 'Anna Bērziņa' });
        await addMeter(office, other, { serial: 'ZZ 9' });
        for (const proof of [null, '', 'OLD 1', 'ZZ 9', 'AB-17']) {
          assert.equal(await compose({ ...registration, proof }), null, String(proof));
        }
        assert.deepEqual(await office.db.reader.selectFrom('tokens').selectAll().execute(), []);
        assert.ok(await compose({ ...registration, proof: 'ab-17C' }));
      });

      it('carries the permission to become a user of that account, for a day', async () => {
        const letter = await written({ ...registration, number: ' 12345 ', holder: 'ANNA BĒRZIŅA ' });
        assert.equal(letter.to, 'anna@example.lv');
        assert.equal(letter.subject, 'Konta aktivizācija');
        assert.match(letter.text, /^Labdien, Anna Bērziņa!$/m);
        assert.match(letter.text, /^Klienta kods: 12345$/m);
        assert.match(letter.text, /24 stundas/);
        assert.equal(linkIn(letter).path, '/set-password');
        office.clock.advance(24 * hours - 1);
        assert.deepEqual(await consume(letter, 'registration'), {
          purpose: 'registration',
          account: account.id,
          name: 'Anna  Bērziņa',
          email: 'anna@example.lv',
          phone: '+371 29123456',
          language: 'lv',
        });
      });

      it('says to a user that there is nothing to register, with a link for a forgotten password', async () => {
        const { id } = await office.addUser();
        const elsewhere = await written(registration);
        assert.match(elsewhere.text, /jau ir reģistrēta/);
        assert.match(elsewhere.text, /“Vairāk”/);
        assert.match(elsewhere.text, /1 stundu/);
        await link(id, account);
        const letter = await written(registration);
        assert.doesNotMatch(letter.text, /“Vairāk”/);
        assert.deepEqual(await consume(letter, 'password'), { purpose: 'password', user: id });
      });
    });

    it('of a forgotten password goes to the user of that address, in any case, and lasts an hour', async () => {
      assert.equal(await compose({ kind: 'password-reset', email: 'anna@example.lv', language: 'lv' }), null);
      const { id } = await office.addUser();
      const letter = await written({ kind: 'password-reset', email: 'ANNA@example.lv', language: 'ru' });
      assert.equal(letter.subject, 'Новый пароль');
      office.clock.advance(hours - 1);
      assert.deepEqual(await consume(letter, 'password'), { purpose: 'password', user: id });
      const late = await written({ kind: 'password-reset', email: 'anna@example.lv', language: 'ru' });
      office.clock.advance(hours);
      await assert.rejects(consume(late, 'password'), { message: 'link_expired' });
    });

    it('goes to the address as it is stored, also where another mailbox was typed that is alike in small letters', async () => {
      // The Kelvin sign, whose small letter is k.
      const [typed, stored] = ['mi\u212ae@example.lv', 'mike@example.lv'];
      assert.equal((await written({ ...registration, email: typed })).to, stored);
      const { id } = await office.addUser({ email: stored, password_hash: 'its hash' });
      assert.equal((await written({ ...registration, email: typed })).to, stored);
      assert.equal((await written({ kind: 'password-reset', email: typed, language: 'lv' })).to, stored);
      assert.equal(
        (await written({ kind: 'email-change', user: id, email: typed, by: passwordMark('its hash') })).to,
        stored,
      );
    });

    it('makes no link for the mailbox of an address that is being replaced', async () => {
      const { id } = await office.addUser();
      let composing: Promise<Letter | null> | undefined;
      await office.db.write(async (tx) => {
        await setEmail(tx, id, 'new@example.lv');
        composing ??= compose({ kind: 'password-reset', email: 'anna@example.lv', language: 'lv' });
        await untilSomebodyWaits(office.db);
        await consumeTokensOf(tx, id, toInstant(office.clock.now()));
      });
      assert.equal(await composing, null);
      assert.deepEqual(await office.db.reader.selectFrom('tokens').selectAll().execute(), []);
    });

    it('of an activation names the accounts and lasts a day, and needs an address', async () => {
      const { id } = await office.addUser({ email: null });
      await link(id, account);
      assert.equal(await compose({ kind: 'activation', user: id }), null);
      const zane = await office.addUser({ email: 'zane@example.lv', name: 'Zane', language: 'en' });
      await link(zane.id, account);
      const letter = await written({ kind: 'activation', user: zane.id });
      assert.deepEqual([letter.to, letter.language], ['zane@example.lv', 'en']);
      assert.match(letter.text, /^Account number: 12345$/m);
      office.clock.advance(24 * hours - 1);
      assert.deepEqual(await consume(letter, 'password'), { purpose: 'password', user: zane.id });
    });

    it('about another person goes to those who are still linked, and names the premises and the time', async () => {
      const { id } = await office.addUser({ language: 'en' });
      const intent = { kind: 'account-linked', user: id, account: account.id } as const;
      assert.equal(await compose(intent), null);
      await link(id, account);
      const { text } = await written(intent);
      assert.match(text, /^Address: Rīgas iela 1-12345$/m);
      assert.match(text, /^When: 28 November 2026 at 13:00$/m);
    });

    it('that confirms an address goes to that address, and does not tell it the name', async () => {
      const { id } = await office.addUser({ password_hash: 'its hash' });
      const intent = { kind: 'email-change', user: id, email: 'New@Example.lv', by: passwordMark('its hash') } as const;
      const letter = await written(intent);
      assert.equal(letter.to, 'new@example.lv');
      assert.doesNotMatch(letter.text + letter.html, /Anna/);
      assert.equal(linkIn(letter).path, '/confirm-email');
      assert.deepEqual(await consume(letter, 'email'), { purpose: 'email', user: id, email: 'new@example.lv' });
    });

    it('that confirms an address is not written once another password was set than it was asked for with', async () => {
      const { id } = await office.addUser({ password_hash: 'its hash' });
      const intent = { kind: 'email-change', user: id, email: 'new@example.lv', by: passwordMark('its hash') } as const;
      await office.db.write((tx) => setPasswordHash(tx, id, 'another hash'));
      assert.equal(await compose(intent), null);
      assert.deepEqual(await office.db.reader.selectFrom('tokens').selectAll().execute(), []);
    });

    it('about a change goes to whom it concerns, if anybody can be reached', async () => {
      const anna = await office.addUser();
      const nobody = await office.addUser({ email: null });
      const old = await written({ kind: 'email-changed', user: nobody.id, oldEmail: 'old@example.lv' });
      assert.equal(old.to, 'old@example.lv');
      for (const kind of ['phone-changed', 'password-changed', 'passkey-added'] as const) {
        const letter = await written({ kind, user: anna.id });
        assert.equal(letter.to, 'anna@example.lv');
        assert.doesNotMatch(letter.text, /set-password|confirm-email/);
        assert.equal(await compose({ kind, user: nobody.id }), null);
      }
      assert.equal(await compose({ kind: 'password-changed', user: '019ac000-0000-7000-8000-000000000000' }), null);
    });

    it('is in the language that was asked for, else the user’s, else the company’s first', async () => {
      const languageOf = async (intent: MailIntent) => (await written(intent)).language;
      const russian = await office.addUser({ language: 'ru' });
      const unsaid = await office.addUser({ email: 'other@example.lv', language: null });
      assert.equal(await languageOf({ kind: 'password-reset', email: 'anna@example.lv', language: 'en' }), 'en');
      assert.equal(await languageOf({ kind: 'password-changed', user: russian.id }), 'ru');
      assert.equal(await languageOf({ kind: 'password-changed', user: unsaid.id }), 'lv');
      company = { ...company, languages: ['en'] };
      assert.equal(await languageOf({ kind: 'password-changed', user: russian.id }), 'en');
      assert.equal(await languageOf({ kind: 'password-reset', email: 'anna@example.lv', language: 'lv' }), 'en');
    });
  });
});
