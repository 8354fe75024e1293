import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { focused } from './focused.ts';
import { WordsElement } from './words-element.ts';

/** The dialog went away without an answer: Escape, or a tap beside it. */
export class DialogDismissed extends Event {
  static readonly type = 'dialog-dismissed';

  constructor() {
    super(DialogDismissed.type, { bubbles: true, composed: true });
  }
}

/**
 * A question over the screen, in a native modal dialog: focus is held inside and returns afterwards.
 * It is open as long as it is in the document.
 *
 * @slot - the text
 * @slot answers - the buttons, the safest last
 * @fires DialogDismissed
 */
@customElement('mb-dialog')
export class MbDialog extends WordsElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(30rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 1.5rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        box-shadow: 0 24px 60px -20px rgb(0 0 0 / 45%);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(20 18 12 / 55%);
      }
      .inside,
      ::slotted(*) {
        display: grid;
        gap: 1rem;
      }
      @media (max-width: 36rem) {
        dialog {
          margin-bottom: max(1rem, env(safe-area-inset-bottom));
        }
      }
      @media (forced-colors: active) {
        dialog {
          border: 2px solid CanvasText;
        }
      }
    `,
  ];

  @property() heading = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  /** What had the focus before. */
  private opener: HTMLElement | null = null;

  protected override firstUpdated(): void {
    // Taken away before it was painted: nobody is asked any more.
    if (!this.isConnected) return;
    this.opener = focused(document);
    this.dialog.showModal();
    // By the letter of HTML only the dialog's own descendants are asked for `autofocus`; Chromium looks into slots, others need not.
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog gives the focus back when it is closed, not when it is taken away.
    if (this.opener?.isConnected) this.opener.focus();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this.onCancel} @click=${this.onClick}>
      <div class="inside">
        <h2 id="heading">${this.heading}</h2>
        <slot></slot>
        <slot name="answers"></slot>
      </div>
    </dialog>`;
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new DialogDismissed());
  }

  private onClick({ target, clientX, clientY }: MouseEvent): void {
    if (target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (!inside) this.dispatchEvent(new DialogDismissed());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mb-dialog': MbDialog;
  }
  interface HTMLElementEventMap {
    'dialog-dismissed': DialogDismissed;
  }
}
