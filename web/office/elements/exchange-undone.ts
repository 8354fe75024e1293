import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UndoReport } from '../exchange-types.ts';
import { leftText, nameText, numberText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

/** What taking a batch back does, or has done. */
@customElement('exchange-undone')
export class ExchangeUndone extends OfficeScreen {
  static override styles = [office, exchangeStyles];

  @property({ attribute: false }) report!: UndoReport;

  override render(): TemplateResult {
    const { words, report } = this;
    const counts = [
      ['removed', report.removed],
      ['restored', report.restored],
      ['left', report.leftCount],
    ] as const;
    return html`<section>
      <dl class="counts">
        ${counts.map(
          ([name, count]) =>
            html`<div><dt>${words.text(`exchange-undo-${name}`)}</dt><dd>${numberText(words, count)}</dd></div>`,
        )}
      </dl>
      ${report.left.length === 0 ? nothing : this.renderLeft()}
    </section>`;
  }

  private renderLeft(): TemplateResult {
    const { words, report } = this;
    return html`<h3>${words.text('exchange-left-title')}</h3>
      <div class="frame" tabindex="0" role="region" aria-label=${words.text('exchange-left-title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.text('exchange-field-account')}</th>
              <th scope="col">${words.text('exchange-left-what')}</th>
              <th scope="col">${words.text('exchange-why')}</th>
            </tr>
          </thead>
          <tbody>
            ${report.left.map(
              (row) =>
                html`<tr>
                  <td>${row.account}</td>
                  <td>${words.text(`exchange-row-${row.kind}`)} ${nameText(words, row.name)}</td>
                  <td>${leftText(words, row)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.renderRest(report.leftCount - report.left.length)}`;
  }

  private readonly renderRest = (count: number): TemplateResult | typeof nothing =>
    count <= 0 ? nothing : html`<p class="soft">${this.words.text('exchange-rest', { count })}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-undone': ExchangeUndone;
  }
}
