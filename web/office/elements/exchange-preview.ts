import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Preview } from '../exchange-types.ts';
import { fieldText, fileProblemText, rowProblemText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

const mostRows = 8;

/** The first rows of a file as they are read. */
@customElement('exchange-preview')
export class ExchangePreview extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      :host {
        display: grid;
        gap: 1.25rem;
      }
      td {
        max-width: 16rem;
        white-space: pre-wrap;
        overflow-wrap: break-word;
      }
      td.wrong {
        min-width: 10rem;
      }
      .line {
        color: var(--ink-soft);
        font-weight: 400;
      }
      td.wrong {
        background: var(--error-wash);
        color: var(--error);
      }
    `,
  ];

  @property({ attribute: false }) preview!: Preview;

  override render(): TemplateResult {
    const { words, preview } = this;
    const { read, problem } = preview;
    return html`${
      problem === null
        ? nothing
        : html`<p class="failure" role="alert"><mb-icon name="warning"></mb-icon><span>${fileProblemText(words, problem)}</span></p>`
    }
    ${read ? this.renderRead(read) : nothing}`;
  }

  private renderRead(read: NonNullable<Preview['read']>): TemplateResult {
    const { words } = this;
    const rows = read.rows.slice(0, mostRows);
    const fields = read.fields.map((field, at) => ({ field, at }));
    const shown = fields.filter(({ at }) =>
      read.rows.some(({ values, problems }) => values[at] || problems.some((one) => one.field === read.fields[at])),
    );
    const title = words.text('exchange-as-read');
    return html`<section>
      <h2>${title}</h2>
      <div class="frame" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">${words.text('exchange-line')}</th>
              ${shown.map(({ field }) => html`<th scope="col">${fieldText(words, field)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ line, values, problems }) =>
                html`<tr>
                  <th scope="row" class="number line">${line}</th>
                  ${shown.map(({ field, at }) => {
                    const wrong = problems.filter((one) => one.field === field);
                    return wrong.length === 0
                      ? html`<td>${values[at] ?? ''}</td>`
                      : html`<td class="wrong">${wrong.map(({ problem }) => html`<span>${rowProblemText(words, problem)}</span>`)}</td>`;
                  })}
                </tr>
                ${problems
                  .filter(({ field }) => field === null)
                  .map(
                    ({ problem }) =>
                      html`<tr><td></td><td class="wrong" colspan=${shown.length}>${rowProblemText(words, problem)}</td></tr>`,
                  )}`,
            )}
          </tbody>
        </table>
      </div>
      ${
        read.ignored.length === 0
          ? nothing
          : html`<p class="soft small wrap">${words.text('exchange-ignored', { columns: read.ignored.join(', ') })}</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-preview': ExchangePreview;
  }
}
