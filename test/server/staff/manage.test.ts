import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { StaffEntry, StaffSecondStep } from '../../../shared/staff-forms.ts';
import { forEachEngine } from '../../support/databases.ts';
import { linkIn } from '../../support/mail-server.ts';
import { codeOf, type EquippedStaff, equip } from '../../support/office-access.ts';
import { newestAudits, OfficeBrowser } from '../../support/office-browser.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('the staff', () => {
    let server: TestServer;
    let marina: EquippedStaff;
    let dace: EquippedStaff;
    let browser: OfficeBrowser;
    beforeEach(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      marina = await equip(server, { role: 'administrator', name: 'Marina' });
      dace = await equip(server, { name: 'Dace' });
      browser = new OfficeBrowser(server).as(marina);
    });
    const problem = async (procedure: string, input: unknown) => (await browser.call(procedure, input)).problem;
    const list = async () => (await browser.call('list')).result as StaffEntry[];
    const invitation = { email: 'Olegs@Office.example.lv', name: 'Oļegs Petrovs', role: 'manager', language: 'lv' };

    it('refuses an address that somebody has, in any case, and one that is none', async () => {
      assert.equal(await problem('invite', invitation), null);
      assert.deepEqual(await problem('invite', { ...invitation, email: 'OLEGS@office.example.lv' }), {
        code: 'email_taken',
      });
      assert.deepEqual(await problem('invite', { ...invitation, email: 'olegs' }), {
        code: 'bad_input',
        path: 'email',
      });
    });

    it('keeps the last administrator: nobody demotes the only one who can sign in, nor shuts oneself out', async () => {
      await browser.call('invite', { ...invitation, role: 'administrator' });
      const demote = { id: marina.id, from: 'administrator', role: 'clerk' };
      assert.deepEqual(await problem('setRole', demote), { code: 'last_administrator' });
      assert.deepEqual(await problem('disable', { id: marina.id }), { code: 'forbidden' });
      assert.deepEqual(await problem('resetAccess', { id: marina.id }), { code: 'forbidden' });
      await equip(server, { role: 'administrator' });
      assert.equal(await problem('setRole', demote), null);
      assert.deepEqual(await problem('list', {}), { code: 'forbidden' });
    });

    it('keeps one administrator of two who shut each other out at once', async () => {
      const vera = await equip(server, { role: 'administrator', name: 'Vera' });
      await Promise.all([
        new OfficeBrowser(server).as(marina).call('disable', { id: vera.id }),
        new OfficeBrowser(server).as(vera).call('disable', { id: marina.id }),
      ]);
      const able = await server.services.db.reader
        .selectFrom('staff')
        .where('role', '=', 'administrator')
        .where('disabled_at', 'is', null)
        .select('id')
        .execute();
      assert.equal(able.length, 1);
    });

    it('tells the second of two who change the same role', async () => {
      const change = { id: dace.id, from: 'clerk' };
      assert.equal(await problem('setRole', { ...change, role: 'manager' }), null);
      assert.deepEqual(await problem('setRole', { ...change, role: 'administrator' }), { code: 'changed_meanwhile' });
    });

    it('says of nobody what is not there', async () => {
      const id = '019ac8c1-0000-7000-8000-000000000000';
      for (const procedure of ['disable', 'enable', 'resetAccess']) {
        assert.deepEqual(await problem(procedure, { id }), { code: 'not_found' });
      }
    });

    it('gives a role at once, also to who is at work', async () => {
      const hers = new OfficeBrowser(server).as(dace);
      assert.deepEqual((await hers.call('list')).problem, { code: 'forbidden' });
      await browser.call('setRole', { id: dace.id, from: 'clerk', role: 'administrator' });
      assert.equal((await hers.call('list')).problem, null);
    });

    it('shuts out at once who is at work, and lets in again with the password of before', async () => {
      const hers = new OfficeBrowser(server).as(dace);
      assert.equal(await problem('disable', { id: dace.id }), null);
      assert.deepEqual(await problem('disable', { id: dace.id }), { code: 'changed_meanwhile' });
      assert.deepEqual((await hers.call('me')).problem, { code: 'signed_out' });
      const signIn = () => hers.call('signIn', { email: dace.email, password: dace.password });
      assert.deepEqual((await signIn()).problem, { code: 'sign_in_failed' });
      assert.equal((await list()).find(({ id }) => id === dace.id)?.state, 'disabled');
      assert.equal(await problem('enable', { id: dace.id }), null);
      assert.equal((await signIn()).problem, null);
      assert.deepEqual((await hers.call('me')).problem, { code: 'signed_out' });
    });

    it('invites by a letter whose link leads through password and second factor into the office', async () => {
      assert.equal(await problem('invite', invitation), null);
      const entry = (await list()).find(({ name }) => name === 'Oļegs Petrovs');
      assert.equal(entry?.state, 'invited');
      assert.equal(entry?.email, 'olegs@office.example.lv');
      await server.services.mail.work();
      const [letter] = server.mailbox.letters();
      assert.ok(letter);
      assert.equal(letter.to, 'olegs@office.example.lv');
      const { token } = linkIn(letter);
      const his = new OfficeBrowser(server);
      const set = await his.call('setPassword', { token, password: 'wet leaves in autumn' });
      const { challenge, setUp } = set.result as StaffSecondStep;
      assert.ok(setUp);
      const entered = await his.call('enterCode', { challenge, code: codeOf(setUp.secret) });
      assert.equal(entered.problem, null);
      assert.deepEqual((await his.call('me')).result, {
        id: entry?.id,
        name: 'Oļegs Petrovs',
        email: 'olegs@office.example.lv',
        role: 'manager',
        language: 'lv',
      });
      assert.equal((await list()).find(({ id }) => id === entry?.id)?.state, 'active');
    });

    it('begins anew with a link for who lost the second factor: neither it nor the password opens anything', async () => {
      const hers = new OfficeBrowser(server).as(dace);
      assert.equal(await problem('resetAccess', { id: dace.id }), null);
      assert.deepEqual((await hers.call('me')).problem, { code: 'signed_out' });
      const signIn = await hers.call('signIn', { email: dace.email, password: dace.password });
      assert.deepEqual(signIn.problem, { code: 'sign_in_failed' });
      await server.services.mail.work();
      const letter = server.mailbox.letters().find(({ to }) => to === dace.email);
      assert.ok(letter);
      const set = await hers.call('setPassword', { token: linkIn(letter).token, password: 'wet leaves in autumn' });
      assert.notEqual((set.result as StaffSecondStep).setUp?.secret, dace.secret);
      const audits = await newestAudits(server, 10);
      assert.ok(audits.some(({ action, actor }) => action === 'staff-second-factor-reset' && actor === marina.id));
    });
  });
});
