import { expect } from 'chai';
import { noClaims } from '../../../shared/reading.ts';
import type { WindowException } from '../../../shared/window.ts';
import { accountView, closedDrafts } from '../../../web/store/account-view.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { refusedOperations } from '../../../web/store/entries.ts';
import { prunable } from '../../../web/store/prune.ts';
import { checkSaving, checkWithdrawing } from '../../../web/store/saving.ts';
import { isEditable } from '../../../web/store/views-tables.ts';
import { TestDatabases } from '../support/databases.ts';
import { anna, answer, at, boris, company, home, m3, reading, row, rows, submission } from '../support/household.ts';

const holidays: WindowException = {
  period: '2026-11',
  building: null,
  service: null,
  opensOn: '2026-11-27',
  closesOn: '2026-12-05',
  reason: 'Open longer because of the holidays',
};

describe('W9: months by exception on the device', () => {
  const late = at('2026-12-03T12:00');
  const contact = { serverTime: late };
  const open = (windows: readonly WindowException[], now = late, known: typeof contact | null = contact) =>
    accountView(rows({ windows, readings: [reading('2026-11', m3(50), { state: 'accepted' })] }), company, {
      now,
      contact: known,
    });
  const save = (windows: readonly WindowException[], now: number) => {
    const view = open(windows, now, null);
    const [meter] = view.meters;
    if (!meter) throw new Error('no meter');
    const body = {
      meter: meter.meter.id,
      period: '2026-11',
      values: m3(60),
      claims: noClaims,
      supersedes: null,
    } as const;
    return checkSaving(view, meter, body, { earliest: now, best: now, latest: now });
  };

  it('nothing outside them is saved, and nothing for another building’s', () => {
    expect(save([], late).verdict).to.equal('refuse');
    expect(save([{ ...holidays, building: 'Elsewhere 1' }], late).verdict).to.equal('refuse');
    const over = save([holidays], at('2026-12-06T00:00'));
    expect(over.problems.map(({ code }) => code)).to.deep.equal(['outside_window']);
  });

  it('what is captured on their days is saved, without a network too', () => {
    expect(save([holidays], late)).to.deep.equal({ verdict: 'save', problems: [] });
    expect(save([{ ...holidays, building: 'Rīgas iela 1' }], late).verdict).to.equal('save');
  });

  it('the month stays on offer with its reason, can be corrected, and a draft for it is kept', () => {
    const [meter] = open([holidays]).meters;
    expect(meter?.period).to.equal('2026-11');
    expect(meter?.window.open && meter.window.window).to.include({ closesOn: '2026-12-05', reason: holidays.reason });
    expect(isEditable(open([holidays]), '2026-11', late)).to.equal(true);
    expect(isEditable(open([]), '2026-11', late)).to.equal(false);
    const [entry] = meter?.entries ?? [];
    if (!meter || !entry) throw new Error('nothing is read');
    const capture = { earliest: late, best: late, latest: late };
    expect(checkWithdrawing({ locked: [] }, meter, entry, capture).verdict).to.equal('save');

    const draft = {
      user: anna,
      account: home,
      meter: meter.meter.id,
      period: '2026-11',
      text: { B: '60' },
      supersedes: null,
    };
    const given = rows({ drafts: [draft as never] });
    expect(closedDrafts({ ...given, windows: [holidays] }, company, contact)).to.deep.equal([]);
    expect(closedDrafts(given, company, contact).length).to.equal(1);
  });

  it('what was refused for its time and counts since is refused no more, and is kept until it is billed', async () => {
    const submitted = await submission(1, { period: '2026-11' });
    const operations = [row(submitted, answer(submitted, 'rejected'))];
    const counted = reading('2026-11', m3(60), { id: submitted.id, state: 'accepted' });
    expect(refusedOperations([], operations).length).to.equal(1);
    expect(refusedOperations([counted], operations)).to.deep.equal([]);
    expect(prunable(operations, [counted])).to.deep.equal([]);
    expect(prunable(operations, [{ ...counted, state: 'billed' }])).to.deep.equal(operations);
    // Another content under the id of a known reading stays refused.
    const reused = [row(submitted, answer(submitted, 'conflict'))];
    expect(refusedOperations([counted], reused).length).to.equal(1);
  });

  describe('in the cache', () => {
    let databases: TestDatabases;
    let storage: DexieSyncStorage;
    beforeEach(async () => {
      databases = new TestDatabases();
      await databases.open();
      await databases.signIn();
      storage = new DexieSyncStorage(databases.outbox, databases.cache);
    });
    afterEach(() => databases.close());

    it('I10: those that another user is told are not kept', async () => {
      await storage.setPeriods(boris, [], [holidays]);
      expect(await databases.cache.read('windows')).to.equal(null);
    });

    it('they are read with the account, changed and taken back', async () => {
      await storage.setPeriods(anna, ['2026-10'], [holidays]);
      expect((await databases.store.accountRows(home))?.windows).to.deep.equal([holidays]);
      const longer = { ...holidays, closesOn: '2026-12-07' as const };
      await storage.setPeriods(anna, ['2026-10'], [longer]);
      expect((await databases.store.accountRows(home))?.windows).to.deep.equal([longer]);
      await storage.setPeriods(anna, ['2026-10'], []);
      const read = await databases.store.accountRows(home);
      expect([read?.windows, read?.locked]).to.deep.equal([[], ['2026-10']]);
    });
  });
});
