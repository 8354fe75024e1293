import { expect } from 'chai';
import { html } from 'lit';
import { type Statement, type StatementLine, sumOfLines } from '../../../shared/bill.ts';
import type { Language } from '../../../shared/company.ts';
import { sampleBills } from '../support/bills.ts';
import { Stage, until } from '../support/mount.ts';
import '../../../web/elements/bill-lines.ts';

const [october] = sampleBills(1).statements as [Statement];
const cold = october.lines.find(({ service }) => service === 'Aukstais ūdens') as StatementLine;
const of = (...lines: StatementLine[]): Statement => ({ ...october, lines, total: sumOfLines(lines) });

describe('bill-lines', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = async (bill: Statement, language: Language = 'en', width = '60rem'): Promise<void> => {
    stage = await Stage.open(html`<bill-lines .bill=${bill}></bill-lines>`, { language, areas: ['bills'] });
    stage.host.style.width = width;
  };
  const cells = (selector: string) =>
    stage.all(selector).map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
  const row = (at: number) => cells(`tbody tr:nth-child(${at}) > *`);

  it('shows how billing calculated each charge, in its own numbers (B4)', async () => {
    await open(october, 'lv');
    expect(cells('thead th')).to.deep.equal([
      'Pakalpojums',
      'Apjoms × Tarifs',
      'Aprēķins',
      'Aprēķināts',
      'Pārrēķins',
      'Līgumsods',
      'Summa',
    ]);
    expect(row(2)).to.deep.equal(['Aukstais ūdens', '3,400 m³ × 1,32', 'pēc skaitītāja', '4,49', '', '', '4,49']);
    expect(row(6)).to.deep.equal([
      'Atkritumu izvešana',
      '2,000 pers. × 3,85',
      'pēc normas',
      '7,70',
      '-1,20',
      '',
      '6,50',
    ]);
    expect(cells('tfoot tr > *')).to.deep.equal(['Kopā', '105,41 €']);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('has no column that nobody needs', async () => {
    await open(of(cold));
    expect(cells('thead th')).to.deep.equal(['Service', 'Volume × Tariff', 'Calculated', 'Amount']);
    stage.close();
    await open(of({ ...cold, volume: null, unit: null, tariff: null, method: null }));
    expect(cells('thead th')).to.deep.equal(['Service', 'Amount']);
  });

  it('shows a benefit as what it takes off', async () => {
    await open(of({ ...cold, benefit: 100 }));
    expect(row(1).slice(3)).to.deep.equal(['4.49', '-1.00', '3.49']);
  });

  it('shows a volume without a tariff, and a tariff without a volume', async () => {
    await open(of({ ...cold, tariff: null }, { ...cold, volume: null, unit: null }, { ...cold, unit: null }));
    expect([1, 2, 3].map((at) => row(at)[1])).to.deep.equal(['3.400 m³', '1.32', '3.400 × 1.32']);
  });

  it('draws how much of the bill each is; what was given back has no bar', async () => {
    await open(of(cold, { ...cold, charged: 898 }, { ...cold, charged: 0, recalculated: -300 }));
    expect(stage.all('.bar').map((bar) => bar.getAttribute('width'))).to.deep.equal(['50.0', '100.0', '0.0']);
  });

  it('says what a method means when it is asked', async () => {
    await open(october);
    stage.button('by average').click();
    await stage.shows('Billing had no reading and took what you usually use.');
    expect(stage.find('dialog').textContent).to.contain('Calculated by average');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Close').click();
    await until(() => stage.all('dialog').length === 0);
  });

  it('is a card for each service where a table has no room, and still a table to whoever hears it', async () => {
    await open(october, 'ru', '18rem');
    const line = stage.find('tbody tr');
    expect(getComputedStyle(line).display).to.equal('grid');
    expect([stage.find('table').role, line.role]).to.deep.equal(['table', 'row']);
    expect(stage.find('table').scrollWidth).to.be.at.most(stage.host.clientWidth);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('draws the bars of the cards to one scale, whatever stands beside them', async () => {
    await open(
      of(cold, { ...cold, method: 'norm' }, { ...cold, charged: 1_234_567, method: 'average' }),
      'lv',
      '18rem',
    );
    const rails = stage.all('.rail').map((rail) => Math.round(rail.getBoundingClientRect().width));
    expect(new Set(rails).size, rails.join()).to.equal(1);
  });

  it('puts the parts of a card under each other where the letters are large', async () => {
    await open(of({ ...cold, charged: 1_234_567 }), 'lv', '9rem');
    expect(stage.find('table').scrollWidth).to.be.at.most(stage.host.clientWidth);
    const [name, amount, measure, method] = ['tbody th', 'tbody .amount', '.measure', '.how'].map((part) =>
      stage.find(part).getBoundingClientRect(),
    ) as [DOMRect, DOMRect, DOMRect, DOMRect];
    expect(amount.top).to.be.at.least(name.bottom);
    expect(measure.top).to.be.at.least(amount.bottom);
    expect(method.top).to.be.at.least(measure.bottom);
  });
});
