import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { focused } from '../../elements/focused.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { emergencyStyles, type Phone, renderEmergency } from '../emergency.ts';
import { kiosk } from '../styles.ts';

/** Somebody is there. */
export class StillThere extends Event {
  static readonly type = 'still-there';

  constructor() {
    super(StillThere.type, { bubbles: true, composed: true });
  }
}

/** Nobody is, or who was there is done. */
export class NobodyThere extends Event {
  static readonly type = 'nobody-there';

  constructor() {
    super(NobodyThere.type, { bubbles: true, composed: true });
  }
}

/**
 * The question over the whole screen, with the seconds that are left. What stands below can neither be read nor touched, and has
 * the focus again where it had it. Anybody goes on by touching it, whatever is touched; where there is something of somebody below
 * (`guards`), only by saying yes, because whoever touches it may have come after them.
 *
 * @fires StillThere
 * @fires NobodyThere
 */
@customElement('still-there')
export class StillThereQuestion extends WordsElement {
  static override styles = [
    kiosk,
    emergencyStyles,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        padding: 0;
        border: 0;
        background: var(--paper);
        color: var(--ink);
        overflow: auto;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      .inside {
        display: grid;
        flex: 1 0 auto;
        gap: 1.25rem;
        align-content: center;
        justify-items: center;
        width: 100%;
        max-width: 34.5rem;
        margin-inline: auto;
        padding: 1.25rem;
        text-align: center;
      }
      /* Where it stands in the frame, also above what has to be scrolled. */
      .emergency {
        position: sticky;
        bottom: 0;
        padding: 0.375rem 0.75rem;
        border-top: 2px solid var(--line);
        background: var(--card);
      }
      h2 {
        font-size: 2rem;
      }
      .left {
        display: grid;
        justify-items: center;
        line-height: 1.1;
      }
      .left b {
        font-size: 5rem;
        font-variant-numeric: tabular-nums;
      }
      .row {
        justify-content: center;
      }
      .row > * {
        flex: 1 1 12rem;
      }
      /* Both answers are to be in sight there too, with large letters as well. */
      @media (orientation: landscape) {
        .inside {
          gap: 0.5rem;
          max-width: 48rem;
          padding-block: 0.5rem;
        }
        .left b {
          font-size: 3rem;
        }
      }
    `,
  ];

  @property({ type: Number }) seconds = 0;
  @property({ type: Boolean }) guards = false;
  /** It covers that of the frame. */
  @property({ attribute: false }) emergency: Phone | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;
  /** What had the focus before. */
  private opener: HTMLElement | null = null;

  protected override firstUpdated(): void {
    // Taken away before it was painted: nobody is asked any more.
    if (!this.isConnected) return;
    this.opener = focused(document);
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog gives the focus back when it is closed, not when it is taken away.
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { words, seconds, guards } = this;
    return html`<dialog role="alertdialog" closedby="none" aria-labelledby="title" aria-describedby="text"
      @keydown=${this.onKeydown} @cancel=${this.onCancel} @close=${this.onClose} @click=${this.onTouched}>
      <div class="inside">
        <h2 id="title">${words.text('kiosk-still-title')}</h2>
        <p class="left" role="timer" aria-live="off"><b>${seconds}</b> ${words.text('kiosk-still-seconds', { seconds })}</p>
        <p id="text" class="lead">${words.text(guards ? 'kiosk-still-text-guarded' : 'kiosk-still-text')}</p>
        <div class="row wide">
          <button class="done" type="button" @click=${this.onDone}>${words.text('kiosk-still-done')}</button>
          <button class="primary" type="button" autofocus @click=${this.onYes}>${words.text('kiosk-still-yes')}</button>
        </div>
      </div>
      ${renderEmergency(this.emergency)}
    </dialog>`;
  }

  private onTouched(): void {
    if (!this.guards) this.dispatchEvent(new StillThere());
  }

  private onYes(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new StillThere());
  }

  private onDone(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new NobodyThere());
  }

  /** Where `closedby` is not known, a browser that is asked twice in a row to close a dialog does so. */
  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.onTouched();
  }

  /** Back, of a tablet that has such a key. */
  private onCancel(event: Event): void {
    event.preventDefault();
    this.onTouched();
  }

  /** It goes with its answer alone. */
  private onClose(): void {
    if (this.isConnected) this.dialog.showModal();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'still-there': StillThereQuestion;
  }
  interface HTMLElementEventMap {
    'still-there': StillThere;
    'nobody-there': NobodyThere;
  }
}
