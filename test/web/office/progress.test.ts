import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { BuildingRow, MonthProgress } from '../../../shared/progress.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage, type, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import { dueMeter, missingFlat, november, tally } from '../support/progress.ts';
import '../../../web/office/screens/missing.ts';
import '../../../web/office/screens/progress.ts';
import '../../../web/office/screens/verifications.ts';

const building: BuildingRow = {
  building: 'Rīgas iela 1/2',
  expected: 20,
  read: 15,
  waiting: 1,
  missing: 4,
  accounts: { missing: 3, remindable: 2 },
  lastMonth: 64,
  lastYear: null,
};
const read: BuildingRow = { ...building, building: 'Dzelzceļa iela 3', read: 20, waiting: 0, missing: 0 };
const page = <T>(...rows: T[]) => ({ rows, next: null });

let stage: Stage;
let asked: [string, unknown][];
let navigated: string[];

async function open(
  template: unknown,
  answers: ApiAnswers,
  { role = 'manager', language = 'en' }: { role?: StaffRole; language?: Language } = {},
): Promise<void> {
  asked = [];
  const noted = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (input: never): unknown => {
        asked.push([name, input]);
        return answer(input);
      },
    ]),
  );
  const office = await officeFor(noted, { role });
  navigated = office.navigated;
  stage = await Stage.open(template as ReturnType<typeof html>, {
    language,
    areas: ['office', 'office-progress'],
    office,
  });
}
const said = (name: string): unknown[] => asked.filter(([of]) => of === name).map(([, input]) => input);

describe('the progress of the month', () => {
  afterEach(() => stage.close());

  const show = (
    progress: MonthProgress | (() => MonthProgress),
    options: { language?: Language; answers?: ApiAnswers } = {},
  ): Promise<void> =>
    open(
      html`<office-progress></office-progress>`,
      {
        'progress.month': typeof progress === 'function' ? progress : () => progress,
        'progress.buildings': () => page(building, read),
        ...options.answers,
      },
      options,
    );

  it('says why it has nothing to show', async () => {
    await show(() => {
      throw refused(null);
    });
    await stage.shows('The portal cannot be reached');
    expect(stage.all('arrivals-chart')).to.deep.equal([]);
  });

  it('says that it is being counted, and counts', async () => {
    let counted = false;
    await show(() => {
      if (said('progress.month').some((input) => (input as { count: boolean }).count)) counted = true;
      return counted ? november : { ...november, now: null, lastMonth: null, stale: true };
    });
    await stage.shows('312 of 450 registers');
    expect(said('progress.month')).to.deep.equal([
      { period: null, count: false },
      { period: null, count: true },
    ]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows how far the month is, beside the one before, without complaints (${language})`, async () => {
      await show(november, { language });
      await stage.shows('Rīgas iela 1/2');
      expect(await stage.complaints()).to.deep.equal([]);
      if (language !== 'en') return;
      expect(stage.text).to.contain('The window closes on 30 November');
      expect(stage.text).to.contain('312 of 450 registers are read');
      expect(stage.text).to.contain('5 readings wait to be checked');
      expect(stage.text).to.contain('from 00:00 on 4 December');
      // The second day of October's window, of 100 registers.
      expect(stage.text).to.contain('last month 64%, last year –');
      expect(stage.text).to.contain('As of 08:58');
      expect(stage.text).to.contain('1,000+');
    });
  }

  it('tells those who do not see the chart the same in a table', async () => {
    await show(november);
    await stage.appears('arrivals-chart');
    const rows = [...(stage.find('arrivals-chart').shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    // What came before the opening counts to its first day; days to come are not there yet.
    expect(rows).to.deep.equal(['27 Nov 2026 172 172 38% 40%', '28 Nov 2026 140 312 69% 64%']);
  });

  it('leads from a building to who is missing there, and not from one where all is read', async () => {
    await show(november);
    await stage.shows('Dzelzceļa iela 3');
    const links = stage
      .all<HTMLAnchorElement>('progress-buildings')
      .flatMap((one) => [...(one.shadowRoot?.querySelectorAll('a') ?? [])]);
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
      `/office/missing/${encodeURIComponent('Rīgas iela 1/2')}`,
    ]);
  });

  it('goes back to other months, and not beyond the present one', async () => {
    await show(november);
    await stage.shows('Rīgas iela 1/2');
    expect(stage.find<HTMLButtonElement>('button[aria-label="December 2026"]').disabled).to.equal(true);
    stage.find('button[aria-label="October 2026"]').click();
    await until(() => said('progress.month').length > 1);
    expect(said('progress.month').at(-1)).to.deep.equal({ period: '2026-10', count: false });
  });

  it('says that nothing was to be read', async () => {
    const none = { ...tally, expected: { meters: 0, registers: 0 }, arrivals: [] };
    const now = november.now && { ...november.now, tally: none };
    await show({ ...november, now }, { answers: { 'progress.buildings': () => page() } });
    await stage.shows('There was no meter to be read in this month.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const [state, text] of [
    ['ahead', 'The window opens on 27 November'],
    ['grace', 'still comes in until 00:00 on 4 December'],
    ['closed', 'can be locked and exported now'],
    ['locked', 'The month is locked'],
  ] as const) {
    it(`says what is to be done where it is ${state}`, async () => {
      await show({ ...november, state, lockedAt: state === 'locked' ? '2026-12-05T08:00:00.000Z' : null });
      await stage.shows(text);
    });
  }
});

describe('who has not read', () => {
  afterEach(() => stage.close());

  const show = (
    answers: ApiAnswers = {},
    options: { role?: StaffRole; language?: Language; building?: string } = {},
  ): Promise<void> =>
    open(
      html`<office-missing .building=${options.building ?? null}></office-missing>`,
      {
        'progress.month': () => november,
        'progress.missing': () => page(missingFlat),
        'windows.buildings': () => [],
        ...answers,
      },
      options,
    );

  it('says why there is no list', async () => {
    await show({
      'progress.missing': () => {
        throw refused({ code: 'try_again' });
      },
    });
    await stage.appears('[role=alert]');
  });

  it('says that everything is read', async () => {
    await show({ 'progress.missing': () => page() });
    await stage.shows('Everything is read here.');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows accounts, their meters, and how to reach them, without complaints (${language})`, async () => {
      await show({}, { language });
      await stage.shows('21-0048812');
      await stage.shows('anna@example.lv');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('asks on by itself where a page is empty though there is more', async () => {
    let pages = 0;
    await show({
      'progress.missing': () => (pages++ === 0 ? { rows: [], next: 'there' } : page(missingFlat)),
    });
    await stage.shows('10427');
    expect(said('progress.missing').map((input) => (input as { after: string | null }).after)).to.deep.equal([
      null,
      'there',
    ]);
  });

  it('searches where at least two letters are typed', async () => {
    await show();
    await stage.shows('10427');
    type(stage.find<HTMLInputElement>('input[type=search]'), 'bē');
    await until(() => said('progress.missing').length > 1);
    expect(said('progress.missing').map((input) => (input as { text: string }).text)).to.deep.equal(['', 'bē']);
  });

  it('prints the list of a building to its end, as one walks', async () => {
    const flats = [10, 2].map((flat) => ({ ...missingFlat, account: `${flat}`, address: `Rīgas iela 1, dz. ${flat}` }));
    const printed: string[] = [];
    const print = window.print;
    window.print = () => void printed.push(stage.text);
    try {
      await show({ 'progress.missing': () => page(...flats) }, { building: 'Rīgas iela 1' });
      await stage.shows('dz. 10');
      stage.button('List for the doors').click();
      await until(() => printed.length > 0);
      const [text = ''] = printed;
      expect(text.indexOf('dz. 2')).to.be.greaterThan(0);
      await stage.settled();
      expect(stage.text.indexOf('dz. 2 ')).to.be.lessThan(stage.text.indexOf('dz. 10'));
    } finally {
      window.print = print;
    }
  });

  it('lets a clerk look and remind nobody', async () => {
    await show({}, { role: 'clerk' });
    await stage.shows('10427');
    expect(stage.text).not.to.contain('Remind by mail');
  });

  it('says how many letters there would be, and sends none without being told to', async () => {
    await show({ 'progress.remind': () => ({ job: 'j' }) });
    await stage.shows('10427');
    stage.button('Remind by mail…').click();
    await stage.shows('41 accounts with somebody who uses the portal');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Do not send').click();
    await stage.settled();
    expect(stage.all('remind-dialog')).to.deep.equal([]);
    expect(said('progress.remind')).to.deep.equal([]);
    stage.button('Remind by mail…').click();
    await stage.shows('Send the letters');
    stage.button('Send the letters').click();
    await stage.shows('The letters are being written.');
    expect(said('progress.remind')).to.deep.equal([{ period: '2026-11', building: null }]);
  });

  it('says that somebody else was faster', async () => {
    await show({
      'progress.remind': () => {
        throw refused({ code: 'changed_meanwhile' });
      },
    });
    await stage.shows('10427');
    stage.button('Remind by mail…').click();
    await stage.shows('Send the letters');
    stage.button('Send the letters').click();
    await stage.shows('Somebody else has changed this meanwhile');
  });

  it('puts the building into the address', async () => {
    await show();
    await stage.shows('10427');
    const field = stage.find<HTMLInputElement>('#building');
    field.value = 'Rīgas iela 1/2';
    field.dispatchEvent(new Event('change'));
    await stage.settled();
    expect(navigated).to.deep.equal([`/office/missing/${encodeURIComponent('Rīgas iela 1/2')}`]);
  });
});

describe('verifications that end', () => {
  afterEach(() => stage.close());

  const show = (answers: ApiAnswers = {}, options: { role?: StaffRole; language?: Language } = {}): Promise<void> =>
    open(
      html`<office-verifications></office-verifications>`,
      {
        'progress.month': () => november,
        'progress.verifications': () => page(dueMeter, { ...dueMeter, meter: 'm2', serial: 'OLD', daysLeft: -3 }),
        'windows.buildings': () => [],
        ...answers,
      },
      options,
    );

  it('says why there is no list, and that there is none', async () => {
    await show({
      'progress.verifications': () => {
        throw refused(null);
      },
    });
    await stage.appears('[role=alert]');
    stage.close();
    await show({ 'progress.verifications': () => page() });
    await stage.shows('There is no such meter.');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`W8: shows what ends when, without complaints (${language})`, async () => {
      await show({}, { language });
      await stage.shows('21-0051377');
      expect(await stage.complaints()).to.deep.equal([]);
      if (language === 'en') expect(stage.text).to.contain('7 days left').and.to.contain('ended 3 days ago');
    });
  }

  it('asks for a step, and gives the file of the same', async () => {
    await show();
    await stage.shows('OLD');
    const [step] = stage.all<HTMLSelectElement>('select');
    if (!step) throw new Error('no select');
    expect(step.textContent).to.contain('Has ended (2)');
    step.value = 'ended';
    step.dispatchEvent(new Event('change'));
    await until(() => said('progress.verifications').length > 1);
    expect(said('progress.verifications').at(-1)).to.deep.equal({
      step: 'ended',
      building: null,
      service: null,
      after: null,
    });
    await stage.settled();
    expect(stage.button('As a file (CSV)').getAttribute('href')).to.equal('/office/verifications.csv?step=ended');
  });

  it('lets a manager remind of what is shown', async () => {
    await show({
      'progress.remindVerifications': () => ({ job: 'j' }),
      'progress.verificationLetters': () => ({ count: 3, more: false }),
    });
    await stage.shows('OLD');
    stage.button('Remind by mail…').click();
    await stage.shows('3 accounts with somebody who uses the portal get a letter');
    stage.button('Send the letters').click();
    await stage.shows('The letters are being written.');
    expect(said('progress.remindVerifications')).to.deep.equal([{ step: null, building: null, service: null }]);
  });
});
