import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { coldWater, flat, history, hotWater, oldHotWater } from '../support/flat.ts';
import { account, at, inWindow, reading } from '../support/household.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { everyProblem } from '../support/problems.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/history.ts';
import '../../../web/screens/home.ts';
import '../../../web/screens/meter.ts';
import '../../../web/screens/more.ts';
import '../../../web/screens/not-found.ts';
import '../../../web/screens/period.ts';

let stage: Stage;
let store: TestAppStore;

interface Given {
  meters?: readonly Meter[];
  readings?: readonly Reading[];
  now?: number;
  state?: Partial<AppState>;
  language?: 'en' | 'lv' | 'ru';
}

async function open(
  screen: TemplateResult,
  { meters = flat, readings = history(), now = inWindow, state, language = 'en' }: Given = {},
) {
  store = new TestAppStore(await companyProfile());
  store.databases.wall = now;
  await store.fill(meters, readings);
  if (state) store.change(state);
  stage = await Stage.open(screen, { store, language });
  await stage.settled();
}

const shows = async (text: string) => {
  await until(() => stage.text.includes(text));
  await stage.settled();
};

afterEach(async () => {
  stage.close();
  await store.close();
});

const sync = (change: Partial<AppState['sync']>): Partial<AppState> => ({
  sync: {
    state: 'idle',
    queued: 0,
    lastContactAt: inWindow,
    nextAttemptAt: null,
    progress: null,
    pulled: true,
    silence: null,
    ...change,
  },
});

describe('the home screen', () => {
  const home = html`<home-screen></home-screen>`;

  it('before the first contact: says that the meters are on their way, with what has come', async () => {
    await open(home, {
      state: {
        accounts: [],
        account: null,
        ...sync({ state: 'working', pulled: false, lastContactAt: null, progress: 120 }),
      },
    });
    await shows('Getting your meters… 120 rows so far');
  });

  it('offline and empty: says what to do once', async () => {
    await open(home, {
      state: { accounts: [], account: null, ...sync({ state: 'offline', pulled: false, lastContactAt: null }) },
    });
    await shows('Your meters are not on this phone yet Connect to the internet once.');
  });

  it('just signed in: does not say that there are no meters before any could have come', async () => {
    await open(home, { meters: [], readings: [], state: sync({ state: 'working', pulled: false }) });
    await shows('Getting your meters…');
    expect(stage.text).not.to.contain('No meters here yet');
  });

  it('once a pull was answered: a later one does not make it look as if meters were on their way', async () => {
    await open(home, { meters: [], readings: [], state: sync({ state: 'working' }) });
    await shows('No meters here yet');
    store.change(sync({ state: 'offline', silence: 'no-network' }));
    await stage.settled();
    expect(stage.text).to.contain('No meters here yet');
    store.change({ accounts: [], account: null, ...sync({ state: 'working' }) });
    await shows('No account is linked to you');
  });

  it('without an account or a meter: says whom to ask', async () => {
    await open(home, { state: { accounts: [], account: null } });
    await shows('No account is linked to you');
    stage.close();
    await store.close();
    await open(home, { meters: [], readings: [] });
    await shows('No meters here yet');
  });

  it('what was refused stays in sight with its reason until it was read', async () => {
    await open(home);
    const { databases } = store;
    await shows('Cold water');
    const meter = { meter: coldWater.id, period: '2026-11', text: { B: '261' }, supersedes: null } as const;
    await store.saveDraft(account.id, meter);
    const view = await new Promise<Parameters<TestAppStore['saveReading']>[0]['view']>((resolve) => {
      const stop = store.watchAccount(account.id, (seen) => {
        if (seen) resolve(seen);
        queueMicrotask(() => stop());
      });
    });
    const entry = view.meters.find((one) => one.meter.id === coldWater.id);
    if (!entry) throw new Error('no meter');
    await store.saveReading({
      view,
      meter: entry,
      period: '2026-11',
      values: { B: 261_000 },
      claims: { rollover: [], confirmed: [], replaced: false },
      supersedes: null,
    });
    await shows('Saved on this phone');
    await databases.outbox.operations.toCollection().modify((row) => {
      row.state = 'received';
      row.answer = { id: row.id, outcome: 'rejected', problems: [everyProblem.outside_window], version: 1 };
    });
    await shows('Not accepted: Cold water, November 2026');
    expect(stage.text).to.contain('Next time: from 27 December to 31 December.');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('I have read this').click();
    await until(() => !stage.text.includes('Not accepted: Cold water'));
    expect(await databases.outbox.operations.count()).to.equal(1);
  });

  it('answers "what do I do now?" while the window is open', async () => {
    await open(home, { language: 'lv' });
    await shows('Atvērts līdz 30. novembrim');
    expect(stage.text).to.contain('Nolasīti 0 no 3');
    expect(stage.button('Ievadīt rādījumus').getAttribute('href')).to.equal('/readings');
    expect(stage.text).to.contain('Noņemtie skaitītāji (1)');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('and while it is closed', async () => {
    await open(home, { now: at('2026-11-21T12:00') });
    await shows('Opens on 27 November');
    expect(stage.text).to.contain('Last reading October 2026');
    expect(stage.all('a.primary')).to.have.length(0);
  });

  it('is called by the address, in the language of the company and not of the resident', async () => {
    await open(home, { language: 'ru' });
    const heading = stage.find('h1');
    expect([heading.textContent, heading.lang]).to.deep.equal([account.address, 'lv']);
    store.change({ accounts: [], account: null });
    await until(() => stage.find('h1').lang === '');
  });

  it('breaks a long word of its heading as the language does where letters are very large', async () => {
    await open(home);
    const hyphens = () => getComputedStyle(stage.find('h1')).hyphens;
    stage.host.style.width = '24rem';
    expect(hyphens()).to.equal('manual');
    stage.host.style.width = '14rem';
    expect(hyphens()).to.equal('auto');
  });

  it('says what waits here, and that it goes by itself', async () => {
    await open(home, { state: sync({ state: 'offline', queued: 2 }), language: 'ru' });
    await shows('На этом телефоне ждут 2 показания. Нет связи. Сохранённое будет передано само');
  });

  it('lets a user of several accounts choose', async () => {
    const other = {
      ...account,
      id: '01890000-0000-7000-8000-0000000000f2',
      number: '54321',
      address: 'Saules iela 3-1',
    };
    await open(home, { state: { accounts: [account, other] } });
    // The whole address, however long; a closed list box would cut it off.
    expect(stage.find('account-switch').shadowRoot?.querySelector('.chosen')?.textContent).to.contain(account.address);
    // It says the account, so nothing else does.
    expect(stage.find('header').textContent).not.to.contain(account.address).and.not.contain(account.number);
    const choice = stage.find<HTMLSelectElement>('select');
    choice.value = other.id;
    choice.dispatchEvent(new Event('change'));
    await until(() => stage.find('.chosen').textContent?.includes('Saules iela 3-1 · 54321') ?? false);
    expect(stage.find('h1').textContent).to.equal('Home');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('the history screen', () => {
  const screen = html`<history-screen></history-screen>`;

  it('says so while there is nothing', async () => {
    await open(screen, { readings: [] });
    await shows('No readings yet Your readings will be listed here');
  });

  it('lists period, last change and billing, the newest first, and adds to the open one', async () => {
    await open(screen, { language: 'ru' });
    await shows('Октябрь 2026 г.');
    const rows = stage.all('tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.equal('Октябрь 2026 г. 28.10.2026 Да');
    expect(stage.button('Добавить показания').getAttribute('href')).to.equal('/readings');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('invites nobody to add once the period was given to billing (W6)', async () => {
    await open(screen);
    await shows('Add readings');
    await store.databases.cache.write('locked', ['2026-11']);
    await until(() => !stage.text.includes('Add readings'));
    expect(stage.text).to.contain('October 2026');
  });

  it('says of each meter how long it is verified (W8)', async () => {
    await open(screen, { meters: [coldWater, hotWater] });
    await shows('Verified until 1 Jan 2030');
    expect(stage.text).to.contain('Verification ends in 22 days');
  });

  it('withdraws the readings of the open period, but only after a question', async () => {
    const fresh = [coldWater, hotWater].map(({ id }, at) =>
      reading('2026-11', { B: 261_000 - at * 100_000 }, { meter: id, state: 'accepted' }),
    );
    await open(screen, { readings: [...history(), ...fresh] });
    await shows('Edit');
    stage.button('Withdraw').click();
    await shows('Withdraw all readings for November 2026?');
    expect(await stage.complaints()).to.deep.equal([]);
    const yes = stage.all('[slot="answers"] button').find((button) => button.textContent?.trim() === 'Withdraw');
    yes?.click();
    await until(async () => (await store.databases.outbox.operations.count()) === 2);
    await until(() => stage.all('tbody button').length === 0);
  });
});

describe('the period screen', () => {
  it('says so where there is nothing', async () => {
    await open(html`<period-screen period="1999-01"></period-screen>`, { meters: [] });
    await shows('There is nothing for this month.');
  });

  it('is the table of previous, current and difference, with serial number, unit and retirement', async () => {
    const old = reading('2025-05', { B: 126_000 }, { meter: oldHotWater.id });
    await open(html`<period-screen period="2025-05"></period-screen>`, {
      readings: [...history(), old],
      language: 'ru',
    });
    await until(() => stage.all('tbody tr').length > 0);
    expect(stage.text).to.contain('Показания за май 2025 года');
    const heads = stage.all('th[scope="col"]').map((cell) => cell.textContent?.trim());
    expect(heads).to.deep.equal([
      'Прибор',
      '№ прибора',
      'Дата выбытия',
      'Ед. изм.',
      'Предыдущее',
      'Текущее',
      'Разница',
    ]);
    const rows = stage.all('tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows).to.include('Электроэнергия, Т1 · день 12765948 – кВт·ч 6613,81 6802,64 188,83');
    expect(rows.at(-1)).to.equal('Горячая вода (ГВС) 168500-12 31.05.2025 м³ 0,000 126,000 126,000');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('the meter screen', () => {
  it('says so of a meter that is not here', async () => {
    await open(html`<meter-screen .meterId=${account.id}></meter-screen>`);
    await shows('This meter is not here');
  });

  it('warns before the verification ends, and when it has (W8)', async () => {
    await open(html`<meter-screen .meterId=${hotWater.id}></meter-screen>`, { language: 'lv' });
    await shows('Verificēšanas termiņš beidzas pēc 22 dienām');
    stage.close();
    await store.close();
    await open(html`<meter-screen .meterId=${hotWater.id}></meter-screen>`, {
      meters: [{ ...hotWater, verifiedUntil: '2026-11-27' }],
    });
    await shows('Verification ended on 27 Nov 2026');
  });

  it('shows what it replaced, its use, and every reading', async () => {
    await open(html`<meter-screen .meterId=${hotWater.id}></meter-screen>`);
    await shows('In place of No. 168500-12');
    expect(stage.button('No. 168500-12').getAttribute('href')).to.equal(`/meters/${oldHotWater.id}`);
    expect(stage.all('use-chart')).to.have.length(1);
    expect(stage.find('meter-history').shadowRoot?.querySelectorAll('li')).to.have.length(26);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('a replaced meter', () => {
  it('leads to the one that took its place', async () => {
    await open(html`<meter-screen .meterId=${oldHotWater.id}></meter-screen>`);
    await shows('Replaced by No. 59537062');
    expect(stage.text).to.contain('Taken out 31 May 2025');
    expect(stage.button('No. 59537062').getAttribute('href')).to.equal(`/meters/${hotWater.id}`);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('the "more" screen', () => {
  const screen = html`<more-screen></more-screen>`;

  it('is clean for axe, with everything on it', async () => {
    await open(screen, {
      state: {
        install: 'prompt',
        storage: 'evictable',
        ...sync({ state: 'waiting', queued: 3, nextAttemptAt: inWindow + 60_000 }),
      },
    });
    expect(stage.text).to.contain('3 readings wait on this phone. Next attempt at 12:01');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Hand in now').click();
    stage.button('Keep them safely').click();
    stage.button('Put it there').click();
    expect(store.calls).to.deep.equal(['sendNow', 'askPersistence', 'promptInstall']);
  });

  for (const [came, why, said] of [
    [
      'no network',
      sync({ state: 'offline', queued: 1, silence: 'no-network' }),
      '12:00: No connection. Everything is kept here',
    ],
    [
      'nobody who answers',
      sync({ state: 'waiting', queued: 1 }),
      '12:00: The company does not answer now. Everything is kept',
    ],
    ['everything handed in', sync({ state: 'idle' }), '12:00: Everything you saved is handed in'],
  ] as const) {
    it(`"hand in now" says what came of it: ${came}`, async () => {
      await open(screen, { state: sync({ state: 'waiting', queued: 1 }) });
      expect(stage.text).not.to.contain('12:00:');
      store.sendNow = async () => store.change(why);
      stage.button('Hand in now').click();
      await shows(said);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says that the browser did not agree to keep what is saved, and what helps', async () => {
    await open(screen, { state: { storage: 'evictable' }, language: 'lv' });
    stage.button('Glabāt droši').click();
    await shows('Pārlūks to neatļāva.');
    store.change({ storage: 'kept' });
    await until(() => !stage.text.includes('Pārlūks to neatļāva.'));
  });

  it('signs out after one question where nothing waits', async () => {
    await open(screen);
    stage.button('Sign out').click();
    await shows('Sign out?');
    expect(await stage.complaints()).to.deep.equal([]);
    const [leave] = stage.all('[slot="answers"] button');
    leave?.click();
    await until(() => store.calls.length > 0);
    expect(store.calls).to.deep.equal(['signOut false']);
    await until(() => stage.navigated.length > 0);
    expect(stage.navigated).to.deep.equal(['/']);
  });

  it('offers three ways where something is unsent, and stays when it could not be sent', async () => {
    await open(screen, { state: sync({ queued: 2 }) });
    stage.button('Sign out').click();
    await shows('Not everything is handed in');
    expect(stage.text).to.contain('2 readings wait on this phone.');
    expect(await stage.complaints()).to.deep.equal([]);
    store.outside.sent = false;
    stage.button('Hand in, then sign out').click();
    await shows('They could not be handed in now.');
    stage.button('Sign out and keep them here').click();
    await until(() => store.calls.length === 2);
    expect(store.calls).to.deep.equal(['signOut true', 'signOut false']);
    stage.button('Stay signed in').click();
    await until(() => !stage.text.includes('Not everything is handed in'));
  });
});

describe('an address that is none of ours', () => {
  it('says so and leads home', async () => {
    await open(html`<not-found-screen></not-found-screen>`);
    expect(stage.text).to.contain('There is no such page');
    expect(stage.button('To the start').getAttribute('href')).to.equal('/');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
