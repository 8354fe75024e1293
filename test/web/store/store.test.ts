import { expect } from 'chai';
import { operationText } from '../../../shared/operation-text.ts';
import { noClaims } from '../../../shared/reading.ts';
import { accountView } from '../../../web/store/account-view.ts';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import { endSession } from '../../../web/store/session-rows.ts';
import { type ReadingToSave, Store } from '../../../web/store/store.ts';
import { OperationSaved } from '../../../web/store/store-events.ts';
import type { AccountView, MeterView } from '../../../web/store/views.ts';
import { TestDatabases } from '../support/databases.ts';
import { account, anna, answer, at, boris, company, home, inWindow, m3, meter, reading } from '../support/household.ts';

describe('the store', () => {
  let test: TestDatabases;
  beforeEach(async () => {
    test = new TestDatabases();
    await test.open();
    await test.signIn();
    await test.cache.meters.add(meter);
    await test.cache.readings.bulkAdd([
      reading('2026-07', m3(10)),
      reading('2026-08', m3(12)),
      reading('2026-09', m3(14)),
      reading('2026-10', m3(16)),
    ]);
  });
  afterEach(() => test.close());

  async function view(now = inWindow): Promise<{ view: AccountView; meter: MeterView }> {
    const rows = await test.store.accountRows(home);
    const found = rows && accountView(rows, company, { now, contact: await test.store.contact() });
    const [first] = found?.meters ?? [];
    if (!found || !first) throw new Error('nothing to read');
    return { view: found, meter: first };
  }

  async function save(cubicMetres: number, change: Partial<ReadingToSave> = {}) {
    const values = m3(cubicMetres) as Record<string, number>;
    return test.store.saveReading({
      ...(await view()),
      period: '2026-11',
      values,
      claims: noClaims,
      supersedes: null,
      ...change,
    });
  }

  const operations = (): Promise<OperationRow[]> => test.outbox.operations.orderBy('[stream+number]').toArray();

  describe('saving a reading', () => {
    it('M4: what the rules refuse saves nothing and leaves the draft', async () => {
      const draft = { meter: meter.id, period: '2026-11', text: { B: '15' }, supersedes: null } as const;
      await test.store.saveDraft(home, draft);
      const result = await save(15);
      expect(result).to.deep.include({ saved: false, ask: false });
      expect(result.problems.map(({ code }) => code)).to.deep.equal(['below_previous']);
      expect(await operations()).to.deep.equal([]);
      expect((await view()).meter.draft).to.deep.equal(draft);
    });

    it('V4: a register that is missing is refused', async () => {
      expect((await save(0, { values: {} })).problems).to.deep.equal([{ code: 'register_missing', register: 'B' }]);
    });

    it('U1: asks for a confirmation of unusual use, and saves with it', async () => {
      expect(await save(60)).to.include({ saved: false, ask: true });
      expect(await operations()).to.deep.equal([]);
      expect(await save(60, { claims: { ...noClaims, confirmed: ['B'] } })).to.include({ saved: true });
    });

    it('W4: is refused with the next opening when the window was closed at the last contact', async () => {
      test.wall = at('2026-12-01T00:00');
      await test.signIn();
      const result = await save(18);
      expect(result).to.deep.include({ saved: false, ask: false });
      expect(result.problems[0]).to.include({ code: 'outside_window', opensOn: '2026-12-27' });
    });

    it('W4: is refused before the window opens', async () => {
      test.wall = at('2026-11-26T23:59');
      await test.signIn();
      expect((await save(18)).problems[0]).to.include({ code: 'outside_window', opensOn: '2026-11-27' });
    });

    for (const [title, wall] of [
      ['400 days ahead', inWindow + 400 * 86_400_000],
      ['one hour ahead, past midnight of the last day', at('2026-12-01T00:30')],
    ] as const) {
      it(`C: a clock ${title} blocks nothing: it is saved, for the office to look at`, async () => {
        test.wall = wall;
        expect(await save(18, { ...(await view(wall)) })).to.deep.include({
          saved: true,
          problems: [{ code: 'window_unsure' }],
        });
        expect((await operations())[0]?.sealed.capture).to.deep.equal({
          wall: test.wallText,
          offset: 0,
          beacon: 'beacon',
        });
      });
    }

    it('C: a clock that fell behind the last contact blocks nothing', async () => {
      test.wall = inWindow - 400 * 86_400_000;
      expect(await save(18)).to.deep.include({ saved: true, problems: [] });
    });

    it('C: the last contact may lie before the window: nothing is said of it', async () => {
      test.wall = at('2026-11-10T12:00');
      await test.signIn();
      test.wall = inWindow;
      expect(await save(18)).to.deep.include({ saved: true, problems: [] });
    });

    it('C2: goes by the device’s clock as the last contact corrected it', async () => {
      const year = 365 * 86_400_000;
      test.wall = inWindow - year;
      await test.signIn(undefined, year);
      expect(await save(18)).to.include({ saved: true });
      const [row] = await operations();
      expect(row?.sealed.capture).to.deep.equal({ wall: test.wallText, offset: year, beacon: 'beacon' });
    });

    it('is refused when nobody is signed in', async () => {
      const input = await view();
      await endSession(test.cache, { farewell: false });
      const result = await test.store.saveReading({
        ...input,
        period: '2026-11',
        values: { B: 18_000 },
        claims: noClaims,
        supersedes: null,
      });
      expect(result).to.deep.equal({ saved: false, problems: [{ code: 'signed_out' }], ask: false });
    });

    it('I9: what was billed cannot be corrected', async () => {
      const billed = reading('2026-11', m3(17));
      await test.cache.readings.add(billed);
      expect((await save(18, { supersedes: billed.id })).problems).to.deep.equal([{ code: 'reading_billed' }]);
    });

    it('commits a sealed operation, deletes the draft and tells the sync', async () => {
      const told: string[] = [];
      test.events.addEventListener(OperationSaved.type, (event) => told.push((event as OperationSaved).operation));
      await test.store.saveDraft(home, { meter: meter.id, period: '2026-11', text: { B: '18' }, supersedes: null });
      const result = await save(18);
      if (!result.saved) throw new Error('not saved');
      const [row] = await operations();
      expect(row).to.deep.include({ id: result.operation, user: anna, account: home, number: 1, state: 'queued' });
      expect(row?.sealed.body).to.deep.equal({
        meter: meter.id,
        period: '2026-11',
        values: { B: 18_000 },
        claims: noClaims,
        supersedes: null,
      });
      const text = new TextEncoder().encode(operationText(row?.sealed as OperationRow['sealed']));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      expect(row?.sealed.hash).to.equal(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
      expect(told).to.deep.equal([result.operation]);
      expect((await view()).meter.draft).to.equal(null);
      expect((await view()).meter.entries[0]).to.include({ id: result.operation, stage: 'saved', state: null });
    });

    it('two tabs that save at once share one stream without gaps or doubles', async () => {
      const other = new TestDatabases();
      const secondTab = new Store(
        Object.assign(other.outbox, { name: test.outbox.name }),
        test.cache,
        test.events,
        () => test.wall,
      );
      const input = { ...(await view()), period: '2026-11', claims: noClaims, supersedes: null } as const;
      const saves = Array.from({ length: 20 }, (_, index) =>
        [test.store, secondTab][index % 2]?.saveReading({ ...input, values: { B: 18_000 + index } }),
      );
      const results = await Promise.all(saves);
      expect(results.every((result) => result?.saved)).to.equal(true);
      const rows = await operations();
      expect(rows.map(({ number }) => number)).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(new Set(rows.map(({ stream }) => stream)).size).to.equal(1);
      other.outbox.close();
    });
  });

  describe('withdrawing', () => {
    it('W7: is refused for what was billed, is locked, or lies outside the window', async () => {
      const { view: found, meter: of } = await view();
      const entry = of.entries[0];
      if (!entry) throw new Error('no entry');
      const withdraw = (stage: 'billed' | 'received', period: '2026-10' | '2026-11', locked: boolean) =>
        test.store.withdrawReading({
          view: { ...found, locked: locked ? [period] : [] },
          meter: of,
          entry: { ...entry, stage, state: stage === 'billed' ? 'billed' : 'accepted', period },
        });
      expect((await withdraw('billed', '2026-11', false)).problems).to.deep.equal([{ code: 'reading_billed' }]);
      expect((await withdraw('received', '2026-11', true)).problems).to.deep.equal([
        { code: 'period_locked', period: '2026-11' },
      ]);
      expect((await withdraw('received', '2026-10', false)).problems[0]).to.include({ code: 'outside_window' });
      expect(await operations()).to.deep.equal([]);
    });

    it('W7: what billing or the office entered is not the resident’s to take back', async () => {
      const { view: found, meter: of } = await view();
      const entry = of.entries[0];
      if (!entry) throw new Error('no entry');
      const entered = { ...entry, period: '2026-11', stage: 'received', state: 'accepted', source: 'office' } as const;
      const result = await test.store.withdrawReading({ view: found, meter: of, entry: entered });
      expect(result.problems).to.deep.equal([{ code: 'reading_not_current' }]);
    });

    it('C: a clock 400 days ahead does not stop a withdrawal', async () => {
      await save(18);
      test.wall = inWindow + 400 * 86_400_000;
      const before = await view(test.wall);
      const [entry] = before.meter.entries;
      if (!entry) throw new Error('no entry');
      expect(await test.store.withdrawReading({ ...before, entry })).to.include({ saved: true });
    });

    it('marks the reading until the server has it', async () => {
      await save(18);
      const before = await view();
      const [entry] = before.meter.entries;
      if (!entry) throw new Error('no entry');
      expect(await test.store.withdrawReading({ ...before, entry })).to.include({ saved: true });
      expect((await view()).meter.entries[0]).to.include({ id: entry.id, withdrawing: true });
      const again = (await view()).meter.entries[0] ?? entry;
      expect((await test.store.withdrawReading({ ...before, entry: again })).problems).to.deep.equal([
        { code: 'reading_not_current' },
      ]);
    });
  });

  describe('users', () => {
    it('I10: another user sees only how many operations wait, and no drafts', async () => {
      await save(18);
      await test.store.saveDraft(home, { meter: meter.id, period: '2026-11', text: { B: '19' }, supersedes: null });
      expect(await test.store.overview()).to.include({ own: 1, others: 0 });
      await test.signIn({ id: boris, name: 'Boris' });
      await test.cache.meters.add(meter);
      expect(await test.store.overview()).to.include({ own: 0, others: 1 });
      const seen = await view();
      expect(seen.meter.entries).to.deep.equal([]);
      expect(seen.meter.draft).to.equal(null);
    });

    it('signing out wipes the cache, keeps the language and touches no operation', async () => {
      await save(18);
      await test.store.setPreference('language', 'lv');
      await endSession(test.cache, { farewell: true });
      for (const table of test.cache.tables.filter(({ name }) => name !== 'state')) {
        expect(await table.count(), table.name).to.equal(0);
      }
      expect(await test.cache.state.toArray()).to.have.deep.members([
        { key: 'language', value: 'lv' },
        { key: 'farewell', value: true },
      ]);
      expect(await test.store.overview()).to.include({ own: 0, others: 1 });
    });

    it('the same user who signs in again finds the cache as it was', async () => {
      await test.signIn();
      expect(await test.cache.readings.count()).to.equal(4);
      expect((await test.store.overview()).accounts).to.deep.equal([account]);
    });
  });

  it('dismissing puts a refused operation out of sight and keeps it', async () => {
    await save(18);
    const [row] = await operations();
    if (!row) throw new Error('no operation');
    const problems = [{ code: 'meter_unknown' }] as const;
    await test.outbox.operations.update(row.id, {
      state: 'received',
      answer: answer(row, 'rejected', { problems: [...problems] }),
    });
    expect((await view()).view.refused).to.deep.include.members([
      {
        operation: row.id,
        kind: 'reading-submitted',
        reading: row.id,
        meter: meter.id,
        period: '2026-11',
        problems,
        capturedAt: inWindow,
      },
    ]);
    await test.store.dismiss(row.id);
    expect((await view()).view.refused).to.deep.equal([]);
    expect((await view()).meter.entries.some(({ id }) => id === row.id)).to.equal(false);
    expect(await operations()).to.have.length(1);
  });

  it('a queued operation cannot be dismissed', async () => {
    await save(18);
    const [row] = await operations();
    await test.store.dismiss(row?.id ?? '');
    expect((await operations())[0]?.dismissedAt).to.equal(null);
  });

  it('a draft that the storage does not take is answered with the reason', async () => {
    const draft = { meter: meter.id, period: '2026-11', text: { B: '1' }, supersedes: null } as const;
    const failing = (name: string) => async () => {
      throw Object.assign(new Error(name), { name });
    };
    test.outbox.drafts.put = failing('QuotaExceededError') as never;
    expect(await test.store.saveDraft(home, draft)).to.deep.equal({ code: 'storage_full' });
    test.outbox.drafts.put = failing('DatabaseClosedError') as never;
    expect(await test.store.saveDraft(home, draft)).to.deep.equal({ code: 'storage_unavailable' });
  });

  it('a draft is kept as typed, and goes when all its text is gone', async () => {
    const draft = { meter: meter.id, period: '2026-11', text: { B: '00255,' }, supersedes: null } as const;
    await test.store.saveDraft(home, draft);
    expect((await view()).meter.draft).to.deep.equal(draft);
    await test.store.saveDraft(home, { ...draft, text: { B: ' ' } });
    expect(await test.outbox.drafts.count()).to.equal(0);
  });
});
