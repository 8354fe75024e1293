import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { KioskPairing } from '../../../shared/kiosk-answers.ts';
import { toUtf8 } from '../../../shared/text-bytes.ts';
import { problemText } from '../../words/problem-words.ts';
import { type KioskContext, kioskContext } from '../kiosk-context.ts';
import type { PairingState } from '../pairing.ts';
import { kiosk } from '../styles.ts';
import '../../elements/mb-icon.ts';
import '../../elements/payment-code.ts';

/** A phone has opened the code: whoever holds it stands here. */
export class PhoneMet extends Event {
  static readonly type = 'phone-met';

  constructor() {
    super(PhoneMet.type, { bubbles: true, composed: true });
  }
}

/** A code is to be shown, another one if there was one. */
export class CodeWanted extends Event {
  static readonly type = 'code-wanted';

  constructor() {
    super(CodeWanted.type, { bubbles: true, composed: true });
  }
}

/**
 * A code that a phone scans, then the number that it asks for, and what to do with each.
 *
 * @fires CodeWanted
 */
@customElement('phone-pairing')
export class PhonePairing extends LitElement {
  static override styles = [
    kiosk,
    css`
      .shown {
        display: grid;
        grid-template-columns: minmax(9rem, 2fr) minmax(0, 3fr);
        gap: 1.25rem;
        align-items: start;
      }
      ol {
        display: grid;
        gap: 0.5rem;
        padding-inline-start: 1.5em;
        list-style: decimal;
      }
      .number {
        padding-block: 0.5rem;
        border-radius: var(--radius-small);
        background: var(--well);
        font-size: 6rem;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.08em;
        line-height: 1.1;
        text-align: center;
      }
      @container (max-width: 16rem) {
        .shown {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @consume({ context: kioskContext, subscribe: true })
  @state()
  private kiosk!: KioskContext;

  @property({ attribute: false }) pairing: PairingState = { kind: 'off' };

  override render(): TemplateResult {
    const { words } = this.kiosk;
    const { pairing } = this;
    const isOn = pairing.kind === 'asking' || pairing.kind === 'shown' || pairing.kind === 'met';
    return html`<div class="stack">
      ${pairing.kind === 'shown' ? this.renderCode(pairing.pairing) : nothing}
      <div class="stack" role="status">${this.renderSaid()}</div>
      ${
        isOn
          ? nothing
          : html`<button type="button" @click=${this.onWanted}>
              ${words.text(pairing.kind === 'off' ? 'kiosk-sign-in-show' : 'kiosk-sign-in-anew')}
            </button>`
      }
    </div>`;
  }

  private renderCode({ url }: KioskPairing): TemplateResult {
    const { words } = this.kiosk;
    return html`<div class="shown">
      <payment-code .bytes=${toUtf8(url)} label=${words.text('kiosk-sign-in-code')}></payment-code>
      <ol>
        ${['scan', 'open', 'number'].map((step) => html`<li>${words.text(`kiosk-sign-in-phone-${step}`)}</li>`)}
      </ol>
    </div>`;
  }

  private renderSaid(): TemplateResult | typeof nothing {
    const { words } = this.kiosk;
    const { pairing } = this;
    switch (pairing.kind) {
      case 'shown':
        return nothing;
      case 'asking':
        return html`<p>${words.text('kiosk-moment')}</p>`;
      case 'met':
        return html`<p class="number">${pairing.number}</p>
          <p class="small soft">${words.text('kiosk-sign-in-number-why')}</p>`;
      case 'refused':
        return renderNotice(problemText(words, pairing.problem, null));
      case 'declined':
        return renderNotice(words.text('kiosk-sign-in-declined'));
      default:
        return html`<p>${words.text(`kiosk-sign-in-${pairing.kind}`)}</p>`;
    }
  }

  private onWanted(): void {
    this.dispatchEvent(new CodeWanted());
  }
}

const renderNotice = (text: string): TemplateResult =>
  html`<p class="notice"><mb-icon name="warning"></mb-icon><span>${text}</span></p>`;

declare global {
  interface HTMLElementTagNameMap {
    'phone-pairing': PhonePairing;
  }
  interface HTMLElementEventMap {
    [PhoneMet.type]: PhoneMet;
    [CodeWanted.type]: CodeWanted;
  }
}
