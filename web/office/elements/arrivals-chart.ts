import { css, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Day } from '../../../shared/period.ts';
import { type ChartDay, type CountedMonth, chartDays, hundredths } from '../../../shared/progress.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { figure, share } from '../figures.ts';
import { office } from '../styles.ts';

const width = 720;
const height = 200;

/**
 * What came, day by day of a window, and all up to then; the month before it as a line. Both as parts of what should be read, so
 * that they can be held against each other. The same as a table.
 */
@customElement('arrivals-chart')
export class ArrivalsChart extends WordsElement {
  static override styles = [
    office,
    css`
      figure {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.375rem 0.625rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 12rem;
        overflow: visible;
      }
      .scale {
        display: grid;
        align-content: space-between;
        height: 12rem;
        margin-block: -0.5rem;
        font-size: 0.8125rem;
        line-height: 1rem;
        text-align: end;
      }
      .days {
        display: flex;
        grid-column: 2;
        font-size: 0.8125rem;
      }
      .days span {
        flex: 1 1 0;
        min-width: 0;
        text-align: center;
      }
      .days .after {
        opacity: 0.75;
      }
      .grid {
        stroke: var(--line);
        vector-effect: non-scaling-stroke;
      }
      .base {
        stroke: var(--line-strong);
      }
      .closing {
        stroke: var(--line-strong);
        stroke-dasharray: 2 4;
        vector-effect: non-scaling-stroke;
      }
      .came {
        fill: var(--accent);
        fill-opacity: 0.35;
      }
      .sum {
        fill: none;
        stroke: var(--accent);
        stroke-width: 3;
        stroke-linejoin: round;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .before {
        fill: none;
        stroke: var(--ink-soft);
        stroke-width: 2;
        stroke-dasharray: 6 5;
        vector-effect: non-scaling-stroke;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        grid-column: 2;
        gap: 0.25rem 1.25rem;
        font-size: 0.875rem;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 0.4375rem;
      }
      .legend i {
        width: 1.25rem;
        border-top: 3px solid var(--accent);
      }
      .legend .bar i {
        height: 0.75rem;
        border: 0;
        background: var(--accent);
        opacity: 0.4;
      }
      .legend .was i {
        border-top: 2px dashed var(--ink-soft);
      }
      summary {
        width: fit-content;
        padding-block: 0.5rem;
        color: var(--accent-text);
        font-weight: 600;
        cursor: pointer;
      }
      @media (forced-colors: active) {
        .came {
          fill: Highlight;
        }
        .sum {
          stroke: Highlight;
        }
        .before {
          stroke: CanvasText;
        }
        .legend i {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) month!: CountedMonth;
  @property({ attribute: false }) other: CountedMonth | null = null;
  @property() today!: Day;

  override render(): TemplateResult {
    const { words, month, other } = this;
    const whole = month.tally.expected.registers;
    const days = chartDays(month);
    const known = days.filter(({ day }) => day <= this.today);
    const earlier = other && other.tally.expected.registers > 0 ? chartDays(other) : [];
    const column = width / days.length;
    const middle = (at: number) => (at + 0.5) * column;
    return html`<figure aria-label=${this.name}>
        <div class="scale soft figures" aria-hidden="true">
          ${[100, 50, 0].map((part) => html`<span>${share(words, part)}</span>`)}
        </div>
        <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          ${[0, 0.5].map((at) => svg`<line class="grid" x1="0" x2=${width} y1=${at * height} y2=${at * height} />`)}
          ${known.map(({ came }, at) => this.renderBar(came / whole, at, column))}
          ${this.renderLine('before', earlier.slice(0, days.length), other?.tally.expected.registers ?? 1, middle)}
          ${this.renderLine('sum', known, whole, middle)}
          ${this.renderClosing(days, column)}
          <line class="grid base" x1="0" x2=${width} y1=${height} y2=${height} />
        </svg>
        <div class="days soft figures" aria-hidden="true">
          ${days.map(({ day }) => html`<span class=${day > month.closesOn ? 'after' : ''}>${Number(day.slice(8))}</span>`)}
        </div>
        <div class="legend soft" aria-hidden="true">
          <span><i></i>${words.text('progress-chart-sum')}</span>
          <span class="bar"><i></i>${words.text('progress-chart-came')}</span>
          ${
            other && earlier.length > 0
              ? html`<span class="was"><i></i>${words.periodTitle(other.period)}</span>`
              : nothing
          }
        </div>
      </figure>
      <details>
        <summary>${words.text('progress-chart-table')}</summary>
        ${this.renderTable(known, earlier)}
      </details>`;
  }

  private renderBar(part: number, at: number, column: number): SVGTemplateResult | typeof nothing {
    if (!(part > 0)) return nothing;
    const tall = Math.max(1.5, part * height);
    return svg`<rect class="came" x=${at * column + column * 0.22} width=${column * 0.56} y=${height - tall} height=${tall} />`;
  }

  private renderLine(name: string, days: readonly ChartDay[], whole: number, middle: (at: number) => number): unknown {
    if (days.length === 0) return nothing;
    const points = days.map(
      ({ sum }, at) => `${middle(at)},${height - Math.min(1, sum / Math.max(1, whole)) * height}`,
    );
    // A single day is a line as well, so that it can be seen.
    const [first] = points;
    if (points.length === 1 && first) points.push(first.replace(/^[\d.]+/, (x) => String(Number(x) + 8)));
    return svg`<polyline class=${name} points=${points.join(' ')} />`;
  }

  private renderClosing(days: readonly ChartDay[], column: number): unknown {
    const at = days.findIndex(({ day }) => day > this.month.closesOn);
    return at < 0 ? nothing : svg`<line class="closing" x1=${at * column} x2=${at * column} y1="0" y2=${height} />`;
  }

  private renderTable(known: readonly ChartDay[], earlier: readonly ChartDay[]): TemplateResult {
    const { words, month, other } = this;
    const whole = month.tally.expected.registers;
    const was = other?.tally.expected.registers ?? 0;
    return html`<div class="frame" tabindex="0" role="group" aria-label=${this.name}>
      <table>
        <caption class="visually-hidden">${this.name}</caption>
        <thead>
          <tr>
            <th scope="col">${words.text('progress-day')}</th>
            <th scope="col" class="number">${words.text('progress-chart-came')}</th>
            <th scope="col" class="number">${words.text('progress-chart-sum')}</th>
            <th scope="col" class="number">${words.text('progress-share')}</th>
            ${other ? html`<th scope="col" class="number">${words.periodTitle(other.period)}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${known.map(
            ({ day, came, sum }, at) => html`<tr>
              <th scope="row">${words.date(day)}</th>
              <td class="number">${figure(words, came)}</td>
              <td class="number">${figure(words, sum)}</td>
              <td class="number">${share(words, hundredths(sum, whole))}</td>
              ${
                other
                  ? html`<td class="number">${share(words, hundredths((earlier[at] ?? earlier.at(-1))?.sum ?? 0, was))}</td>`
                  : nothing
              }
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private get name(): string {
    return this.words.text('progress-chart-title', { period: this.words.forPeriod(this.month.period) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'arrivals-chart': ArrivalsChart;
  }
}
