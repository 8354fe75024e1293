import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { pairingMinutes } from '../../../shared/kiosk-answers.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a phone that shows bills at a kiosk', () => {
    let server: TestServer;
    let kiosk: TestKiosk;
    let anna: TestResident;
    let ivan: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      anna = await moveIn(server, 'Anna');
      ivan = await moveIn(server, 'Ivan');
    });
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      kiosk = await enrolKiosk(server);
    });
    const pair = () => kiosk.client.pair.mutate();
    const paired = (code: string, at = kiosk) => at.client.paired.mutate({ code });
    const show = (code: string, who = anna) => who.device.client.accounts.showAtKiosk.mutate({ code });
    const open = (token: string) => anna.device.client.registration.openLink.mutate({ token });
    const expire = () => server.clock.advance(pairingMinutes * 60_000);

    it('takes no code that is none, and so many tries', async () => {
      const { points } = limitRules['kiosk-pairing-user'];
      for (let at = 0; at < points; at++) {
        if (at < 2) await show((await pair()).code);
        assert.deepEqual(await problemOf(show('A'.repeat(43))), { code: 'link_unknown' });
      }
      assert.equal((await problemOf(show((await pair()).code))).code, 'too_many');
      await show((await pair()).code, ivan);
    });

    it('takes no code whose minutes are over, nor does the kiosk go on with it', async () => {
      const { code } = await pair();
      expire();
      assert.deepEqual(await problemOf(show(code)), { code: 'link_expired' });
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_expired' });
    });

    it('takes no code of a kiosk that was revoked meanwhile', async () => {
      const { code } = await pair();
      await revokeKiosk(server.services, kiosk.id, 'test');
      assert.deepEqual(await problemOf(open(code)), { code: 'link_unknown' });
      assert.deepEqual(await problemOf(show(code)), { code: 'link_unknown' });
    });

    it('is told at which kiosk it would be, which does not use the code up', async () => {
      const { code } = await pair();
      assert.deepEqual(await open(code), { purpose: 'kiosk-pairing', kiosk: kiosk.name });
      assert.equal(await paired(code), null);
      await show(code);
      assert.deepEqual(await problemOf(open(code)), { code: 'link_used' });
      assert.deepEqual(await problemOf(open(`paired:${code}`)), { code: 'link_unknown' });
    });

    it('is the only one for its code, also of ten at once', async () => {
      const { code } = await pair();
      const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => show(code, at % 2 ? anna : ivan)));
      assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(await problemOf(show(code, ivan)), { code: 'link_used' });
    });

    it('shows nothing at another kiosk, and nothing twice, also of ten at once', async () => {
      const other = await enrolKiosk(server);
      const { code } = await pair();
      assert.deepEqual(await problemOf(paired(code, other)), { code: 'link_unknown' });
      await show(code);
      assert.deepEqual(await problemOf(paired(code, other)), { code: 'link_unknown' });
      const answers = await Promise.allSettled(Array.from({ length: 10 }, () => paired(code)));
      assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_used' });
      assert.deepEqual(await problemOf(paired(`paired:${code}`)), { code: 'link_unknown' });
    });

    it('shows nothing where the kiosk does not ask within the minutes', async () => {
      const { code } = await pair();
      await show(code);
      expire();
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_expired' });
    });

    it('is asked for by a kiosk so often', async () => {
      const { points } = limitRules['kiosk-pairing-kiosk'];
      for (let at = 0; at < points; at++) await pair();
      assert.equal((await problemOf(pair())).code, 'too_many');
    });

    it('leaves nothing in the database by which somebody else could go on', async () => {
      const { code } = await pair();
      const { db } = server.services;
      const rows = async () => JSON.stringify(await db.reader.selectFrom('tokens').selectAll().execute());
      assert.ok(!(await rows()).includes(code));
      await show(code);
      assert.ok(!(await rows()).includes(code));
    });

    it('shows its user’s bills there, and is told where; both are noted', async () => {
      const { code, url, until } = await pair();
      assert.equal(url, `${server.services.baseUrl()}/at-kiosk#${code}`);
      assert.equal(Date.parse(until), server.clock.now() + pairingMinutes * 60_000);
      assert.equal(await paired(code), null);
      assert.deepEqual(await show(code), { kiosk: kiosk.name });
      const shown = await paired(code);
      assert.deepEqual(
        shown?.accounts.map(({ id, number }) => ({ id, number })),
        anna.accounts,
      );
      const { accounts } = await kiosk.client.bills.query({ visit: shown?.visit.token ?? '' });
      assert.equal(accounts.length, 2);
      const rows = await server.services.db.reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').execute();
      assert.deepEqual(
        rows.slice(0, 2).map(({ actor, action, subject, detail }) => [actor, action, subject, detail]),
        [
          [kiosk.id, 'kiosk-sign-in', anna.user.id, '{}'],
          [anna.user.id, 'show-at-kiosk', kiosk.id, '{}'],
        ],
      );
    });
  });
});
