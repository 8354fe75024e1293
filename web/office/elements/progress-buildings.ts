import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Page } from '../../../shared/page.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import { type BuildingRow, hundredths } from '../../../shared/progress.ts';
import { figure, share } from '../figures.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** The buildings of a month, where most is missing first. */
@customElement('progress-buildings')
export class ProgressBuildings extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      tbody :is(th, td) {
        padding-block: 0.4375rem;
      }
      tbody th {
        min-width: 13rem;
      }
      .part {
        display: inline-grid;
        grid-template-columns: 3.25rem 6rem;
        gap: 0.625rem;
        align-items: center;
      }
      .bar {
        display: block;
        width: 100%;
        height: 0.5rem;
        border-radius: 0.25rem;
        background: var(--well);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      rect {
        fill: var(--accent);
      }
      @media (forced-colors: active) {
        rect {
          fill: Highlight;
        }
      }
      button {
        width: fit-content;
      }
      @container (max-width: 44rem) {
        tbody th {
          min-width: 0;
        }
        .part {
          grid-template-columns: auto;
        }
        .bar {
          display: none;
        }
      }
    `,
  ];

  @property() period!: Period;
  /** When it was counted, and what it is compared with: another text means counted anew. */
  @property() countedAt = '';
  @state() private more: Page<BuildingRow>[] = [];
  @state() private failure: unknown = null;
  private working = false;

  private readonly first = new Task(this, {
    args: () => [this.period, this.countedAt] as const,
    task: async ([period]) => {
      const page = await this.office.api.progress.buildings.query({ period, after: null });
      this.more = [];
      this.failure = null;
      return page;
    },
  });

  override render(): unknown {
    const { value, error } = this.first;
    if (error !== undefined) return this.renderFailure(error);
    if (!value) return this.renderPending();
    const pages = [value, ...this.more];
    const rows = pages.flatMap((page) => page.rows);
    const next = pages.at(-1)?.next ?? null;
    if (rows.length === 0) return html`<p class="soft">${this.words.text('progress-no-buildings')}</p>`;
    return html`${this.renderTable(rows)}
    ${this.renderFailure(this.failure)}
    ${
      next === null
        ? nothing
        : html`<button type="button" @click=${() => this.askOn(next)}>${this.words.text('progress-more')}</button>`
    }`;
  }

  private renderTable(rows: readonly BuildingRow[]): TemplateResult {
    const { words, period } = this;
    return html`<div class="frame" tabindex="0" role="group" aria-label=${words.text('progress-buildings')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.text('progress-building')}</th>
            <th scope="col">${words.text('progress-read')}</th>
            <th scope="col" class="number">${words.text('progress-missing')}</th>
            <th scope="col" class="number">${words.text('progress-waiting')}</th>
            <th scope="col" class="number">${words.text('progress-expected')}</th>
            <th scope="col" class="number">${words.text('progress-then', { period: words.periodTitle(addMonths(period, -1)) })}</th>
            <th scope="col" class="number">${words.text('progress-then', { period: words.periodTitle(addMonths(period, -12)) })}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.renderRow(row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow({ building, expected, read, waiting, missing, lastMonth, lastYear }: BuildingRow): TemplateResult {
    const { words } = this;
    const part = hundredths(read, expected) ?? 0;
    return html`<tr>
      <th scope="row">
        ${missing === 0 ? building : html`<a href="/office/missing/${encodeURIComponent(building)}">${building}</a>`}
      </th>
      <td>
        <span class="part"
          ><span class="number">${share(words, part)}</span
          ><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width=${part} height="8" rx="2" /></svg
        ></span>
      </td>
      <td class="number">${figure(words, missing)}</td>
      <td class="number">${figure(words, waiting)}</td>
      <td class="number">${figure(words, expected)}</td>
      <td class="number soft">${share(words, lastMonth)}</td>
      <td class="number soft">${share(words, lastYear)}</td>
    </tr>`;
  }

  private async askOn(after: string): Promise<void> {
    if (this.working) return;
    this.working = true;
    const { period } = this;
    try {
      const page = await this.office.api.progress.buildings.query({ period, after });
      if (period === this.period) this.more = [...this.more, page];
      this.failure = null;
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-buildings': ProgressBuildings;
  }
}
