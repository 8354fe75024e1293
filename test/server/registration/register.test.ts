import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ProblemError } from '../../../server/errors.ts';
import { register } from '../../../server/registration/register.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts, insideWords } from '../../support/hostile.ts';
import { addAccount, addUser } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const annas = {
  number: '12345',
  holder: 'Anna Bērziņa',
  proof: null,
  email: 'anna@example.com',
  phone: null,
  language: 'lv',
} as const;

forEachEngine((engine) => {
  describe('registering', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
        behindProxy: true,
      });
      const account = await addAccount(server.services, { number: '12345' });
      await addUser(server.services, { name: 'Berta', accounts: [account], email: 'berta@example.com' });
    });

    let addresses = 0;
    /** A call from an address of its own, unless told otherwise. */
    async function call(
      procedure: string,
      body: unknown,
      address = `203.0.${Math.floor(++addresses / 250)}.${addresses % 250}`,
    ): Promise<{ status: number; text: string; cookies: string[] }> {
      const answer = await fetch(`${server.url}/trpc/registration.${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', 'x-forwarded-for': address },
        body: JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text(), cookies: answer.headers.getSetCookie() };
    }
    const nextHour = () => server.clock.advance(3_600_001);
    const users = () => server.services.db.reader.selectFrom('users').selectAll().orderBy('id').execute();
    const links = () => server.services.db.reader.selectFrom('user_accounts').selectAll().orderBy('user_id').execute();

    it('refuses a number of another form, and what is missing, by name', async () => {
      for (const [change, path] of [
        [{ number: '1234' }, 'number'],
        [{ number: '123456' }, 'number'],
        [{ number: '12345a' }, 'number'],
        [{ number: '１２３４５' }, 'number'],
        [{ number: '12 345' }, 'number'],
        [{ holder: '' }, 'holder'],
        [{ email: 'anna' }, 'email'],
        [{ email: 'anna@example.com, other@example.com' }, 'email'],
        [{ phone: 'no phone' }, 'phone'],
        [{ language: 'de' }, 'language'],
        [{ proof: 7 }, 'proof'],
        [{ role: 'clerk' }, ''],
      ] as const) {
        const { status, text } = await call('register', { ...annas, ...change });
        assert.equal(status, 400);
        assert.deepEqual(JSON.parse(text).error.data.problem, { code: 'bad_input', path }, JSON.stringify(change));
      }
      for (const [body, path] of [
        [{}, 'email'],
        [{ email: '', language: 'lv' }, 'email'],
        [{ email: 'anna@example.com' }, 'language'],
      ] as const) {
        const { text } = await call('requestPassword', body);
        assert.deepEqual(JSON.parse(text).error.data.problem, { code: 'bad_input', path });
      }
      assert.deepEqual(await intentsOf(server.services), []);
    });

    it('answers the same to the holder, to a stranger, for swapped fields and for an account that is not there', async () => {
      const answers = [];
      for (const change of [
        {},
        { holder: 'ANNA  BERZINA' },
        { holder: 'anna@example.com' },
        { number: '54321' },
        { email: 'berta@example.com' },
      ]) {
        answers.push(await call('register', { ...annas, ...change }));
      }
      for (const email of ['berta@example.com', 'nobody@example.com']) {
        answers.push(await call('requestPassword', { email, language: 'ru' }));
      }
      for (const answer of answers) {
        assert.deepEqual(answer, { status: 200, text: '{"result":{"data":{}}}', cookies: [] });
      }
      const asked = await intentsOf(server.services);
      assert.deepEqual(
        asked.map(({ kind }) => kind),
        [...Array<string>(5).fill('registration'), 'password-reset', 'password-reset'],
      );
      assert.deepEqual(asked[0], { kind: 'registration', ...annas });
      assert.deepEqual(asked[5], { kind: 'password-reset', email: 'berta@example.com', language: 'ru' });
    });

    it('keeps no phone number that the company does not ask for', async () => {
      nextHour();
      const before = (await intentsOf(server.services)).length;
      await call('register', { ...annas, phone: '+371 2912 3456', proof: '168500-12' });
      const asked = (await intentsOf(server.services)).slice(before);
      assert.deepEqual(asked, [{ kind: 'registration', ...annas }]);
    });

    it('lets nobody in and changes nothing, whatever is in the fields', async () => {
      const [usersBefore, linksBefore] = [await users(), await links()];
      for (const [procedure, good] of [
        ['register', annas],
        ['requestPassword', { email: 'berta@example.com', language: 'lv' }],
      ] as const) {
        for (const field of Object.keys(good)) {
          for (const hostile of hostileTexts) {
            nextHour();
            const { status, text, cookies } = await call(procedure, { ...good, [field]: hostile });
            const said = `${status} ${text} for ${field} ${JSON.stringify(hostile.slice(0, 40))}`;
            if (status === 200) assert.equal(text, '{"result":{"data":{}}}', said);
            else assert.match(text, new RegExp(`"problem":\\{"code":"bad_input","path":"${field}"\\}`), said);
            assert.ok(status === 200 || status === 400, said);
            assert.doesNotMatch(text, insideWords);
            assert.deepEqual(cookies, []);
          }
        }
      }
      assert.deepEqual([await users(), await links()], [usersBefore, linksBefore]);
    });

    it('is limited by address, by account and by e-mail address, and says for how long', async () => {
      const refusals = async (tries: number, change: (at: number) => { body: object; address?: string }) => {
        nextHour();
        const said: unknown[] = [];
        for (let at = 0; at < tries; at++) {
          const { body, address } = change(at);
          const { text } = await call('register', { ...annas, ...body }, address);
          said.push(JSON.parse(text).error?.data.problem);
        }
        return said.filter((problem) => problem !== undefined);
      };
      const tooMany = { code: 'too_many', seconds: 3600 };
      const number = (at: number) => String(60_000 + at);
      assert.deepEqual(
        await refusals(21, (at) => ({
          body: { number: number(at), email: `a${at}@example.com` },
          address: '198.51.100.7',
        })),
        [tooMany],
      );
      assert.deepEqual(await refusals(11, (at) => ({ body: { email: `b${at}@example.com` } })), [tooMany]);
      assert.deepEqual(await refusals(6, (at) => ({ body: { number: number(at), email: 'C@example.com' } })), [
        tooMany,
      ]);
      nextHour();
      assert.equal((await call('register', { ...annas, email: 'c@EXAMPLE.com' })).status, 200);
      nextHour();
      const asked = [];
      for (let at = 0; at < 6; at++) {
        const body = { email: 'berta@example.com', language: 'lv' };
        asked.push((await call('requestPassword', body)).status);
      }
      assert.deepEqual(asked, [200, 200, 200, 200, 200, 429]);
    });

    it('asks for the phone number where the company does', async () => {
      const other = await startTestServer(engine, {
        company: 'dgservic',
        now: '2017-07-20T09:00:00+03:00',
        smtp: noMailServer,
      });
      await addAccount(other.services, { number: '679-30', holder: 'Иванов И.И.' });
      const { client } = new TestDevice(other);
      const form = { ...annas, number: '679-30', holder: 'Иванов И.И.', language: 'ru' } as const;
      assert.deepEqual(await problemOf(client.registration.register.mutate(form)), {
        code: 'bad_input',
        path: 'phone',
      });
      const whole = { ...form, phone: '8 (495) 780-70-83' };
      assert.deepEqual(await client.registration.register.mutate(whole), {});
      assert.deepEqual(await intentsOf(other.services), [{ kind: 'registration', ...whole }]);
    });

    it('asks for the further proof where the company does', async () => {
      const { services } = server;
      const registration = { ...services.company.registration, proof: { kind: 'meter-serial' as const } };
      const asking = { ...services, company: { ...services.company, registration } };
      nextHour();
      await assert.rejects(
        register(asking, annas, '192.0.2.1'),
        (error) => error instanceof ProblemError && JSON.stringify(error.problem).includes('"path":"proof"'),
      );
      const before = (await intentsOf(services)).length;
      await register(asking, { ...annas, proof: '168500-12' }, '192.0.2.1');
      const [asked] = (await intentsOf(services)).slice(before);
      assert.deepEqual(asked, { kind: 'registration', ...annas, proof: '168500-12' });
    });
  });
});
