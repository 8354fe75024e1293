import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { protocol } from '../../shared/protocol.ts';
import { type Filled, fill } from './fill.ts';
import { type Call, inTurn, load } from './load.ts';
import { atLeast, type Result } from './result.ts';
import { startProcess } from './servers.ts';

const rounds = 7;
const perRound = 1_500;
const connections = 8;

/** Pulls without changes against a bare query, and over a thousand against over a million stored readings. */
export async function benchPull(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
  try {
    const few = await fillForOne(join(folder, 'few.db'), { accounts: 25, readings: 1_000 });
    const many = await fillForOne(join(folder, 'many.db'), { accounts: 20_000, readings: 1_000_000 });
    const [overFew, overMany, limit] = await Promise.all([
      startProcess('meterbook', few.file),
      startProcess('meterbook', many.file),
      startProcess('limit', few.file),
    ]);
    const pulls = (filled: Filled, path: string): Call[] =>
      Array.from({ length: perRound }, () => pullOf(filled, path));
    const measureFew = () => load(overFew.url, pulls(few, '/trpc/sync.pull'), connections, assertEmpty);
    const measureMany = () => load(overMany.url, pulls(many, '/trpc/sync.pull'), connections, assertEmpty);
    const measureLimit = () => load(limit.url, pulls(few, '/trpc/read'), connections);
    try {
      await Promise.all([measureFew(), measureMany(), measureLimit()]);
      const againstLimit = await inTurn(rounds, measureFew, measureLimit);
      const againstFew = await inTurn(rounds, measureMany, measureFew);
      return [
        atLeast('pull without changes (1/s)', againstLimit.a, againstLimit.b, 0.6),
        atLeast('pull over 1 000 000 readings against 1 000 (1/s)', againstFew.a, againstFew.b, 0.85),
      ];
    } finally {
      await Promise.all([overFew.stop(), overMany.stop(), limit.stop()]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The user has one of the accounts, as residents do. */
async function fillForOne(file: string, size: { accounts: number; readings: number }): Promise<Filled> {
  const filled = await fill(file, size);
  const sqlite = new SQLite(file);
  sqlite.prepare('delete from user_accounts where account_id <> ?').run(filled.accounts[0]?.id);
  sqlite.close();
  return filled;
}

function assertEmpty(body: string): void {
  if (!body.includes('"accounts":[]')) throw new Error(`the pull was not empty: ${body.slice(0, 200)}`);
}

function pullOf(filled: Filled, path: string): Call {
  const account = filled.accounts[0]?.id as string;
  const sqlite = headOf(filled, account);
  return {
    path,
    headers: { 'x-meterbook': '1', cookie: filled.cookie },
    body: JSON.stringify({ protocol, user: filled.user, cursors: { [account]: sqlite } }),
  };
}

const cursors = new Map<string, { epoch: string; version: number }>();

/** Where the server stands: asked once per database, after the server has given it its identity. */
function headOf({ file }: Filled, account: string): { epoch: string; version: number } {
  const known = cursors.get(file);
  if (known) return known;
  const sqlite = new SQLite(file, { readonly: true });
  const { value } = sqlite.prepare("select value from meta where key = 'epoch'").get() as { value: string };
  const { head } = sqlite.prepare('select head from account_versions where account_id = ?').get(account) as {
    head: number;
  };
  sqlite.close();
  const cursor = { epoch: value, version: head };
  cursors.set(file, cursor);
  return cursor;
}
