import { expect } from 'chai';
import { watchAccount } from '../../../web/account-watch.ts';
import { AppClock } from '../../../web/clock.ts';
import type { AccountView, PublicCompany } from '../../../web/store/views.ts';
import { TestDatabases } from '../support/databases.ts';
import { at, company, home, inWindow, m3, meter, reading } from '../support/household.ts';

describe('watching an account', () => {
  let test: TestDatabases;
  let clock: AppClock;
  let stop: () => void;
  const seen: (AccountView | null)[] = [];
  const faults: unknown[] = [];

  /** Until the watcher has told so many views. */
  async function views(count: number): Promise<AccountView | null | undefined> {
    while (seen.length < count) await new Promise((resolve) => requestAnimationFrame(resolve));
    return seen.at(-1);
  }

  beforeEach(async () => {
    seen.length = 0;
    test = new TestDatabases();
    await test.open();
    await test.signIn();
    clock = new AppClock(() => test.wall);
    const parts = {
      store: test.store,
      company: company as PublicCompany,
      clock,
      report: (f: unknown) => faults.push(f),
    };
    stop = watchAccount(parts, home, (view) => seen.push(view));
  });
  afterEach(async () => {
    stop();
    expect(faults).to.deep.equal([]);
    await test.close();
  });

  it('tells the view at once, and again after every change of its rows', async () => {
    expect((await views(1))?.meters).to.deep.equal([]);
    await test.cache.meters.add(meter);
    expect((await views(2))?.meters).to.have.length(1);
    await test.cache.readings.add(reading('2026-10', m3(10)));
    expect((await views(3))?.meters[0]?.entries).to.have.length(1);
    await test.store.saveDraft(home, { meter: meter.id, period: '2026-11', text: { B: '11' }, supersedes: null });
    expect((await views(4))?.meters[0]?.draft?.text).to.deep.equal({ B: '11' });
  });

  it('tells null when the account goes', async () => {
    await views(1);
    await test.cache.accounts.clear();
    expect(await views(2)).to.equal(null);
  });

  it('tells anew when the clock is corrected', async () => {
    await test.cache.meters.add(meter);
    while (!seen.at(-1)?.meters.length) await views(seen.length + 1);
    expect(seen.at(-1)?.meters[0]?.window.open).to.equal(true);
    const told = seen.length;
    const serverTime = at('2026-12-02T12:00');
    clock.correct({ serverTime, offset: serverTime - inWindow, beacon: 'b', at: inWindow });
    expect((await views(told + 1))?.meters[0]?.window.open).to.equal(false);
  });

  it('C: tells anew when a contact rules out what was on offer, though the clock was right', async () => {
    await test.cache.meters.add(meter);
    test.wall = at('2026-12-02T12:00');
    clock.correct({ serverTime: inWindow, offset: 0, beacon: 'b', at: inWindow });
    while (!seen.at(-1)?.meters.length) await views(seen.length + 1);
    expect(seen.at(-1)?.meters[0]?.window).to.deep.include({ open: true, over: true });
    const told = seen.length;
    clock.correct({ serverTime: test.wall, offset: 0, beacon: 'b', at: test.wall });
    expect((await views(told + 1))?.meters[0]?.window.open).to.equal(false);
  });

  it('drops a draft once a contact says that its window has closed, and no other', async () => {
    await test.cache.meters.add(meter);
    const draft = (period: '2026-10' | '2026-11') => ({
      meter: meter.id,
      period,
      text: { B: '11' },
      supersedes: null,
    });
    await test.store.saveDraft(home, draft('2026-10'));
    await test.store.saveDraft(home, draft('2026-11'));
    clock.correct({ serverTime: inWindow, offset: 0, beacon: 'b', at: inWindow });
    while ((await test.outbox.drafts.count()) > 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect((await test.outbox.drafts.toArray()).map(({ period }) => period)).to.deep.equal(['2026-11']);
    // By the clock alone nothing goes.
    test.wall = at('2027-01-10T12:00');
    await test.cache.readings.add(reading('2026-10', m3(10)));
    while (!seen.at(-1)?.meters[0]?.entries.length) await views(seen.length + 1);
    expect(await test.outbox.drafts.count()).to.equal(1);
    const serverTime = at('2026-12-01T00:00');
    clock.correct({ serverTime, offset: 0, beacon: 'b', at: serverTime });
    while ((await test.outbox.drafts.count()) > 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

  it('tells nothing more once it was stopped', async () => {
    await views(1);
    stop();
    await test.cache.meters.add(meter);
    clock.correct({ serverTime: inWindow, offset: 86_400_000, beacon: 'b', at: inWindow });
    expect(await test.cache.meters.count()).to.equal(1);
    expect(seen).to.have.length(1);
  });
});

describe('C2: the app’s clock', () => {
  it('is the device’s, corrected by the last contact', () => {
    const clock = new AppClock(() => inWindow);
    clock.correct({ serverTime: inWindow + 7_000, offset: 7_000, beacon: 'b', at: inWindow });
    expect(clock.now()).to.equal(inWindow + 7_000);
  });

  it('is never before the last contact, however far the device’s clock falls back', () => {
    let wall = inWindow;
    const clock = new AppClock(() => wall);
    clock.correct({ serverTime: inWindow, offset: 0, beacon: 'b', at: inWindow });
    wall -= 400 * 86_400_000;
    expect(clock.now()).to.equal(inWindow);
  });

  it('believes a demo server’s word until the first contact', () => {
    const clock = new AppClock(() => inWindow, 1_000_000);
    expect(clock.now()).to.equal(inWindow + 1_000_000);
    clock.correct({ serverTime: inWindow, offset: 0, beacon: 'b', at: inWindow });
    expect(clock.now()).to.equal(inWindow);
  });

  it('announces a correction, not its own going', () => {
    const clock = new AppClock(() => inWindow);
    let corrections = 0;
    clock.addEventListener('clock-corrected', () => corrections++);
    clock.correct({ serverTime: inWindow, offset: 400, beacon: 'b', at: inWindow });
    expect(corrections).to.equal(0);
    clock.correct({ serverTime: inWindow, offset: 60_000, beacon: 'b', at: inWindow });
    expect(corrections).to.equal(1);
  });
});
