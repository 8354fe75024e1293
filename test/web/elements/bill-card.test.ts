import { expect } from 'chai';
import { html } from 'lit';
import type { Statement } from '../../../shared/bill.ts';
import { sampleBills } from '../support/bills.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/bill-card.ts';

const [october] = sampleBills(1).statements as [Statement];

describe('bill-card', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = async (width: string): Promise<[DOMRect, DOMRect]> => {
    stage = await Stage.open(html`<bill-card .bill=${october} href="/bills/1"></bill-card>`, {
      language: 'lv',
      areas: ['bills'],
    });
    // It goes by the room of its screen.
    stage.host.style.containerType = 'inline-size';
    stage.host.style.width = width;
    return [stage.find('.month').getBoundingClientRect(), stage.find('.amount').getBoundingClientRect()];
  };

  it('has the amount beside the month on a phone', async () => {
    const [month, amount] = await open('18rem');
    expect(amount.left).to.be.at.least(month.right);
    expect(amount.top).to.be.lessThan(month.bottom);
  });

  it('has the amount below the month where the letters are large', async () => {
    const [month, amount] = await open('8rem');
    expect(amount.top).to.be.at.least(month.bottom);
    expect(amount.left).to.equal(month.left);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
