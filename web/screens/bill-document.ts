import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Statement } from '../../shared/bill.ts';
import { controls } from '../styles/controls.ts';
import { documentNote } from './document-note.ts';
import {
  askDocument,
  canShareDocuments,
  type DocumentOutcome,
  openDocument,
  printDocument,
  shareDocument,
} from './open-document.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

/** The PDF of a bill: to open, to print, to hand on. Where it cannot be had now, the page itself can be printed. */
@customElement('bill-document')
export class BillDocument extends ScreenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .tools > button {
        flex: 1 1 auto;
      }
      .said {
        display: grid;
        justify-items: start;
        gap: 0.5rem;
      }
      .said:empty {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) bill!: Statement;
  @state() private asking = false;
  @state() private outcome: DocumentOutcome | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Of another bill nothing was said yet.
    const before = changed.get('bill') as Statement | undefined;
    if (before && before.id !== this.bill.id) this.outcome = null;
  }

  override render(): TemplateResult {
    const { words } = this;
    const shares = canShareDocuments();
    return html`<div class="tools">
        ${this.renderTool('bill-open', 'show', openDocument)} ${this.renderTool('bill-print', 'print', printDocument)}
        ${this.renderTool(shares ? 'bill-share' : 'bill-download', shares ? 'share' : 'download', shareDocument)}
      </div>
      <div class="said" role="status">${
        this.asking ? html`<p class="soft">${words.text('document-fetching')}</p>` : this.renderOutcome()
      }</div>`;
  }

  private renderTool(
    word: string,
    icon: 'show' | 'print' | 'share' | 'download',
    act: typeof openDocument,
  ): TemplateResult {
    return html`<button type="button" aria-disabled=${this.asking} @click=${() => this.ask(act)}>
      <mb-icon name=${icon}></mb-icon>${this.words.text(word)}
    </button>`;
  }

  private renderOutcome(): unknown {
    const { words, outcome } = this;
    const note = outcome && documentNote(words, outcome);
    if (!outcome || note === null) return nothing;
    return html`<p>${note}</p>
      ${
        outcome.done || outcome.problem === 'press-again'
          ? nothing
          : html`<button type="button" @click=${() => print()}>
              <mb-icon name="print"></mb-icon>${words.text('bill-print-page')}
            </button>`
      }`;
  }

  /** Begins in the click's own turn: browsers let a page open a tab only then. */
  private async ask(act: typeof openDocument): Promise<void> {
    if (this.asking) return;
    const { bill, words, app } = this;
    this.asking = true;
    this.outcome = null;
    try {
      const outcome = await act(
        () => askDocument(app.store, (documents) => documents.statement(bill, words.language)),
        `${words.text('bill-title')} ${bill.period}`,
      );
      if (this.bill.id === bill.id) this.outcome = outcome;
    } finally {
      this.asking = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-document': BillDocument;
  }
}
