import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { loadCompany } from '../../../server/companies.ts';
import { createDrawing, type Drawn, type Task } from '../../../server/documents/drawing.ts';

/** A thread that draws nothing: the test says what it answers. */
class TestThread extends EventEmitter {
  readonly asked: string[] = [];
  ended = false;

  postMessage({ account }: Task): void {
    this.asked.push(account.number);
  }

  answer(drawn: Drawn): void {
    this.emit('message', drawn);
  }

  async terminate(): Promise<number> {
    this.ended = true;
    return 1;
  }

  unref(): void {}
}

const document = (number: string): Task => ({
  account: { number, holder: 'Anna', address: 'Rīgas iela 1' },
  ...{ language: 'lv', kind: 'ledger', months: [], day: '2026-11-01' },
});
const drawn = { bytes: new Uint8Array([1]) };
const isTryAgain = { problem: { code: 'try_again' } };

describe('drawing documents', () => {
  let threads: TestThread[];
  const create = () =>
    createDrawing(loadCompany('ddzksu'), () => {
      threads.push(new TestThread());
      return threads.at(-1) as TestThread;
    });
  const asked = () => threads.flatMap((thread) => thread.asked);
  beforeEach(() => {
    threads = [];
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('is refused to a user for whom many wait already, and not to others', async () => {
    const draw = create();
    // One is at work, and twelve wait.
    const answers = Array.from({ length: 13 }, (_, at) => draw(document(`a${at}`), 'anna'));
    assert.throws(() => draw(document('a13'), 'anna'), isTryAgain);
    answers.push(draw(document('b0'), 'bert'));
    for (const _ of answers) threads[0]?.answer(drawn);
    assert.deepEqual(await Promise.all(answers), Array(14).fill(drawn.bytes));
  });

  it('is refused to everybody where many wait of many users', () => {
    const draw = create();
    for (let at = 0; at < 61; at++) void draw(document('x'), `user ${at}`);
    assert.throws(() => draw(document('x'), 'anna'), isTryAgain);
  });

  it('takes turns, so that nobody waits for all that another one has asked for', () => {
    const draw = create();
    for (const number of ['a0', 'a1', 'a2', 'a3']) void draw(document(number), 'anna');
    for (const number of ['b0', 'b1']) void draw(document(number), 'bert');
    void draw(document('c0'), 'carla');
    for (let at = 0; at < 7; at++) threads[0]?.answer(drawn);
    assert.deepEqual(asked(), ['a0', 'a1', 'b0', 'c0', 'a2', 'b1', 'a3']);
  });

  it('loses with a thread that ends what it was at work on, and nothing else', async () => {
    const draw = create();
    const [lost, next] = [draw(document('a'), 'anna'), draw(document('b'), 'bert')];
    threads[0]?.emit('error', new Error('out of memory'));
    threads[0]?.emit('exit', 1);
    await assert.rejects(lost, /out of memory/);
    // Too late for the one, and not about the other.
    threads[0]?.answer(drawn);
    threads[1]?.answer({ fault: 'no such font' });
    await assert.rejects(next, /no such font/);
    assert.deepEqual([threads[0]?.ended, threads[1]?.ended, threads.length], [true, false, 2]);
  });

  it('takes too long by the time of its own work, and not by that of those before it', async () => {
    const draw = create();
    const answers = ['a', 'b', 'c'].map((number) => draw(document(number), number));
    for (const _ of ['a', 'b']) {
      mock.timers.tick(19_000);
      threads[0]?.answer(drawn);
    }
    mock.timers.tick(19_999);
    assert.deepEqual([threads[0]?.ended, threads.length], [false, 1]);
    mock.timers.tick(1);
    assert.equal(threads[0]?.ended, true);
    const [a, b, c] = await Promise.allSettled(answers);
    assert.deepEqual([a?.status, b?.status, c?.status], ['fulfilled', 'fulfilled', 'rejected']);
    const later = draw(document('d'), 'anna');
    threads[1]?.answer(drawn);
    assert.equal(await later, drawn.bytes);
  });
});
