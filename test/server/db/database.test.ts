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
import { addAccount, addMeter, addReading } from '../../support/household.ts';

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

    const at = '2026-01-01T00:00:00.000Z';
    const enter = (place: { id: string; stream: string; number: number }) =>
      db.write((tx) =>
        tx
          .insertInto('operations')
          .values({
            ...place,
            hash: 'h',
            user_id: 'u',
            account_id: 'a',
            kind: 'k',
            content: '{}',
            outcome: 'applied',
            problems: '[]',
            version: 1,
            received_at: at,
          })
          .execute(),
      );

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

    it('runs units of work in the order in which they are given, more of them than share a commit', async () => {
      const seen: number[] = [];
      const works = Array.from({ length: 150 }, (_, at) => async () => void seen.push(at));
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

    it('takes no id and no number of a stream twice into the ledger (I3)', async () => {
      await enter({ id: 'first', stream: 'a stream', number: 7 });
      await assert.rejects(enter({ id: 'first', stream: 'a stream', number: 8 }), (error) => isUniqueViolation(error));
      await assert.rejects(enter({ id: 'other', stream: 'a stream', number: 7 }), (error) => isUniqueViolation(error));
      await enter({ id: 'other', stream: 'another stream', number: 7 });
    });

    it('never deletes or changes a line of the ledger, the conflicts or the audit log', async () => {
      await enter({ id: 'o', stream: 's', number: 1 });
      await db.write(async (tx) => {
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

    it('lets a text of the ledger and the conflicts be emptied when a person is deleted, and changed in no other way', async () => {
      for (const table of ['operations', 'operation_conflicts'] as const) {
        const change = (values: object) => db.write((tx) => tx.updateTable(table).set(values).execute());
        const stored = await db.reader.selectFrom(table).selectAll().executeTakeFirstOrThrow();
        for (const [column, value] of Object.entries(stored)) {
          if (column !== 'content') await assert.rejects(change({ [column]: value }), /append-only/, column);
        }
        for (const content of ['{"text":"another"}', '', '{} ', '[]']) {
          await assert.rejects(change({ content }), /append-only/, content);
        }
        await assert.rejects(change({ content: '{}', hash: 'x' }), /append-only/, 'with the hash');
        await change({ content: '{}' });
        assert.deepEqual(await db.reader.selectFrom(table).selectAll().executeTakeFirst(), {
          ...stored,
          content: '{}',
        });
      }
    });

    it('never deletes a reading, and changes only what became of it (I9)', async () => {
      const account = await addAccount({ db }, { number: '1001' });
      const id = await addReading({ db }, await addMeter({ db }, account, { serial: '1' }), {
        period: '2026-10',
        values: { B: 1_000 },
      });
      const change = (values: object) =>
        db.write((tx) => tx.updateTable('readings').set(values).where('id', '=', id).execute());
      await assert.rejects(
        db.write((tx) => tx.deleteFrom('readings').where('id', '=', id).execute()),
        /append-only/,
      );
      const stored = await db.reader.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const mayChange = ['state', 'findings', 'version', 'changed_at', 'batch_id', 'reason', 'adjustment'];
      for (const [column, value] of Object.entries(stored)) {
        if (!mayChange.includes(column)) await assert.rejects(change({ [column]: value }), /append-only/, column);
      }
      const became = { changed_at: stored.changed_at, batch_id: null, reason: 'a slip', adjustment: 1 };
      await change({ state: 'withdrawn', version: 9, ...became });
    });

    it('lets no two readings stand for one meter and period (I3)', async () => {
      const account = await addAccount({ db }, { number: '1002' });
      const meter = await addMeter({ db }, account, { serial: '1' });
      const place = { period: '2026-10', values: { B: 1_000 } } as const;
      await addReading({ db }, meter, { ...place, state: 'billed' });
      await assert.rejects(addReading({ db }, meter, { ...place, state: 'accepted' }), (error) =>
        isUniqueViolation(error),
      );
      for (const state of ['review', 'late', 'superseded', 'withdrawn', 'refused'] as const) {
        await addReading({ db }, meter, { ...place, state });
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

      it('reads while another connection writes: the journal is a WAL', async () => {
        const mode = await db.write((tx) => sql<{ journal_mode: string }>`pragma journal_mode`.execute(tx));
        assert.equal(mode.rows[0]?.journal_mode, 'wal');
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
      it('runs a unit of work again that had to give way to another one', async () => {
        for (const key of ['left', 'right']) await put(key);
        const [bothHold, oneIsDone] = [signal(), signal()];
        let runs = 0;
        let holding = 0;
        // Each holds one row and wants the other's, so that one of them has to give way.
        const cross = async (first: string, second: string) => {
          await db.write(async (tx) => {
            const touch = (key: string) =>
              tx.updateTable('meta').set({ value: first }).where('key', '=', key).execute();
            runs++;
            if (runs > 2) await oneIsDone.given;
            await touch(first);
            holding++;
            if (holding === 2) bothHold.give();
            await bothHold.given;
            await touch(second);
          });
          oneIsDone.give();
        };
        await Promise.all([cross('left', 'right'), cross('right', 'left')]);
        assert.equal(runs, 3);
      });

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

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

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

describe('an error of the database', () => {
  const coded = (code: string) => Object.assign(new Error('of the engine'), { code });

  it('is for good where a constraint or a statement is at fault', () => {
    for (const code of ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CORRUPT', 'SQLITE_ERROR', '23505', '23503', '42P01', 'X']) {
      assert.equal(isTransient(coded(code)), false, code);
    }
    for (const other of [new Error('40001'), null, undefined, 'SQLITE_BUSY', { code: 40001 }]) {
      assert.equal(isTransient(other), false);
    }
  });

  it('is transient where the engine is busy, full, restarting, gone or gave way: the same may be sent again', () => {
    const sqlite = ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_IOERR_FSYNC'];
    // Serialisation, deadlock, connection lost, disk full, too many connections, shutting down, starting up.
    const postgres = ['40001', '40P01', '08006', '53100', '53300', '57P01', '57P03'];
    for (const code of [...sqlite, ...postgres, 'ECONNREFUSED', 'ECONNRESET']) {
      assert.equal(isTransient(coded(code)), true, code);
    }
  });
});

describe('the address of a database', () => {
  it('is refused where it is neither PostgreSQL nor a file, or its folder is not there', () => {
    assert.throws(() => openDatabase('mysql://localhost/x'), /METERBOOK_DATABASE: mysql:\/\/ is neither/);
    assert.throws(() => openDatabase('/no/such/folder/x.db'), /METERBOOK_DATABASE: there is no folder \/no\/such/);
  });
});
