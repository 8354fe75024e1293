import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { settle } from '../../support/office-tries/people.ts';
import { openPaper, tokenOf } from '../../support/paper.ts';
import { moveIn } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('people in the office', () => {
    let server: TestServer;
    let clerk: TestStaff;
    let manager: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      clerk = await hire(server);
      manager = await hire(server, { role: 'manager', name: 'Ilze Manager' });
    });

    const find = async (search: string) =>
      (await clerk.client.people.list.query({ search, after: null })).rows.map(({ id }) => id);

    describe('finding', () => {
      it('finds nobody by what no name begins with, nor by signs alone', async () => {
        assert.deepEqual(await find('nobodyatall'), []);
        assert.deepEqual(await find('?!'), []);
        assert.deepEqual(await find('%'), []);
      });

      it('finds by parts of the name in any order, without marks and case', async () => {
        const { id } = await settle(server, { name: 'Žanete Šķērsiņa-Lāce' });
        for (const typed of ['žanete', 'SKERS', 'lace zan', 'Šķērsiņa Žanete']) {
          assert.deepEqual(await find(typed), [id], typed);
        }
        assert.deepEqual(await find('zanete kalnina'), []);
        assert.deepEqual(await find('nete'), []);
      });

      it('finds Cyrillic names with either of е and ё', async () => {
        const { id } = await settle(server, { name: 'Семёнов Пётр' });
        assert.deepEqual(await find('семенов'), [id]);
        assert.deepEqual(await find('ПЕТР сем'), [id]);
      });

      it('finds by the e-mail address, the phone and the account, also after a change', async () => {
        const { id, email, account } = await settle(server, { phone: '+371 2777 0001' });
        assert.deepEqual(await find(email.toUpperCase()), [id]);
        assert.deepEqual(await find(email.slice(0, 40)), [id]);
        assert.deepEqual(await find('+371 2777 00'), [id]);
        assert.deepEqual(await find(account.number), [id]);
        await manager.client.people.changeEmail.mutate({ user: id, was: email, email: 'Quite.Other@example.lv' });
        assert.deepEqual(await find(email), []);
        assert.deepEqual(await find('quite.other@'), [id]);
      });

      it('goes through a long list page by page, each user once, however words fit', async () => {
        const name = `Aaa${v7().slice(-6)} Aab Aac`;
        const made = new Set<string>();
        for (let count = 0; count < 53; count++) made.add((await settle(server, { name })).id);
        const found: string[] = [];
        let after: string | null = null;
        do {
          const page: { rows: { id: string }[]; next: string | null } = await clerk.client.people.list.query({
            search: `aa ${name.slice(0, 9)}`,
            after,
          });
          found.push(...page.rows.map(({ id }) => id));
          after = page.next;
        } while (after !== null);
        assert.equal(found.length, made.size);
        assert.deepEqual(new Set(found), made);
        for (const place of ['x', '{}', JSON.stringify({ user: 'x', word: '' })]) {
          const refused = { code: 'bad_input', path: 'after' };
          assert.deepEqual(await problemOf(clerk.client.people.list.query({ search: '', after: place })), refused);
          assert.deepEqual(await problemOf(clerk.client.people.letters.query({ after: place })), refused);
        }
        const newest = await clerk.client.people.list.query({ search: '', after: null });
        assert.equal(newest.rows.length, 50);
        const second = await clerk.client.people.list.query({ search: '', after: newest.next });
        assert.ok(second.rows.every(({ id }) => newest.rows.every((row) => row.id !== id)));
      });
    });

    describe('a person', () => {
      it('is not found under an id that nobody has', async () => {
        assert.deepEqual(await problemOf(clerk.client.people.open.query({ user: v7() })), { code: 'not_found' });
      });

      it('is shown with accounts, devices, letters; that somebody looked is noted once in a while', async () => {
        const anna = await moveIn(server, 'Anna');
        const shown = await clerk.client.people.open.query({ user: anna.user.id });
        await clerk.client.people.open.query({ user: anna.user.id });
        assert.deepEqual(
          shown.accounts.map(({ number }) => number),
          anna.accounts.map(({ number }) => number),
        );
        assert.equal(shown.devices.length, 2);
        assert.equal(shown.passkeys, 1);
        assert.equal(shown.state, 'active');
        assert.deepEqual(
          shown.mails.map(({ kind }) => kind),
          ['passkey-added'],
        );
        const views = await server.services.db.reader
          .selectFrom('audit')
          .where('subject', '=', anna.user.id)
          .where('action', '=', 'view-person')
          .select('actor')
          .execute();
        assert.deepEqual(views, [{ actor: clerk.id }]);
        assert.ok(!JSON.stringify(shown).includes('password'));
      });
    });

    describe('linking', () => {
      it('refuses a number that no account has, and one that is linked already', async () => {
        const { id, account } = await settle(server);
        const link = (number: string) => problemOf(clerk.client.people.link.mutate({ user: id, account: number }));
        assert.deepEqual(await link('1'), { code: 'bad_input', path: 'account' });
        assert.deepEqual(await link(account.number), { code: 'account_linked' });
      });

      it('links, says who did it, and tells everybody who was linked before', async () => {
        const [one, other] = [await settle(server), await settle(server)];
        await clerk.client.people.link.mutate({ user: one.id, account: other.account.number });
        const { accounts, mails } = await clerk.client.people.open.query({ user: one.id });
        assert.deepEqual(accounts.find(({ id }) => id === other.account.id)?.by, { kind: 'office', name: clerk.name });
        assert.deepEqual(accounts.find(({ id }) => id === one.account.id)?.by, { kind: 'self' });
        assert.deepEqual(mails, []);
        const told = await clerk.client.people.open.query({ user: other.id });
        assert.deepEqual(
          told.mails.map(({ kind }) => kind),
          ['account-linked'],
        );
      });

      it('unlinks once: the second clerk hears that somebody was faster; the device drops the account', async () => {
        const anna = await moveIn(server, 'Berta');
        await anna.device.pull();
        const gone = { user: anna.user.id, account: anna.accounts[1].id };
        await clerk.client.people.unlink.mutate(gone);
        assert.deepEqual(await problemOf(clerk.client.people.unlink.mutate(gone)), { code: 'changed_meanwhile' });
        assert.deepEqual((await anna.device.pullPage()).revoked, [anna.accounts[1].id]);
      });
    });

    describe('devices', () => {
      it('are signed out one by one, and all of them', async () => {
        const anna = await moveIn(server, 'Carla');
        const { devices } = await clerk.client.people.open.query({ user: anna.user.id });
        const device = devices[0]?.id ?? '';
        await clerk.client.people.endDevice.mutate({ user: anna.user.id, device });
        assert.deepEqual(await problemOf(clerk.client.people.endDevice.mutate({ user: anna.user.id, device })), {
          code: 'changed_meanwhile',
        });
        assert.deepEqual(await clerk.client.people.endDevices.mutate({ user: anna.user.id }), { ended: 1 });
        assert.deepEqual(await problemOf(anna.device.pull()), { code: 'signed_out' });
        assert.deepEqual(await problemOf(anna.other.pull()), { code: 'signed_out' });
      });

      it('of somebody else are not ended under this name', async () => {
        const anna = await moveIn(server, 'Dora');
        const { devices } = await clerk.client.people.open.query({ user: anna.user.id });
        const wrong = { user: (await settle(server)).id, device: devices[0]?.id ?? '' };
        assert.deepEqual(await problemOf(clerk.client.people.endDevice.mutate(wrong)), { code: 'changed_meanwhile' });
      });
    });

    describe('the e-mail address', () => {
      it('is not changed over somebody else’s change, to one that is taken, nor to itself', async () => {
        const [one, other] = [await settle(server), await settle(server)];
        const change = (was: string | null, email: string) =>
          problemOf(manager.client.people.changeEmail.mutate({ user: one.id, was, email }));
        assert.deepEqual(await change('old@example.lv', 'new@example.lv'), { code: 'changed_meanwhile' });
        assert.deepEqual(await change(one.email, other.email.toUpperCase()), { code: 'email_taken' });
        assert.deepEqual(await change(one.email, one.email), { code: 'bad_input', path: 'email' });
        assert.deepEqual(await change(one.email, 'no address'), { code: 'bad_input', path: 'email' });
      });

      it('is changed, both are told, and links that wait in the old mailbox are void', async () => {
        const { id, email } = await settle(server);
        await clerk.client.people.sendLink.mutate({ user: id });
        await server.services.mail.work();
        const link = server.mailbox.letters().find(({ to }) => to === email);
        const token = /#([\w-]{43})/.exec(link?.text ?? '')?.[1] ?? '';
        const renewed = `renewed-${email}`;
        await manager.client.people.changeEmail.mutate({ user: id, was: email, email: renewed });
        await server.services.mail.work();
        const told = server.mailbox
          .letters()
          .slice(0, 2)
          .map(({ to }) => to);
        assert.deepEqual(new Set(told), new Set([email, renewed]));
        const device = new TestDevice(server);
        assert.deepEqual(await problemOf(device.client.registration.openLink.mutate({ token })), { code: 'link_used' });
      });
    });

    describe('letters on paper', () => {
      it('are opened by nobody without the ticket, by no resident, and from no other site', async () => {
        const { id } = await settle(server);
        const { ticket } = await clerk.client.people.printLetter.mutate({ user: id });
        const anna = await moveIn(server, 'Elza');
        assert.equal((await openPaper(server, { cookie: '' }, ticket)).status, 401);
        assert.equal((await openPaper(server, { cookie: anna.device.cookie }, ticket)).status, 401);
        assert.equal((await openPaper(server, clerk, v7())).status, 404);
        const foreign = await fetch(`${server.url}/office/letters?ticket=${ticket}`, {
          headers: { cookie: clerk.cookie, 'sec-fetch-site': 'cross-site' },
        });
        assert.equal(foreign.status, 403);
        assert.equal((await openPaper(server, clerk, ticket)).status, 200);
      });

      it('are there once; a password is set by them; a newer one voids the earlier one', async () => {
        const { id, email, name } = await settle(server);
        const print = async () => {
          const { ticket } = await clerk.client.people.printLetter.mutate({ user: id });
          const answer = await openPaper(server, clerk, ticket);
          assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
          assert.equal((await openPaper(server, clerk, ticket)).status, 409);
          return answer.text();
        };
        const first = await print();
        assert.ok(first.includes(name));
        const second = await print();
        const device = new TestDevice(server);
        const set = (letter: string) =>
          device.client.registration.setPassword.mutate({
            token: tokenOf(letter),
            password: 'a good long password',
            endOthers: true,
          });
        assert.deepEqual(await problemOf(set(first)), { code: 'link_used' });
        const open = await clerk.client.people.letters.query({ after: null });
        assert.deepEqual(
          open.rows.filter(({ user }) => user.id === id).map(({ by }) => by),
          [{ kind: 'office', name: clerk.name }],
        );
        await set(second);
        const left = await clerk.client.people.letters.query({ after: null });
        assert.deepEqual(
          left.rows.filter(({ user }) => user.id === id),
          [],
        );
        assert.equal((await device.client.profile.read.query()).email, email);
      });
    });

    describe('an application on paper', () => {
      it('is compared with what billing knows', async () => {
        const known = await settle(server, { name: 'Juris Krūms' });
        const check = await clerk.client.people.checkApplication.query({
          accounts: [known.account.number, '404'],
          name: 'juris  KRŪMS',
          address: `Rīgas iela 1-${known.account.number}`,
          email: known.email,
        });
        assert.deepEqual(
          check.accounts.map(({ found }) => found && [found.sameHolder, found.sameAddress, found.users.length]),
          [[true, true, 1], null],
        );
        assert.deepEqual(check.emailOf, { id: known.id, name: 'Juris Krūms' });
        const views = await server.services.db.reader
          .selectFrom('audit')
          .where('subject', 'in', [known.account.id, known.id])
          .where('actor', '=', clerk.id)
          .select(['action', 'subject'])
          .orderBy('seq')
          .execute();
        assert.deepEqual(views, [
          { action: 'view-account', subject: known.account.id },
          { action: 'view-person', subject: known.id },
        ]);
        const other = await clerk.client.people.checkApplication.query({
          accounts: [known.account.number],
          name: 'Jānis Krūms',
          address: 'Ziedu iela 7-2',
          email: null,
        });
        assert.deepEqual(
          other.accounts.map(({ found }) => found && [found.sameHolder, found.sameAddress]),
          [[false, false]],
        );
      });

      it('is refused with an unknown account, a taken address, and by mail without an address', async () => {
        const { email } = await settle(server);
        const { number } = await addAccount(server.services, { number: `7${v7().slice(-8)}` });
        const create = (change: object) =>
          problemOf(
            clerk.client.people.create.mutate({
              ...{ accounts: [number], name: 'Anna', email: null, language: null, by: 'letter' as const },
              ...change,
            }),
          );
        assert.deepEqual(await create({ accounts: ['404'] }), { code: 'bad_input', path: 'accounts' });
        assert.deepEqual(await create({ email }), { code: 'email_taken' });
        assert.deepEqual(await create({ by: 'mail' }), { code: 'bad_input', path: 'email' });
        assert.deepEqual(await find(number), []);
      });

      it('makes a user without a password, whose letter opens the way', async () => {
        const { number } = await addAccount(server.services, { number: `7${v7().slice(-8)}`, holder: 'Ida Upe' });
        const { user } = await clerk.client.people.create.mutate({
          accounts: [number],
          name: 'Ida Upe',
          email: null,
          language: 'lv',
          by: 'letter',
        });
        assert.equal((await clerk.client.people.open.query({ user })).state, 'invited');
        const { ticket } = await clerk.client.people.printLetter.mutate({ user });
        const token = tokenOf(await (await openPaper(server, clerk, ticket)).text());
        const device = new TestDevice(server);
        await device.client.registration.setPassword.mutate({ token, password: 'very long indeed', endOthers: false });
        assert.equal((await clerk.client.people.open.query({ user })).state, 'active');
      });
    });
  });

  describe('letters that the office asks for', () => {
    it('wait with what they are asked for, and never hold more than that', async () => {
      const server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
      });
      const clerk = await hire(server);
      const { id } = await settle(server);
      await clerk.client.people.sendLink.mutate({ user: id });
      assert.deepEqual(await intentsOf(server.services), [{ kind: 'activation', user: id }]);
    });
  });
});
