import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { KioskPairing, KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import type { Problem } from '../../../shared/problem.ts';
import { toUtf8 } from '../../../shared/text-bytes.ts';
import { problemText } from '../../words/problem-words.ts';
import { problemOf } from '../api.ts';
import { type KioskContext, kioskContext } from '../kiosk-context.ts';
import { kiosk } from '../styles.ts';
import '../../elements/payment-code.ts';

/** Somebody showed their bills here by a phone. */
export class PhoneSignedIn extends Event {
  static readonly type = 'phone-signed-in';
  readonly signedIn: KioskSignedIn;

  constructor(signedIn: KioskSignedIn) {
    super(PhoneSignedIn.type, { bubbles: true, composed: true });
    this.signedIn = signedIn;
  }
}

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000;

/**
 * A code that a phone scans, and what to do with it. As long as it is shown it is asked whether a phone has.
 *
 *     asking ──▶ shown ──▶ (PhoneSignedIn)
 *       ▲  └──▶ silent │ refused
 *       └─────┴── over ◀┘
 *
 * @fires PhoneSignedIn
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

  /** Between two questions, in milliseconds. */
  @property({ attribute: false }) every = 2000;

  @state() private pairing: KioskPairing | null = null;
  @state() private phase: 'asking' | 'shown' | 'over' | 'silent' | 'refused' = 'asking';
  @state() private problem: Problem | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget('over');
  }

  override render(): TemplateResult {
    const { words } = this.kiosk;
    return html`<div class="stack">${this.renderCode()}<div class="stack" role="status">${this.renderSaid()}</div>
      ${
        this.pairing || this.phase === 'asking'
          ? nothing
          : html`<button type="button" @click=${this.begin}>${words.text('kiosk-sign-in-anew')}</button>`
      }
    </div>`;
  }

  private renderCode(): TemplateResult | typeof nothing {
    const { pairing } = this;
    const { words } = this.kiosk;
    if (pairing === null) return nothing;
    return html`<div class="shown">
      <payment-code .bytes=${toUtf8(pairing.url)} label=${words.text('kiosk-sign-in-code')}></payment-code>
      <ol>
        ${['scan', 'open', 'yes'].map((step) => html`<li>${words.text(`kiosk-sign-in-phone-${step}`)}</li>`)}
      </ol>
    </div>`;
  }

  private renderSaid(): TemplateResult | typeof nothing {
    const { words } = this.kiosk;
    switch (this.phase) {
      case 'shown':
        return nothing;
      case 'asking':
        return html`<p>${words.text('kiosk-moment')}</p>`;
      case 'refused':
        return html`<p>${this.problem && problemText(words, this.problem, null)}</p>`;
      default:
        return html`<p>${words.text(`kiosk-sign-in-${this.phase}`)}</p>`;
    }
  }

  private readonly begin = async (): Promise<void> => {
    this.forget('asking');
    try {
      const pairing = await this.kiosk.api.pair.mutate(undefined, { signal: AbortSignal.timeout(patience) });
      if (!this.isConnected) return;
      this.pairing = pairing;
      this.phase = 'shown';
      this.askLater();
    } catch (error) {
      this.onRefused(problemOf(error));
    }
  };

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), this.every);
  }

  private async ask(): Promise<void> {
    const { pairing } = this;
    if (pairing === null) return;
    if (this.kiosk.now() >= toEpochMs(pairing.until)) {
      this.forget('over');
      return;
    }
    try {
      const { code } = pairing;
      const signedIn = await this.kiosk.api.paired.mutate({ code }, { signal: AbortSignal.timeout(patience) });
      // What came of a code that is not shown any more concerns nobody here.
      if (this.pairing !== pairing) return;
      if (signedIn) this.dispatchEvent(new PhoneSignedIn(signedIn));
      else this.askLater();
    } catch (error) {
      const problem = problemOf(error);
      if (this.pairing !== pairing) return;
      if (problem === null) this.askLater();
      else this.onRefused(problem);
    }
  }

  private onRefused(problem: Problem | null): void {
    if (problem === null) this.forget('silent');
    else if (problem.code.startsWith('link_')) this.forget('over');
    else {
      this.forget('refused');
      this.problem = problem;
    }
  }

  /** No code is shown, and none is asked for. */
  private forget(phase: Exclude<PhonePairing['phase'], 'shown'>): void {
    clearTimeout(this.timer);
    this.pairing = null;
    this.problem = null;
    this.phase = phase;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-pairing': PhonePairing;
  }
  interface HTMLElementEventMap {
    [PhoneSignedIn.type]: PhoneSignedIn;
  }
}
