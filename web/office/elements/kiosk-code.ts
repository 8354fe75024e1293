import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { type KioskCode, shownKioskCode } from '../../../shared/kiosk.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** Somebody types the code meanwhile; it is looked at this often. */
const lookEveryMs = 3_000;

/**
 * The code of a kiosk, which is shown this one time; it says when the code was used.
 *
 * @fires DialogDismissed
 */
@customElement('kiosk-code')
export class KioskCodeShown extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      .code {
        padding: 0.875rem;
        border-radius: var(--radius-small);
        background: var(--well);
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        font-size: clamp(1.75rem, 9vw, 2.5rem);
        font-weight: 600;
        letter-spacing: 0.06em;
        text-align: center;
        white-space: nowrap;
        user-select: all;
      }
      .address {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .used {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        font-weight: 600;
      }
      .used mb-icon {
        color: var(--accent-text);
      }
    `,
  ];

  @property({ attribute: false }) code!: KioskCode;
  @property() name = '';
  @state() private used = false;
  @state() private over = false;
  private looking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.looking = setInterval(() => void this.look(), lookEveryMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.looking);
  }

  override render(): TemplateResult {
    const { words, code, used, over } = this;
    return html`<mb-dialog heading=${words.text('kiosks-code-title', { name: this.name })}>
      <div>
        ${
          used
            ? nothing
            : html`<p>${words.text('kiosks-code-lead')}</p>
                <p class="address">${location.origin}/kiosk</p>
                <p class="code">${shownKioskCode(code.code)}</p>`
        }
        <p role="status" class=${used ? 'used' : 'soft'}>
          ${used ? html`<mb-icon name="done"></mb-icon>` : nothing}<span>${this.standing(used, over)}</span>
        </p>
      </div>
      <div slot="answers" class="row">
        <button class=${used ? 'primary' : ''} type="button" autofocus @click=${this.onClose}>
          ${words.text('kiosks-code-close')}
        </button>
      </div>
    </mb-dialog>`;
  }

  private standing(used: boolean, over: boolean): string {
    const { words, code } = this;
    if (used) return words.text('kiosks-code-used');
    if (over) return words.text('kiosks-code-over');
    return words.text('kiosks-code-once', { time: words.time(toEpochMs(code.until)) });
  }

  private async look(): Promise<void> {
    if (this.used) return;
    const { id, until } = this.code;
    this.over = this.office.now() >= toEpochMs(until);
    try {
      const found = (await this.office.api.kiosks.list.query()).find((one) => one.id === id);
      this.used = found !== undefined && found.codeUntil === null && found.state === 'enrolled' && !this.over;
    } catch (error) {
      // The code is good without it; an ended session is said.
      this.failureText(error);
    }
  }

  private readonly onClose = (): void => {
    this.dispatchEvent(new DialogDismissed());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-code': KioskCodeShown;
  }
}
