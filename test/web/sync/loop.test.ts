import { expect } from 'chai';
import { requestDeadline } from '../../../web/contact/answer.ts';
import { backOffCap } from '../../../web/contact/back-off.ts';
import { pollEvery } from '../../../web/sync/loop.ts';
import { anna, boris, home, reading } from '../support/household.ts';
import { forEachTest, type SyncBench } from '../support/sync-bench.ts';
import { turn } from '../support/virtual-clock.ts';

describe('the sync loop', () => {
  let bench: SyncBench;
  forEachTest((fresh) => {
    bench = fresh;
  });

  it('does nothing and sets no timer while nobody is signed in', async () => {
    bench.storage.signedIn = null;
    await bench.save(1);
    await bench.start();
    expect(bench.server.pushes).to.be.empty;
    expect(bench.status.state).to.equal('signed-out');
    expect(bench.clock.next).to.equal(null);
  });

  it('sends what is queued, pulls up to what was acknowledged, and rests until the next poll', async () => {
    const [operation] = await bench.save(1);
    await bench.start();
    expect(bench.stateOf(operation)).to.equal('received');
    expect(bench.storage.readings.has(operation.id)).to.equal(true);
    expect(bench.states).to.deep.equal(['working', 'idle']);
    expect(bench.status).to.include({ queued: 0, nextAttemptAt: null, progress: null });
    expect(bench.clock.next).to.equal(pollEvery);
  });

  it('knows that everything was pulled after the first answer, through every poll, until nobody is signed in', async () => {
    bench.server.connected = false;
    await bench.start();
    expect(bench.status.pulled).not.to.equal(true);
    bench.server.connected = true;
    await bench.clock.advance(bench.clock.next as number);
    expect(bench.status.pulled).to.equal(true);
    bench.server.connected = false;
    await bench.clock.advance(pollEvery);
    expect(bench.status.pulled).to.equal(true);
    bench.storage.signedIn = null;
    bench.loop.wake('session');
    await turn();
    expect(bench.status.pulled).to.equal(false);
  });

  it('notes the contact: the server is an hour ahead, and the newest beacon is held', async () => {
    await bench.save(1);
    await bench.start();
    expect(bench.storage.lastContact).to.include({ offset: 3_600_000, beacon: 'beacon-of-pull-1' });
    expect(bench.status.lastContactAt).to.equal(bench.clock.now() + 3_600_000);
  });

  it('I8: tries again within the cap for as long as the server cannot be reached, and says when', async () => {
    await bench.save(1);
    bench.server.connected = false;
    await bench.start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const wait = bench.clock.next as number;
      waits.push(wait);
      expect(bench.status.state).to.equal('offline');
      expect(bench.status.nextAttemptAt).to.equal(bench.clock.now() + wait);
      const before = bench.server.pushes.length;
      await bench.clock.advance(wait);
      expect(bench.server.pushes.length).to.equal(before + 1);
    }
    expect(waits.slice(0, 4)).to.deep.equal([2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).to.equal(backOffCap);
    bench.server.connected = true;
    await bench.clock.advance(backOffCap);
    expect(bench.status).to.include({ state: 'idle', queued: 0 });
  });

  it('says at once that there is no network, and with the second attempt that nobody answers', async () => {
    bench.server.connected = false;
    await bench.start();
    expect(bench.status.silence).to.equal('no-network');
    bench.server.connected = true;
    await bench.clock.advance(2_000);
    expect(bench.status.silence).to.equal(null);
    bench.server.faults.pull.push('cut', 'cut', 'cut');
    bench.loop.wake('resident');
    await turn();
    expect(bench.status).to.include({ state: 'waiting', silence: null });
    await bench.clock.advance(2_000);
    expect(bench.status.silence).to.equal('unanswered');
    // A trigger begins the back-off anew; that nobody answers is as true as before.
    bench.loop.wake('resident');
    await turn();
    expect(bench.status.silence).to.equal('unanswered');
    await bench.clock.advance(2_000);
    expect(bench.status).to.include({ state: 'idle', silence: null });
  });

  it('I8: the jitter takes from the whole back-off, down to nothing', async () => {
    bench.server.connected = false;
    bench.jitter = 0.25;
    await bench.start();
    expect(bench.clock.next).to.equal(500);
  });

  for (const trigger of ['saved', 'online', 'visible', 'resident', 'session'] as const) {
    it(`I8: "${trigger}" ends the back-off`, async () => {
      await bench.save(1);
      bench.server.connected = false;
      await bench.start();
      await bench.clock.advance(40_000);
      expect(bench.clock.next).to.be.greaterThan(2_000);
      bench.loop.wake(trigger);
      await turn();
      expect(bench.clock.next).to.equal(2_000);
      bench.server.connected = true;
      bench.loop.wake(trigger);
      await turn();
      expect(bench.status).to.include({ state: 'idle', queued: 0 });
    });
  }

  it('I8: a request that is never answered is given up, and the loop goes on', async () => {
    const [operation] = await bench.save(1);
    bench.server.faults.push.push('silence');
    await bench.start();
    expect(bench.status.state).to.equal('working');
    await bench.clock.advance(requestDeadline);
    expect(bench.status.state).to.equal('waiting');
    await bench.clock.advance(2_000);
    expect(bench.stateOf(operation)).to.equal('received');
  });

  it('I8: a failing storage is reported and does not end the loop', async () => {
    const [operation] = await bench.save(1);
    const { settle } = bench.storage;
    bench.storage.settle = async () => {
      throw new Error('the disk is full');
    };
    await bench.start();
    expect(bench.faults.splice(0).map(String)).to.deep.equal(['Error: the disk is full']);
    expect(bench.stateOf(operation)).to.equal('queued');
    bench.storage.settle = settle;
    await bench.clock.advance(2_000);
    expect(bench.stateOf(operation)).to.equal('received');
  });

  it('I8: what is saved while a cycle is at work is sent right after it', async () => {
    await bench.save(1);
    const [late] = await bench.save(1, { from: 2 });
    bench.storage.operations.delete(late.id);
    bench.server.during = (call) => {
      if (call !== 'pull') return;
      bench.server.during = null;
      bench.storage.save(late);
      bench.loop.wake('saved');
    };
    await bench.start();
    expect(bench.stateOf(late)).to.equal('received');
    expect(bench.clock.next).to.equal(pollEvery);
  });

  it('waits longer at once when the server says that there are too many requests', async () => {
    bench.server.faults.pull.push({ code: 'too_many' });
    await bench.start();
    expect(bench.clock.next).to.equal(16_000);
  });

  it('does not call it silence when the server refuses, however often: that is an answer', async () => {
    bench.server.faults.pull.push({ code: 'too_many' }, { code: 'too_many' }, 'cut');
    await bench.start();
    await bench.clock.advance(bench.clock.next as number);
    expect(bench.server.pulls).to.have.length(2);
    expect(bench.status).to.include({ state: 'waiting', silence: null });
    // Nor does it make the next one without an answer the second.
    await bench.clock.advance(bench.clock.next as number);
    expect(bench.server.pulls).to.have.length(3);
    expect(bench.status).to.include({ state: 'waiting', silence: null });
  });

  it('looks for news with every poll', async () => {
    await bench.start();
    bench.server.addReading(reading('2026-10', { B: 1 }));
    await bench.clock.advance(pollEvery);
    expect(bench.storage.readings.size).to.equal(1);
  });

  it('I10: pushes nothing of another user, and names the user in the envelope', async () => {
    const [own] = await bench.save(1);
    const [others] = await bench.save(1, { from: 2, user: boris });
    await bench.start();
    expect(bench.server.pushes).to.have.length(1);
    expect(bench.server.pushes[0]).to.deep.include({ user: anna, ops: [own] });
    expect(bench.stateOf(others)).to.equal('queued');
  });

  it('I10: stops when the cookie is another user’s, with the queue intact, until somebody signs in', async () => {
    const [operation] = await bench.save(1);
    bench.server.user = boris;
    await bench.start();
    expect(bench.status).to.include({ state: 'signed-out', queued: 1 });
    expect(bench.clock.next).to.equal(null);
    bench.loop.wake('online');
    await turn();
    expect(bench.server.pushes).to.have.length(1);

    bench.server.user = anna;
    bench.storage.signedIn = { user: anna, since: 2, expired: false };
    bench.loop.wake('session');
    await turn();
    expect(bench.stateOf(operation)).to.equal('received');
  });

  it('I10: stops when the session has ended, and keeps the cache readable', async () => {
    bench.server.addReading(reading('2026-10', { B: 1 }));
    await bench.start();
    await bench.save(1);
    bench.server.user = null;
    bench.loop.wake('saved');
    await turn();
    expect(bench.status).to.include({ state: 'signed-out', queued: 1 });
    expect(bench.storage.signedIn).to.deep.equal({ user: anna, since: 1, expired: true });
    expect(bench.storage.readings.size).to.equal(1);
  });

  it('forgets what it was sent when the user was deleted, and keeps what was saved', async () => {
    bench.server.addReading(reading('2026-10', { B: 1 }));
    await bench.start();
    const [operation] = await bench.save(1);
    bench.server.faults.push.push({ code: 'signed_out', forget: true });
    bench.loop.wake('saved');
    await turn();
    expect(bench.status.state).to.equal('signed-out');
    expect(bench.storage.signedIn).to.equal(null);
    expect(bench.storage.readings.size).to.equal(0);
    expect(bench.stateOf(operation)).to.equal('queued');
  });

  it('I10: an answer that comes after somebody else has signed in changes nothing of theirs', async () => {
    bench.server.addReading(reading('2026-10', { B: 1 }));
    bench.server.during = (call) => {
      if (call === 'pull') bench.storage.signedIn = { user: boris, since: 2, expired: false };
    };
    await bench.start();
    expect(bench.storage.readings.size).to.equal(0);
    expect(bench.storage.at.size).to.equal(0);
    expect(bench.storage.signedIn).to.deep.equal({ user: boris, since: 2, expired: false });
  });

  it('I10: the end of an old session does not end a new one of the same user', async () => {
    bench.server.user = null;
    bench.server.during = () => {
      bench.storage.signedIn = { user: anna, since: 2, expired: false };
    };
    await bench.start();
    expect(bench.storage.signedIn).to.deep.equal({ user: anna, since: 2, expired: false });
  });

  it('an account that is no longer the user’s goes from the cache; the outbox stays', async () => {
    await bench.save(1);
    await bench.start();
    const [late] = await bench.save(1, { from: 2 });
    bench.server.owners = [];
    bench.server.refused.set(late.id, { code: 'account_unknown' });
    bench.loop.wake('saved');
    await turn();
    expect(bench.storage.readings.size).to.equal(0);
    expect(bench.storage.at.has(home)).to.equal(false);
    expect(bench.storage.operations.get(late.id)?.answer?.problems).to.deep.equal([{ code: 'account_unknown' }]);
    expect(bench.status.state).to.equal('idle');
  });

  it('an app that is too old says so, and goes on sending', async () => {
    const [operation] = await bench.save(1);
    bench.server.faults.pull.push({ code: 'upgrade_required' }, { code: 'upgrade_required' });
    await bench.start();
    expect(bench.status.state).to.equal('upgrade-required');
    expect(bench.stateOf(operation)).to.equal('received');
    const [second] = await bench.save(1, { from: 2 });
    bench.loop.wake('saved');
    await turn();
    expect(bench.stateOf(second)).to.equal('received');
  });

  it('stops for good when told so', async () => {
    await bench.start();
    bench.loop.stop();
    bench.loop.wake('online');
    await turn();
    expect(bench.clock.next).to.equal(null);
    expect(bench.server.pulls).to.have.length(1);
  });

  it('runNow resolves when the loop rests, whatever came of it', async () => {
    await bench.start();
    const [operation] = await bench.save(1);
    await bench.loop.runNow();
    expect(bench.stateOf(operation)).to.equal('received');
    bench.server.connected = false;
    await bench.loop.runNow();
    expect(bench.status.state).to.equal('offline');
  });
});
