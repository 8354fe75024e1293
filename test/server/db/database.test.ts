import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import type { Database } from '../../../server/db/database.ts';
import { isTransient, isUniqueViolation } from '../../../server/db/database.ts';
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

    it('tells nobody that something is written whose commit fails (I1)', async () => {
      const orphan = { user_id: 'nobody', account_id: 'nothing', linked_at: '2026-01-01T00:00:00.000Z' };
      const failing = db.write(async (tx) => {
        if (engine.name === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(tx);
        else
          await sql`alter table user_accounts alter constraint user_accounts_user_id_fkey deferrable initially deferred`.execute(
            tx,
          );
        if (engine.name === 'postgres') {
          await sql`alter table user_accounts alter constraint user_accounts_account_id_fkey deferrable initially deferred`.execute(
            tx,
          );
        }
        await tx.insertInto('user_accounts').values(orphan).execute();
      });
      await assert.rejects(failing, /foreign key/i);
      assert.deepEqual(await db.reader.selectFrom('user_accounts').selectAll().execute(), []);
      await put('after the failed commit');
    });

    if (engine.name === 'sqlite') {
      it('waits for the disk at each commit: synchronous is FULL (I1)', async () => {
        const mode = await db.write((tx) => sql<{ synchronous: number }>`pragma synchronous`.execute(tx));
        assert.equal(mode.rows[0]?.synchronous, 2);
      });

      it('goes on answering while another process holds the write lock, and writes after it', async () => {
        const url = await engine.create();
        const mine = openDatabase(url);
        engine.atEnd(() => mine.close());
        await migrate(mine);
        const other = new SQLite(url);
        other.exec('begin immediate');
        const writing = mine.write(async (tx) => {
          await tx.insertInto('meta').values({ key: 'patient', value: '' }).execute();
        });
        // Reading takes turns of the event loop, which a writer that blocks would not give.
        for (let turn = 0; turn < 20; turn++) await mine.ping();
        assert.deepEqual(await mine.reader.selectFrom('meta').selectAll().execute(), []);
        other.exec('rollback');
        other.close();
        await writing;
        assert.equal((await mine.reader.selectFrom('meta').selectAll().execute()).length, 1);
      });
    } else {
      it('survives a connection that breaks in the middle of a transaction, and calls it transient', async () => {
        const broken = db.write(async (tx) => {
          await tx.insertInto('meta').values({ key: 'broken', value: '' }).execute();
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
        });
        await assert.rejects(broken, (error) => isTransient(error));
        const pid = (await db.write((tx) => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx))).rows[0]
          ?.pid;
        assert.ok(pid);
        await put('after the broken connection');
        assert.ok(!(await keys()).includes('broken'));
      });
    }

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

describe('the address of a database', () => {
  it('is refused where it is neither PostgreSQL nor a file, or its folder is not there', () => {
    assert.throws(() => openDatabase('mysql://localhost/x'), /METERBOOK_DATABASE: mysql:\/\/ is neither/);
    assert.throws(() => openDatabase('/no/such/folder/x.db'), /METERBOOK_DATABASE: there is no folder \/no\/such/);
  });
});
