import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AccountView, RefusedOperation } from '../store/views.ts';
import { card, controls } from '../styles/controls.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import '../elements/problem-note.ts';

/** What was saved here and refused there. Each stays in sight, with its reason, until the resident has read it. */
@customElement('refused-list')
export class RefusedList extends ScreenElement {
  static override styles = [
    controls,
    card,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      :host(.none) {
        display: none;
      }
      .card {
        display: grid;
        gap: 0.75rem;
        border-color: var(--error);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) view!: AccountView;

  protected override willUpdate(): void {
    this.classList.toggle('none', this.view.refused.length === 0);
  }

  override render(): TemplateResult {
    return html`${this.view.refused.map((refused) => this.renderRefused(refused))}`;
  }

  private renderRefused({ operation, kind, meter: id, period, problems }: RefusedOperation): TemplateResult {
    const { words } = this;
    const meter = this.view.meters.find((one) => one.meter.id === id)?.meter ?? null;
    const key = kind === 'reading-withdrawn' ? 'refused-withdrawal' : 'refused-reading';
    const title =
      meter && period
        ? words.text(key, { service: words.service(meter.service), period: words.period(period) })
        : words.text('refused-unknown');
    return html`<section class="card">
      <h2>${title}</h2>
      ${problems.map((problem) => html`<problem-note told .problem=${problem} .meter=${meter}></problem-note>`)}
      <div class="actions">
        ${meter ? html`<a class="button" href=${paths.meter(meter.id)}>${words.text('refused-again')}</a>` : nothing}
        <button type="button" @click=${() => void this.app.store.dismiss(operation)}>${words.text('problem-dismiss')}</button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'refused-list': RefusedList;
  }
}
