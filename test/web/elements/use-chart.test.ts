import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import { useByMonth } from '../../../web/elements/use-by-month.ts';
import { past, read, register } from '../support/cold-water-past.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/use-chart.ts';

describe('use-chart', () => {
  let stage: Stage;
  const open = (template: TemplateResult, options: { language?: Language } = {}) =>
    Stage.open(template, { ...options, areas: ['readings', 'history'] });
  afterEach(() => stage.close());

  it('marks in its table what is an average, what the old meter has a part in, and a void estimate (M3, M6)', async () => {
    const old = past([read('2026-01', 0), read('2026-02', 3_000)], { retiredOn: '2026-02-12' });
    const estimate = { ...read('2026-03', 9_000), kind: 'estimate' } as const;
    const months = useByMonth(
      past([read('2026-02', 1_000), estimate, read('2026-04', 7_000)]),
      register,
      '2026-04',
      old,
    );
    stage = await open(html`<use-chart .months=${months} .register=${register}></use-chart>`);
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

  it('says so while there is nothing to draw', async () => {
    stage = await open(
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
    stage = await open(html`<use-chart label="Use" heading="T1" .months=${months} .register=${register}></use-chart>`);
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
