import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Database } from '../../../server/db/database.ts';
import { isUniqueViolation } from '../../../server/db/database.ts';
import { migrate, pendingMigrations } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { forEachEngine } from '../../support/databases.ts';

forEachEngine((engine) => {
  describe('the database', () => {
    let db: Database;
    before(async () => {
      db = await engine.open();
    });
    const keys = async () =>
      (await db.reader.selectFrom('meta').select('key').orderBy('key').execute()).map(({ key }) => key);
    const put = (key: string) =>
      db.write(async (tx) => void (await tx.insertInto('meta').values({ key, value: '' }).execute()));

    it('undoes all of a unit of work that fails, and nothing of those beside it', async () => {
      const good = put('good');
      const bad = db.write(async (tx) => {
        await tx.insertInto('meta').values({ key: 'bad', value: '' }).execute();
        throw new Error('changed my mind');
      });
      const alsoGood = put('also-good');
      await assert.rejects(bad, /changed my mind/);
      await Promise.all([good, alsoGood]);
      assert.deepEqual(await keys(), ['also-good', 'good']);
    });

    it('tells a row that is there already from other errors (I3)', async () => {
      await put('once');
      await assert.rejects(put('once'), (error) => isUniqueViolation(error));
      const broken = db.write((tx) =>
        tx
          .insertInto('meta')
          .values({ key: 'x', value: null as never })
          .execute(),
      );
      await assert.rejects(broken, (error) => !isUniqueViolation(error));
    });

    it('runs units of work in the order in which they are given', async () => {
      const seen: number[] = [];
      const works = Array.from({ length: 20 }, (_, at) => async () => void seen.push(at));
      await db.writeInOrder(works);
      assert.deepEqual(
        seen,
        works.map((_, at) => at),
      );
    });

    it('shows nothing of a unit of work before its commit', async () => {
      let beforeCommit: string[] = [];
      await db.write(async (tx) => {
        await tx.insertInto('meta').values({ key: 'unseen', value: '' }).execute();
        beforeCommit = await keys();
      });
      assert.ok(!beforeCommit.includes('unseen'));
      assert.ok((await keys()).includes('unseen'));
    });

    it('never deletes or changes a line of the ledger, the conflicts or the audit log', async () => {
      const at = '2026-01-01T00:00:00.000Z';
      await db.write(async (tx) => {
        await tx
          .insertInto('operations')
          .values({
            id: 'o',
            hash: 'h',
            stream: 's',
            number: 1,
            user_id: 'u',
            account_id: 'a',
            kind: 'k',
            content: '{}',
            outcome: 'applied',
            problems: '[]',
            version: 1,
            received_at: at,
          })
          .execute();
        await tx
          .insertInto('operation_conflicts')
          .values({ id: 'o', hash: 'i', user_id: 'u', content: '{}', received_at: at })
          .execute();
        await tx
          .insertInto('audit')
          .values({ seq: 1, at, actor: 'a', action: 'b', subject: 'c', detail: '{}', previous_hash: '', hash: 'h' })
          .execute();
      });
      for (const table of ['operations', 'operation_conflicts', 'audit'] as const) {
        await assert.rejects(
          db.write((tx) => tx.deleteFrom(table).execute()),
          /append-only/,
          table,
        );
        await assert.rejects(
          db.write((tx) => tx.updateTable(table).set({ hash: 'x' }).execute()),
          /append-only/,
          table,
        );
      }
    });

    it('is up to date after migrating, and migrating again does nothing', async () => {
      assert.deepEqual(await pendingMigrations(db), []);
      assert.deepEqual(await migrate(db), []);
    });

    it('is migrated once when two servers start at the same time', async () => {
      const url = await engine.create();
      await Promise.all([migrateInProcess(url), migrateInProcess(url)]);
      const migrated = openDatabase(url);
      engine.atEnd(() => migrated.close());
      assert.deepEqual(await pendingMigrations(migrated), []);
    });
  });
});

/** A process of its own, as a second server would be. */
async function migrateInProcess(url: string): Promise<void> {
  const migration = new URL('../../../server/db/migrate.js', import.meta.url);
  const opening = new URL('../../../server/db/open.js', import.meta.url);
  const script = `
    import { migrate } from ${JSON.stringify(migration.href)};
    import { openDatabase } from ${JSON.stringify(opening.href)};
    const db = openDatabase(${JSON.stringify(url)});
    await migrate(db);
    await db.close();
  `;
  await run(process.execPath, ['--input-type=module', '--eval', script]);
}

const run = promisify(execFile);
