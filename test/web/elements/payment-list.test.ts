import { expect } from 'chai';
import { html } from 'lit';
import { sampleBills } from '../support/bills.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/payment-list.ts';

describe('payment-list', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function show(months: number, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    const payments = [...sampleBills(months, { unpaid: 0 }).payments].reverse();
    stage = await Stage.open(html`<payment-list .payments=${payments}></payment-list>`, { language, areas: ['bills'] });
  }

  it('shows date, amount, through whom and number, and offers nothing more where that is all', async () => {
    await show(12, 'lv');
    expect(stage.all('tbody tr')).to.have.length(12);
    expect(stage.all('tbody tr')[0]?.textContent?.replace(/\s+/g, ' ').trim()).to.match(
      /^20\.11\.2026 Swedbank ?Nr\. M-202610 105,41$/,
    );
    expect(stage.all('button')).to.have.length(0);
  });

  it('shows a year of them, all on request, and goes on where it stood', async () => {
    await show(30);
    expect(stage.all('tbody tr')).to.have.length(12);
    stage.button('Show all 30').click();
    await stage.settled();
    expect(stage.all('tbody tr')).to.have.length(30);
    const focused = stage.find('payment-list').shadowRoot?.activeElement;
    expect(focused?.closest('tr')).to.equal(stage.all('tbody tr')[12]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('fits a narrow phone without scrolling sideways', async () => {
    await show(3, 'ru');
    stage.host.style.width = '256px';
    await stage.settled();
    expect(stage.find('payment-list').scrollWidth).to.be.at.most(256);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
