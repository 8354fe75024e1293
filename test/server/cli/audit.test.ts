import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { appendAudit } from '../../../server/audit/append.ts';
import type { Database } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import { runCli } from './run-cli.ts';

/** A log that is longer than what is read at once. */
const entries = 1_100;

async function keepLog(engine: Engine) {
  const url = await engine.create();
  const db = openDatabase(url);
  engine.atEnd(() => db.close());
  await migrate(db);
  await db.write(async (tx) => {
    for (let at = 0; at < entries; at++) {
      const detail = { number: at, kind: 'test' };
      await appendAudit(tx, {
        at: '2026-10-28T10:00:00.000Z',
        actor: 'test',
        action: 'limit-reached',
        subject: '',
        detail,
      });
    }
  });
  const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: url };
  return { db, verify: () => runCli(['audit', 'verify'], { env }) };
}

/** What somebody with the database's own password can do. */
async function tamper(db: Database, statement: string): Promise<void> {
  const on = db.engine === 'postgres' ? sql` on audit` : sql``;
  for (const name of ['audit_no_update', 'audit_no_delete']) {
    await sql`drop trigger if exists ${sql.id(name)}${on}`.execute(db.schema);
  }
  await sql.raw(statement).execute(db.schema);
}

forEachEngine((engine) => {
  test('audit verify follows the whole chain and tells its end', async () => {
    const { db, verify } = await keepLog(engine);
    const last = await db.reader.selectFrom('audit').select('hash').orderBy('seq', 'desc').executeTakeFirstOrThrow();
    assert.deepEqual(await verify(), {
      code: 0,
      stdout: '',
      stderr: `${entries} entries, each as it was written; the last hash is ${last.hash}.\n`,
    });
  });

  test('audit verify ends with 1 and names the first entry that was changed, unlinked or taken out', async () => {
    const { db, verify } = await keepLog(engine);
    const says = async (words: string) =>
      assert.deepEqual(await verify(), { code: 1, stdout: '', stderr: `meterbook: entry ${words}\n` });
    await tamper(db, `update audit set previous_hash = hash where seq = 1080`);
    await says('1080 of the audit log does not carry the hash of the one before it');
    await tamper(db, `update audit set actor = 'nobody' where seq = 1050`);
    await says('1050 of the audit log was changed: its content does not fit its hash');
    await tamper(db, 'delete from audit where seq = 7');
    await says('7 of the audit log is missing');
  });
});
