import { expect } from 'chai';
import { OperationSaved } from '../../../web/store/store-events.ts';
import { connectSync } from '../../../web/sync/connect-sync.ts';
import type { SyncLoop } from '../../../web/sync/loop.ts';
import { SyncBench } from '../support/sync-bench.ts';
import { turn } from '../support/virtual-clock.ts';

describe('I8: in a page, without any `sync` event', () => {
  let bench: SyncBench;
  let loop: SyncLoop;
  const events = new EventTarget();
  beforeEach(async () => {
    bench = new SyncBench();
    loop = connectSync(bench.ports, { events });
    loop.start();
    await turn();
  });
  afterEach(() => {
    loop.stop();
    expect(bench.faults).to.deep.equal([]);
  });

  it('the start is a reason to sync', () => {
    expect(bench.server.pulls).to.have.length(1);
  });

  for (const [what, happens] of [
    ['the network comes back', () => window.dispatchEvent(new Event('online'))],
    ['the window gets the focus', () => window.dispatchEvent(new Event('focus'))],
    ['the page comes out of the back-forward cache', () => window.dispatchEvent(new Event('pageshow'))],
    ['the page becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['something was saved', () => events.dispatchEvent(new OperationSaved('id'))],
  ] as const) {
    it(`${what}: so is that`, async () => {
      happens();
      await turn();
      expect(bench.server.pulls).to.have.length(2);
    });
  }
});
