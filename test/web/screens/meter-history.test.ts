import { expect } from 'chai';
import { html } from 'lit';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { UseChart } from '../../../web/elements/use-chart.ts';
import { coldWater, electricity, hotWater, oldHotWater } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import type { Stage } from '../support/mount.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import '../../../web/screens/meter.ts';

describe('the readings of a meter', () => {
  let stage: Stage;
  const openScreen = screenForEachTest(
    (screen) => {
      stage = screen.stage;
    },
    ['readings', 'history'],
  );

  async function open(meter: Meter, readings: Reading[], { meters = [meter], ...given }: Given = {}): Promise<void> {
    await openScreen(html`<meter-screen .meterId=${meter.id}></meter-screen>`, { meters, readings, ...given });
    await stage.appears('meter-history');
  }

  const list = (): string[] =>
    stage
      .all('li')
      .map((item) => (item.innerText ?? '').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');

  const of =
    (meter: Meter) =>
    (period: Reading['period'], values: Reading['values'], change: Partial<Reading> = {}) =>
      reading(period, values, { meter: meter.id, ...change });
  const water = of(coldWater);

  it('says so where there is none', async () => {
    await open(coldWater, []);
    expect(stage.find('meter-history').shadowRoot?.textContent).to.contain('No readings yet');
  });

  it('each have the use of the month, or of the months since the last one', async () => {
    await open(coldWater, [
      water('2026-07', { B: 100_000 }),
      water('2026-08', { B: 104_250 }),
      water('2026-10', { B: 112_000 }),
    ]);
    expect(list()).to.deep.equal([
      'October 2026 112.000 m³ Use in 2 months 7.750 m³',
      'August 2026 104.250 m³ Use 4.250 m³',
      'July 2026 100.000 m³',
    ]);
  });

  it('have it for each register, times the ratio, and not for an estimate', async () => {
    const ofBoth = of({ ...electricity, ratio: 40 });
    await open(
      { ...electricity, ratio: 40 },
      [
        ofBoth('2026-08', { T1: 100_00, T2: 50_00 }),
        ofBoth('2026-09', { T1: 101_00, T2: 50_50 }),
        ofBoth('2026-10', { T1: 102_00, T2: 51_00 }, { kind: 'estimate', source: 'billing' }),
      ],
      { language: 'ru' },
    );
    const [estimate = '', actual = ''] = list();
    expect(estimate).not.to.contain('Расход');
    expect(actual).to.contain('Расход 40,00 кВт·ч').and.to.contain('Расход 20,00 кВт·ч');
  });

  it('say of an estimate whether a later reading has taken its place (M3)', async () => {
    const estimate = { kind: 'estimate', source: 'billing' } as const;
    await open(coldWater, [
      water('2026-07', { B: 100_000 }),
      water('2026-08', { B: 109_000 }, estimate),
      water('2026-09', { B: 108_000 }),
      water('2026-10', { B: 112_000 }, estimate),
    ]);
    expect(list()).to.deep.equal([
      'October 2026 Estimated 112.000 m³',
      'September 2026 108.000 m³ Use in 2 months 8.000 m³',
      'August 2026 Estimated, replaced by the real reading 109.000 m³',
      'July 2026 100.000 m³',
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('have in the month of a replacement the use through both meters, as the chart has (M6)', async () => {
    const old: Meter = { ...oldHotWater, retiredOn: '2026-06-12' };
    const [ofOld, ofNew] = [of(old), of(hotWater)];
    const readings = [
      ofOld('2026-05', { B: 90_000 }),
      ofOld('2026-06', { B: 93_000 }),
      ofNew('2026-06', { B: 1_500 }),
      ofNew('2026-07', { B: 5_500 }),
    ];
    await open(hotWater, readings, { meters: [hotWater, old] });
    expect(list()).to.deep.equal([
      'July 2026 5.500 m³ Use 4.000 m³',
      'June 2026 1.500 m³ Use 4.500 m³, old meter included',
    ]);
    const { months } = stage.find<UseChart>('use-chart');
    expect(months.flatMap(({ period, use }) => (use === null ? [] : [[period, use]]))).to.deep.equal([
      ['2026-06', 4_500],
      ['2026-07', 4_000],
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('hide what was corrected or withdrawn until asked, then tell what it was, when and why', async () => {
    const before = water('2026-10', { B: 111_000 }, { state: 'superseded', changedAt: '2026-10-30T08:00:00.000Z' });
    await open(coldWater, [
      water('2026-09', { B: 104_250 }),
      before,
      water('2026-10', { B: 112_000 }, { supersedes: before.id, source: 'office', reason: 'read at the inspection' }),
      water('2026-11', { B: 120_000 }, { state: 'withdrawn', changedAt: '2026-11-28T08:00:00.000Z' }),
    ]);
    expect(list()).to.have.length(2);
    await stage.shows('Show what was corrected or withdrawn (2)');
    const ask = stage.button('Show what was corrected or withdrawn (2)');
    expect(ask.getAttribute('aria-pressed')).to.equal('false');
    ask.click();
    await stage.settled();
    const [withdrawn = '', standing = '', corrected = '', ...rest] = list();
    expect(withdrawn).to.contain('November 2026').and.to.contain('120.000 m³');
    expect(standing).to.contain('October 2026').and.to.contain('The office: “read at the inspection”');
    expect(corrected).to.contain('Before').and.to.contain('111.000 m³').and.not.to.contain('Use');
    expect(rest).to.have.length(1);
    const badges = stage.all('li sync-badge, del ~ sync-badge').map((badge) => badge.shadowRoot?.textContent?.trim());
    expect(badges).to.include('Withdrawn 28\u00a0Nov, 10:00').and.to.include('Corrected 30\u00a0Oct, 10:00');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLButtonElement>('meter-history button[aria-pressed], button[aria-pressed]').click();
    await stage.settled();
    expect(list()).to.have.length(2);
  });
});
