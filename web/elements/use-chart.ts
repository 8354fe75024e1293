import { css, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Register, Unit } from '../../shared/meter.ts';
import { controls } from '../styles/controls.ts';
import { table } from '../styles/table.ts';
import type { MonthUse } from './use-by-month.ts';
import { WordsElement } from './words-element.ts';

const width = 360;
const height = 132;
const column = width / 12;

/** Twelve months of use of one register, each before the same month of the year before; the same as a table. */
@customElement('use-chart')
export class UseChart extends WordsElement {
  static override styles = [
    controls,
    table,
    css`
      figure {
        display: grid;
        gap: 0.5rem;
      }
      figcaption {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25rem 1rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 9rem;
        overflow: visible;
      }
      .grid {
        stroke: var(--line);
        stroke-width: 1;
        vector-effect: non-scaling-stroke;
      }
      .base {
        stroke: var(--line-strong);
      }
      .before {
        fill: var(--ink-soft);
        fill-opacity: 0.28;
      }
      .now {
        fill: var(--accent);
      }
      .now.averaged {
        fill-opacity: 0.55;
      }
      .months {
        display: grid;
        grid-template-columns: repeat(6, minmax(0, 1fr));
        font-size: min(0.8125rem, 3.6vw);
        text-align: end;
      }
      .months span {
        padding-inline-end: 0.25rem;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.125rem;
        font-size: 0.875rem;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 0.4375rem;
      }
      .legend i {
        width: 0.875rem;
        height: 0.875rem;
        border-radius: 2px;
        background: var(--accent);
      }
      .legend .was i {
        background: var(--ink-soft);
        opacity: 0.4;
      }
      .legend .part i {
        opacity: 0.55;
      }
      tbody th {
        white-space: nowrap;
      }
      .note {
        display: block;
        font-weight: 400;
        white-space: normal;
      }
      caption {
        padding-block: 0.25rem 0.5rem;
        color: var(--ink-soft);
        font-size: 0.9375rem;
        text-align: start;
      }
      summary {
        width: fit-content;
        min-height: var(--target);
        padding-block: 0.625rem;
        color: var(--accent-text);
        font-weight: 600;
        cursor: pointer;
      }
      @media print {
        .now {
          fill: #000000;
        }
        .legend i {
          background: #000000;
        }
      }
      @media (forced-colors: active) {
        .now {
          fill: Highlight;
        }
        .before {
          fill: none;
          stroke: CanvasText;
        }
        .legend i {
          forced-color-adjust: none;
          background: Highlight;
        }
        .legend .was i {
          background: Canvas;
          border: 1px solid CanvasText;
          opacity: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) months: readonly MonthUse[] = [];
  @property({ attribute: false }) register!: Register;
  @property() unit: Unit = 'm3';
  /** What the chart is of, for its table and for those who do not see the chart. */
  @property() label = '';
  /** Which register, where there are several. */
  @property() heading = '';

  override render(): TemplateResult {
    const { words, months } = this;
    const highest = Math.max(0, ...months.flatMap(({ use, lastYear }) => [use ?? 0, lastYear ?? 0]));
    const known = months.some(({ use, lastYear }) => use !== null || lastYear !== null);
    if (!known) return html`<p class="soft">${words.text('meter-chart-empty')}</p>`;
    const top = roundUp(highest);
    return html`<figure aria-label=${this.name}>
        <figcaption>
          <strong>${this.heading}</strong>
          <span class="soft small figures">↑ ${this.amount(top)} ${words.unit(this.unit)}</span>
        </figcaption>
        <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          ${[0, 0.5].map((at) => svg`<line class="grid" x1="0" x2=${width} y1=${at * height + 0.5} y2=${at * height + 0.5} />`)}
          ${months.map((month, at) => this.renderMonth(month, at, top))}
          <line class="grid base" x1="0" x2=${width} y1=${height} y2=${height} />
        </svg>
        <div class="months soft" aria-hidden="true">
          ${months.map(({ period }, at) => (at % 2 === 1 ? html`<span>${words.shortMonth(period)}</span>` : nothing))}
        </div>
        <div class="legend soft" aria-hidden="true">
          <span><i></i>${words.text('meter-chart-this-year')}</span>
          <span class="was"><i></i>${words.text('meter-chart-last-year')}</span>
          ${
            months.some(({ averaged }) => averaged)
              ? html`<span class="part"><i></i>${words.text('meter-chart-estimate')}</span>`
              : nothing
          }
        </div>
      </figure>
      <details>
        <summary>${words.text('meter-chart-table')}</summary>
        ${this.renderTable()}
      </details>`;
  }

  private renderMonth({ use, lastYear, averaged }: MonthUse, at: number, top: number): SVGTemplateResult {
    const bar = (amount: number | null, left: number, wide: number, name: string) => {
      if (amount === null) return nothing;
      // Nothing used is a hair line, so that it can be told from nothing known.
      const tall = Math.max(1, (amount / top) * height);
      return svg`<rect class=${name} x=${at * column + left} width=${wide} y=${height - tall} height=${tall} />`;
    };
    return svg`${bar(lastYear, 3, 10, 'before')}${bar(use, 13, 14, averaged ? 'now averaged' : 'now')}`;
  }

  private renderTable(): TemplateResult {
    const { words, months } = this;
    return html`<table class="slips" role="table">
      <caption>${this.name}, ${words.unit(this.unit)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${words.text('meter-chart-month')}</th>
          <th scope="col" role="columnheader" class="number">${words.text('reading-use')}, ${words.unit(this.unit)}</th>
          <th scope="col" role="columnheader" class="number">${words.text('meter-chart-last-year')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${[...months].reverse().map(
          ({ period, use, lastYear, ...month }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${words.periodTitle(period)}${this.renderNotes(month)}</th>
              <td role="cell" class="number" data-of=${words.text('reading-use')}>${this.amount(use)}</td>
              <td role="cell" class="number" data-of=${words.text('meter-chart-last-year')}>${this.amount(lastYear)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderNotes({ averaged, withOld, voidEstimate }: Omit<MonthUse, 'period' | 'use' | 'lastYear'>): unknown {
    const notes = { 'meter-chart-estimate': averaged, 'use-with-old': withOld, 'estimate-void': voidEstimate };
    return Object.entries(notes).map(([key, holds]) =>
      holds ? html` <span class="note soft small">${this.words.text(key)}</span>` : nothing,
    );
  }

  private get name(): string {
    return [this.label, this.heading].filter(Boolean).join(', ');
  }

  private amount(value: number | null): string {
    return value === null ? this.words.text('reading-use-none') : this.words.quantity(value, this.register.decimals);
  }
}

/** The next 1, 2 or 5 × 10ⁿ: a height that can be said. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}

declare global {
  interface HTMLElementTagNameMap {
    'use-chart': UseChart;
  }
}
