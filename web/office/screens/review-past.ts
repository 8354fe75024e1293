import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Meter, Register, RegisterCode } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import type { Reading } from '../../../shared/reading.ts';
import { type MeterPast, usesOf } from '../../../shared/replacement.ts';
import type { ReviewCase } from '../../../shared/review.ts';
import { type MonthUse, useByMonth } from '../../elements/use-by-month.ts';
import { registerName } from '../../words/register-name.ts';
import type { Words } from '../../words/words.ts';
import { pastOf } from '../elements/past-of.ts';
import { readingState } from '../elements/reading-state.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../../elements/use-chart.ts';

/** A year of use with the reading that waits as its last month, the readings behind it, and what was decided before. */
@customElement('review-past')
export class ReviewPast extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 1.25rem;
      }
      th,
      td {
        padding-block: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) case!: ReviewCase;

  override render(): TemplateResult {
    const { words } = this;
    const { decided } = this.case;
    return html`${this.renderCharts()}
      <section class="card">
        <h3>${words.text('review-history')}</h3>
        ${this.renderHistory()}
      </section>
      ${
        decided.length === 0
          ? nothing
          : html`<section class="card">
              <h3>${words.text('review-decided')}</h3>
              ${this.renderTable(decided, null)}
            </section>`
      }`;
  }

  private renderCharts(): TemplateResult {
    const { words } = this;
    const { meter, reading, history } = this.case;
    const known = { meter, history: pastOf(history) };
    const whole = { meter, history: pastOf([reading, ...history]) };
    const newest = history[0]?.period ?? reading.period;
    return html`<section class="card">
      <h3>${words.text('meter-chart')}</h3>
      ${meter.registers.map(
        (register) =>
          html`<use-chart
            label=${words.text('meter-chart')}
            heading=${register.code === 'B' ? '' : registerName(words, register.code)}
            .months=${this.months(whole, known, register, newest > reading.period ? newest : reading.period)}
            .register=${register}
            .unit=${meter.unit}
          ></use-chart>`,
      )}
    </section>`;
  }

  /** A use beside which all others would be hair lines is said in the values, and left out of the picture. */
  private months(whole: MeterPast, known: MeterPast, register: Register, until: Period): MonthUse[] {
    const withIt = useByMonth(whole, register, until);
    const without = useByMonth(known, register, until);
    const highest = (months: readonly MonthUse[]) => Math.max(...months.map(({ use }) => use ?? 0));
    return highest(withIt) > 8 * highest(without) ? without : withIt;
  }

  private renderHistory(): TemplateResult {
    const { words } = this;
    const { meter, history } = this.case;
    if (history.length === 0) return html`<p class="soft">${words.text('review-history-none')}</p>`;
    const past = { meter, history: pastOf(history) };
    const uses = new Map(
      meter.registers.map((register) => [
        register.code,
        new Map(usesOf(past, register, null).map(({ period, use }) => [period, use])),
      ]),
    );
    return this.renderTable(history.slice(0, 13), uses);
  }

  private renderTable(
    readings: readonly Reading[],
    uses: ReadonlyMap<RegisterCode, ReadonlyMap<Period, number | null>> | null,
  ): TemplateResult {
    const { words } = this;
    const { meter } = this.case;
    const several = meter.registers.length > 1;
    const heading = (key: string, { code }: Meter['registers'][number]) =>
      html`<th scope="col" class="number">
        ${several ? registerName(words, code) : words.text(key)}, ${words.unit(meter.unit)}
      </th>`;
    return html`<div class="frame">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.text('review-month')}</th>
            ${meter.registers.map((register) => heading('review-reading', register))}
            ${uses ? meter.registers.map(() => html`<th scope="col" class="number">${words.text('review-difference')}</th>`) : nothing}
            <th scope="col">${words.text('review-state')}</th>
          </tr>
        </thead>
        <tbody>
          ${readings.map(
            (reading) => html`<tr>
              <th scope="row">${words.periodTitle(reading.period)}</th>
              ${meter.registers.map(({ code, decimals }) => this.cell(reading.values[code] ?? null, decimals))}
              ${uses ? meter.registers.map(({ code, decimals }) => this.cell(reading.kind === 'actual' ? (uses.get(code)?.get(reading.period) ?? null) : null, decimals)) : nothing}
              <td>${stateText(this.words, reading)}${reading.reason ? html`<br /><span class="soft">„${reading.reason}”</span>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private cell(value: number | null, decimals: number): TemplateResult {
    return html`<td class="number">${value === null ? '–' : this.words.quantity(value, decimals)}</td>`;
  }
}

/** How a reading stands, and whose it is where that is not plain. */
export function stateText(words: Words, reading: Reading): string {
  const { source } = reading;
  const said = readingState(words, reading);
  return source === 'resident' || source === 'billing' ? said : `${said}, ${words.text(`review-source-${source}`)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'review-past': ReviewPast;
  }
}
