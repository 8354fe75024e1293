import { expect } from 'chai';
import type { SealedOperation } from '../../../shared/operation.ts';
import { requestDeadline } from '../../../web/contact/answer.ts';
import { backOffCap } from '../../../web/contact/back-off.ts';
import type { Fault } from '../support/fake-server.ts';
import { anna, boris, submission } from '../support/household.ts';
import { SyncBench } from '../support/sync-bench.ts';

/** mulberry32: the same seed gives the same storm. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const faults: readonly Fault[] = [
  'cut',
  'answer-lost',
  'silence',
  { code: 'internal' },
  { code: 'too_many' },
  { code: 'try_again' },
];

/** One device, one server, and so many things that go wrong. */
async function storm(seed: number, operations: readonly SealedOperation[]): Promise<void> {
  const random = randomFrom(seed);
  const bench = new SyncBench();
  const { server, storage, clock, loop } = bench;
  server.rowsPerPage = 1 + Math.floor(random() * 5);
  const waiting = [...operations];
  let backup = server.backup();
  const strike = (call: 'push' | 'pull' | 'reconcile') =>
    server.faults[call].push(faults[Math.floor(random() * faults.length)] ?? null);
  const acts: (() => void)[] = [
    () => waiting.splice(0, 3).forEach((one) => void storage.save(one)),
    () => strike('push'),
    () => strike('pull'),
    () => strike('reconcile'),
    () => waiting[0] && server.putOff.set(waiting[0].id, 2),
    () => loop.wake(random() < 0.5 ? 'saved' : 'visible'),
    () => clock.jump((random() - 0.5) * 800 * 86_400_000),
    () => {
      server.connected = !server.connected;
    },
    () => {
      backup = server.backup();
    },
    () => server.restore(backup, `epoch-${random()}`),
    () => {
      server.user = random() < 0.5 ? null : boris;
    },
    () => {
      server.user = anna;
      storage.signedIn = { user: anna, since: clock.now(), expired: false };
      loop.wake('session');
    },
    () => {
      storage.at.clear();
      storage.readings.clear();
    },
  ];
  await bench.start();
  for (let step = 0; step < 40; step++) {
    acts[Math.floor(random() * acts.length)]?.();
    await clock.advance(random() * 20_000);
  }

  // The storm is over: everything that was saved gets through by itself.
  server.connected = true;
  server.user = anna;
  for (const call of ['push', 'pull', 'reconcile'] as const) server.faults[call].length = 0;
  for (const one of waiting) storage.save(one);
  storage.signedIn = { user: anna, since: -1, expired: false };
  loop.wake('session');
  for (let patience = 0; patience < 6; patience++) await clock.advance(backOffCap + requestDeadline);
  const missing = operations.filter(
    ({ id }) => !server.ledger.has(id) || storage.operations.get(id)?.state !== 'received',
  );
  expect(missing, `seed ${seed}`).to.deep.equal([]);
  expect(bench.status, `seed ${seed}`).to.include({ state: 'idle', queued: 0 });
  expect(server.ledger.size, `seed ${seed}`).to.equal(operations.length);
  expect([...storage.readings.keys()].sort(), `seed ${seed}`).to.deep.equal(operations.map(({ id }) => id).sort());
  expect(bench.faults, `seed ${seed}`).to.deep.equal([]);
  loop.stop();
}

describe('a storm of faults', () => {
  let operations: SealedOperation[];
  before(async () => {
    operations = await Promise.all(Array.from({ length: 12 }, (_, index) => submission(index + 1)));
  });

  for (let block = 0; block < 10; block++) {
    it(`I5, I6, I8, I10: everything that was saved arrives exactly once, seeds ${block * 30} to ${block * 30 + 29}`, async () => {
      for (let seed = block * 30; seed < block * 30 + 30; seed++) await storm(seed, operations);
    });
  }
});
