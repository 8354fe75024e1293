import { expect } from 'chai';
import { html } from 'lit';
import type { Statement } from '../../../shared/bill.ts';
import { billChanges } from '../../../shared/bill-changes.ts';
import type { Language } from '../../../shared/company.ts';
import { sampleBills } from '../support/bills.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/bill-changes.ts';

const [september, october] = sampleBills(2).statements as [Statement, Statement];

describe('bill-changes', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = async (now: Statement, before: Statement, language: Language = 'en'): Promise<void> => {
    const changes = billChanges(now, before);
    stage = await Stage.open(html`<bill-changes .changes=${changes}></bill-changes>`, { language, areas: ['bills'] });
  };
  const lines = () => stage.all('li').map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim());

  it('names every difference with its reasons, the biggest first, and sums up the rest', async () => {
    await open(october, september);
    expect(stage.text).to.match(/^Compared with the bill for September 2026 €33.01 more /);
    expect(lines()).to.deep.equal([
      'Apkure €28.18 more new on the bill',
      'Apsaimniekošana €5.37 more Benefit: from €5.00 to €0.00 Penalty: from €0.00 to €0.37',
      'Lifta remonts €4.10 less no longer on the bill',
      'Karstais ūdens €2.76 more Volume: from 2.000 to 2.400 m³ Calculated by average, before that by meter',
      'Kanalizācija €1.20 more Volume: from 4.950 to 5.800 m³ Calculated by average, before that by meter',
      'Atkritumu izvešana €1.20 less Recalculation: from €0.00 to -€1.20',
      'Aukstais ūdens €0.80 more Volume: from 2.950 to 3.400 m³ Tariff: from 1.25 to 1.32',
    ]);
    expect(stage.text).to.contain('One line is as it was: €4.21.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says so where nothing changed', async () => {
    await open({ ...september, id: 'again', period: '2026-10' }, september, 'lv');
    expect(stage.text).to.equal(
      'Salīdzinot ar rēķinu par 2026. gada septembri Tā pati summa Visas rindas ir kā iepriekš.',
    );
  });

  it('names both units where the unit changed', async () => {
    const [line] = october.lines;
    if (!line) throw new Error('a line');
    await open({ ...october, lines: [{ ...line, unit: 'кв. м' }] }, { ...september, lines: [line] }, 'ru');
    expect(lines()[0]).to.contain('Объём: с 54,300 m² до 54,300 кв. м');
  });
});
