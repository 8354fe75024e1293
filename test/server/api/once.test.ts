import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { sweepAnswers } from '../../../server/api/once.ts';
import { toInstant } from '../../../shared/instant.ts';
import { type BillingProgram, startBillingProgram } from '../../support/billing-program.ts';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor } from '../../support/described-api.ts';

forEachEngine((engine) => {
  describe('the same request of a program', () => {
    let billing: BillingProgram;
    before(async () => {
      billing = await startBillingProgram(engine);
    });

    it('twice with one key is done once and answered the same; with another body or address it is refused', async () => {
      const { server, program, count, town, bring } = billing;
      const [file, key] = [town(2), v7()];
      const jobs = await count('jobs');
      const first = await bring(file, '/imports/accounts?dryRun=true&strict=true', { once: key });
      assert.equal(first.status, 202);
      assert.equal(first.headers.get('location'), `/exchange/v1/jobs/${first.json.job}`);
      const uploads = await count('uploads');
      const again = await bring(file, '/imports/accounts?strict=true&dryRun=true', { once: `"${key}"` });
      assert.deepEqual([again.status, again.json], [202, first.json]);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.equal(again.headers.get('location'), first.headers.get('location'));
      for (const [body, path] of [
        [`${file}x`, '/imports/accounts?dryRun=true&strict=true'],
        [file, '/imports/accounts?dryRun=true'],
        [file, '/imports/readings?dryRun=true&strict=true'],
      ] as const) {
        assert.equal((await bring(body, path, { once: key })).code, 'idempotency_key_reused');
      }
      assert.deepEqual([await count('jobs'), await count('uploads')], [jobs + 1, uploads]);
      const other = await keyFor(server);
      const theirs = await program.call({
        method: 'POST',
        path: '/imports/accounts?dryRun=true',
        token: other.token,
        body: town(1),
        type: 'text/csv',
        once: key,
      });
      assert.equal(theirs.status, 202);
      server.clock.advance(8 * 86_400_000);
      await sweepAnswers(server.services);
      assert.equal((await bring(town(1), '/imports/accounts?dryRun=true', { once: key })).status, 202);
    });

    it('twelve times at once with one key is done once', async () => {
      const { count, town, bring } = billing;
      const [file, key] = [town(1), v7()];
      const jobs = await count('jobs');
      const all = await Promise.all(Array.from({ length: 12 }, () => bring(file, '/imports/accounts', { once: key })));
      const taken = all.filter(({ status }) => status === 202);
      assert.ok(taken.length > 0);
      assert.equal(new Set(taken.map(({ json }) => json.job)).size, 1);
      assert.ok(all.every(({ status, code }) => status === 202 || code === 'idempotency_key_busy'));
      assert.equal(await count('jobs'), jobs + 1);
    });

    it('that was refused leaves its key free, and one that was cut off frees it after a while', async () => {
      const { server, program, town, bring } = billing;
      const key = v7();
      const exporting = (early?: string) =>
        program.call({
          method: 'POST',
          path: '/exports',
          once: key,
          body: { period: '2026-12', lock: true, ...(early && { early }) },
        });
      const open = await exporting();
      assert.deepEqual([open.status, open.code], [409, 'window_open']);
      const made = await exporting('moving house');
      assert.deepEqual([made.status, made.json], [200, { batch: null }]);

      const cut = v7();
      const at = toInstant(server.clock.now());
      await server.services.db.write((tx) =>
        tx
          .insertInto('idempotency_keys')
          .values({
            token_id: billing.key.id,
            key: cut,
            request_hash: 'claim',
            status: null,
            answer: null,
            created_at: at,
          })
          .execute(),
      );
      const importing = () => bring(town(1), '/imports/accounts', { once: cut });
      assert.equal((await importing()).code, 'idempotency_key_busy');
      server.clock.advance(16 * 60_000);
      assert.equal((await importing()).status, 202);
    });
  });
});
