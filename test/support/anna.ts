import assert from 'node:assert/strict';
import { before, beforeEach } from 'node:test';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { Engine } from './databases.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from './household.ts';
import { noMailServer } from './mail-intents.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A resident with one account, and how many there were before. */
export interface Anna {
  server: TestServer;
  account: TestAccount;
  anna: TestUser;
  email: string;
  households: number;
}

/** One server, whose letters wait, and for each test another Anna, whom `use` is told of. */
export function annaForEachTest(engine: Engine, use: (home: Anna) => void): void {
  let server: TestServer;
  let households = 0;
  before(async () => {
    server = await startTestServer(engine, {
      company: 'ddzksu',
      now: '2026-11-28T09:00:00+02:00',
      smtp: noMailServer,
    });
  });
  beforeEach(async () => {
    // Every test has its own hour, so that none meets the limits of another.
    server.clock.advance(3_600_001);
    households++;
    const account = await addAccount(server.services, { number: String(10_000 + households) });
    const email = `anna${households}@example.com`;
    const anna = await addUser(server.services, { name: `Anna ${households}`, accounts: [account], email });
    use({ server, account, anna, email, households });
  });
}

/** What was done until now stands in the audit log, whose chain is whole, and nobody is named in it. */
export async function assertTrace(
  { services: { db } }: TestServer,
  expected: readonly string[],
  names: RegExp,
): Promise<void> {
  const rows = await db.reader.selectFrom('audit').selectAll().execute();
  const actions = new Set(rows.map(({ action }) => action));
  for (const action of expected) assert.ok(actions.has(action), action);
  assert.equal((await verifyAudit(db.reader)).ok, true);
  for (const { actor, subject, detail } of rows) assert.doesNotMatch(`${actor} ${subject} ${detail}`, names);
}
