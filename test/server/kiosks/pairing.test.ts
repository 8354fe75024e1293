import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { paired as pairedNow } from '../../../server/kiosks/pairing.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { pairedAgainSeconds, pairingMinutes } from '../../../shared/kiosk-answers.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { chosenAt, numberAt, pairedAt } from '../../support/kiosk-pairing.ts';
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
    const meet = (code: string, who = anna) => who.device.client.accounts.meetKiosk.mutate({ code });
    const choose = (code: string, number: string | null, who = anna) =>
      who.device.client.accounts.showAtKiosk.mutate({ code, number });
    const end = (code: string, who = anna) => who.device.client.accounts.endAtKiosk.mutate({ code });
    const expire = () => server.clock.advance(pairingMinutes * 60_000);
    const newest = async (count: number) => {
      const { reader } = server.services.db;
      const rows = await reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(count).execute();
      return rows.map(({ actor, action, subject, detail }) => [actor, action, subject, detail]);
    };
    /** The code, after the phone has opened it, and the numbers that it asks about. */
    async function met(): Promise<{ code: string; right: string; wrong: string }> {
      const { code } = await pair();
      const { numbers } = await meet(code);
      const right = await numberAt(kiosk, code);
      return { code, right, wrong: numbers.find((one) => one !== right) ?? '' };
    }

    it('takes no code that is none, and so many tries', async () => {
      const { points } = limitRules['kiosk-pairing-user'];
      for (let at = 0; at < points; at++) {
        if (at < 2) await meet((await pair()).code);
        assert.deepEqual(await problemOf(meet('A'.repeat(43))), { code: 'link_unknown' });
      }
      assert.equal((await problemOf(meet((await pair()).code))).code, 'too_many');
      await meet((await pair()).code, ivan);
    });

    it('takes no code whose minutes are over, nor does the kiosk go on with it', async () => {
      const { code } = await pair();
      const opened = await met();
      expire();
      assert.deepEqual(await problemOf(meet(code)), { code: 'link_expired' });
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_expired' });
      assert.deepEqual(await problemOf(choose(opened.code, opened.right)), { code: 'link_expired' });
      assert.deepEqual(await problemOf(paired(opened.code)), { code: 'link_expired' });
    });

    it('takes no code of a kiosk that was revoked meanwhile', async () => {
      const [{ code }, opened] = [await pair(), await met()];
      await revokeKiosk(server.services, kiosk.id, 'test');
      assert.deepEqual(await problemOf(meet(code)), { code: 'link_unknown' });
      assert.deepEqual(await problemOf(choose(opened.code, opened.right)), { code: 'link_unknown' });
    });

    it('shows nothing by opening the code: not its bills, nor whose they would be', async () => {
      const { code } = await pair();
      assert.deepEqual(await paired(code), { state: 'waiting' });
      await meet(code);
      const { state, number, ...rest } = (await paired(code)) as { state: 'met'; number: string; until: string };
      assert.deepEqual([state, Object.keys(rest)], ['met', ['until']]);
      assert.match(number, /^[1-9]{2}$/);
    });

    it('is asked for one of three numbers, and the kiosk shows none before it has opened the code', async () => {
      for (let at = 0; at < 20; at++) {
        const { code, until } = await pair();
        assert.deepEqual(await paired(code), { state: 'waiting' });
        const told = await meet(code);
        assert.equal(told.kiosk, kiosk.name);
        assert.deepEqual(Object.keys(told), ['kiosk', 'numbers']);
        assert.equal(((await paired(code)) as { until: string }).until, until);
        assert.equal(new Set(told.numbers.join('')).size, 6, 'no digit twice');
        assert.ok(told.numbers.includes(await numberAt(kiosk, code)));
        assert.deepEqual(await meet(code), told, 'opened again it is the same');
      }
    });

    it('ends it by another number, or by none, and that is noted; the right one comes too late then', async () => {
      for (const [pick, action] of [
        ['wrong', 'kiosk-number-wrong'],
        ['none', 'decline-at-kiosk'],
        ['out of nowhere', 'kiosk-number-wrong'],
      ] as const) {
        const { code, right, wrong } = await met();
        const number = { wrong, none: null, 'out of nowhere': '00' }[pick];
        assert.deepEqual(await choose(code, number), { kiosk: kiosk.name, shown: false });
        assert.deepEqual(await newest(1), [[anna.user.id, action, kiosk.id, '{}']]);
        assert.deepEqual(await paired(code), { state: 'refused' });
        assert.deepEqual(await problemOf(choose(code, right)), { code: 'link_used' });
        assert.deepEqual(await problemOf(meet(code)), { code: 'link_used' });
        assert.deepEqual(await paired(code), { state: 'refused' });
      }
    });

    it('is the only one for its code, also of ten at once', async () => {
      const { code } = await pair();
      const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => meet(code, at % 2 ? anna : ivan)));
      const met = answers.map(({ status }) => status === 'fulfilled');
      const [mine, other] = met[1] ? [anna, ivan] : [ivan, anna];
      assert.deepEqual(
        met,
        answers.map((_, at) => (at % 2 ? anna : ivan) === mine),
      );
      const number = await numberAt(kiosk, code);
      assert.deepEqual(await problemOf(choose(code, number, other)), { code: 'link_used' });
      assert.ok((await choose(code, number, mine)).shown);
    });

    it('chooses once, also ten times at once, and hears the same again where the answer was lost', async () => {
      const { code, right, wrong } = await met();
      const answers = await Promise.all(Array.from({ length: 10 }, () => choose(code, right)));
      assert.ok(answers.every(({ shown }) => shown));
      assert.deepEqual(await problemOf(choose(code, wrong)), { code: 'link_used' });
      const shown = (await newest(20)).filter(
        ([, action, subject]) => action === 'show-at-kiosk' && subject === kiosk.id,
      );
      assert.equal(shown.length, 1);
    });

    it('is shown also where the number is chosen while the kiosk looks', async () => {
      const { code, right } = await met();
      const { db } = server.services;
      let looks = 0;
      // After the second look the kiosk has read that nobody has chosen yet, and not whether somebody could still.
      const watched = <T extends object>(query: T): T =>
        new Proxy(query, {
          get: (target, name) => {
            return (...given: unknown[]) => {
              const answer = (Reflect.get(target, name) as (...given: unknown[]) => object).apply(target, given);
              if (name !== 'executeTakeFirst') return watched(answer);
              return Promise.resolve(answer).then(async (row) => {
                if (++looks === 2) await choose(code, right);
                return row;
              });
            };
          },
        });
      const told = await pairedNow({ ...server.services, db: { ...db, reader: watched(db.reader) } }, { kiosk, code });
      assert.ok(looks > 2);
      assert.equal(told.state, 'paired');
    });

    it('shows nothing at another kiosk', async () => {
      const other = await enrolKiosk(server);
      const { code, right } = await met();
      assert.deepEqual(await problemOf(paired(code, other)), { code: 'link_unknown' });
      await choose(code, right);
      assert.deepEqual(await problemOf(paired(code, other)), { code: 'link_unknown' });
      const told = await paired(code);
      assert.equal(told.state, 'paired');
      assert.deepEqual(await problemOf(other.client.bills.query({ visit: told.visit.token })), { code: 'signed_out' });
      for (const name of ['met', 'paired', 'visit']) {
        assert.deepEqual(await problemOf(paired(`${name}:${code}`)), { code: 'link_unknown' });
      }
    });

    it('gives the kiosk an answer that was lost again for half a minute, the same visit, and no longer', async () => {
      const code = await chosenAt(kiosk, anna);
      const answers = await Promise.all(Array.from({ length: 10 }, () => paired(code)));
      assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
      server.clock.advance(pairedAgainSeconds * 1000);
      const again = await paired(code);
      assert.equal(again.state, 'paired');
      await kiosk.client.bills.query({ visit: again.visit.token });
      server.clock.advance(1);
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_used' });
      const signIns = (await newest(20)).filter(([actor, action]) => actor === kiosk.id && action === 'kiosk-sign-in');
      assert.equal(signIns.length, 1);
    });

    it('shows nothing where the kiosk does not ask within the minutes', async () => {
      const code = await chosenAt(kiosk, anna);
      expire();
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_expired' });
    });

    it('is asked for by a kiosk so often', async () => {
      const { points } = limitRules['kiosk-pairing-kiosk'];
      for (let at = 0; at < points; at++) await pair();
      assert.equal((await problemOf(pair())).code, 'too_many');
    });

    it('leaves nothing in the database by which somebody else could go on', async () => {
      const { db } = server.services;
      const rows = async () => JSON.stringify(await db.reader.selectFrom('tokens').selectAll().execute());
      const { code, visit } = await pairedAt(kiosk, anna);
      for (const secret of [code, visit.token]) assert.ok(!(await rows()).includes(secret));
    });

    it('tells the kiosk whose bills they would be, masked, and nothing else before somebody there says yes', async () => {
      const { code, url, until } = await pair();
      assert.equal(url, `${server.services.baseUrl()}/at-kiosk#${code}`);
      assert.equal(Date.parse(until), server.clock.now() + pairingMinutes * 60_000);
      await meet(code);
      const number = await numberAt(kiosk, code);
      assert.deepEqual(await choose(code, number), { kiosk: kiosk.name, shown: true });
      const told = await paired(code);
      assert.equal(told.state, 'paired');
      assert.deepEqual(Object.keys(told).sort(), ['name', 'state', 'visit']);
      assert.equal(told.name, 'A•••');
      const { accounts } = await kiosk.client.bills.query({ visit: told.visit.token });
      assert.deepEqual(
        accounts.map(({ id, number }) => ({ id, number })),
        anna.accounts,
      );
      assert.deepEqual(await newest(2), [
        [kiosk.id, 'kiosk-sign-in', anna.user.id, '{}'],
        [anna.user.id, 'show-at-kiosk', kiosk.id, '{}'],
      ]);
    });

    describe('ended by the phone', () => {
      it('is for nobody else, and not where there is nothing to end', async () => {
        const { code } = await met();
        assert.deepEqual(await problemOf(end(code)), { code: 'link_unknown' });
        const shown = await pairedAt(kiosk, anna);
        assert.deepEqual(await problemOf(end(shown.code, ivan)), { code: 'link_unknown' });
        assert.deepEqual(await problemOf(end(`visit:${shown.code}`)), { code: 'link_unknown' });
        await kiosk.client.holds.query({ visit: shown.visit.token });
      });

      it('shows nothing more from then on, and is noted once, however often it is pressed', async () => {
        const { code, visit } = await pairedAt(kiosk, anna);
        const { client } = kiosk;
        const later = await client.stay.mutate({ visit: visit.token });
        for (let at = 0; at < 3; at++) await end(code);
        assert.deepEqual(await newest(2), [
          [anna.user.id, 'end-at-kiosk', kiosk.id, '{}'],
          [kiosk.id, 'kiosk-sign-in', anna.user.id, '{}'],
        ]);
        for (const token of [visit.token, later.token]) {
          assert.deepEqual(await problemOf(client.holds.query({ visit: token })), { code: 'signed_out' });
          assert.deepEqual(await problemOf(client.stay.mutate({ visit: token })), { code: 'signed_out' });
          assert.deepEqual(await problemOf(client.bills.query({ visit: token })), { code: 'signed_out' });
        }
        assert.deepEqual(await problemOf(paired(code)), { code: 'link_used' });
      });

      it('never begins where the kiosk has not asked yet', async () => {
        const code = await chosenAt(kiosk, anna);
        await end(code);
        assert.deepEqual(await problemOf(paired(code)), { code: 'link_used' });
      });
    });

    it('is over where whoever stands there says that it is not them, which is noted once', async () => {
      const { visit, code } = await pairedAt(kiosk, anna);
      await kiosk.client.notThem.mutate({ visit: visit.token });
      assert.deepEqual(await newest(1), [[kiosk.id, 'kiosk-not-them', anna.user.id, '{}']]);
      assert.deepEqual(await problemOf(kiosk.client.notThem.mutate({ visit: visit.token })), { code: 'signed_out' });
      assert.deepEqual(await problemOf(kiosk.client.bills.query({ visit: visit.token })), { code: 'signed_out' });
      assert.deepEqual(await problemOf(paired(code)), { code: 'link_used' });
    });
  });
});
