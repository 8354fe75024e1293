import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { protocol } from '../../shared/protocol.ts';
import { noClaims } from '../../shared/reading.ts';
import { seal } from '../support/test-device.ts';
import { benchPeriod, type Filled, fill, nextValue } from './fill.ts';
import { type Call, inTurn, load } from './load.ts';
import { atLeast, type Result } from './result.ts';
import { startProcess } from './servers.ts';

const rounds = 5;
const perRound = 300;
export const readings = 40_000;

/** Pushes of four readings each, alone and many at once, against the bare limit. */
export async function benchPush(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
  const results: Result[] = [];
  try {
    for (const [title, connections] of [
      ['one at a time', 1],
      ['16 at a time', 16],
    ] as const) {
      const accounts = (rounds + 1) * perRound;
      const ours = await fill(join(folder, `ours-${connections}.db`), { accounts, readings });
      const theirs = await fill(join(folder, `limit-${connections}.db`), { accounts, readings });
      const meterbook = await startProcess('meterbook', ours.file);
      const limit = await startProcess('limit', theirs.file);
      const pushes = (filled: Filled, path: string, round: number): Call[] =>
        filled.accounts.slice(round * perRound, (round + 1) * perRound).map((account) => pushOf(filled, account, path));
      try {
        // The first round warms both up.
        await load(meterbook.url, pushes(ours, '/trpc/sync.push', 0), connections);
        await load(limit.url, pushes(theirs, '/trpc/write', 0), connections);
        const pair = await inTurn(
          rounds,
          (round) => load(meterbook.url, pushes(ours, '/trpc/sync.push', round + 1), connections, assertApplied),
          (round) => load(limit.url, pushes(theirs, '/trpc/write', round + 1), connections),
        );
        results.push(atLeast(`push of four readings, ${title} (1/s)`, pair.a, pair.b, 0.5));
      } finally {
        await Promise.all([meterbook.stop(), limit.stop()]);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

function assertApplied(body: string): void {
  const applied = body.match(/"outcome":"applied"/g)?.length;
  if (applied !== 4) throw new Error(`not all four readings were applied: ${body.slice(0, 400)}`);
}

export function pushOf(filled: Filled, account: Filled['accounts'][number], path: string): Call {
  const stream = v7();
  const value = nextValue(readings, filled.accounts.length);
  const at = '2026-11-20T10:00:00.000Z';
  const ops = account.meters.map((meter, index) =>
    seal({
      id: v7(),
      stream,
      number: index + 1,
      user: filled.user,
      account: account.id,
      kind: 'reading-submitted',
      version: 1,
      body: { meter, period: benchPeriod, values: { B: value + 3_000 }, claims: noClaims, supersedes: null },
      capture: { wall: at, offset: 0, beacon: null },
    }),
  );
  return {
    path,
    headers: { 'x-meterbook': '1', cookie: filled.cookie },
    body: JSON.stringify({ protocol, app: 'bench', stream, user: filled.user, deviceTime: at, ops }),
  };
}
