import { expect } from 'chai';
import { html } from 'lit';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import { ClockCorrected } from '../../../web/clock.ts';
import type { SaveAnswer } from '../../../web/store/views.ts';
import { coldWater, electricity, flat, history, hotWater } from '../support/flat.ts';
import { account, at, inWindow, reading } from '../support/household.ts';
import { companyProfile, press, Stage, type, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/readings.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;

  async function open(
    meters: readonly Meter[] = [coldWater],
    readings: readonly Reading[] = history(),
    now = inWindow,
    language: 'en' | 'lv' | 'ru' = 'en',
  ) {
    store = new TestAppStore(await companyProfile());
    store.databases.wall = now;
    await store.fill(meters, readings);
    stage = await Stage.open(html`<readings-screen></readings-screen>`, { store, language });
    await until(() => stage.all('window-banner').length > 0);
    await stage.settled();
  }

  afterEach(async () => {
    stage.close();
    await store.close();
  });

  const fields = () => stage.all<HTMLInputElement>('input');
  const drafts = () => store.databases.outbox.drafts.toArray();
  const operations = () => store.databases.outbox.operations.toArray();

  async function enter(text: string, field = 0): Promise<void> {
    const input = fields()[field] as HTMLInputElement;
    input.select();
    input.setRangeText('');
    type(input, text);
    await stage.settled();
  }

  async function save(): Promise<void> {
    stage.button('Save').click();
    await stage.settled();
  }

  const shows = async (text: string) => {
    await until(() => stage.text.includes(text));
    await stage.settled();
  };

  /** What has the focus, through every shadow root. */
  const focused = (root: Document | ShadowRoot = document): Element | null =>
    (root.activeElement?.shadowRoot && focused(root.activeElement.shadowRoot)) || root.activeElement;

  describe('refuses', () => {
    it('an empty field: it says so there, and saves nothing (V2)', async () => {
      await open();
      await save();
      await shows('Type what the meter shows.');
      expect(focused()?.id).to.equal('field');
      expect(await operations()).to.have.length(0);
    });

    it('one register without the other: they are saved together (V4)', async () => {
      await open([electricity]);
      await enter('9900');
      await save();
      await shows('Type what the meter shows.');
      expect(await operations()).to.have.length(0);
    });

    it('a value below the previous one: it asks what happened, and the draft stays (M1, M4)', async () => {
      await open();
      await enter('25,9');
      await save();
      await shows('Lower than for October 2026: 257.800 m³.');
      expect(fields()[0]?.getAttribute('aria-invalid')).to.equal('true');
      expect(stage.find('meter-entry').shadowRoot?.querySelector('[role="alert"] problem-note')).not.to.equal(null);
      expect(await operations()).to.have.length(0);
      expect((await drafts()).map(({ text }) => text)).to.deep.equal([{ B: '25,9' }]);
    });

    it('swapped registers with one question, and nothing that its answer settles (M4)', async () => {
      await open([electricity]);
      await enter('3090,5');
      await enter('9940,25', 1);
      await save();
      await shows('What happened?');
      expect(stage.all('problem-note')).to.have.length(1);
      expect(stage.text).to.contain('T1 · day Lower than for October 2026').and.not.contain('more than');
    });

    it('with the question in sight and in focus, however far below it is', async () => {
      await open([electricity]);
      // As above an open keyboard: the faces fill what can be seen.
      stage.find('meter-entry').shadowRoot?.querySelector<HTMLElement>('.faces')?.style.setProperty('height', '120vh');
      await enter('1');
      await enter('3090,25', 1);
      scrollTo(0, 0);
      stage.button('Save').click();
      await shows('What happened?');
      expect(focused()?.className).to.equal('choices');
      expect(focused()?.getAttribute('aria-label')).to.equal('What happened?');
      await until(() => {
        const { top, bottom } = stage.find('problem-note').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('entries while the window is closed: it says when it opens', async () => {
      await open([coldWater], history(), at('2026-11-21T12:00'));
      expect(fields()).to.have.length(0);
      expect(stage.text).to.contain('Opens on 27 November');
      expect(stage.text).to.contain('257.800 m³');
    });

    it('readings of a meter that was taken out (M7)', async () => {
      await open(flat);
      expect(stage.all('meter-entry')).to.have.length(3);
    });

    it('nothing without a word: storage that fails is said, and the draft stays', async () => {
      await open();
      await enter('261');
      store.saveReading = async () => ({ saved: false, problems: [{ code: 'storage_full' }], ask: false });
      await save();
      await shows('Free some space and press Save again');
      expect(fields()[0]?.value).to.equal('261');
    });
  });

  describe('takes what the resident explains', () => {
    it('a slipped mark: the corrected value stands in the field, to be looked at and saved', async () => {
      await open();
      await enter('26,1');
      await save();
      await shows('What happened?');
      stage.button('The comma slipped – change to 261.000 m³').click();
      await stage.settled();
      expect(fields()[0]?.value).to.equal('261.000');
      expect(await operations()).to.have.length(0);
      await save();
      await shows('Saved on this phone');
      expect((await operations()).map(({ sealed }) => sealed.body)).to.deep.include.members([
        {
          meter: coldWater.id,
          period: '2026-11',
          values: { B: 261_000 },
          claims: { rollover: [], confirmed: [], replaced: false },
          supersedes: null,
        },
      ]);
    });

    it('swapped registers: the texts change places', async () => {
      await open([electricity]);
      await enter('3090,5');
      await enter('9940,25', 1);
      await save();
      await shows('What happened?');
      stage.button('I swapped T1 · day and T2 · night – swap them').click();
      await stage.settled();
      expect(fields().map(({ value }) => value)).to.deep.equal(['9940,25', '3090,5']);
    });

    it('a replaced meter: saved with the resident’s word for the office (M4)', async () => {
      await open();
      await enter('1');
      await save();
      await shows('What happened?');
      stage.button('The meter was replaced – save').click();
      await shows('Saved on this phone');
      const [operation] = await operations();
      expect(operation?.sealed.body).to.have.deep.property('claims', { rollover: [], confirmed: [], replaced: true });
    });

    it('a use far above the usual one: only after a confirmation (U1)', async () => {
      await open();
      await enter('290');
      await save();
      await shows('So much used?');
      expect(await stage.complaints()).to.deep.equal([]);
      expect(await operations()).to.have.length(0);
      stage.button('Change the reading').click();
      await stage.settled();
      expect(stage.all('dialog')).to.have.length(0);
      await save();
      await shows('So much used?');
      stage.button('Yes, the meter shows this – save').click();
      await shows('Saved on this phone');
      const [operation] = await operations();
      expect(operation?.sealed.body).to.have.deep.property('claims', {
        rollover: [],
        confirmed: ['B'],
        replaced: false,
      });
    });
  });

  it('saves all registers of a meter together, by the keyboard alone', async () => {
    await open([electricity]);
    await enter('9940.1');
    press(fields()[0] as HTMLInputElement, 'Enter');
    await stage.settled();
    expect(stage.all('meter-face')[1]?.shadowRoot?.activeElement?.id).to.equal('field');
    type(fields()[1] as HTMLInputElement, '3090,25');
    press(fields()[1] as HTMLInputElement, 'Enter');
    await shows('Saved on this phone');
    expect(stage.text).to.contain('It will be handed in by itself');
    const [operation] = await operations();
    expect(operation?.sealed.body).to.have.deep.property('values', { T1: 994_010, T2: 309_025 });
    expect(await drafts()).to.have.length(0);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('keeps a draft per keystroke, and shows it when the app is opened again', async () => {
    await open();
    await enter('26');
    stage.close();
    await store.saveDraft(store.state.account ?? '', {
      meter: coldWater.id,
      period: '2026-11',
      text: { B: '261' },
      supersedes: null,
    });
    stage = await Stage.open(html`<readings-screen></readings-screen>`, { store });
    await until(() => fields().length > 0);
    await stage.settled();
    expect(fields()[0]?.value).to.equal('261');
  });

  it('stays as it is while it is being saved, and what comes meanwhile changes nothing', async () => {
    await open();
    await enter('261');
    const asked: ((answer: SaveAnswer) => void)[] = [];
    store.saveReading = () => new Promise((resolve) => asked.push(resolve));
    await save();
    await until(() => fields()[0]?.readOnly === true);
    expect(fields()[0]?.getAttribute('aria-disabled')).to.equal('true');
    expect(await stage.complaints()).to.deep.equal([]);
    await enter('999');
    expect(fields()[0]?.value).to.equal('261');
    await until(() => asked.length > 0);
    asked[0]?.({ saved: false, problems: [], ask: false });
    await until(() => fields()[0]?.readOnly === false);
    expect((await drafts()).map(({ text }) => text)).to.deep.equal([{ B: '261' }]);
  });

  it('a full storage is called so while typing, once', async () => {
    await open();
    store.saveDraft = async () => ({ code: 'storage_full' });
    await enter('261');
    await shows('Free some space');
    expect(stage.all('problem-note')).to.have.length(1);
    expect(fields()[0]?.value).to.equal('261');
  });

  describe('with a clock that jumped ahead after the last contact (C)', () => {
    async function jump(wall: number, meters: readonly Meter[] = [coldWater]) {
      await open(meters);
      store.clock.correct(await store.databases.store.contact());
      store.databases.wall = wall;
      // As after a quarter of an hour: the view is derived anew.
      store.clock.dispatchEvent(new ClockCorrected());
      await shows('By this phone');
    }

    it('the period stays on offer, is saved, stays in sight and can be corrected', async () => {
      await jump(inWindow + 400 * 86_400_000);
      expect(stage.text).to.contain('Readings for November 2026');
      expect(stage.text.replace(/\u00a0/gu, ' ')).to.contain('the window closed on 30 November.');
      expect(await stage.complaints()).to.deep.equal([]);
      await enter('261');
      await save();
      await shows('Saved on this phone');
      expect(stage.text).to.contain('It is not certain that the reading was taken in time. The office will check it.');
      const [operation] = await operations();
      expect(operation?.sealed.body).to.include({ period: '2026-11' });
      stage.button('Correct').click();
      await stage.settled();
      expect(fields()[0]?.value).to.equal('261.000');
    });

    it('a contact after the close ends it', async () => {
      const late = at('2026-12-05T12:00');
      await jump(late);
      store.clock.correct({ serverTime: late, offset: 0, beacon: 'b', at: late });
      await shows('Opens on 27 December');
      expect(fields()).to.have.length(0);
    });
  });

  it('corrects what was saved, naming the reading that it corrects (W7)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted' });
    await open([coldWater], [...history(), { ...before, meter: coldWater.id }]);
    expect(stage.text).to.contain('Received');
    stage.button('Correct').click();
    await stage.settled();
    expect(fields()[0]?.value).to.equal('261.000');
    await enter('261,5');
    await save();
    await shows('Saved on this phone');
    const [operation] = await operations();
    expect(operation?.sealed.body).to.have.property('supersedes', before.id);
  });

  it('leaves a reading as it is when a correction is given up', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    await open([coldWater], [...history(), before]);
    stage.button('Correct').click();
    await stage.settled();
    await enter('262');
    stage.button('Leave as it is').click();
    await stage.settled();
    await until(() => fields().length === 0);
    expect(stage.button('Correct').isConnected).to.equal(true);
    expect(await operations()).to.have.length(0);
  });

  it('withdraws only after a question (W7)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    await open([coldWater], [...history(), before]);
    stage.button('Withdraw').click();
    await shows('Withdraw this reading?');
    expect(stage.text).to.contain('You can enter a new one until 30 November.');
    expect(await stage.complaints()).to.deep.equal([]);
    const answers = stage.all('dialog button, [slot="answers"] button');
    expect(answers.at(-1)?.textContent?.trim()).to.equal('Keep');
    (answers.find((answer) => answer.textContent?.trim() === 'Withdraw') as HTMLElement).click();
    await until(() => fields().length === 1);
    const [operation] = await operations();
    expect(operation?.sealed).to.deep.include({ kind: 'reading-withdrawn', body: { reading: before.id } });
  });

  it('does not let change what is in billing (I9)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'billed', meter: coldWater.id });
    await open([coldWater], [...history(), before]);
    expect(stage.text).to.contain('In billing').and.contain('cannot be changed. Please call us.');
    expect(stage.all('button')).to.have.length(0);
  });

  describe('beside the reading that counts', () => {
    const standing = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    const beside = (change: Partial<Reading>) =>
      reading('2026-11', { B: 263_500 }, { meter: coldWater.id, receivedAt: '2026-11-28T08:15:00.000Z', ...change });

    it('shows one from elsewhere that waits for the office, its values and since when (C4)', async () => {
      const other = beside({ state: 'review', problems: [{ code: 'concurrent_reading' }] });
      await open([coldWater], [...history(), standing, other]);
      expect(stage.text).to.contain('Waits for the office Received 28 Nov, 10:15 – the office is checking it');
      expect(stage.find('reading-row').shadowRoot?.querySelector('.values')?.textContent).to.contain('263.500');
      expect(stage.text).to.contain('Another reading for the same month came from another device.');
      expect(stage.button('Correct').isConnected).to.equal(true);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('shows a correction that came after billing was given the period, which stays as it was (W6)', async () => {
      const late = beside({ state: 'late', supersedes: standing.id });
      await open([coldWater], [...history(), standing, late]);
      expect(stage.text).to.contain('Received 28 Nov, 10:15 – after billing, the office will settle it');
      expect(stage.all('reading-row')).to.have.length(1);
    });

    it('an estimate does not hide what was handed in (M3)', async () => {
      const estimate = reading('2026-11', { B: 262_000 }, { kind: 'estimate', meter: coldWater.id });
      await open([coldWater], [...history(), estimate, beside({ state: 'review' })]);
      expect(fields()).to.have.length(0);
      expect(stage.find('.counter .visually-hidden').textContent).to.equal('Reading: 263.500 m³');
      expect(stage.text).to.contain('the office is checking it');
    });
  });

  describe('after the period was given to billing (W6)', () => {
    const lock = () => store.databases.cache.write('locked', ['2026-11']);

    it('offers no correction, and says what becomes of a later reading', async () => {
      const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
      await open([coldWater], [...history(), before]);
      expect(stage.text).to.contain('You can still correct a reading until');
      await lock();
      await shows('November 2026 was given to billing. A later reading is kept, and the office will settle');
      expect(stage.text).not.to.contain('You can still correct');
      expect(stage.text).to.contain('cannot be changed. Please call us.');
      expect(stage.all('button')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('takes a reading of a meter that was not read, with a word that it is late', async () => {
      await open();
      await lock();
      await shows('November 2026 was given to billing.');
      await enter('261');
      await save();
      await shows('Saved on this phone');
      expect(stage.all('problem-note')).to.have.length(1);
      expect(await operations()).to.have.length(1);
    });
  });

  it('says whose meters these are, and lets somebody with several accounts choose', async () => {
    await open();
    expect(stage.text).to.contain(`${account.address} · Account ${account.number}`);
    const other = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '54321', address: 'Saules 3' };
    store.change({ accounts: [account, other] });
    await stage.settled();
    const choice = stage.find<HTMLSelectElement>('select');
    expect(choice.selectedOptions[0]?.textContent).to.contain(account.address).and.contain(account.number);
    choice.value = other.id;
    choice.dispatchEvent(new Event('change'));
    await until(() => store.state.account === other.id);
  });

  it('says until when each meter is verified, and warns before and after the end (W8)', async () => {
    const ended = { ...hotWater, verifiedUntil: '2026-11-27' } as const;
    await open([coldWater, ended, { ...electricity, verifiedUntil: '2026-12-20' }]);
    expect(stage.all('.warning').map(({ className, textContent }) => [className.trim(), textContent])).to.deep.equal([
      ['warning', 'Verification ends in 22 days'],
      ['warning grave', 'Verification ended on 27 Nov 2026'],
    ]);
    expect(stage.text).to.contain('Verified until 1 Jan 2030');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('names the meter and the register of every field and figure', async () => {
    await open(flat);
    const names = fields().map((field) => field.labels?.[0]?.querySelector('.visually-hidden')?.textContent);
    expect(names).to.include('Cold water, Virtuve, No. 21883-12, new reading in m³');
    expect(names).to.include('Electricity, No. 12765948, T2 · night, new reading in kWh');
    expect(new Set(names).size).to.equal(4);
    const groups = stage.all('meter-face').map((face) => face.shadowRoot?.querySelector('[role="group"]')?.ariaLabel);
    expect(new Set(groups).size).to.equal(4);
    expect(groups).to.include('Electricity, No. 12765948, T1 · day');
  });

  describe('on a narrow phone with type of twice the size, in the language of the longest words', () => {
    beforeEach(() => {
      document.documentElement.style.fontSize = '200%';
    });
    afterEach(() => document.documentElement.style.removeProperty('font-size'));

    const beyond = () => {
      const { right } = stage.host.getBoundingClientRect();
      return stage
        .all('*')
        .filter((one) => !one.matches('.visually-hidden, option') && one.getBoundingClientRect().right > right + 1)
        .map((one) => `${one.localName}.${one.className}`);
    };

    it('nothing of an entry with its question is cut off', async () => {
      await open([electricity], history(), inWindow, 'ru');
      stage.host.style.width = '320px';
      await enter('3090,5');
      await enter('9940,25', 1);
      stage.button('Сохранить').click();
      await shows('поменять местами');
      expect(beyond()).to.deep.equal([]);
    });

    it('nor of what was handed in, and what waits beside it', async () => {
      const given = () => reading('2026-11', { T1: 994_010, T2: 309_025 }, { meter: electricity.id });
      const waits = { ...given(), state: 'review', problems: [{ code: 'concurrent_reading' }] } as const;
      await open([electricity], [...history(), { ...given(), state: 'accepted' }, waits], inWindow, 'ru');
      stage.host.style.width = '320px';
      await stage.settled();
      expect(stage.all('reading-row')).to.have.length(1);
      expect(beyond()).to.deep.equal([]);
    });
  });

  it('is clean for axe with everything on it', async () => {
    await open(flat);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
