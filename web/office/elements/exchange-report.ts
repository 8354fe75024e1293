import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AttachReport, ImportReport } from '../exchange-types.ts';
import { numberText, pdfProblemText, rowProblemText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

/**
 * What a file changes or has changed: how many rows of which kind, and which rows are refused, by line and column.
 *
 * @slot - what can be done about it, above the long lists
 */
@customElement('exchange-report')
export class ExchangeReport extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .refused td {
        vertical-align: top;
      }
      .refused td:last-child {
        min-width: 16rem;
      }
      .cells {
        max-width: 28rem;
        color: var(--ink-soft);
      }
      :host {
        display: grid;
        gap: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) report!: ImportReport | AttachReport;

  override render(): TemplateResult {
    const { report } = this;
    return 'files' in report ? this.renderAttach(report) : this.renderImport(report);
  }

  private renderAttach(report: AttachReport): TemplateResult {
    const { words } = this;
    return html`${this.renderCounts([
      ['files', report.files],
      ['created', report.created],
      ['changed', report.changed],
      ['unchanged', report.unchanged],
      ['refused', report.refusedCount],
      ['pdfs-waiting', report.waiting],
    ])}
      ${
        report.refused.length === 0
          ? nothing
          : html`<section>
              <h2>${words.text('exchange-refused-files')}</h2>
              <div class="frame" tabindex="0" role="region" aria-label=${words.text('exchange-refused-files')}>
                <table class="refused">
                  <thead>
                    <tr>
                      <th scope="col">${words.text('exchange-file')}</th>
                      <th scope="col">${words.text('exchange-why')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${report.refused.map(
                      ({ place, problem }) =>
                        html`<tr><td class="wrap">${place}</td><td>${pdfProblemText(words, problem)}</td></tr>`,
                    )}
                  </tbody>
                </table>
              </div>
              ${this.renderRest(report.refusedCount - report.refused.length)}
            </section>`
      }`;
  }

  private renderImport(report: ImportReport): TemplateResult {
    const { words } = this;
    return html`${this.renderCounts([
      ['rows', report.rows],
      ['created', report.created],
      ['changed', report.changed],
      ['unchanged', report.unchanged],
      ['refused', report.refusedCount],
      ...(report.late > 0 ? [['late', report.late] as const] : []),
      ...(report.fallsCount > 0 ? [['falls', report.fallsCount] as const] : []),
      ...(report.carriedCount > 0 ? [['carried', report.carriedCount] as const] : []),
    ])}
      ${report.formulas > 0 ? this.renderNote(words.text('exchange-formulas', { count: report.formulas })) : nothing}
      ${report.looksLike === null ? nothing : this.renderNote(words.text('exchange-looks-like', { encoding: report.looksLike }))}
      ${
        report.ignoredColumns.length === 0
          ? nothing
          : this.renderNote(words.text('exchange-ignored', { columns: report.ignoredColumns.join(', ') }))
      }
      <slot></slot>
      ${report.refused.length === 0 ? nothing : this.renderRefused(report)}
      ${this.renderExamples(report)}
      ${report.falls.length === 0 ? nothing : this.renderFalls(report)}
      ${report.carried.length === 0 ? nothing : this.renderCarried(report)}`;
  }

  private renderCounts(counts: readonly (readonly [string, number])[]): TemplateResult {
    const { words } = this;
    return html`<dl class="counts">
      ${counts.map(
        ([name, count]) =>
          html`<div class=${count > 0 && name === 'refused' ? 'wrong' : ''}>
            <dt>${this.countText(name)}</dt>
            <dd>${numberText(words, count)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  /** Rows, files and what they are about are told apart: 34 rows may be 3 bills. */
  private countText(name: string): string {
    const { words, report } = this;
    const isPdfs = 'files' in report;
    if (name === 'refused') return words.text(isPdfs ? 'exchange-refused-files' : 'exchange-refused');
    const things = words.text(`exchange-things-${isPdfs ? 'pdfs' : report.kind}`);
    return words.text(`exchange-count-${name}`, { things });
  }

  private renderRefused(report: ImportReport): TemplateResult {
    const { words } = this;
    const { refusedFile, refusedOther } = report;
    const isBook = report.container === 'xlsx';
    const [csv, book] = isBook ? [refusedOther, refusedFile] : [refusedFile, refusedOther];
    return html`<section>
      <div class="row spread">
        <h2>${words.text('exchange-refused')}</h2>
        <div class="row">
          ${book ? html`<a class="button" href="/office/uploads/${book}" download><mb-icon name="download"></mb-icon>${words.text('exchange-refused-xlsx')}</a>` : nothing}
          ${csv ? html`<a class="button" href="/office/uploads/${csv}" download><mb-icon name="download"></mb-icon>${words.text('exchange-refused-csv')}</a>` : nothing}
        </div>
      </div>
      <p class="soft small">${words.text('exchange-refused-hint')}</p>
      <div class="frame" tabindex="0" role="region" aria-label=${words.text('exchange-refused')}>
        <table class="refused">
          <thead>
            <tr>
              <th scope="col" class="number">${words.text('exchange-line')}</th>
              <th scope="col">${words.text('exchange-row')}</th>
              <th scope="col">${words.text('exchange-why')}</th>
            </tr>
          </thead>
          <tbody>
            ${report.refused.map(
              ({ line, cells, problems }) =>
                html`<tr>
                  <td class="number">${line}</td>
                  <td class="cells wrap">${cells.join(' · ')}</td>
                  <td>
                    ${problems.map(
                      ({ column, problem }) =>
                        html`<p>
                          ${column === null ? nothing : html`<strong class="wrap">${column}</strong> – `}${rowProblemText(words, problem)}
                        </p>`,
                    )}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.renderRest(report.refusedCount - report.refused.length)}
    </section>`;
  }

  /** What rows the counts are about: the first of each kind. */
  private renderExamples({ examples }: ImportReport): TemplateResult | typeof nothing {
    const { words } = this;
    const rows = (['created', 'changed', 'unchanged', 'late'] as const).flatMap((kind) =>
      examples[kind].map(({ line, cells }) => [this.countText(kind), String(line), cells.join(' · ')]),
    );
    if (rows.length === 0) return nothing;
    const head = [words.text('exchange-difference'), words.text('exchange-line'), words.text('exchange-row')];
    return this.renderList(words.text('exchange-examples'), head, rows, 0);
  }

  /** M1: lower than before, and taken all the same, because a file of history is not bound. */
  private renderFalls(report: ImportReport): TemplateResult {
    const { words } = this;
    return this.renderList(
      words.text('exchange-falls-title'),
      [
        words.text('exchange-line'),
        words.text('exchange-field-account'),
        words.text('exchange-field-serial'),
        words.text('exchange-field-period'),
        words.text('exchange-before'),
        words.text('exchange-field-value'),
      ],
      report.falls.map(({ line, account, serial, register, period, previous, value }) => [
        String(line),
        account,
        register === 'B' ? serial : `${serial} ${register}`,
        words.periodTitle(period),
        previous,
        value,
      ]),
      report.fallsCount - report.falls.length,
    );
  }

  /** B2 */
  private renderCarried(report: ImportReport): TemplateResult {
    const { words } = this;
    return this.renderList(
      words.text('exchange-carried-title'),
      [
        words.text('exchange-field-account'),
        words.text('exchange-field-period'),
        words.text('exchange-field-service'),
        words.text('exchange-carried-closed'),
        words.text('exchange-field-opening'),
      ],
      report.carried.map(({ account, period, service, expected, found }) => [
        account,
        words.periodTitle(period),
        service,
        expected,
        found,
      ]),
      report.carriedCount - report.carried.length,
    );
  }

  private renderList(title: string, head: string[], rows: readonly string[][], rest: number): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      <div class="frame" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
      ${this.renderRest(rest)}
    </section>`;
  }

  private renderNote(text: string): TemplateResult {
    return html`<p class="note"><mb-icon name="info"></mb-icon><span class="wrap">${text}</span></p>`;
  }

  private readonly renderRest = (count: number): TemplateResult | typeof nothing =>
    count <= 0 ? nothing : html`<p class="soft">${this.words.text('exchange-rest', { count })}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-report': ExchangeReport;
  }
}
