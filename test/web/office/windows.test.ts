import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import type { MonthCounts, OfficeException, WindowCalendar } from '../../../shared/window-calendar.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor } from '../support/office.ts';
import '../../../web/office/screens/windows.ts';

const holidays: OfficeException = {
  id: '01890000-0000-7000-8000-0000000000e1',
  period: '2026-11',
  building: null,
  service: null,
  opensOn: '2026-11-27',
  closesOn: '2026-12-05',
  reason: 'Open longer because of the holidays',
  madeAt: '2026-11-20T10:00:00.000Z',
  madeBy: 'Māra Kalna',
};
const elsewhere: OfficeException = {
  ...holidays,
  id: '01890000-0000-7000-8000-0000000000e2',
  building: 'Rīgas iela 1',
  service: 'gas',
  closesOn: '2026-12-10',
  reason: 'The cellar was shut',
  madeBy: null,
};
const counts: MonthCounts = { expected: 120, read: 97, given: 40, review: 3, late: 1 };

const refusal = (problem: Problem) =>
  new TRPCClientError<never>(problem.code, { result: { error: { data: { problem } } } as never });

describe('the windows of the office', () => {
  let stage: Stage;
  let asked: [string, unknown][];
  beforeEach(() => {
    asked = [];
  });
  afterEach(() => stage.close());

  async function open({
    calendar = { exceptions: [], locks: [] },
    answers = {},
    role = 'manager',
    language = 'en',
    now = '2026-11-28T07:00:00Z',
    chosen = null,
  }: {
    calendar?: WindowCalendar;
    answers?: ApiAnswers;
    role?: StaffRole;
    language?: Language;
    now?: string;
    chosen?: string | null;
  } = {}): Promise<void> {
    const noted =
      (name: string, answer: (input: never) => unknown) =>
      (input: never): unknown => {
        asked.push([name, input]);
        return answer(input);
      };
    const all: ApiAnswers = {
      'windows.calendar': () => calendar,
      'windows.counts': () => counts,
      'windows.buildings': () => ['Rīgas iela 1'],
      ...answers,
    };
    const office = await officeFor(
      Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, noted(name, answer)])),
      { role, now },
    );
    stage = await Stage.open(html`<windows-screen .chosen=${chosen}></windows-screen>`, {
      language,
      areas: ['office', 'office-windows'],
      office,
    });
    await stage.settled();
  }

  const said = (name: string): unknown[] => asked.filter(([of]) => of === name).map(([, input]) => input);
  const actsOffered = () => [...(stage.find('window-month').shadowRoot?.querySelectorAll('button') ?? [])];
  const fill = (selector: string, value: string): void => {
    stage.find<HTMLInputElement>(selector).value = value;
  };

  it('says why there is no calendar', async () => {
    await open({
      answers: {
        'windows.calendar': () => {
          throw refusal({ code: 'try_again' });
        },
      },
    });
    await stage.appears('[role=alert]');
    expect(stage.all('table')).to.deep.equal([]);
  });

  it('lets a clerk look and change nothing', async () => {
    await open({ calendar: { exceptions: [holidays], locks: [] }, role: 'clerk' });
    await stage.shows('Open longer because of the holidays');
    expect(actsOffered()).to.deep.equal([]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows the months, what holds in them and how far they are (${language})`, async () => {
      const lock = {
        period: '2026-10',
        lockedAt: '2026-11-04T08:00:00.000Z',
        reason: null,
        batch: { id: 'b', readings: 97 },
      };
      await open({ calendar: { exceptions: [holidays, elsewhere], locks: [lock as never] }, language });
      await until(() => said('windows.counts').length === 13);
      await stage.settled();
      expect(stage.all('tbody tr').length).to.equal(19);
      expect(stage.text).not.to.match(/undefined|windows-|NaN|\{/);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('W9: shows the days of the chosen place, and that others have days of their own', async () => {
    await open({ calendar: { exceptions: [holidays, elsewhere], locks: [] } });
    await stage.shows('97 of 120');
    const row = () =>
      (stage.all('tbody tr').find((one) => one.textContent?.includes('November 2026'))?.textContent ?? '').replace(
        /\s+/g,
        ' ',
      );
    expect(row()).to.contain('27 Nov 2026 – 5 Dec 2026').and.to.contain('Exception elsewhere');
    const scope = stage.find<HTMLSelectElement>('#scope');
    scope.value = [...scope.options].find(({ text }) => text.includes('Rīgas iela 1'))?.value ?? '';
    scope.dispatchEvent(new Event('change'));
    await stage.settled();
    expect(row()).to.contain('27 Nov 2026 – 10 Dec 2026');
  });

  it('shows the month of the address', async () => {
    await open({ chosen: '2026-08' });
    expect(stage.find('window-month').shadowRoot?.querySelector('h2')?.textContent).to.equal('August 2026');
  });

  it('W9: says what is wrong with the days before anything is sent, then sends what was written', async () => {
    let taken: unknown = null;
    await open({
      answers: {
        'windows.addException': (input) => {
          taken = input;
          return { id: 'e', accepted: 2, review: 1 };
        },
      },
    });
    stage.button('Set other days…').click();
    await stage.appears('#closes');
    expect(await stage.complaints()).to.deep.equal([]);
    fill('#closes', '2027-01-01');
    stage.button('Save').click();
    await stage.shows('31 Dec 2026 at the latest');
    fill('#closes', '2026-12-05');
    stage.button('Save').click();
    await stage.shows('Write a reason.');
    expect(taken).to.equal(null);
    fill('#reason', ' Holidays ');
    stage.button('Save').click();
    await stage.shows('Saved. 2 readings that were outside the old days count now. 1 more is waiting for the office.');
    expect(taken).to.deep.equal({
      period: '2026-11',
      building: null,
      service: null,
      opensOn: '2026-11-27',
      closesOn: '2026-12-05',
      reason: 'Holidays',
      replaces: null,
    });
    expect(stage.all('exception-dialog')).to.deep.equal([]);
    expect(said('windows.calendar').length).to.equal(2);
  });

  it('W9: a place that has other days already is sent to those, and a change names what it changes', async () => {
    await open({
      calendar: { exceptions: [holidays], locks: [] },
      answers: { 'windows.addException': () => ({ id: 'e', accepted: 0, review: 0 }) },
    });
    stage.button('Set other days…').click();
    await stage.appears('#closes');
    fill('#reason', 'Again');
    stage.button('Save').click();
    await stage.shows('There are other days for them already');
    stage.button('Cancel').click();
    await stage.settled();
    stage.button('Change…').click();
    await stage.appears('#closes');
    fill('#closes', '2026-12-06');
    stage.button('Save').click();
    await stage.shows('Saved.');
    expect(said('windows.addException')).to.deep.equal([
      {
        period: '2026-11',
        building: null,
        service: null,
        opensOn: '2026-11-27',
        closesOn: '2026-12-06',
        reason: 'Open longer because of the holidays',
        replaces: holidays.id,
      },
    ]);
  });

  it('W9: a day that would be lost is named, and the form stays', async () => {
    await open({
      calendar: { exceptions: [holidays], locks: [] },
      answers: {
        'windows.endException': () => {
          throw refusal({ code: 'window_day_begun', day: '2026-12-02' });
        },
      },
      now: '2026-12-03T07:00:00Z',
    });
    stage.button('Back to the usual days…').click();
    await stage.appears('#reason');
    stage.button('Back to the usual days').click();
    await stage.shows('Write a reason.');
    fill('#reason', 'a mistake');
    stage.button('Back to the usual days').click();
    await stage.shows('2 Dec 2026 would be lost');
    expect(stage.find<HTMLInputElement>('#reason').value).to.equal('a mistake');
  });

  it('says that somebody else was faster, and shows how it stands now', async () => {
    const calendar: WindowCalendar = { exceptions: [], locks: [] };
    await open({
      calendar,
      answers: {
        'windows.lock': () => {
          calendar.locks.push({ period: '2026-10', lockedAt: '2026-11-04T08:00:00.000Z', reason: 'mine', batch: null });
          throw refusal({ code: 'changed_meanwhile' });
        },
      },
      chosen: '2026-10',
    });
    stage.button('Lock the month…').click();
    await stage.appears('#reason');
    fill('#reason', 'billing begins');
    stage.button('Lock').click();
    await stage.shows('Somebody else has changed this meanwhile');
    await stage.shows('mine');
    expect(stage.all('reason-dialog')).to.deep.equal([]);
  });

  it('W6: locks early only where that is ticked, and says what waits for the office', async () => {
    await open({ answers: { 'windows.lock': () => ({ readings: 97 }) } });
    await stage.shows('97 of 120');
    stage.button('Lock the month…').click();
    await stage.shows('3 readings wait for the office and stay out.');
    expect(await stage.complaints()).to.deep.equal([]);
    fill('#reason', 'billing begins');
    stage.button('Lock').click();
    await stage.shows('Tick this to lock the month early.');
    stage.find<HTMLInputElement>('#early').click();
    stage.button('Lock').click();
    await stage.shows('Locked. 97 readings went into a batch.');
    expect(said('windows.lock')).to.deep.equal([{ period: '2026-11', reason: 'billing begins', early: true }]);
  });

  it('I9: says that billing has billed, and that it stays locked', async () => {
    const locks = [
      { period: '2026-10' as const, lockedAt: '2026-11-04T08:00:00.000Z' as const, reason: null, batch: null },
    ];
    await open({
      calendar: { exceptions: [], locks },
      answers: {
        'windows.unlock': () => {
          throw refusal({ code: 'period_billed', period: '2026-10', readings: 97 });
        },
      },
      chosen: '2026-10',
    });
    expect(actsOffered().length).to.equal(1);
    stage.button('Unlock the month…').click();
    await stage.appears('#reason');
    fill('#reason', 'one more file');
    stage.button('Unlock').click();
    await stage.shows('Billing has billed 97 readings of this month (October 2026), so it stays locked.');
  });

  it('shows a phone the chosen month, or all of them', async () => {
    await open({ chosen: '2026-10' });
    await stage.appears('window-month');
    const isShown = (selector: string): boolean => getComputedStyle(stage.find(selector)).display !== 'none';
    const screen = stage.find<HTMLElementTagNameMap['windows-screen']>('windows-screen');
    screen.style.width = '390px';
    expect([isShown('.beside .frame'), isShown('.back')]).to.deep.equal([false, true]);
    screen.style.width = '1100px';
    expect([isShown('.beside .frame'), isShown('.back')]).to.deep.equal([true, false]);
    screen.style.width = '390px';
    screen.chosen = null;
    await stage.settled();
    expect([isShown('.beside .frame'), isShown('.back')]).to.deep.equal([true, false]);
  });

  it('W9: shows the banner that residents see, on a chosen day in a chosen building', async () => {
    await open({ calendar: { exceptions: [holidays, elsewhere], locks: [] } });
    const banner = () => (stage.find('window-banner').shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
    expect(banner()).to.contain('Open until 5 December').and.to.contain('because of the holidays');
    const day = stage.find<HTMLInputElement>('#day');
    day.value = '2026-12-08';
    day.dispatchEvent(new Event('change'));
    await stage.settled();
    expect(banner()).to.contain('Opens on 27 December');
    const building = stage.find<HTMLInputElement>('#building');
    building.value = 'Rīgas iela 1';
    building.dispatchEvent(new Event('change'));
    const service = stage.find<HTMLSelectElement>('#service');
    service.value = 'gas';
    service.dispatchEvent(new Event('change'));
    await stage.settled();
    expect(banner()).to.contain('Open until 10 December').and.to.contain('The cellar was shut');
  });
});
