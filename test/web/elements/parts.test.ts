import { expect } from 'chai';
import { html } from 'lit';
import type { Meter, Register } from '../../../shared/meter.ts';
import type { PastReading } from '../../../shared/reading.ts';
import type { IconName } from '../../../web/elements/icons.ts';
import { icons } from '../../../web/elements/icons.ts';
import type { BadgeState } from '../../../web/elements/sync-badge.ts';
import { useByMonth } from '../../../web/elements/use-by-month.ts';
import type { WindowBanner } from '../../../web/elements/window-banner.ts';
import { offeredWindow, windowByClock } from '../../../web/store/offered-window.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { at, company, inWindow } from '../support/household.ts';
import { Stage } from '../support/mount.ts';
import { everyProblem } from '../support/problems.ts';
import '../../../web/elements/mb-dialog.ts';
import '../../../web/elements/mb-icon.ts';
import '../../../web/elements/meter-card.ts';
import '../../../web/elements/nav-bar.ts';
import '../../../web/elements/reading-row.ts';
import '../../../web/elements/sync-badge.ts';
import '../../../web/elements/use-chart.ts';
import '../../../web/elements/window-banner.ts';

let stage: Stage;
afterEach(() => stage.close());

const rule = company.windows[0] as (typeof company.windows)[number];

describe('sync-badge', () => {
  const received = { kind: 'received', at: at('2026-11-27T14:03') } as const;

  it('never says "received" of what is only saved', async () => {
    stage = await Stage.open(html`<sync-badge .state=${{ kind: 'saved' } satisfies BadgeState}></sync-badge>`);
    expect(stage.text).to.equal('Saved on this phone');
    expect(stage.text).not.to.match(/received|sent/i);
  });

  for (const [language, saved, got, billed] of [
    ['en', 'Saved on this phone', 'Received 27\u00a0Nov, 14:03', 'In billing'],
    ['lv', 'Saglabāts šajā tālrunī', 'Saņemts 27.\u00a0novembrī 14:03', 'Iekļauts aprēķinā'],
    ['ru', 'Сохранено на этом телефоне', 'Получено 27\u00a0ноября, 14:03', 'Учтено в расчёте'],
  ] as const) {
    it(`tells the three truths in words and icon (${language})`, async () => {
      const states: BadgeState[] = [{ kind: 'saved' }, received, { kind: 'billed' }];
      stage = await Stage.open(
        html`${states.map((state) => html`<p><sync-badge .state=${state} .now=${inWindow}></sync-badge></p>`)}`,
        { language },
      );
      expect(stage.all('sync-badge').map((badge) => badge.shadowRoot?.textContent?.trim())).to.deep.equal([
        saved,
        got,
        billed,
      ]);
      expect(new Set(stage.all('mb-icon').map((icon) => (icon as unknown as { name: IconName }).name)).size).to.equal(
        3,
      );
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('names the year of what was received long ago, by the company’s clock', async () => {
    stage = await Stage.open(
      html`<sync-badge .state=${{ kind: 'received', at: at('2025-12-31T23:30') }} .now=${inWindow}></sync-badge>`,
    );
    expect(stage.text).to.equal('Received 31 December 2025, 23:30');
  });
});

describe('window-banner', () => {
  const open = (now: number, done = 'no', language: 'en' | 'lv' | 'ru' = 'en') =>
    Stage.open(html`<window-banner .window=${windowByClock(rule, now)} .now=${now} done=${done}></window-banner>`, {
      language,
    });

  it('says when it opens, while it is closed', async () => {
    stage = await open(at('2026-11-21T12:00'), 'no', 'lv');
    expect(stage.text).to.contain('Atvērsies 27. novembrī');
    expect(stage.text).to.contain('no 27. novembra līdz 30. novembrim');
  });

  for (const [now, said] of [
    ['2026-11-27T00:00', '3 days left'],
    ['2026-11-28T23:59', '2 days left'],
    ['2026-11-29T12:00', 'One more day after today'],
    ['2026-11-30T23:59', 'Today is the last day'],
  ] as const) {
    it(`counts the days by the company's calendar: ${now} is "${said}"`, async () => {
      stage = await open(at(now));
      expect(stage.text).to.contain('Open until 30 November');
      expect(stage.text).to.contain(said);
    });
  }

  it('counts in Latvian and Russian as these languages do', async () => {
    stage = await open(at('2026-12-28T12:00'), 'no', 'ru');
    expect(stage.text).to.contain('Осталось 3 дня');
    stage.close();
    stage = await open(at('2026-10-30T12:00'), 'no', 'lv');
    expect(stage.text).to.contain('Pēc šodienas vēl viena diena');
  });

  for (const [language, said] of [
    [
      'en',
      "By this phone's clock the window closed on 30 November. If the date on the phone is wrong, hand the reading in all the same; the office will look at it.",
    ],
    [
      'lv',
      'Pēc šī tālruņa pulksteņa rādījumu nodošana beidzās 30. novembrī. Ja datums tālrunī ir nepareizs, tik un tā nododiet rādījumu; birojs to pārbaudīs.',
    ],
    [
      'ru',
      'По часам этого телефона приём закончился 30 ноября. Если дата на телефоне неверна, всё равно передайте показания; офис их проверит.',
    ],
  ] as const) {
    it(`says in ${language} that the clock may be wrong, and counts no days`, async () => {
      const now = inWindow + 400 * 86_400_000;
      const window = offeredWindow(rule, { serverTime: inWindow }, now);
      stage = await Stage.open(html`<window-banner .window=${window} .now=${now}></window-banner>`, { language });
      expect(stage.text.replace(/\u00a0/gu, ' ')).to.contain(said);
      expect(stage.all('.left')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
      stage.find<WindowBanner>('window-banner').done = 'saved';
      await stage.settled();
      expect(stage.text.replace(/\u00a0/gu, ' ')).not.to.contain(said);
    });
  }

  it('does not say "handed in" of readings that are only saved here', async () => {
    stage = await open(inWindow, 'saved');
    expect(stage.text).to.contain('All meters are read');
    expect(stage.text).not.to.contain('Everything is handed in');
    stage.close();
    stage = await open(inWindow, 'received');
    expect(stage.text).to.contain('Everything is handed in');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('reading-row', () => {
  it('shows every register, the state, and what was noticed', async () => {
    stage = await Stage.open(
      html`<reading-row
        heading="October 2026"
        .meter=${electricity}
        .values=${{ T1: 977_275, T2: 301_800 }}
        .state=${{ kind: 'billed' }}
        .problems=${[everyProblem.time_uncertain]}
      ></reading-row>`,
    );
    expect(stage.text).to.contain('T1 · day 9772.75 kWh');
    expect(stage.text).to.contain('T2 · night 3018.00 kWh');
    expect(stage.text).to.contain('In billing');
    expect(stage.text).to.contain('The clock here is not exact');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says of an estimate that it is one', async () => {
    stage = await Stage.open(
      html`<reading-row estimate .meter=${coldWater} .values=${{ B: 1 }} .state=${{ kind: 'billed' }}></reading-row>`,
    );
    expect(stage.text).to.contain('Estimated');
    expect(stage.text).not.to.contain('In billing');
  });
});

describe('use-chart', () => {
  const read = (period: PastReading['period'], value: number): PastReading => ({
    period,
    kind: 'actual',
    values: { B: value },
    capturedAt: 0,
    rollover: false,
  });
  const register = coldWater.registers[0] as Register;
  const past = (history: PastReading[], change: Partial<Meter> = {}) => ({
    meter: { ...coldWater, ...change },
    history,
  });

  it('marks in its table what is an average, what the old meter has a part in, and a void estimate (M3, M6)', async () => {
    const old = past([read('2026-01', 0), read('2026-02', 3_000)], { retiredOn: '2026-02-12' });
    const estimate = { ...read('2026-03', 9_000), kind: 'estimate' } as const;
    const months = useByMonth(
      past([read('2026-02', 1_000), estimate, read('2026-04', 7_000)]),
      register,
      '2026-04',
      old,
    );
    stage = await Stage.open(html`<use-chart .months=${months} .register=${register}></use-chart>`);
    stage.find<HTMLDetailsElement>('details').open = true;
    await stage.settled();
    const rows = stage.all('tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows.slice(0, 4)).to.deep.equal([
      'April 2026 Average of several months 3.000 –',
      'March 2026 Average of several months Estimated, replaced by the real reading 3.000 –',
      'February 2026 old meter included 4.000 –',
      'January 2026 – –',
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('shares out what covers several months, and marks it', () => {
    const months = useByMonth(
      past([read('2026-01', 0), read('2026-02', 3_000), read('2026-05', 9_000)]),
      register,
      '2026-05',
    );
    expect(months.map(({ use }) => use)).to.deep.equal([
      ...Array.from({ length: 8 }, () => null),
      3_000,
      2_000,
      2_000,
      2_000,
    ]);
    expect(months.map(({ averaged }) => averaged).slice(-4)).to.deep.equal([false, true, true, true]);
  });

  it('is the difference times the ratio of the meter', () => {
    const months = useByMonth(
      past([read('2026-03', 4_000), read('2026-04', 9_000)], { ratio: 40 }),
      register,
      '2026-04',
    );
    expect(months.at(-1)?.use).to.equal(200_000);
  });

  it('finds the same month of the year before', () => {
    const months = useByMonth(
      past([read('2025-03', 0), read('2025-04', 4_000), read('2026-03', 4_000), read('2026-04', 9_000)]),
      register,
      '2026-04',
    );
    expect(months.at(-1)).to.include({ period: '2026-04', use: 5_000, averaged: false, lastYear: 4_000 });
  });

  it('says so while there is nothing to draw', async () => {
    stage = await Stage.open(
      html`<use-chart .months=${useByMonth(past([]), register, '2026-04')} .register=${register}></use-chart>`,
    );
    expect(stage.text).to.equal('The chart appears after two readings.');
  });

  it('says the same as a table', async () => {
    const months = useByMonth(
      past([read('2026-02', 0), read('2026-03', 3_000), read('2026-04', 3_000)]),
      register,
      '2026-04',
    );
    stage = await Stage.open(
      html`<use-chart label="Use" heading="T1" .months=${months} .register=${register}></use-chart>`,
    );
    expect(stage.find('figure').ariaLabel).to.equal('Use, T1');
    expect(stage.find('caption').textContent).to.equal('Use, T1, m³');
    stage.find<HTMLDetailsElement>('details').open = true;
    await stage.settled();
    const rows = stage.all('tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows.slice(0, 3)).to.deep.equal(['April 2026 0.000 –', 'March 2026 3.000 –', 'February 2026 – –']);
    expect(stage.all('rect.now')).to.have.length(2);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('nav-bar', () => {
  it('names its places and marks the one that is shown', async () => {
    stage = await Stage.open(
      html`<nav-bar
        current="/readings"
        .entries=${[
          { href: '/', icon: 'home', word: 'nav-home' },
          { href: '/readings', icon: 'readings', word: 'nav-readings' },
        ]}
      ></nav-bar>`,
    );
    expect(stage.all('a').map((link) => [link.textContent?.trim(), link.getAttribute('aria-current')])).to.deep.equal([
      ['Home', null],
      ['Readings', 'page'],
    ]);
    expect(stage.find('a').getBoundingClientRect().height).to.be.at.least(48);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('speaks another language at once', async () => {
    stage = await Stage.open(html`<nav-bar .entries=${[{ href: '/', icon: 'home', word: 'nav-home' }]}></nav-bar>`);
    await stage.speakOtherwise('ru');
    expect(stage.text).to.equal('Главная');
  });
});

describe('meter-card', () => {
  it('names service, place and serial number, and leads to the meter', async () => {
    stage = await Stage.open(html`<meter-card href="/meters/1" .meter=${coldWater}>inside</meter-card>`, {
      language: 'lv',
    });
    expect(stage.text).to.equal('Aukstais ūdens Virtuve · Nr. 21883-12 inside');
    expect(stage.find('a').getAttribute('href')).to.equal('/meters/1');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('breaks no serial number at its hyphens, wherever the line ends', async () => {
    const meter = { ...coldWater, serial: '21-/0048812' };
    stage = await Stage.open(html`<meter-card .meter=${meter}></meter-card>`);
    const text = document.createRange();
    const lines = [20, 19, 18, 17, 16, 15, 14, 13].map((rem) => {
      stage.host.style.width = `${rem}rem`;
      text.selectNodeContents(stage.find('.name .whole'));
      return new Set([...text.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).to.deep.equal(lines.map(() => 1));
  });
});

describe('mb-dialog', () => {
  it('that was taken away before it could be shown asks nothing, and is no error', async () => {
    stage = await Stage.open(html`<p></p>`);
    const dialog = document.createElement('mb-dialog');
    stage.find('p').append(dialog);
    dialog.remove();
    await dialog.updateComplete;
    expect(dialog.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  const question = html`<mb-dialog heading="Withdraw?">
    <p>Text</p>
    <div slot="answers"><button>Yes</button><button autofocus>No</button></div>
  </mb-dialog>`;

  it('takes the focus to the safe answer, the second time as well, and gives it back', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    for (let time = 0; time < 2; time++) {
      before.focus();
      stage = await Stage.open(question);
      expect(document.activeElement?.textContent).to.equal('No');
      stage.close();
      expect(document.activeElement === before).to.equal(true);
    }
    before.remove();
  });

  it('takes Escape for no answer', async () => {
    stage = await Stage.open(question);
    let dismissed = 0;
    stage.host.addEventListener('dialog-dismissed', () => dismissed++);
    stage.find('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(dismissed).to.equal(1);
    expect(stage.find<HTMLDialogElement>('dialog').open).to.equal(true);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});

describe('mb-icon', () => {
  it('draws every icon, and is silent for screen readers', async () => {
    stage = await Stage.open(html`${Object.keys(icons).map((name) => html`<mb-icon name=${name}></mb-icon>`)}`);
    for (const icon of stage.all('mb-icon')) expect(icon.shadowRoot?.querySelector('svg *')).not.to.equal(null);
    expect(stage.all('svg[aria-hidden="true"]')).to.have.length(Object.keys(icons).length);
  });
});
