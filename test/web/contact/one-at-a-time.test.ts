import { expect } from 'chai';
import { webLock } from '../../../web/contact/one-at-a-time.ts';
import { inWindow } from '../support/household.ts';
import { turn, VirtualClock } from '../support/virtual-clock.ts';

describe('the web lock', () => {
  const lock = 'meterbook-sync';

  /** Another tab, as far as locks go. */
  function occupy(): { taken: Promise<void>; release: () => void } {
    let release = (): void => {};
    const taken = new Promise<void>((resolve) => {
      void navigator.locks.request(lock, () => {
        resolve();
        return new Promise<void>((end) => {
          release = end;
        });
      });
    });
    return { taken, release: () => release() };
  }

  it('one cycle at a time: the second begins when the first has ended', async () => {
    const exclusive = webLock(lock, new VirtualClock(inWindow), navigator.locks);
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await turn();
      await turn();
      log.push(`${name} ends`);
    };
    await Promise.all([exclusive(work('a')), exclusive(work('b'))]);
    expect(log).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('waits for another tab', async () => {
    const other = occupy();
    await other.taken;
    const clock = new VirtualClock(inWindow);
    let done = false;
    const work = webLock(
      lock,
      clock,
      navigator.locks,
    )(async () => {
      done = true;
    });
    await turn();
    expect(done).to.equal(false);
    other.release();
    await work;
    expect(done).to.equal(true);
    expect(clock.next).to.equal(null);
  });

  it('I8: a tab that never lets go does not stop the others for good', async () => {
    const other = occupy();
    await other.taken;
    const clock = new VirtualClock(inWindow);
    const work = webLock(lock, clock, navigator.locks)(async () => 'done');
    await clock.advance(60_000);
    expect(await work).to.equal('done');
    other.release();
  });

  it('I8: a page that is left stands in nobody’s way, and takes its turn when it comes back', async () => {
    const other = occupy();
    await other.taken;
    const work = webLock(lock, new VirtualClock(inWindow), navigator.locks)(async () => 'done');
    window.dispatchEvent(new Event('pagehide'));
    await turn();
    expect((await navigator.locks.query()).pending).to.deep.equal([]);
    window.dispatchEvent(new Event('pageshow'));
    await turn();
    expect((await navigator.locks.query()).pending).to.have.length(1);
    other.release();
    expect(await work).to.equal('done');
  });

  it('I8: a page that is left in the middle of its cycle lets go, and its cycle ends all the same', async () => {
    let finish = (_: string): void => {};
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const exclusive = webLock(lock, new VirtualClock(inWindow), navigator.locks);
    const work = exclusive(() => {
      begin();
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    });
    await begun;
    window.dispatchEvent(new Event('pagehide'));
    expect(await exclusive(async () => 'another')).to.equal('another');
    finish('done');
    expect(await work).to.equal('done');
  });

  it('passes on what the work throws, and frees the lock', async () => {
    const exclusive = webLock(lock, new VirtualClock(inWindow), navigator.locks);
    const error = await exclusive(async () => {
      throw new Error('a fault of ours');
    }).catch((reason: unknown) => reason);
    expect(String(error)).to.equal('Error: a fault of ours');
    expect(await exclusive(async () => 'free')).to.equal('free');
  });

  it('does without where the browser has no locks', async () => {
    expect(await webLock(lock, new VirtualClock(inWindow), undefined)(async () => 'done')).to.equal('done');
  });
});
