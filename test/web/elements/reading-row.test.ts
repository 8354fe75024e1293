import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { Stage } from '../support/mount.ts';
import { everyProblem } from '../support/problems.ts';
import '../../../web/elements/reading-row.ts';

describe('reading-row', () => {
  let stage: Stage;
  const open = (template: TemplateResult, options: { language?: Language } = {}) =>
    Stage.open(template, { ...options, areas: ['readings'] });
  afterEach(() => stage.close());

  it('shows every register, the state, and what was noticed', async () => {
    stage = await open(
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
    stage = await open(
      html`<reading-row estimate .meter=${coldWater} .values=${{ B: 1 }} .state=${{ kind: 'billed' }}></reading-row>`,
    );
    expect(stage.text).to.contain('Estimated');
    expect(stage.text).not.to.contain('In billing');
  });
});
