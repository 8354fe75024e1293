import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { kiosk } from '../styles.ts';

/** Somebody is there: whatever of the question was touched. */
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
 * The question over the whole screen, with the seconds that are left. What stands below can neither be read nor touched.
 *
 * @fires StillThere
 * @fires NobodyThere
 */
@customElement('still-there')
export class StillThereQuestion extends WordsElement {
  static override styles = [
    kiosk,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        padding: 1.25rem;
        border: 0;
        background: var(--paper);
        color: var(--ink);
        overflow: auto;
      }
      .inside {
        display: grid;
        gap: 1.25rem;
        align-content: center;
        justify-items: center;
        max-width: 32rem;
        min-height: 100%;
        margin-inline: auto;
        text-align: center;
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
    `,
  ];

  @property({ type: Number }) seconds = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    if (this.isConnected) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { words, seconds } = this;
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text"
      @cancel=${this.onCancel} @click=${this.onTouched}>
      <div class="inside">
        <h2 id="title">${words.text('kiosk-still-title')}</h2>
        <p class="left" role="timer" aria-live="off"><b>${seconds}</b> ${words.text('kiosk-still-seconds', { seconds })}</p>
        <p id="text" class="lead">${words.text('kiosk-still-text')}</p>
        <div class="row wide">
          <button class="done" type="button" @click=${this.onDone}>${words.text('kiosk-still-done')}</button>
          <button class="primary" type="button" autofocus>${words.text('kiosk-still-yes')}</button>
        </div>
      </div>
    </dialog>`;
  }

  private onTouched(): void {
    this.dispatchEvent(new StillThere());
  }

  private onDone(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new NobodyThere());
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new StillThere());
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
