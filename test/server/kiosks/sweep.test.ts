import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import { v7 } from 'uuid';
import { serialHours } from '../../../server/kiosks/serial-tries.ts';
import { typedKept } from '../../../server/kiosks/slip-keeping.ts';
import { sweepKiosks } from '../../../server/kiosks/sweep.ts';
import { mostWrong, triesFadeDays } from '../../../server/kiosks/tries.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, type KioskHome } from '../../support/kiosk-home.ts';
import { overhear } from '../../support/plans.ts';
import { problemOf } from '../../support/test-device.ts';

const day = 86_400_000;

forEachEngine((engine) => {
  describe('the sweep of kiosks', () => {
    let home: KioskHome;
    let account: string;
    let numbers = 5_000;
    before(async () => {
      home = await furnishWithKiosk(engine);
    });
    beforeEach(async () => {
      // Every test has its own number and its own kiosk, so that none meets the limits of another.
      account = String(numbers++);
      home.kiosk = await enrolKiosk(home.server);
    });

    const guess = (serial = v7()) => problemOf(home.kiosk.client.lookUp.mutate({ account, serial }));
    const sweep = () => sweepKiosks(home.server.services);
    const advance = (ms: number) => home.server.clock.advance(ms);
    const count = async (table: 'kiosk_tries' | 'kiosk_serial_tries') =>
      (await home.server.services.db.reader.selectFrom(table).select('last_at').execute()).length;

    it('leaves wrong proofs that count still', async () => {
      const were = await count('kiosk_tries');
      await guess();
      advance(triesFadeDays * day - 1);
      const noted = await count('kiosk_tries');
      assert.ok(noted > were);
      await sweep();
      assert.equal(await count('kiosk_tries'), noted);
    });

    it('takes wrong proofs that locked nothing, after thirty days', async () => {
      for (let at = 1; at < mostWrong; at++) await guess();
      advance(triesFadeDays * day);
      await sweep();
      assert.equal(await count('kiosk_tries'), 0);
    });

    it('is not what makes them count no more: after thirty days they do not before it comes', async () => {
      for (let round = 0; round < 2; round++) {
        for (let at = 1; at < mostWrong; at++) assert.equal((await guess()).code, 'account_mismatch');
        advance(triesFadeDays * day);
        home.kiosk = await enrolKiosk(home.server);
      }
      assert.deepEqual(await guess(), { code: 'account_mismatch' });
    });

    it('never takes a lock', async () => {
      for (let at = 0; at < mostWrong; at++) await guess();
      assert.deepEqual(await guess(), { code: 'kiosk_locked' });
      advance(400 * day);
      await sweep();
      assert.deepEqual(await guess(), { code: 'kiosk_locked' });
    });

    it('takes the accounts for which a serial number was tried, a day later', async () => {
      await guess('AB-1234');
      assert.ok((await count('kiosk_serial_tries')) > 0);
      advance(serialHours * 3_600_000 + 1);
      await sweep();
      assert.equal(await count('kiosk_serial_tries'), 0);
    });

    it('takes more slips than it writes at once, also where two servers sweep', async () => {
      const { db } = home.server.services;
      home.server.clock.set('2017-07-20T09:00:00+03:00');
      const slip = home.slipOf(await home.hang(), ['5']);
      await home.hand(slip);
      const one = await home.slipRow(slip.id);
      assert.ok(one);
      const ids = Array.from({ length: 250 }, (_, at) => `0190aaaa-0000-7000-8000-${String(at).padStart(12, '0')}`);
      await db.write(async (tx) => {
        for (const [at, id] of ids.entries()) {
          // Of some it was not known that nothing of them waits.
          const known = at < 120 ? null : one.done_at;
          await tx
            .insertInto('kiosk_slips')
            .values({ ...one, id, hash: id, done_at: known })
            .execute();
        }
      });
      const left = async (column: 'done_at' | 'emptied_at') =>
        (
          await db.reader
            .selectFrom('kiosk_slips')
            .where('id', 'in', ids)
            .where(column, 'is', null)
            .select('id')
            .execute()
        ).length;
      await Promise.all([sweep(), sweep()]);
      assert.deepEqual([await left('done_at'), await left('emptied_at')], [0, 250]);
      advance(typedKept);
      await Promise.all([sweep(), sweep()]);
      assert.deepEqual([await left('done_at'), await left('emptied_at')], [0, 0]);
    });

    if (engine.name === 'sqlite') {
      it('looks for what it takes of slips in indexes of those alone', async () => {
        const { db, clock } = home.server.services;
        const overheard = overhear(db);
        const asked = await overheard.during(() => sweepKiosks({ db: overheard.db, clock }));
        await overheard.close();
        const database = new SQLite(db.address, { readonly: true });
        const plans = asked
          .filter(({ sql }) => sql.includes('kiosk_slips'))
          .map(({ sql, parameters }) =>
            (database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[])
              .map(({ detail }) => detail)
              .join('; '),
          );
        database.close();
        assert.equal(plans.length, 2);
        assert.match(plans[0] ?? '', /^(SCAN|SEARCH) kiosk_slips USING (COVERING )?INDEX kiosk_slips_undone/);
        assert.match(plans[1] ?? '', /^SEARCH kiosk_slips USING (COVERING )?INDEX kiosk_slips_kept/);
      });
    }
  });
});
