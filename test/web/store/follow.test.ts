import { expect } from 'chai';
import { Dexie, type Table } from 'dexie';
import { v7 as uuidv7 } from 'uuid';
import { follow } from '../../../web/store/follow.ts';

/** A database of its own, with one table of numbers. */
class Numbers extends Dexie {
  declare rows: Table<{ id: number }, number>;

  constructor() {
    super(`numbers-${uuidv7()}`);
    this.version(1).stores({ rows: 'id' });
  }
}

describe('following a query', () => {
  let numbers: Numbers;
  let stop: () => void;
  let reads: number;
  let seen: number[];
  let faults: unknown[];

  const count = async (): Promise<number> => {
    reads++;
    return numbers.rows.count();
  };

  /** Follows how many rows there are. */
  function followCount(next: (found: number) => void = () => {}): void {
    stop = follow(count, {
      next: (found) => {
        seen.push(found);
        next(found);
      },
      error: (fault) => faults.push(fault),
    });
  }

  async function until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** So much later that whatever was under way has been handed over: a later follower has seen a later change. */
  async function settled(): Promise<void> {
    const later: number[] = [];
    const unfollow = follow(() => numbers.rows.count(), { next: (found) => later.push(found), error: fail });
    await until(() => later.length > 0);
    const rows = (later.at(-1) as number) + 1;
    await numbers.rows.add({ id: 1000 + rows });
    await until(() => later.at(-1) === rows);
    unfollow();
  }

  const fail = (fault: unknown): void => {
    throw fault;
  };

  beforeEach(async () => {
    numbers = new Numbers();
    await numbers.open();
    reads = 0;
    seen = [];
    faults = [];
  });
  afterEach(async () => {
    stop();
    await numbers.delete();
  });

  it('reports what a listener throws, at once or later, and tells it of the next change all the same', async () => {
    followCount((found) => {
      if (found < 2) throw new Error(`no ${found}`);
    });
    await until(() => seen.length === 1);
    // The second read has to have learnt what to watch.
    await until(() => reads === 2);
    await numbers.rows.add({ id: 1 });
    await until(() => seen.length === 2);
    await numbers.rows.add({ id: 2 });
    await until(() => seen.length === 3);
    expect(seen).to.deep.equal([0, 1, 2]);
    expect(faults.map(String)).to.deep.equal(['Error: no 0', 'Error: no 1']);
  });

  it('reports that the query fails, once', async () => {
    const broken = async () => {
      reads++;
      throw new Error('no disk');
    };
    stop = follow(broken, { next: (found) => seen.push(found), error: (fault) => faults.push(fault) });
    await until(() => faults.length > 0);
    await settled();
    expect(seen).to.deep.equal([]);
    expect(faults.map(String)).to.deep.equal(['Error: no disk']);
  });

  it('hands over nothing when it was stopped before the first read was done', async () => {
    followCount();
    stop();
    await settled();
    expect(seen).to.deep.equal([]);
    expect(reads).to.equal(1);
  });

  it('hands over nothing more when the listener stops it', async () => {
    followCount(() => stop());
    await until(() => seen.length === 1);
    await settled();
    expect(seen).to.deep.equal([0]);
    expect(reads).to.equal(1);
  });

  it('hands over a change between its two reads', async () => {
    const changing = async () => {
      const found = await count();
      if (reads === 1) await numbers.rows.add({ id: 1 });
      return found;
    };
    stop = follow(changing, { next: (found) => seen.push(found), error: fail });
    await until(() => seen.length === 2);
    expect(seen).to.deep.equal([0, 1]);
    expect(reads).to.equal(2);
  });

  it('does not hand over the same a second time, only because it reads twice', async () => {
    await numbers.rows.add({ id: 1 });
    followCount();
    await until(() => reads === 2);
    // What comes of the second read comes before what a later change brings.
    await numbers.rows.add({ id: 2 });
    await until(() => seen.at(-1) === 2);
    expect(seen).to.deep.equal([1, 2]);
  });

  it('hands over once more what it found first, when that comes back after a change', async () => {
    followCount();
    await until(() => reads === 2);
    await numbers.rows.add({ id: 1 });
    await until(() => seen.length === 2);
    await numbers.rows.delete(1);
    await until(() => seen.length === 3);
    expect(seen).to.deep.equal([0, 1, 0]);
  });
});
