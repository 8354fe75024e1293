import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { limitRules } from '../../../server/limits/rules.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { StaffSignedIn } from '../../../shared/staff-forms.ts';
import { forEachEngine } from '../../support/databases.ts';
import { codeOf, type EquippedStaff, equip } from '../../support/office-access.ts';
import { newestAudits, OfficeBrowser } from '../../support/office-browser.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const quarter = 15 * 60_000;
const step = 30_000;

forEachEngine((engine) => {
  describe('signing in to the office', () => {
    let server: TestServer;
    let dace: EquippedStaff;
    let browser: OfficeBrowser;
    before(async () => {
      // In the middle of a step of codes, and nothing but the test moves it on.
      mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-28T07:00:15Z') });
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    after(() => mock.timers.reset());
    beforeEach(async () => {
      server.clock.advance(quarter);
      dace = await equip(server);
      browser = new OfficeBrowser(server);
    });

    const passed = async ({ email, password } = dace) => browser.call('signIn', { email, password });
    const challenged = async (one = dace): Promise<string> => {
      const { result, problem } = await passed(one);
      assert.equal(problem, null);
      return (result as { challenge: string }).challenge;
    };
    async function code(challenge: string, text: string): Promise<Problem | 'in'> {
      const { problem, result } = await browser.call('enterCode', { challenge, code: text });
      if (problem === null) assert.equal((result as StaffSignedIn).staff.id, dace.id);
      return problem ?? 'in';
    }
    const refused = { code: 'sign_in_failed' };
    const wrong = { code: 'code_wrong' };
    const lapsed = { code: 'sign_in_lapsed' };

    it('refuses a wrong password, an address that nobody has, and somebody who is shut out, all alike', async () => {
      const off = await equip(server);
      await server.services.db.write((tx) =>
        tx.updateTable('staff').set({ disabled_at: '2026-11-01T09:00:00.000Z' }).where('id', '=', off.id).execute(),
      );
      const answers = [
        await passed({ ...dace, password: 'wrong wrong wrong' }),
        await passed({ ...dace, email: 'nobody@office.example.lv' }),
        await passed(off),
      ];
      assert.deepEqual(
        answers.map(({ problem, status, cookies }) => ({ problem, status, cookies })),
        Array(3).fill({ problem: refused, status: 401, cookies: [] }),
      );
      assert.deepEqual(
        await newestAudits(server, 3),
        Array(3).fill({ actor: 'anybody', action: 'staff-sign-in-refused', subject: '' }),
      );
    });

    it('refuses who was invited and has no password yet', async () => {
      await server.services.db.write((tx) =>
        tx.updateTable('staff').set({ password_hash: null }).where('id', '=', dace.id).execute(),
      );
      assert.deepEqual((await passed()).problem, refused);
    });

    it('opens nothing with the password alone', async () => {
      const { cookies } = await passed();
      assert.deepEqual(cookies, []);
      assert.deepEqual((await browser.call('me')).problem, { code: 'signed_out' });
    });

    it('refuses a wrong code, one from long ago, and words that are no recovery code, and notes it', async () => {
      const challenge = await challenged();
      const texts = [codeOf(dace.secret, -2), codeOf(dace.secret, 2), '000', 'abcd-efgh-jkmn-pqrs', '１２３４５６'];
      for (const text of texts) assert.deepEqual(await code(challenge, text), wrong, text);
      const [noted] = await newestAudits(server, 1);
      assert.deepEqual(noted, { actor: 'anybody', action: 'staff-code-wrong', subject: dace.id });
      assert.equal(await code(challenge, codeOf(dace.secret)), 'in');
    });

    it('refuses a code that was used, and one of a step before it', async () => {
      assert.equal(await code(await challenged(), codeOf(dace.secret)), 'in');
      const challenge = await challenged();
      assert.deepEqual(await code(challenge, codeOf(dace.secret)), wrong);
      assert.deepEqual(await code(challenge, codeOf(dace.secret, -1)), wrong);
      assert.equal(await code(challenge, codeOf(dace.secret, 1)), 'in');
    });

    it('takes the code of the step before and of the one after', async () => {
      for (const one of [-1, 0, 1]) assert.equal(await code(await challenged(), codeOf(dace.secret, one)), 'in');
    });

    it('lets one in of two who bring the same code at once', async () => {
      const challenges = [await challenged(), await challenged()];
      const answers = await Promise.all(challenges.map((one) => code(one, codeOf(dace.secret))));
      assert.deepEqual(answers.filter((one) => one === 'in').length, 1);
    });

    it('refuses a challenge that lapsed, was used, is somebody else’s work, or was made up', async () => {
      const challenge = await challenged();
      server.clock.advance(10 * 60_000);
      assert.deepEqual(await code(challenge, codeOf(dace.secret)), lapsed);
      const used = await challenged();
      assert.equal(await code(used, codeOf(dace.secret)), 'in');
      assert.deepEqual(await code(used, codeOf(dace.secret, 1)), lapsed);
      assert.deepEqual(await code('A'.repeat(43), codeOf(dace.secret, 1)), lapsed);
    });

    it('refuses a challenge of a password that was changed, and of somebody shut out meanwhile', async () => {
      const challenge = await challenged();
      const change = (set: object) =>
        server.services.db.write((tx) => tx.updateTable('staff').set(set).where('id', '=', dace.id).execute());
      await change({ disabled_at: '2026-11-01T09:00:00.000Z' });
      assert.deepEqual(await code(challenge, codeOf(dace.secret)), lapsed);
      await change({ disabled_at: null, password_hash: (await equip(server)).id });
      assert.deepEqual(await code(challenge, codeOf(dace.secret)), lapsed);
    });

    it('takes a code of somebody else for wrong', async () => {
      const other = await equip(server);
      assert.deepEqual(await code(await challenged(), codeOf(other.secret)), wrong);
    });

    it('ends tries at codes after ten, also over several challenges, and for thirty in a day', async () => {
      const { points } = limitRules['staff-code'];
      for (let tries = 0; tries < points; tries++) assert.deepEqual(await code(await challenged(), '000000'), wrong);
      const late = await code(await challenged(), codeOf(dace.secret));
      assert.deepEqual(late, { code: 'too_many', seconds: 900 });
      for (let tries = points; tries < limitRules['staff-code-day'].points; tries++) {
        if (tries % points === 0) server.clock.advance(quarter);
        assert.deepEqual(await code(await challenged(), '000000'), wrong);
      }
      server.clock.advance(quarter);
      assert.equal(((await code(await challenged(), codeOf(dace.secret))) as Problem).code, 'too_many');
    });

    it('ends tries at passwords after ten, whoever types them, but not in the browser that somebody knows', async () => {
      assert.equal(await code(await challenged(), codeOf(dace.secret)), 'in');
      const strange = new OfficeBrowser(server);
      const attempt = (one: OfficeBrowser, password: string) => one.call('signIn', { email: dace.email, password });
      for (let tries = 0; tries < limitRules['staff-sign-in-email'].points; tries++) {
        assert.deepEqual((await attempt(strange, 'wrong wrong wrong')).problem, refused);
      }
      assert.deepEqual((await attempt(strange, dace.password)).problem, { code: 'too_many', seconds: 900 });
      assert.equal((await attempt(browser, dace.password)).problem, null);
    });

    it('takes a recovery code once, typed in any way, and tells how many are left', async () => {
      const codes = await recoveryCodes();
      assert.equal(codes.length, 10);
      const [first = '', second = ''] = codes;
      const [row] = await server.services.db.reader
        .selectFrom('staff_recovery_codes')
        .where('staff_id', '=', dace.id)
        .selectAll()
        .execute();
      assert.match(row?.code_hash ?? '', /^[0-9a-f]{64}$/);
      assert.equal(await code(await challenged(), first), 'in');
      assert.deepEqual(await code(await challenged(), first), wrong);
      assert.equal(await code(await challenged(), ` ${second.toUpperCase().replaceAll('-', ' ')} `), 'in');
      const { result } = await browser.call('access');
      assert.deepEqual(result, { recoveryCodesLeft: 8 });
    });

    async function recoveryCodes(): Promise<string[]> {
      const confirmed = { current: dace.password, code: codeOf(dace.secret) };
      const { result } = await browser.as(dace).call('renewRecoveryCodes', confirmed);
      browser = new OfficeBrowser(server);
      return (result as { recoveryCodes: string[] }).recoveryCodes;
    }

    it('sets up the second factor where there is none, and shows ten recovery codes then and never again', async () => {
      await server.services.db.write((tx) =>
        tx.updateTable('staff').set({ totp_secret: null }).where('id', '=', dace.id).execute(),
      );
      const { result } = await passed();
      const { challenge, setUp } = result as { challenge: string; setUp: { secret: string; uri: string } };
      assert.match(setUp.secret, /^[A-Z2-7]{32}$/);
      assert.match(setUp.uri, /^otpauth:\/\/totp\/.+secret=[A-Z2-7]{32}/);
      assert.deepEqual(await code(challenge, codeOf(dace.secret)), wrong);
      const done = await browser.call('enterCode', { challenge, code: codeOf(setUp.secret) });
      assert.equal((done.result as StaffSignedIn).recoveryCodes?.length, 10);
      assert.deepEqual((await browser.call('enterCode', { challenge, code: codeOf(setUp.secret, 1) })).problem, lapsed);
      const again = (await passed()).result as { challenge: string; setUp: null };
      assert.equal(again.setUp, null);
      const second = await browser.call('enterCode', { challenge: again.challenge, code: codeOf(setUp.secret, 1) });
      assert.equal((second.result as StaffSignedIn).recoveryCodes, null);
    });

    it('lets one set up the second factor of two who know the password', async () => {
      await server.services.db.write((tx) =>
        tx.updateTable('staff').set({ totp_secret: null }).where('id', '=', dace.id).execute(),
      );
      const offers = await Promise.all([passed(), passed()]);
      const answers = await Promise.all(
        offers.map(({ result }) => {
          const { challenge, setUp } = result as { challenge: string; setUp: { secret: string } };
          return code(challenge, codeOf(setUp.secret));
        }),
      );
      assert.deepEqual(answers.filter((one) => one === 'in').length, 1);
      assert.deepEqual(
        answers.filter((one) => one !== 'in'),
        [lapsed],
      );
    });

    it('ends the session that the browser had, keeps its cookie from scripts and other sites, and hashes it', async () => {
      assert.equal(await code(await challenged(), codeOf(dace.secret)), 'in');
      const old = browser.cookie;
      const { cookies } = await browser.call('enterCode', {
        challenge: await challenged(),
        code: codeOf(dace.secret, 1),
      });
      const [session = ''] = cookies;
      assert.match(session, /^meterbook-office=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
      assert.equal((await browser.call('me')).problem, null);
      browser.cookie = old;
      assert.deepEqual((await browser.call('me')).problem, { code: 'signed_out' });
      const rows = await server.services.db.reader.selectFrom('staff_sessions').select('id_hash').execute();
      assert.ok(rows.every(({ id_hash }) => !session.includes(id_hash)));
    });

    it('opens nothing after signing out, after half an hour without a call, and after twelve hours', async () => {
      const started = Date.now();
      const signIn = async () => {
        assert.equal(await code(await challenged(), codeOf(dace.secret)), 'in');
        mock.timers.setTime(Date.now() + step);
      };
      const isIn = async () => (await browser.call('me')).problem === null;
      await signIn();
      assert.equal((await browser.call('signOut')).problem, null);
      assert.equal(await isIn(), false);
      await signIn();
      mock.timers.setTime(Date.now() + 30 * 60_000);
      assert.equal(await isIn(), false);
      await signIn();
      for (let minutes = 0; minutes < 12 * 60 - 1; minutes += 29) {
        assert.equal(await isIn(), true, `after ${minutes} minutes`);
        mock.timers.setTime(Date.now() + 29 * 60_000);
      }
      assert.equal(await isIn(), false);
      mock.timers.setTime(started);
    });

    it('writes the name of who signed in into the audit log, and neither password, code nor address', async () => {
      assert.equal(await code(await challenged(), codeOf(dace.secret)), 'in');
      assert.deepEqual(await newestAudits(server, 2), [
        { actor: dace.id, action: 'staff-sign-in', subject: dace.id },
        { actor: 'anybody', action: 'staff-password-right', subject: dace.id },
      ]);
      const rows = await server.services.db.reader.selectFrom('audit').selectAll().execute();
      const text = JSON.stringify(rows);
      for (const secret of [dace.password, dace.email, dace.secret]) assert.ok(!text.includes(secret));
    });
  });
});
