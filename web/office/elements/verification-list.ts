import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VerificationRow } from '../../../shared/progress.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderReach } from './reach.ts';

/** W8: meters whose verification ends soon or has ended, one line each. */
@customElement('verification-list')
export class VerificationList extends OfficeScreen {
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
      .day {
        white-space: nowrap;
      }
      .ended {
        color: var(--error);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly VerificationRow[] = [];

  override render(): TemplateResult {
    const { words, rows } = this;
    return html`<div class="frame" tabindex="0" role="group" aria-label=${words.text('progress-verifications-title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.text('progress-until')}</th>
            <th scope="col">${words.text('progress-meter')}</th>
            <th scope="col">${words.text('progress-account')}</th>
            <th scope="col">${words.text('progress-address')}</th>
            <th scope="col">${words.text('progress-reach')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.renderRow(row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(row: VerificationRow): TemplateResult {
    const { words } = this;
    const { daysLeft } = row;
    const left =
      daysLeft < 0
        ? words.text('progress-days-over', { days: -daysLeft })
        : words.text('progress-days-left', { days: daysLeft });
    return html`<tr>
      <td class="day">
        ${words.date(row.verifiedUntil)}<span class="line small ${daysLeft < 0 ? 'ended' : 'soft'}">${left}</span>
      </td>
      <td>
        ${words.service(row.service)} <span class="soft figures whole">${row.serial}</span>
        ${row.place === '' ? nothing : html`<span class="soft line small">${row.place}</span>`}
      </td>
      <th scope="row">
        <a class="figures" href="/office/accounts/${row.account}">${row.number}</a><span class="line">${row.holder}</span>
      </th>
      <td>${row.address}</td>
      <td>
        ${renderReach(row, this.office)}
      </td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verification-list': VerificationList;
  }
}
