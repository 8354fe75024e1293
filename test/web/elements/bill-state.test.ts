import { expect } from 'chai';
import { html } from 'lit';
import type { Statement } from '../../../shared/bill.ts';
import { sampleBills } from '../support/bills.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/bill-state.ts';

const [october] = sampleBills(1).statements as [Statement];

describe('bill-state', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  for (const [state, icon, said] of [
    ['paid', 'done', 'Apmaksāts'],
    ['partly', 'open', 'Vēl 50,00 € jāmaksā līdz 30.11.2026'],
    ['open', 'open', 'Jāmaksā līdz 30.11.2026'],
    ['overdue', 'warning', 'Termiņš bija 30.11.2026, vēl jāmaksā 50,00 €'],
    ['none', 'done', 'Nav jāmaksā'],
    ['unknown', 'info', 'Šeit nav zināms, vai apmaksāts'],
  ] as const) {
    it(`says ${state} in words and icon`, async () => {
      stage = await Stage.open(html`<bill-state .bill=${october} .state=${{ state, left: 5_000 }}></bill-state>`, {
        language: 'lv',
        areas: ['bills'],
      });
      expect(stage.text.replace(/\u00a0/g, ' ')).to.equal(said);
      expect(stage.find('mb-icon').getAttribute('name')).to.equal(icon);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
