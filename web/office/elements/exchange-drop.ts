import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { numberText, sizeText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { type SendFile, type SentFile, sendFile } from '../send-file.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

/** A file has come to the portal, and nothing is made of it yet. */
export class FileBrought extends Event {
  static readonly type = 'file-brought';
  readonly file: SentFile;

  constructor(file: SentFile) {
    super(FileBrought.type, { bubbles: true, composed: true });
    this.file = file;
  }
}

/** As the server has it; a larger one need not be sent to be refused. */
const mostBytes = 200 * 1024 * 1024;

/**
 * Takes a file, dropped or chosen.
 *
 * @fires FileBrought
 */
@customElement('exchange-drop')
export class ExchangeDrop extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .drop {
        display: grid;
        gap: 0.75rem;
        justify-items: center;
        padding: 1.75rem 1.25rem;
        border: 2px dashed var(--line-strong);
        border-radius: var(--radius);
        background: var(--card);
        text-align: center;
      }
      .drop.over {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      .drop > * {
        max-width: 100%;
        pointer-events: none;
      }
      .drop button,
      .drop label {
        pointer-events: auto;
      }
      .bar {
        width: min(24rem, 100%);
      }
      input {
        display: none;
      }
    `,
  ];

  /** Otherwise in tests. */
  @property({ attribute: false }) send: SendFile = sendFile;

  @state() private over = false;
  @state() private sent: { name: string; share: number } | null = null;
  @state() private failure: string | null = null;
  @query('input') private input!: HTMLInputElement;
  private sending: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sending?.abort();
  }

  override render(): TemplateResult {
    const { words, sent, failure } = this;
    return html`<div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${this.onDragOver}
        @dragleave=${() => {
          this.over = false;
        }}
        @drop=${this.onDrop}
      >
        ${
          sent
            ? html`<p id="sending">${words.text('exchange-sending', { name: sent.name })}</p>
                <progress class="bar" max="100" .value=${sent.share * 100} aria-labelledby="sending"></progress>
                <p class="figures" aria-hidden="true">${numberText(words, Math.floor(sent.share * 100))} %</p>
                <button type="button" @click=${() => this.sending?.abort()}>${words.text('exchange-cancel')}</button>`
            : html`<mb-icon name="sending"></mb-icon>
                <p>${words.text('exchange-drop')}</p>
                <button class="primary" type="button" @click=${() => this.input.click()}>
                  ${words.text('exchange-choose')}
                </button>
                <p class="soft small">${words.text('exchange-drop-hint')}</p>`
        }
        <input type="file" tabindex="-1" aria-hidden="true" @change=${this.onChosen} />
      </div>
      <div role="alert">
        ${failure === null ? nothing : html`<p class="failure"><mb-icon name="warning"></mb-icon><span>${failure}</span></p>`}
      </div>`;
  }

  private onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = this.sent === null;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const [file, other] = event.dataTransfer?.files ?? [];
    if (this.sent !== null) return;
    if (other) this.failure = this.words.text('exchange-one-file');
    else if (file) void this.bring(file);
  }

  private onChosen(): void {
    const [file] = this.input.files ?? [];
    this.input.value = '';
    if (file) void this.bring(file);
  }

  private async bring(file: File): Promise<void> {
    const { words } = this;
    if (file.size > mostBytes) {
      this.failure = words.text('exchange-too-large', { size: sizeText(words, mostBytes) });
      return;
    }
    this.failure = null;
    this.sent = { name: file.name, share: 0 };
    this.sending = new AbortController();
    const { signal } = this.sending;
    try {
      const brought = await this.send(file, {
        onProgress: (sent, total) => {
          this.sent = { name: file.name, share: total === 0 ? 1 : sent / total };
        },
        signal,
      });
      this.dispatchEvent(new FileBrought(brought));
    } catch (error) {
      if (!signal.aborted) this.failure = this.failureText(error);
    } finally {
      this.sent = null;
      this.sending = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-drop': ExchangeDrop;
  }
  interface HTMLElementEventMap {
    'file-brought': FileBrought;
  }
}
