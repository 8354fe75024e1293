import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { lockAllAccounts } from '../../../server/accounts/queries.ts';
import { lockLiveUser } from '../../../server/accounts/user-queries.ts';
import { appendAudit } from '../../../server/audit/append.ts';
import type { Writer } from '../../../server/db/tables.ts';
import { lockKiosk } from '../../../server/kiosks/queries.ts';
import { lockByHand } from '../../../server/periods/lock-by-hand.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome } from '../../support/kiosk-home.ts';
import { numberAt } from '../../support/kiosk-pairing.ts';
import { moveIn } from '../../support/residents.ts';
import { startTestServer } from '../../support/test-server.ts';
import { untilSomebodyWaits } from '../../support/waiting.ts';

forEachEngine((engine) => {
  describe('what kiosks write while others write the same', () => {
    let home: KioskHome;
    before(async () => {
      home = await furnishWithKiosk(engine);
    });

    /** Whoever waits in a circle is told so, before the engine resolves it by failing one of them. */
    const waitBriefly = async (tx: Writer): Promise<void> => {
      if (engine.name === 'postgres') await sql`set local lock_timeout = '500ms'`.execute(tx);
    };
    async function sealed(count: number) {
      const meter = await home.hang();
      return Promise.all(Array.from({ length: count }, () => home.kiosk.seal(home.slipOf(meter, ['1']))));
    }

    it('waits for no audit log that it holds while it waits for an account', async () => {
      const { db, clock } = home.server.services;
      const envelopes = await sealed(1);
      let delivering: ReturnType<typeof home.kiosk.deliver> | null = null;
      let attempts = 0;
      await db.write(async (tx) => {
        attempts++;
        await lockAllAccounts(tx);
        delivering ??= home.kiosk.deliver(...envelopes);
        await untilSomebodyWaits(db);
        await waitBriefly(tx);
        const note = { at: toInstant(clock.now()), actor: 'test', subject: july, detail: {} };
        await appendAudit(tx, { ...note, action: 'lock' });
      });
      assert.equal(attempts, 1);
      const [result] = await (delivering as unknown as ReturnType<typeof home.kiosk.deliver>);
      assert.equal(result?.outcome, 'received');
    });

    it('is taken in, all of it, while the office locks the month', async () => {
      const { services } = home.server;
      const envelopes = await sealed(12);
      const [results] = await Promise.all([
        home.kiosk.deliver(...envelopes),
        lockByHand({ ...services, actor: 'test' }, { period: july, reason: 'Test', early: true }),
      ]);
      assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(['received']));
    });

    it('waits for no user that a phone holds while that waits for the kiosk', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const anna = await moveIn(server, 'Anna');
      const kiosk = await enrolKiosk(server);
      const { db } = server.services;
      /** As a call of the kiosk: first the kiosk, then the user. */
      async function whileKioskCalls<T>(phone: () => Promise<T>): Promise<T> {
        let answer: Promise<T> | null = null;
        let attempts = 0;
        await db.write(async (tx) => {
          attempts++;
          await lockKiosk(tx, kiosk.id);
          answer ??= phone();
          await untilSomebodyWaits(db);
          await waitBriefly(tx);
          await lockLiveUser(tx, anna.user.id);
        });
        assert.equal(attempts, 1);
        return answer as unknown as Promise<T>;
      }
      const { accounts } = anna.device.client;
      const { code } = await kiosk.client.pair.mutate();
      await whileKioskCalls(() => accounts.meetKiosk.mutate({ code }));
      const number = await numberAt(kiosk, code);
      assert.ok((await whileKioskCalls(() => accounts.showAtKiosk.mutate({ code, number }))).shown);
      assert.equal((await kiosk.client.paired.mutate({ code })).state, 'paired');
      await whileKioskCalls(() => accounts.endAtKiosk.mutate({ code }));
      await server.stop();
    });
  });
});
