import { expect } from 'chai';
import type { SealedOperation } from '../../../shared/operation.ts';
import { submission } from '../support/household.ts';
import { forEachTest, type SyncBench } from '../support/sync-bench.ts';

describe('push', () => {
  let bench: SyncBench;
  forEachTest((fresh) => {
    bench = fresh;
  });
  const sent = (): number[][] =>
    bench.server.pushes.map(({ ops }) => (ops as SealedOperation[]).map(({ number }) => number));

  it('I5: an answer that was lost after the commit leaves the operation queued; the next one is a duplicate', async () => {
    const [operation] = await bench.save(1);
    bench.server.faults.push.push('answer-lost');
    await bench.start();
    expect(bench.server.ledger.has(operation.id)).to.equal(true);
    expect(bench.stateOf(operation)).to.equal('queued');
    await bench.clock.advance(2_000);
    expect(bench.storage.operations.get(operation.id)).to.deep.include({ state: 'received', attempts: 0 });
    expect(bench.storage.operations.get(operation.id)?.answer).to.include({ outcome: 'duplicate', first: 'applied' });
    expect(bench.server.ledger.size).to.equal(1);
  });

  it('I5: a push that was cut leaves everything queued', async () => {
    const saved = await bench.save(3);
    bench.server.faults.push.push('cut');
    await bench.start();
    expect(saved.map((one) => bench.stateOf(one))).to.deep.equal(['queued', 'queued', 'queued']);
    expect(bench.server.ledger.size).to.equal(0);
  });

  it('I5: answers without an id, with an unknown one or for what was not sent change nothing', async () => {
    const [operation] = await bench.save(1);
    const later = await submission(2);
    const { push } = bench.server;
    bench.server.push = async (input, signal) => {
      bench.server.push = push;
      bench.storage.save(later);
      const reply = await push.call(bench.server, { ...input, ops: [] }, signal);
      if (!reply.ok) return reply;
      const result = { outcome: 'applied', problems: [], version: 1 } as const;
      const results = [null, later.id, '01890000-0000-7000-8000-00000000dead'].map((id) => ({ ...result, id }));
      return { ok: true, value: { ...reply.value, results: results.map((one) => ({ ...one, problems: [] })) } };
    };
    await bench.start();
    expect(bench.stateOf(operation)).to.equal('queued');
    // Its own push came after that and was answered.
    expect(sent()).to.deep.equal([[], [2]]);
    expect(bench.storage.operations.get(later.id)?.answer?.version).to.equal(2);
    expect(bench.status.state).to.equal('waiting');
  });

  it('I5: an answer for what is queued and was not sent changes nothing', async () => {
    const saved = await bench.save(51);
    const last = saved.at(-1) as SealedOperation;
    bench.server.faults.push.push(null, 'cut');
    const { push } = bench.server;
    bench.server.push = async (input, signal) => {
      const reply = await push.call(bench.server, input, signal);
      if (reply.ok) reply.value.results.push({ id: last.id, outcome: 'applied', problems: [], version: 1 });
      return reply;
    };
    await bench.start();
    expect(bench.stateOf(last)).to.equal('queued');
  });

  it('I5: a rejected one is received with its problems; its neighbours go through', async () => {
    const [first, second, third] = await bench.save(3);
    bench.server.refused.set(second.id, { code: 'meter_unknown' });
    await bench.start();
    expect([first, second, third].map((one) => bench.stateOf(one))).to.deep.equal(['received', 'received', 'received']);
    expect(bench.storage.operations.get(second.id)?.answer).to.deep.include({
      outcome: 'rejected',
      problems: [{ code: 'meter_unknown' }],
    });
  });

  it('sends more than fifty in several pushes, in the order of the stream', async () => {
    const saved = await bench.save(120);
    await bench.start();
    expect(sent().map((numbers) => numbers.length)).to.deep.equal([50, 50, 20]);
    expect(sent().flat()).to.deep.equal(saved.map(({ number }) => number));
    expect(bench.status).to.include({ state: 'idle', queued: 0 });
  });

  it('leaves what has to be sent again for the next attempt, and counts it', async () => {
    const [first, second] = await bench.save(2);
    bench.server.putOff.set(first.id, 1);
    await bench.start();
    expect(sent()).to.deep.equal([[1, 2]]);
    expect(bench.storage.operations.get(first.id)).to.include({ state: 'queued', attempts: 1 });
    expect(bench.stateOf(second)).to.equal('received');
    expect(bench.status).to.include({ state: 'waiting', queued: 1 });
    await bench.clock.advance(2_000);
    expect(sent()).to.deep.equal([[1, 2], [1]]);
    expect(bench.status).to.include({ state: 'idle', queued: 0 });
  });

  it('holds back what builds on an operation that waits', async () => {
    const saved = await bench.save(50);
    const [first] = saved as [SealedOperation];
    const correction = await submission(51, { supersedes: first.id });
    const correctionOfIt = await submission(52, { supersedes: correction.id });
    bench.storage.save(correction);
    bench.storage.save(correctionOfIt);
    bench.server.putOff.set(first.id, 1);
    await bench.start();
    expect(sent().map((numbers) => numbers.length)).to.deep.equal([50]);
    await bench.clock.advance(2_000);
    expect(sent()[1]).to.deep.equal([1, 51, 52]);
    expect(bench.status).to.include({ state: 'idle', queued: 0 });
  });

  it('halves a push that is too large, down to the culprit, which waits alone', async () => {
    const saved = await bench.save(4);
    const [, , culprit] = saved;
    const { push } = bench.server;
    bench.server.push = async (input, signal) => {
      if ((input.ops as SealedOperation[]).some(({ id }) => id === culprit.id)) {
        bench.server.pushes.push(input);
        return { ok: false, failure: { kind: 'refused', problem: { code: 'too_large' } } };
      }
      return push.call(bench.server, input, signal);
    };
    await bench.start();
    expect(saved.map((one) => bench.stateOf(one))).to.deep.equal(['received', 'received', 'queued', 'received']);
    expect(bench.status).to.include({ state: 'waiting', queued: 1 });
  });

  it('gives its own clock and the app’s version with every push', async () => {
    await bench.save(1);
    await bench.start();
    expect(bench.server.pushes[0]).to.include({
      protocol: 1,
      app: '1.0.0',
      deviceTime: new Date(bench.clock.now()).toISOString(),
    });
  });
});
