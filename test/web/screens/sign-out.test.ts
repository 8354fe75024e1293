import { expect } from 'chai';
import { html } from 'lit';
import { languages } from '../../../shared/company.ts';
import { noClaims } from '../../../shared/reading.ts';
import { unsentFile } from '../../../web/screens/unsent-file.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import type { AccountView } from '../../../web/store/views.ts';
import { coldWater, electricity, flat, history } from '../support/flat.ts';
import { account, anna, answer, inWindow, reading, row, submission } from '../support/household.ts';
import { companyProfile, Stage, speak, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/elements/mb-dialog.ts';
import '../../../web/screens/sign-out.ts';

/** The columns of the neutral format "readings in", as the importer asks for them. */
const forTheOffice = 'account;service;serial;register;period;value;takenOn;kind;source';

let store: TestAppStore;
let stage: Stage;

async function open(): Promise<void> {
  store = new TestAppStore(await companyProfile());
  await store.fill(flat, history());
}

afterEach(async () => {
  stage?.close();
  await store.close();
});

const view = (): Promise<AccountView> =>
  new Promise((resolve) => {
    const stop = store.watchAccount(account.id, (seen) => {
      if (!seen) return;
      queueMicrotask(() => stop());
      resolve(seen);
    });
  });

async function save(id: string, values: Record<string, number>, supersedes: string | null = null): Promise<string> {
  const seen = await view();
  const meter = seen.meters.find((one) => one.meter.id === id);
  if (!meter) throw new Error('no meter');
  const answer = await store.saveReading({
    view: seen,
    meter,
    period: '2026-11',
    values,
    claims: { ...noClaims, confirmed: ['B', 'T1', 'T2'] },
    supersedes,
  });
  if (!answer.saved) throw new Error(JSON.stringify(answer.problems));
  return answer.operation;
}

/** Answers with the operation. */
async function withdraw(id: string): Promise<string> {
  const seen = await view();
  for (const meter of seen.meters) {
    const entry = meter.entries.find((one) => one.id === id);
    if (!entry) continue;
    const done = await store.withdrawReading({ view: seen, meter, entry });
    if (!done.saved) throw new Error(JSON.stringify(done.problems));
    return done.operation;
  }
  throw new Error('no reading');
}

const unsent = async (language: 'en' | 'lv' | 'ru' = 'en') => {
  const rows = await store.accountRows(account.id);
  return unsentFile(rows ? [rows] : [], await speak(language), '2026-11-28');
};

const linesOf = async (file: File | null): Promise<string[]> =>
  (await (file as File).text())
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(0, -1);

describe('the file of what is not handed in', () => {
  it('is none where no reading waits', async () => {
    await open();
    expect(await unsent()).to.deep.equal({ file: null, queued: 0, unreadable: 0, withdrawals: 0 });
  });

  it('has no withdrawal in it, and says how many there are', async () => {
    await open();
    const standing = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' });
    await store.databases.cache.readings.put(standing);
    await withdraw(standing.id);
    expect(await unsent()).to.deep.equal({ file: null, queued: 1, unreadable: 0, withdrawals: 1 });
  });

  it('counts no withdrawal that the company has, though what came of it was not pulled yet', async () => {
    await open();
    const standing = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' });
    await store.databases.cache.readings.put(standing);
    const id = await withdraw(standing.id);
    const { outbox, cache } = store.databases;
    await new DexieSyncStorage(outbox, cache).settle(anna, [answer({ id }, 'applied')], inWindow);
    expect(await unsent()).to.deep.equal({ file: null, queued: 0, unreadable: 0, withdrawals: 0 });
  });

  it('has nothing in it of a reading that was saved and taken back, which waits as a withdrawal', async () => {
    await open();
    await withdraw(await save(coldWater.id, { B: 262_000 }));
    expect(await unsent()).to.deep.equal({ file: null, queued: 1, unreadable: 0, withdrawals: 1 });
    await save(coldWater.id, { B: 261_500 });
    const { file, ...rest } = await unsent();
    expect(await linesOf(file)).to.have.length(2);
    expect(rest).to.include({ queued: 1, unreadable: 0 });
  });

  it('counts the readings whose meter the device no longer knows: nobody can say what their digits mean', async () => {
    await open();
    await save(coldWater.id, { B: 262_000 });
    await save(electricity.id, { T1: 1_000_000, T2: 320_000 });
    await store.databases.cache.meters.delete(electricity.id);
    const { file, ...rest } = await unsent();
    expect(rest).to.deep.equal({ queued: 2, unreadable: 1, withdrawals: 0 });
    expect(await linesOf(file)).to.have.length(2);
    await store.databases.cache.meters.delete(coldWater.id);
    expect(await unsent()).to.deep.equal({ file: null, queued: 2, unreadable: 2, withdrawals: 0 });
  });

  it('has of a corrected reading only what it is now', async () => {
    await open();
    const first = await save(coldWater.id, { B: 262_000 });
    await save(coldWater.id, { B: 261_500 }, first);
    const { file } = await unsent();
    const lines = await linesOf(file);
    expect(lines).to.have.length(2);
    expect(lines[1]).to.contain(';261.500;').and.not.to.contain('262');
  });

  it('gives nothing to a spreadsheet that it would take for a formula', async () => {
    await open();
    await store.databases.cache.accounts.put({ ...account, address: '=2+2;"x"' });
    await save(coldWater.id, { B: 261_500 });
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
      await open();
      await save(coldWater.id, { B: 261_500 });
      await save(electricity.id, { T1: 1_000_000, T2: 320_000 });
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
    await open();
    await save(coldWater.id, { B: 261_500 });
    for (const language of languages) {
      const [header = ''] = await linesOf((await unsent(language)).file);
      const names = header.toLowerCase().split(';');
      expect(new Set(names).size, language).to.equal(names.length);
    }
  });
});

describe('signing out with something unsent', () => {
  const screen = html`<sign-out></sign-out>`;
  const revoked = '01890000-0000-7000-8000-0000000000f2';

  async function ask(queued = 1): Promise<void> {
    await open();
    store.change({ sync: { ...store.state.sync, state: 'offline', queued, silence: 'no-network' } });
    stage = await Stage.open(screen, { store });
  }

  /** Presses "Save them as a file". Answers the names of the files once the screen has said so much. */
  async function exportUntil(said: string): Promise<string[]> {
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    try {
      stage.button('Save them as a file').click();
      await until(() => stage.text.includes(said));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    return saved;
  }

  it('keeping it asks nothing more while the sign-out goes on', async () => {
    await ask();
    const faults: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      faults.push('reason' in event ? event.reason : event.error);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const dialog = stage.find('mb-dialog');
    let same = false;
    store.signOut = async () => {
      // As it is: the count goes with the session, and then the screen with everything on it.
      store.change({ sync: { ...store.state.sync, queued: 0 } });
      await stage.settled();
      same = stage.find('mb-dialog') === dialog && stage.text.includes('Not everything is handed in');
      queueMicrotask(() => stage.find('sign-out').remove());
      return true;
    };
    stage.button('Sign out and keep them here').click();
    await until(() => stage.navigated.length > 0);
    await until(() => !dialog.isConnected);
    await stage.settled();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(same).to.equal(true);
    expect(faults).to.deep.equal([]);
  });

  it('says how many readings no file can hold', async () => {
    await ask();
    await save(coldWater.id, { B: 261_500 });
    await store.databases.cache.meters.delete(coldWater.id);
    stage.button('Save them as a file').click();
    await until(() => stage.text.includes('Readings that cannot be written into a file and stay here: 1.'));
    expect(stage.text).not.to.contain('Saved as');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says the same where the whole account is not here any more', async () => {
    await ask();
    await save(coldWater.id, { B: 261_500 });
    store.change({ accounts: [] });
    stage.button('Save them as a file').click();
    await until(() => stage.text.includes('cannot be written into a file and stay here: 1.'));
  });

  it('says how many readings of an account that is not here any more stay, beside the file of the others', async () => {
    await ask(4);
    await save(coldWater.id, { B: 261_500 });
    await save(electricity.id, { T1: 1_000_000, T2: 320_000 });
    await store.databases.cache.meters.delete(electricity.id);
    for (const number of [91, 92]) {
      const sealed = await submission(number, { meter: `meter ${number}` });
      await store.databases.outbox.operations.add({ ...row(sealed), account: revoked });
    }
    expect(await exportUntil('cannot be written into a file and stay here: 3.')).to.have.length(1);
    expect(stage.text).to.contain('Saved as').and.not.to.contain('Withdrawals');
  });

  it('counts no withdrawal among the readings that stay', async () => {
    await ask(2);
    await withdraw(await save(coldWater.id, { B: 262_000 }));
    await save(electricity.id, { T1: 1_000_000, T2: 320_000 });
    await exportUntil('Withdrawals cannot be taken along in a file.');
    expect(stage.text).to.contain('Saved as').and.not.to.contain('stay here');
  });

  it('saves the file, and says under which name', async () => {
    await ask();
    await save(coldWater.id, { B: 261_500 });
    const saved = await exportUntil('Saved as “Readings 2026-11-28.csv”.');
    expect(saved).to.deep.equal(['Readings 2026-11-28.csv']);
    expect(stage.text).to.contain('A table that you can read, and that our office can take in as it is.');
    expect(stage.text).not.to.contain('Withdrawals');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
