import { expect } from 'chai';
import { html } from 'lit';
import type { Period } from '../../../shared/period.ts';
import type { Reading } from '../../../shared/reading.ts';
import { parsePath } from '../../../web/routes.ts';
import { coldWater, electricity, history, oldHotWater } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import type { Stage } from '../support/mount.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import '../../../web/screens/period.ts';

describe('the period screen', () => {
  let stage: Stage;
  const openScreen = screenForEachTest(
    (screen) => {
      stage = screen.stage;
    },
    ['readings', 'history'],
  );

  async function open(period: Period, given: Given = {}): Promise<void> {
    await openScreen(html`<period-screen .period=${period}></period-screen>`, given);
    await stage.appears('.card');
  }

  it('says so where there is nothing', async () => {
    await open('1999-01', { meters: [] });
    await stage.shows('There is nothing for this month.');
  });

  it('is the table of previous, current and difference, with serial number, unit and retirement', async () => {
    const old = reading('2025-05', { B: 126_000 }, { meter: oldHotWater.id });
    await open('2025-05', {
      readings: [...history(), old],
      language: 'ru',
    });
    await stage.appears('tbody tr');
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

  it('says of a month to come that it has not begun, with a way back', async () => {
    await open('2031-01');
    expect(stage.text).to.contain('This month has not begun yet.');
    expect(stage.all('table, button')).to.have.length(0);
    expect(stage.button('History').getAttribute('href')).to.equal('/periods');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('shows the table of this month, whether or not its window is open', async () => {
    await open('2026-11');
    expect(stage.text).to.contain('No meter was read in this month.').and.not.contain('not begun');
  });

  it('shows beside the table what waits for the office, its values and since when (C4)', async () => {
    const standing = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    const other = reading(
      '2026-11',
      { B: 263_500 },
      {
        meter: coldWater.id,
        state: 'review',
        problems: [{ code: 'concurrent_reading' }],
        receivedAt: '2026-11-28T08:15:00.000Z',
      },
    );
    await open('2026-11', { readings: [...history(), standing, other] });
    expect(stage.find('.current').textContent).to.contain('261.000');
    const row = stage.find('reading-row').shadowRoot;
    expect(row?.querySelector('h3')?.textContent).to.equal('Cold water, Virtuve, No. 21883-12');
    expect(row?.querySelector('.values')?.textContent).to.contain('263.500');
    expect(stage.text).to.contain('Received 28 Nov, 10:15 – the office is checking it');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says so too where nothing else was handed in', async () => {
    const late = reading('2026-11', { T1: 994_010, T2: 309_025 }, { meter: electricity.id, state: 'late' });
    await open('2026-11', { readings: [...history(), late] });
    expect(stage.text).to.contain('after billing, the office will settle it');
  });

  it('calls the tariffs as the words do, in Russian with Russian letters', async () => {
    await open('2026-10', { language: 'ru' });
    const [name] = stage.all('tbody a').filter(({ textContent }) => textContent?.startsWith('Электроэнергия'));
    expect(name?.textContent).to.equal('Электроэнергия, \u04221 · день');
    expect(stage.text).not.to.match(/T\d/);
  });

  describe('of an estimate', () => {
    const read = (month: Period, value: number, kind: Reading['kind'] = 'actual') =>
      reading(month, { B: value }, { meter: coldWater.id, kind });
    const line = () => stage.find('tbody tr').textContent?.replace(/\s+/g, ' ').trim();

    it('has no difference where a later reading contradicts it, and says so (M3)', async () => {
      const readings = [read('2026-08', 100_000), read('2026-09', 109_000, 'estimate'), read('2026-10', 108_000)];
      await open('2026-09', { readings });
      expect(line()).to.equal('Cold water Estimated, replaced by the real reading 21883-12 – m³ 100.000 109.000 –');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('has one where nothing contradicts it', async () => {
      const readings = [read('2026-08', 100_000), read('2026-09', 108_000, 'estimate'), read('2026-10', 108_000)];
      await open('2026-09', { readings });
      expect(line()).to.equal('Cold water Estimated 21883-12 – m³ 100.000 108.000 8.000');
    });
  });
});

describe('the address of a period', () => {
  it('is a month of the calendar, or none of ours', () => {
    expect(parsePath('/periods/2031-13').name).to.equal('not-found');
    expect(parsePath('/periods/2031-12')).to.deep.equal({ name: 'period', period: '2031-12' });
  });
});
