import { expect } from 'chai';
import { home, reading } from '../support/household.ts';
import { forEachTest, type SyncBench } from '../support/sync-bench.ts';
import { turn } from '../support/virtual-clock.ts';

describe('pull', () => {
  let bench: SyncBench;
  forEachTest((fresh) => {
    bench = fresh;
  });

  it('reads page after page, and tells how far the first pull is', async () => {
    bench.server.rowsPerPage = 2;
    for (const period of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09'] as const) {
      bench.server.addReading(reading(period, { B: 1 }));
    }
    await bench.start();
    expect(bench.storage.readings.size).to.equal(5);
    expect(bench.server.pulls).to.have.length(3);
    expect(bench.progress).to.deep.equal([2, 4]);
    expect(bench.status.progress).to.equal(null);
    expect(bench.storage.at.get(home)).to.deep.equal({ epoch: 'epoch-1', version: 6 });
  });

  it('goes on from the last page that was applied when the network breaks off', async () => {
    bench.server.rowsPerPage = 1;
    bench.server.addReading(reading('2026-09', { B: 1 }));
    bench.server.addReading(reading('2026-10', { B: 2 }));
    bench.server.faults.pull.push(null, 'cut');
    await bench.start();
    expect(bench.storage.readings.size).to.equal(1);
    await bench.clock.advance(2_000);
    expect(bench.storage.readings.size).to.equal(2);
    expect(bench.server.pulls[2]?.cursors[home]).to.deep.equal({ epoch: 'epoch-1', version: 2 });
  });

  it('pulls until it has reached what was acknowledged; a server that stays behind is asked again later', async () => {
    await bench.save(1);
    const { pull } = bench.server;
    let behind = 3;
    bench.server.pull = async (input, signal) => {
      const reply = await pull.call(bench.server, input, signal);
      if (behind-- > 0 && reply.ok) return { ok: true, value: { ...reply.value, accounts: [] } };
      return reply;
    };
    await bench.start();
    expect(bench.server.pulls).to.have.length(3);
    expect(bench.status.state).to.equal('waiting');
    await bench.clock.advance(10_000);
    expect(bench.storage.readings.size).to.equal(1);
    expect(bench.status.state).to.equal('idle');
  });

  it('drops premises that were unlinked between the sign-in and the first pull, which no answer brings', async () => {
    bench.storage.at.set(home, null);
    bench.server.owners = [];
    await bench.start();
    expect(bench.server.pulls).to.have.length(1);
    expect(bench.storage.at.has(home)).to.equal(false);
    expect(bench.status.state).to.equal('idle');
  });

  it('takes what there is of premises that signing in has brought', async () => {
    bench.storage.at.set(home, null);
    bench.server.addReading(reading('2026-10', { B: 1 }));
    await bench.start();
    expect(bench.storage.readings.size).to.equal(1);
    expect(bench.progress).to.deep.equal([]);
    expect(bench.storage.at.get(home)).to.deep.equal({ epoch: 'epoch-1', version: 2 });
  });

  it('leaves the rows of another tab alone that was there meanwhile, and asks again from where that one is', async () => {
    bench.server.addReading(reading('2026-10', { B: 1 }));
    bench.server.during = () => {
      bench.server.during = null;
      bench.storage.at.set(home, { epoch: 'epoch-1', version: 1 });
    };
    await bench.start();
    expect(bench.server.pulls.map(({ cursors }) => cursors[home]?.version)).to.deep.equal([undefined, 1]);
    expect(bench.storage.readings.size).to.equal(1);
  });

  it('I6: after a restore the lost operations are queued and sent again in the same cycle; rows are replaced', async () => {
    await bench.start();
    const [kept] = await bench.save(1);
    bench.loop.wake('saved');
    await turn();
    const backup = bench.server.backup();
    const [lost] = await bench.save(1, { from: 2 });
    bench.loop.wake('saved');
    await turn();
    expect(bench.stateOf(lost)).to.equal('received');

    bench.server.restore(backup, 'epoch-2');
    expect(bench.server.ledger.has(lost.id)).to.equal(false);
    bench.loop.wake('online');
    await turn();
    expect(bench.server.reconciles.map(({ ids }) => ids)).to.deep.equal([[kept.id, lost.id]]);
    expect(bench.server.ledger.has(lost.id)).to.equal(true);
    expect(bench.stateOf(lost)).to.equal('received');
    expect([...bench.storage.readings.keys()].sort()).to.deep.equal([kept.id, lost.id].sort());
    expect(bench.storage.at.get(home)?.epoch).to.equal('epoch-2');
    expect(bench.status.state).to.equal('idle');
  });

  it('I6: a reconcile that fails is tried again, because the cursor stays in the old epoch until it is done', async () => {
    const [operation] = await bench.save(1);
    const backup = bench.server.backup();
    await bench.start();
    bench.server.restore(backup, 'epoch-2');
    bench.server.faults.reconcile.push('cut');
    bench.loop.wake('online');
    await turn();
    expect(bench.storage.at.get(home)?.epoch).to.equal('epoch-1');
    await bench.clock.advance(2_000);
    expect(bench.server.ledger.has(operation.id)).to.equal(true);
    expect(bench.storage.at.get(home)?.epoch).to.equal('epoch-2');
  });

  it('I6: a server that went back without a new epoch is noticed too', async () => {
    const [operation] = await bench.save(1);
    const backup = bench.server.backup();
    await bench.start();
    bench.server.restore(backup, 'epoch-1');
    bench.loop.wake('online');
    await turn();
    expect(bench.server.ledger.has(operation.id)).to.equal(true);
    expect(bench.stateOf(operation)).to.equal('received');
  });

  it('I6: a cache that was lost makes the device ask what the server still knows', async () => {
    const [operation] = await bench.save(1);
    const backup = bench.server.backup();
    await bench.start();
    bench.storage.at.clear();
    bench.storage.readings.clear();
    bench.server.restore(backup, 'epoch-2');
    bench.loop.wake('session');
    await turn();
    expect(bench.server.ledger.has(operation.id)).to.equal(true);
  });

  it('I6: five hundred ids go into one reconcile, no more', async () => {
    await bench.start();
    const backup = bench.server.backup();
    await bench.save(501);
    bench.loop.wake('saved');
    await turn();
    bench.server.restore(backup, 'epoch-2');
    bench.loop.wake('online');
    await turn();
    expect(bench.server.reconciles.map(({ ids }) => ids.length)).to.deep.equal([500, 1]);
    expect(bench.server.ledger.size).to.equal(501);
  });

  it('I6: operations stay until they were seen as billed', async () => {
    const [operation] = await bench.save(1);
    await bench.start();
    expect(bench.stateOf(operation)).to.equal('received');
    bench.server.addReading(reading('2026-11', { B: 1 }, { id: operation.id, state: 'billed' }));
    bench.loop.wake('visible');
    await turn();
    expect(bench.stateOf(operation)).to.equal(undefined);
  });
});
