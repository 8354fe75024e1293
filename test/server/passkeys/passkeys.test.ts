import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { before, beforeEach, describe, it } from 'node:test';
import { sweepChallenges } from '../../../server/passkeys/sweep.ts';
import { Authenticator, type Wrong } from '../../support/authenticator.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser, type TestUser } from '../../support/household.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const origin = 'https://meters.example.lv';
const refused = { code: 'passkey_refused' };

forEachEngine((engine) => {
  describe('passkeys', () => {
    let server: TestServer;
    let anna: TestUser;
    let phone: TestDevice;
    let numbers = 10_000;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00', url: origin });
    });
    /** Another Anna for each test, signed in with her password, in a window in which nobody has tried anything. */
    beforeEach(async () => {
      server.clock.advance(3_600_000);
      const number = String(numbers++);
      const account = await addAccount(server.services, { number });
      anna = await addUser(server.services, { name: 'Anna', accounts: [account] });
      phone = await new TestDevice(server).signIn(anna, number);
    });

    const stored = () =>
      server.services.db.reader.selectFrom('passkeys').where('user_id', '=', anna.id).selectAll().execute();
    const current = (device = phone) => ({ current: device.user?.password ?? '' });
    const begin = async (device = phone) => (await device.client.passkeys.begin.mutate(current(device))).options;
    async function make(device = phone, authenticator = new Authenticator(origin)): Promise<Authenticator> {
      const response = authenticator.create(await begin(device));
      await device.client.passkeys.finish.mutate({ response });
      return authenticator;
    }
    const anybody = () => new TestDevice(server);
    const ask = async (device: TestDevice) => (await device.client.auth.passkeyOptions.mutate()).options;
    async function enter(authenticator: Authenticator, wrong: Wrong = {}, device = anybody()) {
      const response = authenticator.get(await ask(device), wrong);
      return device.client.auth.signInWithPasskey.mutate({ response });
    }
    const audited = async (action: string) =>
      (
        await server.services.db.reader
          .selectFrom('audit')
          .where('action', '=', action)
          .where('subject', '=', anna.id)
          .orderBy('seq')
          .selectAll()
          .execute()
      ).map(({ actor, detail }) => ({ actor, ...JSON.parse(detail) }));

    it('are refused to those who are not signed in', async () => {
      const response = new Authenticator(origin).create(await begin());
      const stranger = anybody().client;
      assert.deepEqual(await problemOf(stranger.passkeys.begin.mutate(current())), { code: 'signed_out' });
      assert.deepEqual(await problemOf(stranger.passkeys.finish.mutate({ response })), { code: 'signed_out' });
      assert.deepEqual(await problemOf(stranger.passkeys.remove.mutate({ id: 'x' })), { code: 'signed_out' });
    });

    it('are not made in a session in the wrong hands: the present password is asked for', async () => {
      for (const wrong of ['', 'password', `${anna.password} `]) {
        const problem = await problemOf(phone.client.passkeys.begin.mutate({ current: wrong }));
        assert.deepEqual(problem, { code: 'password_wrong' });
      }
      const tokens = await server.services.db.reader
        .selectFrom('tokens')
        .where('user_id', '=', anna.id)
        .selectAll()
        .execute();
      assert.deepEqual(tokens, []);
    });

    it('are not made for another site, another step, without a person, or for a challenge of one’s own', async () => {
      const spoiled: Wrong[] = [
        { origin: 'https://meters.example.lv.evil.example' },
        { origin: 'http://meters.example.lv' },
        { rpId: 'example.lv' },
        { type: 'webauthn.get' },
        { flags: 0x40 },
        { flags: 0x01 },
        { challenge: randomBytes(32).toString('base64url') },
        { challenge: '' },
        { challenge: 7 },
        { challenge: { toString: 'x' } },
        { challenge: null },
      ];
      for (const wrong of spoiled) {
        const response = new Authenticator(origin).create(await begin(), wrong);
        assert.deepEqual(
          await problemOf(phone.client.passkeys.finish.mutate({ response })),
          refused,
          JSON.stringify(wrong),
        );
      }
      assert.deepEqual(await stored(), []);
      const why = (await audited('passkey-refused')).map((entry) => entry.why);
      assert.deepEqual(new Set(why), new Set(['unverified', 'challenge']));
    });

    it('are not made from what is no answer of an authenticator at all', async () => {
      const good = new Authenticator(origin).create(await begin());
      const bytes = randomBytes(400).toString('base64url');
      for (const response of [
        { ...good, response: { ...good.response, attestationObject: bytes } },
        { ...good, response: { ...good.response, clientDataJSON: bytes } },
        { ...good, rawId: bytes },
        { ...good, response: { ...good.response, attestationObject: good.response.attestationObject.slice(0, -40) } },
      ]) {
        assert.deepEqual(await problemOf(phone.client.passkeys.finish.mutate({ response })), refused);
      }
      for (const [response, path] of [
        [{ ...good, id: 'not base64url!' }, 'response.id'],
        [{ ...good, id: 'x'.repeat(1_365) }, 'response.id'],
        [
          { ...good, response: { ...good.response, attestationObject: 'x'.repeat(65_537) } },
          'response.response.attestationObject',
        ],
      ] as const) {
        const sent = phone.client.passkeys.finish.mutate({ response });
        assert.deepEqual(await problemOf(sent), { code: 'bad_input', path });
      }
      assert.deepEqual(await stored(), []);
    });

    it('are not made where certificates come along: checking them could make the server fetch', async () => {
      const attestation = {
        fmt: 'packed',
        attStmt: new Map<string, number | Buffer | Buffer[]>([
          ['alg', -7],
          ['sig', randomBytes(70)],
          ['x5c', [randomBytes(300)]],
        ]),
      };
      const response = new Authenticator(origin).create(await begin(), { attestation });
      assert.deepEqual(await problemOf(phone.client.passkeys.finish.mutate({ response })), refused);
    });

    it('are made for a challenge once, of two at the same time too, by its user, and in time', async () => {
      const [first, second] = [new Authenticator(origin), new Authenticator(origin)];
      const options = await begin();
      const both = await Promise.allSettled(
        [first, second].map((one) => phone.client.passkeys.finish.mutate({ response: one.create(options) })),
      );
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await stored()).length, 1);

      const account = await addAccount(server.services, { number: String(numbers++) });
      const ivan = await addUser(server.services, { name: 'Ivan', accounts: [account] });
      const his = await new TestDevice(server).signIn(ivan, account.number);
      const response = new Authenticator(origin).create(await begin(his));
      assert.deepEqual(await problemOf(phone.client.passkeys.finish.mutate({ response })), refused);

      const forSignIn = new Authenticator(origin).create({ ...options, challenge: (await ask(anybody())).challenge });
      assert.deepEqual(await problemOf(phone.client.passkeys.finish.mutate({ response: forSignIn })), refused);

      const late = new Authenticator(origin).create(await begin());
      server.clock.advance(10 * 60_000);
      assert.deepEqual(await problemOf(phone.client.passkeys.finish.mutate({ response: late })), refused);
      assert.equal((await stored()).length, 1);
    });

    it('ask for one that can be discovered, verifies its user where it can, and attests nothing', async () => {
      const { rp, user, attestation, authenticatorSelection, challenge, ...options } = await begin();
      assert.deepEqual(rp, { id: 'meters.example.lv', name: server.services.company.name });
      assert.equal(Buffer.from(user.id, 'base64url').toString(), anna.id);
      assert.equal(user.displayName, 'Anna');
      assert.equal(attestation, 'none');
      assert.equal(authenticatorSelection?.residentKey, 'required');
      assert.equal(authenticatorSelection?.userVerification, 'preferred');
      assert.equal(Buffer.from(challenge, 'base64url').length, 32);
      assert.ok(!Object.hasOwn(options, 'extensions'));
      const asked = await ask(anybody());
      assert.deepEqual([asked.rpId, asked.userVerification], ['meters.example.lv', 'preferred']);
      assert.ok(!asked.allowCredentials?.length);
    });

    it('are offered to no authenticator that has one already', async () => {
      const { id } = await make();
      assert.deepEqual(
        (await begin()).excludeCredentials?.map((one) => ({ id: one.id, transports: one.transports })),
        [{ id, transports: ['internal'] }],
      );
    });

    it('are kept by their key alone, told of by letter and audited', async () => {
      const { id } = await make();
      const [passkey, ...others] = await stored();
      assert.deepEqual(others, []);
      assert.deepEqual(
        [passkey?.id, passkey?.counter, passkey?.transports, passkey?.used_at],
        [id, 0, '["internal"]', null],
      );
      const mails = await server.services.db.reader
        .selectFrom('mails')
        .where('kind', '=', 'passkey-added')
        .selectAll()
        .execute();
      assert.equal(mails.filter(({ content }) => content.includes(anna.id)).length, 1);
      assert.deepEqual(await audited('passkey-added'), [{ actor: anna.id }]);
    });

    it('are taken by nobody else who names the same one', async () => {
      const { id } = await make();
      const account = await addAccount(server.services, { number: String(numbers++) });
      const ivan = await addUser(server.services, { name: 'Ivan', accounts: [account] });
      const his = await new TestDevice(server).signIn(ivan, account.number);
      const response = new Authenticator(origin).create(await begin(his), { credentialId: id });
      assert.deepEqual(await problemOf(his.client.passkeys.finish.mutate({ response })), refused);
      assert.equal((await stored())[0]?.user_id, anna.id);
    });

    it('are ten at the most, also of many at the same time', async () => {
      for (let count = 0; count < 8; count++) await make();
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => new Authenticator(origin).create(await begin())),
      );
      const all = await Promise.allSettled(
        answers.map((response) => phone.client.passkeys.finish.mutate({ response })),
      );
      assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 2);
      assert.equal((await stored()).length, 10);
      assert.deepEqual(await problemOf(phone.client.passkeys.begin.mutate(current())), { code: 'forbidden' });
    });

    it('sign in, without a name or a password, as the password does', async () => {
      const passkey = await make();
      const device = anybody();
      const answer = await enter(passkey, {}, device);
      assert.deepEqual(answer.user, { id: anna.id, name: 'Anna' });
      assert.equal(answer.accounts.length, 1);
      assert.match(device.cookie, /meterbook=[0-9a-f]{40}/);
      assert.match(device.cookie, /meterbook-known=/);
      device.user = anna;
      assert.equal((await device.pull()).length, 1);
      assert.notEqual((await stored())[0]?.used_at, null);
      assert.deepEqual(await audited('sign-in'), [{ actor: anna.id }, { actor: anna.id, by: 'passkey' }]);
    });

    it('end the session that the browser had before', async () => {
      const passkey = await make();
      const before = phone.cookie;
      await enter(passkey, {}, phone);
      const { sessions } = server.services;
      assert.equal(await sessions.validate(sessions.read(before)), null);
      assert.equal((await sessions.validate(sessions.read(phone.cookie)))?.user.id, anna.id);
    });

    it('do not sign in for another site, another step, another user, another key or without a person', async () => {
      const passkey = await make();
      const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      const spoiled: Wrong[] = [
        { origin: 'https://evil.example' },
        { rpId: 'evil.example' },
        { type: 'webauthn.create' },
        { flags: 0 },
        { key: other },
        { userHandle: null },
        { userHandle: Buffer.from('somebody else').toString('base64url') },
        { credentialId: randomBytes(16).toString('base64url') },
        { challenge: randomBytes(32).toString('base64url') },
        { challenge: 7 },
      ];
      for (const wrong of spoiled) {
        assert.deepEqual(await problemOf(enter(passkey, wrong)), refused, JSON.stringify(Object.keys(wrong)));
      }
      assert.equal((await stored())[0]?.used_at, null);
      const why = new Set((await audited('passkey-refused')).map((entry) => entry.why));
      assert.deepEqual(why, new Set(['unverified', 'challenge']));
    });

    it('answer a challenge once, of two answers at the same time too, and in time', async () => {
      const passkey = await make();
      const options = await ask(anybody());
      const answer = () => anybody().client.auth.signInWithPasskey.mutate({ response: passkey.get(options) });
      const both = await Promise.allSettled([answer(), answer()]);
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.deepEqual(await problemOf(answer()), refused);
      const forCreation = { ...options, challenge: (await begin()).challenge };
      const response = passkey.get(forCreation);
      assert.deepEqual(await problemOf(anybody().client.auth.signInWithPasskey.mutate({ response })), refused);
      const late = passkey.get(await ask(anybody()));
      server.clock.advance(10 * 60_000);
      assert.deepEqual(await problemOf(anybody().client.auth.signInWithPasskey.mutate({ response: late })), refused);
    });

    it('whose counter does not rise are refused and audited: there may be a copy', async () => {
      const passkey = await make();
      await enter(passkey);
      await enter(passkey, { counter: 5 });
      for (const counter of [5, 4, 0]) assert.deepEqual(await problemOf(enter(passkey, { counter })), refused);
      assert.deepEqual(
        await audited('passkey-refused'),
        [5, 4, 0].map(() => ({ actor: anna.id, why: 'counter' })),
      );
      const race = await Promise.allSettled([enter(passkey, { counter: 6 }), enter(passkey, { counter: 6 })]);
      assert.deepEqual(race.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await stored())[0]?.counter, 6);
    });

    it('that are removed open nothing; nobody removes another’s', async () => {
      const passkey = await make();
      const account = await addAccount(server.services, { number: String(numbers++) });
      const ivan = await addUser(server.services, { name: 'Ivan', accounts: [account] });
      const his = await new TestDevice(server).signIn(ivan, account.number);
      const remove = (device: TestDevice) => device.client.passkeys.remove.mutate({ id: passkey.id });
      assert.deepEqual(await problemOf(remove(his)), { code: 'not_found' });
      for (const id of ['', '\0', `${passkey.id}\0`, '\ud800', 'a b', 'x'.repeat(1_365)]) {
        assert.deepEqual(await problemOf(his.client.passkeys.remove.mutate({ id })), { code: 'bad_input', path: 'id' });
      }
      await enter(passkey);
      await remove(phone);
      assert.deepEqual(await problemOf(remove(phone)), { code: 'not_found' });
      assert.deepEqual(await problemOf(enter(passkey)), refused);
      assert.deepEqual(await audited('passkey-removed'), [{ actor: anna.id }]);
    });

    it('are not guessed for long from one address, and right ones cost nothing', async () => {
      const passkey = await make();
      for (let times = 0; times < 35; times++) await enter(passkey);
      const unknown = { credentialId: randomBytes(16).toString('base64url') };
      for (let times = 0; times < 30; times++) assert.deepEqual(await problemOf(enter(passkey, unknown)), refused);
      assert.deepEqual(await problemOf(enter(passkey)), { code: 'too_many', seconds: 900 });
      server.clock.advance(900_000);
      await enter(passkey);
    });

    it('leave no challenges behind', async () => {
      await ask(anybody());
      await begin();
      server.clock.advance(10 * 60_000);
      await sweepChallenges(server.services);
      const { rows } = await server.services.db.reader
        .selectFrom('tokens')
        .where('purpose', 'like', 'passkey-%')
        .select((row) => row.fn.countAll().as('rows'))
        .executeTakeFirstOrThrow();
      assert.equal(Number(rows), 0);
    });
  });
});
