import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ProblemError } from '../../../server/errors.ts';
import { enrolKiosk } from '../../../server/kiosks/enrol.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { forEachEngine } from '../../support/databases.ts';
import { standKiosk } from '../../support/stand-kiosk.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('wrong codes of kiosks', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    after(() => server.stop());

    /** From the network of this number. */
    const type = (code: string, at: number) =>
      enrolKiosk(server.services, { code, appVersion: '1', address: `2001:db8:${at.toString(16)}::1`, had: null });
    const wrong = (at: number) =>
      type('ACDE-FGHJ', at).then(
        () => 'enrolled',
        (error: unknown) => (error instanceof ProblemError ? error.problem.code : Promise.reject(error)),
      );
    const noted = async () => {
      const rows = await server.services.db.reader
        .selectFrom('audit')
        .where('action', '=', 'kiosk-code-wrong')
        .select('seq')
        .execute();
      return rows.length;
    };

    it('keep nobody elsewhere from enrolling a tablet, and fill no log', async () => {
      const { points, seconds } = limitRules['kiosk-code-noted'];
      for (let at = 0; at < points + 5; at++) assert.equal(await wrong(at), 'code_wrong');
      assert.equal(await noted(), points);
      const { id, code } = await standKiosk(server);
      assert.equal((await type(code, 0xffff)).kiosk.id, id);
      server.clock.advance(seconds * 1_000);
      await wrong(0);
      assert.equal(await noted(), points + 1);
    });

    it('are as many as one network may type, and no more', async () => {
      const { points } = limitRules['kiosk-code-address'];
      for (let typed = 0; typed < points; typed++) assert.equal(await wrong(0xabcd), 'code_wrong');
      assert.equal(await wrong(0xabcd), 'too_many');
    });
  });
});
