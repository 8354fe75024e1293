import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { BuildingRow, MonthProgress } from '../../../shared/progress.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { type Stage, until } from '../support/mount.ts';
import { type ApiAnswers, refused } from '../support/office.ts';
import { openOffice } from '../support/office-stage.ts';
import { november, tally } from '../support/progress.ts';
import '../../../web/office/screens/progress.ts';

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
let said: (name: string) => unknown[];

async function open(
  template: TemplateResult,
  answers: ApiAnswers,
  { role = 'manager', language }: { role?: StaffRole; language?: Language | undefined } = {},
): Promise<void> {
  ({ stage, said } = await openOffice(template, answers, { areas: ['office-progress'], role, language }));
}

describe('the progress of the month', () => {
  afterEach(() => stage.close());

  const show = (
    progress: MonthProgress | ((input: { count: boolean }) => MonthProgress),
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
    await show(({ count }) => {
      counted ||= count;
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

  it('leads to the readings that it counts as waiting: of this month, and the late ones alone', async () => {
    await show(november);
    await stage.shows('Rīgas iela 1/2');
    const ways = stage.all('a[href^="/office/review"]').map((way) => way.getAttribute('href'));
    expect(new Set(ways)).to.deep.equal(new Set(['/office/review/2026-11', '/office/review/2026-11/late']));
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
    ['closed', 'can be locked and given to billing now'],
    ['locked', 'The month is locked'],
  ] as const) {
    it(`says what is to be done where it is ${state}`, async () => {
      await show({ ...november, state, lockedAt: state === 'locked' ? '2026-12-05T08:00:00.000Z' : null });
      await stage.shows(text);
    });
  }
});
