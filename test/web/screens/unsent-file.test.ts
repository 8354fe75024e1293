import { expect } from 'chai';
import { type Language, languages } from '../../../shared/company.ts';
import { unsentFile } from '../../../web/screens/unsent-file.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { account, anna, answer, inWindow, reading } from '../support/household.ts';
import { speak } from '../support/mount.ts';
import { saveReading, withdrawReading } from '../support/saved-readings.ts';
import { storeWith } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

/** The columns of the neutral format "readings in", as the importer asks for them. */
const forTheOffice = 'account;service;serial;register;period;value;takenOn;kind;source';

const linesOf = async (file: File | null): Promise<string[]> =>
  (await (file as File).text())
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(0, -1);

describe('the file of what is not handed in', () => {
  let store: TestAppStore;
  beforeEach(async () => {
    store = await storeWith();
  });
  afterEach(() => store.close());

  const unsent = async (language: Language = 'en') => {
    const rows = await store.accountRows(account.id);
    return unsentFile(rows ? [rows] : [], await speak(language, { areas: ['more'] }), '2026-11-28');
  };

  it('is none where no reading waits', async () => {
    expect(await unsent()).to.deep.equal({ file: null, queued: 0, unreadable: 0, withdrawals: 0 });
  });

  it('has no withdrawal in it, and says how many there are', async () => {
    const standing = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' });
    await store.databases.cache.readings.put(standing);
    await withdrawReading(store, standing.id);
    expect(await unsent()).to.deep.equal({ file: null, queued: 1, unreadable: 0, withdrawals: 1 });
  });

  it('counts no withdrawal that the company has, though what came of it was not pulled yet', async () => {
    const standing = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' });
    await store.databases.cache.readings.put(standing);
    const id = await withdrawReading(store, standing.id);
    const { outbox, cache } = store.databases;
    await new DexieSyncStorage(outbox, cache).settle(anna, [answer({ id }, 'applied')], inWindow);
    expect(await unsent()).to.deep.equal({ file: null, queued: 0, unreadable: 0, withdrawals: 0 });
  });

  it('has nothing in it of a reading that was saved and taken back, which waits as a withdrawal', async () => {
    await withdrawReading(store, await saveReading(store, coldWater.id, { B: 262_000 }));
    expect(await unsent()).to.deep.equal({ file: null, queued: 1, unreadable: 0, withdrawals: 1 });
    await saveReading(store, coldWater.id, { B: 261_500 });
    const { file, ...rest } = await unsent();
    expect(await linesOf(file)).to.have.length(2);
    expect(rest).to.include({ queued: 1, unreadable: 0 });
  });

  it('counts the readings whose meter the device no longer knows: nobody can say what their digits mean', async () => {
    await saveReading(store, coldWater.id, { B: 262_000 });
    await saveReading(store, electricity.id, { T1: 1_000_000, T2: 320_000 });
    await store.databases.cache.meters.delete(electricity.id);
    const { file, ...rest } = await unsent();
    expect(rest).to.deep.equal({ queued: 2, unreadable: 1, withdrawals: 0 });
    expect(await linesOf(file)).to.have.length(2);
    await store.databases.cache.meters.delete(coldWater.id);
    expect(await unsent()).to.deep.equal({ file: null, queued: 2, unreadable: 2, withdrawals: 0 });
  });

  it('has of a corrected reading only what it is now', async () => {
    const first = await saveReading(store, coldWater.id, { B: 262_000 });
    await saveReading(store, coldWater.id, { B: 261_500 }, first);
    const { file } = await unsent();
    const lines = await linesOf(file);
    expect(lines).to.have.length(2);
    expect(lines[1]).to.contain(';261.500;').and.not.to.contain('262');
  });

  it('gives nothing to a spreadsheet that it would take for a formula', async () => {
    await store.databases.cache.accounts.put({ ...account, address: '=2+2;"x"' });
    await saveReading(store, coldWater.id, { B: 261_500 });
    const [, line] = await linesOf((await unsent()).file);
    expect(line).to.contain(`;"'=2+2;""x""";`);
  });

  for (const [language, name, head, lines] of [
    [
      'en',
      'Readings 2026-11-28.csv',
      'Account number;Address;Meter;Serial number;Month;Reading;Read on',
      [
        '12345;Rīgas iela 1-5;Cold water, Virtuve;21883-12;November 2026;261.500 m³;28 November 2026, 12:00;',
        '12345;cold-water;21883-12;B;2026-11;261.500;2026-11-28;actual;resident',
      ],
    ],
    [
      'lv',
      'Rādījumi 2026-11-28.csv',
      null,
      [
        '12345;Rīgas iela 1-5;Aukstais ūdens, Virtuve;21883-12;2026. g. novembris;261,500 m³;',
        '12345;cold-water;21883-12;B;2026-11;261,500;2026-11-28;actual;resident',
      ],
    ],
    [
      'ru',
      'Показания 2026-11-28.csv',
      null,
      [
        '12345;Rīgas iela 1-5;Холодная вода (ХВС), Virtuve;21883-12;ноябрь 2026 г.;261,500 м³;',
        '12345;cold-water;21883-12;B;2026-11;261,500;2026-11-28;actual;resident',
      ],
    ],
  ] as const) {
    it(`can be read by a person, and by the office (${language})`, async () => {
      await saveReading(store, coldWater.id, { B: 261_500 });
      await saveReading(store, electricity.id, { T1: 1_000_000, T2: 320_000 });
      const { file } = await unsent(language);
      expect(file?.name).to.equal(name);
      const [header = '', ...rows] = await linesOf(file);
      if (head) expect(header).to.equal(`${head};${forTheOffice}`);
      else expect(header.endsWith(`;${forTheOffice}`)).to.equal(true);
      expect(rows).to.have.length(3);
      const water = rows.find((row) => row.includes('21883-12')) ?? '';
      for (const part of lines) expect(water).to.contain(part);
      // V4: a line a register.
      expect(rows.filter((row) => /;12765948;T[12];2026-11;/.test(row))).to.have.length(2);
    });
  }

  it('names no column twice, in any language', async () => {
    await saveReading(store, coldWater.id, { B: 261_500 });
    for (const language of languages) {
      const [header = ''] = await linesOf((await unsent(language)).file);
      const names = header.toLowerCase().split(';');
      expect(new Set(names).size, language).to.equal(names.length);
    }
  });
});
