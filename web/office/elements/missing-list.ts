import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MissingAccount, MissingMeter } from '../../../shared/progress.ts';
import { registerName } from '../../words/register-name.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderReach } from './reach.ts';

/** Accounts with the meters that are missing; on paper a list to go from door to door with, with room for what is read there. */
@customElement('missing-list')
export class MissingList extends OfficeScreen {
  static override styles = [
    office,
    css`
      tbody :is(th, td) {
        padding-block: 0.5rem;
      }
      tbody th {
        font-weight: 400;
      }
      tbody a {
        font-weight: 600;
      }
      .line {
        display: block;
      }
      /* The first of a row wherever the account stands beside several meters. */
      td.meter {
        padding-inline-start: 0.75rem;
      }
      .reach {
        min-width: 14.75rem;
      }
      .reach .line {
        overflow-wrap: anywhere;
      }
      .paper {
        display: none;
      }
      @media print {
        .paper {
          display: table-cell;
          min-width: 9rem;
        }
        .reach {
          display: none;
        }
        a {
          color: inherit;
          text-decoration: none;
        }
        .frame {
          overflow: visible;
        }
        tr {
          break-inside: avoid;
        }
        tbody td {
          border-bottom: 1px solid #000000;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly MissingAccount[] = [];
  /** Said to those who hear the table. */
  @property() label = '';

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="frame" tabindex="0" role="group" aria-label=${this.label}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.text('progress-account')}</th>
            <th scope="col">${words.text('progress-address')}</th>
            <th scope="col">${words.text('progress-meter')}</th>
            <th scope="col" class="number">${words.text('progress-last')}</th>
            <th scope="col" class="reach">${words.text('progress-reach')}</th>
            <th scope="col" class="paper">${words.text('progress-now-read')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => this.renderAccount(row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderAccount(row: MissingAccount): unknown {
    const { words } = this;
    const { meters } = row;
    return meters.map(
      (meter, at) => html`<tr>
        ${
          at > 0
            ? nothing
            : html`<th scope="row" rowspan=${meters.length}>
                  <a class="figures" href="/office/accounts/${row.account}">${row.number}</a>
                  <span class="line">${row.holder}</span>
                </th>
                <td rowspan=${meters.length}>${row.address}</td>`
        }
        <td class="meter">
          ${words.service(meter.service)} <span class="soft figures whole">${meter.serial}</span>
          ${meter.place === '' ? nothing : html`<span class="soft line small">${meter.place}</span>`}
        </td>
        <td class="number">${this.renderLast(meter)}</td>
        ${at > 0 ? nothing : html`<td class="reach" rowspan=${meters.length}>${renderReach(row, this.office)}</td>`}
        <td class="paper"></td>
      </tr>`,
    );
  }

  private renderLast({ last, registers, unit }: MissingMeter): unknown {
    const { words } = this;
    if (last === null) return html`<span class="soft">${words.text('progress-never-read')}</span>`;
    return html`${registers.map(({ code, decimals }) => {
      const value = last.values[code];
      if (value === undefined) return nothing;
      return html`<span class="line"
          >${code === 'B' ? nothing : html`<span class="soft">${registerName(words, code)}</span> `}${words.quantity(value, decimals)} ${words.unit(unit)}</span
        >`;
    })}<span class="soft small line"
        >${words.period(last.period)}${last.estimate ? `, ${words.text('progress-estimate')}` : nothing}</span
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'missing-list': MissingList;
  }
}
