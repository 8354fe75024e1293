import { expect } from 'chai';
import { html } from 'lit';
import type { OfficeSlip, SlipRow } from '../../../shared/kiosk-office.ts';
import type { Meter } from '../../../shared/meter.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused, type TestOffice } from '../support/office.ts';
import '../../../web/office/screens/kiosk-slips.ts';

const slipId = '0190aaaa-0000-7000-8000-00001a2b3c4d';
const meter: Meter = {
  id: 'm-1',
  account: 'a-1',
  service: 'electricity',
  serial: '77123',
  place: '',
  unit: 'kWh',
  ratio: 1,
  installedOn: '2015-01-01',
  verifiedUntil: null,
  retiredOn: null,
  replaces: null,
  registers: [
    { code: 'T2', digits: 6, decimals: 1, initial: 0 },
    { code: 'T1', digits: 6, decimals: 1, initial: 0 },
  ],
};
const row: SlipRow = {
  id: slipId,
  kiosk: { id: 'k-1', name: 'Foajē' },
  state: 'office',
  account: { id: 'a-1', number: '10427', holder: 'Anna Ozola' },
  typedAccount: '10427',
  period: '2026-11',
  savedAt: '2026-11-27T10:00:00.000Z',
  receivedAt: '2026-11-28T06:00:00.000Z',
  readings: 2,
  notEntered: 1,
};
const held: SlipRow = { ...row, id: '0190aaaa-0000-7000-8000-0000ffff0001', state: 'held' };
const opened = (change: Partial<OfficeSlip> = {}): OfficeSlip => ({
  id: slipId,
  kiosk: row.kiosk,
  state: 'office',
  account: { id: 'a-1', number: '10427', holder: 'Anna Ozola', address: 'Rīgas iela 1-5' },
  typedAccount: '10427',
  serial: '77123',
  contact: '+371 2912 3456',
  language: 'lv',
  period: '2026-11',
  savedAt: row.savedAt,
  receivedAt: row.receivedAt,
  problems: [],
  readings: [
    {
      id: 'r-1',
      serial: '77123',
      service: null,
      typed: ['150,0', '80'],
      meter,
      outcome: 'office',
      problems: [
        { code: 'below_previous', previous: 1600, previousPeriod: '2026-10', explanations: [], register: 'T1' },
      ],
    },
    { id: 'r-2', serial: '999', service: 'gas', typed: ['12'], meter: null, outcome: 'accepted', problems: [] },
  ],
  settled: null,
  ...change,
});

describe('what was left at kiosks', () => {
  let stage: Stage;
  let office: TestOffice;

  async function open(
    answers: ApiAnswers = {},
    {
      slip = slipId,
      role = 'clerk',
      language = 'en',
    }: { slip?: string | null; role?: StaffRole; language?: 'en' | 'lv' | 'ru' } = {},
  ): Promise<void> {
    const all: ApiAnswers = {
      'kiosks.slips': () => ({ rows: [row], next: null }),
      'kiosks.slip': () => opened(),
      'review.entryBasis': () => ({ meter, history: [], present: [], adjusts: 'no', seen: 0 }),
      ...answers,
    };
    office = await officeFor(all, { role });
    stage = await Stage.open(html`<office-kiosk-slips .slip=${slip}></office-kiosk-slips>`, {
      areas: ['office', 'office-kiosks', 'office-review', 'readings', 'history'],
      office,
      language,
    });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const inside = <E extends HTMLElement>(tag: string, selector: string): E[] =>
    stage.all(tag).flatMap((one) => [...(one.shadowRoot?.querySelectorAll<E>(selector) ?? [])]);
  const send = (form: Element | undefined) =>
    form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  const settle = (note: string) => {
    stage.find<HTMLInputElement>('#note').value = note;
    send(inside('settle-slip', 'form')[0]);
  };
  const inputsOf = (name: string) => office.asked.filter(([asked]) => asked === name).map(([, input]) => input);

  it('says why the list, or a slip, is not there', async () => {
    await open({ 'kiosks.slips': () => Promise.reject(refused(null)) }, { slip: null });
    await stage.shows('The portal cannot be reached.');
    stage.close();
    await open({ 'kiosks.slip': () => Promise.reject(refused({ code: 'not_found' })) });
    await until(() => stage.all('[role="alert"]').length === 1);
  });

  it('says of each state that nothing of it waits', async () => {
    await open({ 'kiosks.slips': () => ({ rows: [], next: null }) }, { slip: null });
    await stage.shows('Nothing waits');
    expect(await stage.complaints()).to.deep.equal([]);
    const which = stage.find<HTMLSelectElement>('select');
    which.value = 'held';
    which.dispatchEvent(new Event('change'));
    await stage.shows('Nothing came from kiosks that are shut out.');
    expect(inputsOf('kiosks.slips')).to.deep.equal([
      { state: 'office', after: null },
      { state: 'held', after: null },
    ]);
  });

  it('settles nothing without a word of what was done', async () => {
    await open();
    await stage.appears('settle-slip');
    settle('  ');
    await stage.shows('Please write what was done.');
    expect(inputsOf('kiosks.settle')).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says when somebody else was quicker, and shows how it stands now', async () => {
    let settled: OfficeSlip['settled'] = null;
    await open({
      'kiosks.slip': () => opened(settled ? { state: 'settled', settled } : {}),
      'kiosks.settle': () => {
        settled = { at: '2026-11-28T06:59:00.000Z', by: 'Ilze Kalna', note: 'Called' };
        return Promise.reject(refused({ code: 'changed_meanwhile' }));
      },
    });
    await stage.appears('settle-slip');
    settle('Read anew');
    await stage.shows('Somebody else has changed this meanwhile.');
    await stage.shows('Settled by Ilze Kalna');
    expect(stage.all('settle-slip')).to.deep.equal([]);
  });

  it('begins with what came from kiosks that are shut out where that is asked for', async () => {
    office = await officeFor({ 'kiosks.slips': () => ({ rows: [held], next: null }) }, { role: 'clerk' });
    stage = await Stage.open(html`<office-kiosk-slips held></office-kiosk-slips>`, {
      areas: ['office', 'office-kiosks', 'office-review', 'readings', 'history'],
      office,
    });
    await stage.settled();
    expect(inputsOf('kiosks.slips')).to.deep.equal([{ state: 'held', after: null }]);
    expect(stage.find<HTMLSelectElement>('select').value).to.equal('held');
  });

  it('lists who, when, at which kiosk, and how much was not entered', async () => {
    await open({}, { slip: null });
    await stage.shows('10427 · Anna Ozola');
    expect(stage.text).to.contain('2 readings, one not entered').and.to.contain('1A2B-3C4D').and.to.contain('Foajē');
    inside('kiosk-slip-list', 'button')[0]?.click();
    expect(office.navigated).to.deep.equal([`/office/kiosks/slips/${slipId}`]);
  });

  it('shows what was typed by the registers, what is wrong in words, and how to reach them', async () => {
    await open();
    await stage.shows('Slip 1A2B-3C4D');
    const text = stage.text.replace(/\s+/g, ' ');
    expect(text).to.contain('150,0').and.to.contain('160.0');
    expect(stage.find<HTMLAnchorElement>('a[href^="tel:"]').getAttribute('href')).to.equal('tel:+37129123456');
    expect(stage.find<HTMLAnchorElement>('a[href="/office/accounts/a-1"]')).to.exist;
    expect(text.indexOf('150,0')).to.be.lessThan(text.indexOf('80'));
    expect(inside('kiosk-slip-reading', 'button').length).to.equal(1);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('writes to an e-mail address, and leaves other words as they are', async () => {
    await open({ 'kiosks.slip': () => opened({ contact: 'anna@example.lv' }) });
    await stage.appears('a[href="mailto:anna@example.lv"]');
    stage.close();
    await open({ 'kiosks.slip': () => opened({ contact: 'flat 5, in the evening' }) });
    await stage.shows('flat 5, in the evening');
    expect(stage.all('a[href^="tel:"]')).to.deep.equal([]);
  });

  it('says what is wrong with the account of a whole slip', async () => {
    const readings = opened().readings.map((reading) => ({
      ...reading,
      meter: null,
      outcome: 'office' as const,
      problems: [],
    }));
    await open({
      'kiosks.slip': () =>
        opened({ account: null, typedAccount: '55', problems: [{ code: 'account_unknown' }], readings }),
    });
    await stage.shows('There is no account of this number.');
    expect(inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
  });

  it('enters a reading by hand with what was typed and the day of the visit', async () => {
    await open({ 'review.enter': () => ({ done: true, adjustment: false }) });
    await stage.shows('Enter it by hand');
    stage.button('Enter it by hand').click();
    await stage.appears('value-fields');
    const values = inside<HTMLInputElement>('value-fields', 'input').map(({ value }) => value);
    // The registers as the meter has them; they were typed T1 before T2.
    expect(values).to.deep.equal(['80.0', '150.0']);
    expect(stage.find<HTMLInputElement>('#day').value).to.equal('2026-11-27');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLInputElement>('#reason').value = 'Called';
    send(inside('reading-entry', 'form')[0]);
    await stage.shows('The reading is saved.');
    const [entry] = inputsOf('review.enter') as [{ values: object; takenOn: string }];
    expect([entry.values, entry.takenOn]).to.deep.equal([{ T1: 1500, T2: 800 }, '2026-11-27']);
    expect(inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
  });

  it('settles with the note, and asks for the list again', async () => {
    await open({ 'kiosks.settle': () => ({}) });
    await stage.appears('settle-slip');
    settle(' Called ');
    await stage.shows('The slip is settled.');
    expect(inputsOf('kiosks.settle')).to.deep.equal([{ id: slipId, seen: 'office', note: 'Called' }]);
    expect(inputsOf('kiosks.slips').length).to.equal(2);
  });

  it('lets managers alone take in what came from a kiosk that is shut out, after asking', async () => {
    const readings = opened().readings.map((reading) => ({ ...reading, outcome: null, problems: [] }));
    let state: OfficeSlip['state'] = 'held';
    const answers: ApiAnswers = {
      'kiosks.slips': () => ({ rows: [held], next: null }),
      'kiosks.slip': () => opened({ state, readings }),
      'kiosks.takeIn': () => {
        state = 'entered';
        return { state };
      },
    };
    await open(answers);
    await stage.shows('A manager can enter it');
    expect(inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
    stage.close();
    await open(answers, { role: 'manager' });
    await stage.shows('Whoever had the tablet may have made it up.');
    stage.button('Enter it').click();
    await stage.shows('Enter what came from a kiosk that is shut out?');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await stage.shows('All readings of the slip are entered.');
    expect(inputsOf('kiosks.takeIn')).to.deep.equal([{ id: slipId }]);
  });

  for (const language of ['lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({}, { language });
      await stage.appears('settle-slip');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
