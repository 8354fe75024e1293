import { expect } from 'chai';
import { leaveWhenFree } from '../../../web/kiosk/leave-when-free.ts';
import { UpdateWaits } from '../../../web/kiosk/updates.ts';
import { ReloadNeeded, StorageLost } from '../../../web/storage/storage-events.ts';
import { until } from '../support/mount.ts';

describe('a page of the kiosk', () => {
  function openPage(page: { isConnected: boolean; isFree: boolean }) {
    const [updates, events] = [new EventTarget(), new EventTarget()];
    const seen = { left: 0 };
    leaveWhenFree(Object.assign(page, { leave: () => seen.left++ }), { updates, events });
    return { updates, events, seen };
  }

  it('stays under the hands of whoever stands before it', () => {
    const { updates, events, seen } = openPage({ isConnected: true, isFree: false });
    updates.dispatchEvent(new UpdateWaits());
    events.dispatchEvent(new ReloadNeeded());
    expect(seen.left).to.equal(0);
  });

  it('makes way where nobody stands: for a new version, and where it can store nothing any more', async () => {
    const { updates, events, seen } = openPage({ isConnected: true, isFree: true });
    updates.dispatchEvent(new UpdateWaits());
    events.dispatchEvent(new ReloadNeeded());
    expect(seen.left).to.equal(2);
    events.dispatchEvent(new StorageLost(null));
    expect(seen.left).to.equal(2);
    await until(() => seen.left === 3);
  });

  it('makes way as well before it is shown: what happens while it starts does not pass unheard', () => {
    const { updates, events, seen } = openPage({ isConnected: false, isFree: false });
    updates.dispatchEvent(new UpdateWaits());
    events.dispatchEvent(new ReloadNeeded());
    expect(seen.left).to.equal(2);
  });
});
