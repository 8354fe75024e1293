import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { createToken } from '../../../server/auth/tokens.ts';
import type { SecondFactor, StaffSecondStep } from '../../../shared/staff-forms.ts';
import { forEachEngine } from '../../support/databases.ts';
import { linkIn } from '../../support/mail-server.ts';
import { codeOf, type EquippedStaff, equip } from '../../support/office-access.ts';
import { newestAudits, OfficeBrowser } from '../../support/office-browser.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const hour = 3_600_000;
const better = 'wet leaves in autumn';

forEachEngine((engine) => {
  describe('one’s own access to the office', () => {
    let server: TestServer;
    let dace: EquippedStaff;
    let browser: OfficeBrowser;
    before(async () => {
      mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-28T07:00:15Z') });
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    after(() => mock.timers.reset());
    beforeEach(async () => {
      server.clock.advance(hour);
      dace = await equip(server);
      browser = new OfficeBrowser(server).as(dace);
    });
    const confirmed = (steps = 0) => ({ current: dace.password, code: codeOf(dace.secret, steps) });
    const linkFor = (staff: string) =>
      server.services.db.write((tx) =>
        createToken(tx, { purpose: 'staff-password', staff }, { now: server.clock.now() }),
      );

    const changes: readonly [string, object][] = [
      ['changePassword', { password: better }],
      ['beginSecondFactor', {}],
      ['renewRecoveryCodes', {}],
    ];
    for (const [procedure, rest] of changes) {
      it(`${procedure} wants the present password and a code that was not used`, async () => {
        const ask = async (given: object) =>
          (await browser.call(procedure, { ...confirmed(), ...given, ...rest })).problem;
        assert.deepEqual(await ask({ current: 'wrong wrong wrong' }), { code: 'password_wrong' });
        assert.deepEqual(await ask({ code: codeOf(dace.secret, 3) }), { code: 'code_wrong' });
        const noted = await newestAudits(server, 2);
        assert.deepEqual(
          noted.map(({ action }) => action),
          ['staff-code-wrong', 'staff-password-wrong'],
        );
        assert.equal(await ask({}), null);
        assert.deepEqual(await ask({ current: procedure === 'changePassword' ? better : dace.password }), {
          code: 'code_wrong',
        });
      });
    }

    it('refuses a poor new password', async () => {
      const { problem } = await browser.call('changePassword', { ...confirmed(), password: 'password' });
      assert.deepEqual(problem, { code: 'password_refused', why: 'password_common' });
    });

    it('ends all other sessions and links with the old password', async () => {
      const other = new OfficeBrowser(server).as(await sessionOf(dace.id));
      const token = await linkFor(dace.id);
      assert.equal((await browser.call('changePassword', { ...confirmed(), password: better })).problem, null);
      assert.deepEqual((await other.call('me')).problem, { code: 'signed_out' });
      assert.equal((await browser.call('me')).problem, null);
      assert.deepEqual((await browser.call('openLink', { token })).problem, { code: 'link_used' });
      const old = await browser.call('signIn', { email: dace.email, password: dace.password });
      assert.deepEqual(old.problem, { code: 'sign_in_failed' });
    });

    async function sessionOf(id: string): Promise<{ cookie: string }> {
      const { cookie } = await server.services.db.write((tx) => server.services.staffSessions.start(tx, id, 'test'));
      return { cookie: cookie.split(';')[0] ?? '' };
    }

    it('takes codes of the new app alone once it was confirmed, and of the old one until then', async () => {
      const begun = await browser.call('beginSecondFactor', confirmed());
      const { challenge, secret } = begun.result as SecondFactor & { challenge: string };
      const stranger = new OfficeBrowser(server).as(await hire(server));
      const theirs = await stranger.call('confirmSecondFactor', { challenge, code: codeOf(secret) });
      assert.deepEqual(theirs.problem, { code: 'sign_in_lapsed' });
      const old = await browser.call('confirmSecondFactor', { challenge, code: codeOf(dace.secret, 1) });
      assert.deepEqual(old.problem, { code: 'code_wrong' });
      const done = await browser.call('confirmSecondFactor', { challenge, code: codeOf(secret) });
      assert.equal((done.result as { recoveryCodes: string[] }).recoveryCodes.length, 10);
      const signIn = await browser.call('signIn', { email: dace.email, password: dace.password });
      const next = (signIn.result as StaffSecondStep).challenge;
      const enter = async (code: string) => (await browser.call('enterCode', { challenge: next, code })).problem;
      assert.deepEqual(await enter(codeOf(dace.secret, 1)), { code: 'code_wrong' });
      assert.equal(await enter(codeOf(secret, 1)), null);
    });

    it('keeps the language that somebody chose', async () => {
      assert.equal((await browser.call('setLanguage', { language: 'ru' })).problem, null);
      assert.equal(((await browser.call('me')).result as { language: string }).language, 'ru');
    });

    describe('by a link', () => {
      it('refuses what is no link of the office, one that lapsed, was used, or is of somebody shut out', async () => {
        const problem = async (token: string) =>
          (await browser.call('setPassword', { token, password: better })).problem;
        assert.deepEqual(await problem('A'.repeat(43)), { code: 'link_unknown' });
        const token = await linkFor(dace.id);
        assert.deepEqual((await browser.call('setPassword', { token, password: 'short' })).problem, {
          code: 'password_refused',
          why: 'password_too_short',
        });
        assert.equal(await problem(token), null);
        assert.deepEqual(await problem(token), { code: 'link_used' });
        const old = await linkFor(dace.id);
        server.clock.advance(hour);
        assert.deepEqual(await problem(old), { code: 'link_expired' });
        const shut = await linkFor(dace.id);
        await server.services.db.write((tx) =>
          tx.updateTable('staff').set({ disabled_at: '2026-11-01T09:00:00.000Z' }).where('id', '=', dace.id).execute(),
        );
        assert.deepEqual(await problem(shut), { code: 'link_unknown' });
      });

      it('sets a password, and still asks for the second factor', async () => {
        const token = await linkFor(dace.id);
        assert.deepEqual((await browser.call('openLink', { token })).result, { name: dace.name, email: dace.email });
        const answer = await browser.call('setPassword', { token, password: better });
        const { setUp } = answer.result as StaffSecondStep;
        assert.equal(setUp, null);
        assert.deepEqual(answer.cookies, []);
        assert.deepEqual((await browser.call('me')).problem, { code: 'signed_out' });
      });

      it('is sent to who forgot the password, as the database has the address, and to nobody else', async () => {
        await server.services.mail.work();
        const sent = server.mailbox.letters().length;
        for (const email of ['nobody@office.example.lv', dace.email.toUpperCase()]) {
          assert.equal((await browser.call('requestPassword', { email, language: 'en' })).problem, null);
        }
        await server.services.mail.work();
        const letters = server.mailbox.letters().slice(0, server.mailbox.letters().length - sent);
        assert.deepEqual(
          letters.map(({ to }) => to),
          [dace.email],
        );
        const [letter] = letters;
        assert.ok(letter);
        const { path, token } = linkIn(letter);
        assert.equal(path, '/office/set-password');
        assert.equal((await browser.call('openLink', { token })).problem, null);
      });
    });
  });
});
