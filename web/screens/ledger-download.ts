import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LedgerRow, Payment } from '../../shared/bill.ts';
import { card, controls } from '../styles/controls.ts';
import type { Trouble } from './account-actions.ts';
import { askDocument, saveFile } from './open-document.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

const kinds = ['xlsx', 'csv', 'pdf'] as const;
type Kind = (typeof kinds)[number];

/** What came of the last choice: a file, or none and why. */
type Outcome = { file: string; outdated: boolean } | { trouble: Trouble | 'failed' };

/** One button for the whole history as a file. Tables are written here, the PDF is the server's or the one kept here. */
@customElement('ledger-download')
export class LedgerDownload extends ScreenElement {
  static override styles = [
    controls,
    card,
    css`
      :host {
        position: relative;
      }
      .choices {
        position: absolute;
        z-index: 4;
        inset: calc(100% + 0.375rem) auto auto 0;
        display: grid;
        gap: 0.25rem;
        width: max-content;
        max-width: calc(100vw - 2rem);
        padding: 0.375rem;
      }
      .choices button {
        display: grid;
        justify-items: start;
        justify-content: start;
        gap: 0;
        border-color: transparent;
        text-align: start;
      }
      .choices .soft {
        font-weight: 400;
      }
      p {
        margin-top: 0.375rem;
        overflow-wrap: anywhere;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) ledger: readonly LedgerRow[] = [];
  @property({ attribute: false }) payments: readonly Payment[] = [];
  @state() private open = false;
  @state() private working = false;
  @state() private outcome: Outcome | null = null;
  @query('button') private button!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onPress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.onPress);
  }

  override render(): TemplateResult {
    const { words, open, working } = this;
    return html`<div @keydown=${this.onKey} @focusout=${this.onFocusOut}>
      <button type="button" aria-expanded=${open} aria-controls="choices" aria-disabled=${working} @click=${this.onOpen}>
        <mb-icon name="download"></mb-icon>${words.text(working ? 'ledger-download-working' : 'ledger-download')}
      </button>
      <div class="choices card" id="choices" ?hidden=${!open}>
        ${kinds.map(
          (kind) =>
            html`<button type="button" value=${kind} @click=${() => this.choose(kind)}>
              ${words.text(`ledger-download-${kind}`)}
              <span class="soft small">${words.text(`ledger-download-${kind}-about`)}</span>
            </button>`,
        )}
      </div>
    </div>
    <div role="status">${this.renderOutcome()}</div>`;
  }

  private renderOutcome(): TemplateResult | typeof nothing {
    const { words, outcome } = this;
    if (outcome === null) return nothing;
    if ('file' in outcome) {
      const word = outcome.outdated ? 'ledger-downloaded-older' : 'ledger-downloaded';
      return html`<p class="small">${words.text(word, { file: outcome.file })}</p>`;
    }
    const { trouble } = outcome;
    const why = typeof trouble === 'string' ? trouble : 'failed';
    return html`<p class="small">${words.text('ledger-download-failed', { why })}</p>`;
  }

  private onOpen(): void {
    if (!this.working) this.open = !this.open;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.open = false;
    this.button.focus();
  }

  /** The choices go when somebody goes on to something else. Safari gives no focus to what is clicked: that is `onPress`. */
  private onFocusOut({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget)) this.open = false;
  }

  private readonly onPress = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  private async choose(kind: Kind): Promise<void> {
    this.close();
    this.working = true;
    this.outcome = null;
    try {
      this.outcome = await this.save(kind);
    } catch (error) {
      reportError(error);
      this.outcome = { trouble: 'failed' };
    } finally {
      this.working = false;
    }
  }

  private async save(kind: Kind): Promise<Outcome> {
    const { app, words, ledger, payments } = this;
    const { account, store } = app;
    if (!account) return { trouble: 'failed' };
    const { ledgerFileName } = await import('../ledger/ledger-sheet.ts');
    const file = `${ledgerFileName(account.number, ledger)}.${kind}`;
    if (kind === 'pdf') {
      const answer = await askDocument(store, (documents) => documents.ledger(account.id, ledger, words.language));
      if (!answer.ok) return { trouble: answer.problem };
      saveFile(answer.pdf, file);
      return { file, outdated: answer.outdated };
    }
    saveFile(await this.write(kind, ledger, payments), file);
    return { file, outdated: false };
  }

  /** The code that writes a kind of file comes with the first one. */
  private async write(kind: 'xlsx' | 'csv', ledger: readonly LedgerRow[], payments: readonly Payment[]): Promise<Blob> {
    if (kind === 'csv') {
      const { ledgerCsv } = await import('../ledger/ledger-csv.ts');
      return ledgerCsv(ledger, this.words);
    }
    const { ledgerXlsx } = await import('../ledger/ledger-xlsx.ts');
    return ledgerXlsx(ledger, payments, this.words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-download': LedgerDownload;
  }
}
