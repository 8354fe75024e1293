import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Statement } from '../../shared/bill.ts';
import { type AskedPayment, type PaymentCode, paymentCode, paymentFields } from '../../shared/payment-code.ts';
import { localDay } from '../../shared/window.ts';
import type { PaymentCode as PaymentCodeElement } from '../elements/payment-code.ts';
import { card, controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import { saveFile } from './open-document.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import '../elements/payment-code.ts';
import '../elements/payment-fields.ts';
import './pay-by-card.ts';

/** What one payment takes: the amount, the code, and the same as text. All of it is made on the device. */
@customElement('pay-slip')
export class PaySlip extends ScreenElement {
  static override styles = [
    controls,
    card,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        padding: min(1.125rem, 4vw);
      }
      .sum b {
        display: block;
        /* Large, but in one piece: half a sum is another sum. */
        font-size: min(2.25rem, 11.5vw);
        font-weight: 650;
        line-height: 1.2;
        letter-spacing: -0.01em;
        overflow-wrap: anywhere;
      }
      .sum {
        display: grid;
        gap: 0.125rem;
      }
      payment-code {
        justify-self: center;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .tools > button {
        flex: 1 1 auto;
      }
      @media print {
        .card {
          padding: 0;
          border: 0;
          box-shadow: none;
        }
        .no-print {
          display: none;
        }
        payment-code {
          justify-self: start;
        }
      }
    `,
  ];

  /** Minor units, above 0. */
  @property({ type: Number }) amount = 0;
  /** The bill that is paid; null for a whole debt or another amount. */
  @property({ attribute: false }) bill: Statement | null = null;
  /** What came of saving the picture. */
  @state() private said = '';
  @query('payment-code') private shown!: PaymentCodeElement | null;

  override render(): TemplateResult {
    const { words, amount, bill } = this;
    const { company } = this.state;
    const number = this.app.account?.number ?? '';
    const code = this.code();
    return html`<section class="card" aria-label=${words.text('pay-sum')}>
      <p class="sum figures">
        <span class="soft">${words.text('pay-sum')}</span>
        <b>${this.sum}</b>
        <span>${
          bill
            ? words.text('pay-for-bill', { number: bill.number, forPeriod: words.forPeriod(bill.period) })
            : words.text('pay-for-account', { number })
        }</span>
      </p>
      ${
        company.onlinePayment
          ? html`<pay-by-card class="no-print" .amount=${amount} .statement=${bill?.id ?? null}></pay-by-card>`
          : nothing
      }
      <h2>${words.text('pay-transfer')}</h2>
      ${code ? this.renderCode(code) : html`<p>${words.text('pay-code-none')}</p>`}
      <h3>${words.text('pay-fields')}</h3>
      <payment-fields
        .fields=${code?.fields ?? paymentFields(company, this.asked)}
        written=${company.languages[0] ?? words.language}
      ></payment-fields>
    </section>`;
  }

  private renderCode({ bytes }: PaymentCode): TemplateResult {
    const { words } = this;
    const label = words.text('pay-code-alt', { amount: this.sum, payee: this.state.company.payment.name });
    return html`<p class="no-print">${words.text('pay-code-how')}</p>
      <payment-code .bytes=${bytes} label=${label}></payment-code>
      <div class="tools no-print">
        <button type="button" @click=${this.onSave}>
          <mb-icon name="download"></mb-icon>${words.text('pay-code-save')}
        </button>
        ${
          sharesPictures()
            ? html`<button type="button" @click=${this.onShare}>
                <mb-icon name="share"></mb-icon>${words.text('pay-code-share')}
              </button>`
            : nothing
        }
        <button type="button" @click=${() => print()}><mb-icon name="print"></mb-icon>${words.text('pay-print')}</button>
      </div>
      <p class="no-print" role="status">${this.said}</p>`;
  }

  private get sum(): string {
    return money(this.amount, { locale: this.words.locale, currency: this.state.company.currency });
  }

  private get asked(): AskedPayment {
    const { amount, bill } = this;
    const account = this.app.account?.number ?? '';
    return { account, amount, billNumber: bill?.number ?? null, period: bill?.period ?? null };
  }

  /** Null where the payment does not fit into a code of the company's scheme. */
  private code(): PaymentCode | null {
    try {
      return paymentCode(this.state.company, this.asked);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  private readonly onSave = async (): Promise<void> => {
    const file = await this.picture();
    if (!file) return;
    saveFile(file, file.name);
    this.said = this.words.text('pay-code-saved', { file: file.name });
  };

  private readonly onShare = async (): Promise<void> => {
    const file = await this.picture();
    if (!file) return;
    try {
      await navigator.share({ files: [file], title: file.name });
    } catch (error) {
      // Thought better of it. Anything else would leave the resident without the picture.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.onSave();
    }
  };

  /** Null where the browser makes none: then that is said. */
  private async picture(): Promise<File | null> {
    const { words, app } = this;
    this.said = '';
    const date = localDay(app.store.now(), words.timeZone);
    try {
      const png = await this.shown?.picture();
      return png ? new File([png], `${words.text('pay-code-file', { date })}.png`, { type: png.type }) : null;
    } catch (error) {
      reportError(error);
      this.said = words.text('pay-code-failed');
      return null;
    }
  }
}

/** A picture shared goes straight to the bank's app; computers seldom can. */
const sharesPictures = (): boolean =>
  navigator.canShare?.({ files: [new File([], 'code.png', { type: 'image/png' })] }) ?? false;

declare global {
  interface HTMLElementTagNameMap {
    'pay-slip': PaySlip;
  }
}
