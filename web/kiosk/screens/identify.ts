import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { Problem } from '../../../shared/problem.ts';
import { accountInCode, accountNumber } from '../../../shared/receipt-code.ts';
import { problemText } from '../../words/problem-words.ts';
import { problemOf } from '../api.ts';
import type { CodeScanned } from '../elements/code-scanned.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { Finished } from '../session.ts';
import { kiosk } from '../styles.ts';
import { identifyStyles } from './identify-styles.ts';
import '../elements/kiosk-keys.ts';
import '../elements/meter-serial.ts';
import '../elements/receipt-scan.ts';

/**
 * Whose meters it is about: the account number, shown to the camera or typed; then, as proof, the serial number of a meter.
 *
 *     account → serial → asking → (readings)
 *                 ↑         ├→ serial: it is not right
 *                 └─────────┼→ unanswered → (readings, without knowing the meters)
 *                           └→ shut: to the desk
 */
@customElement('kiosk-identify')
export class KioskIdentify extends KioskScreen {
  static override styles = [kiosk, besideKeys, identifyStyles];

  /** For so long the answer is waited for, in milliseconds. */
  @property({ attribute: false }) patience = 5000;

  @state() private phase: 'account' | 'serial' | 'asking' | 'unanswered' | 'shut' = 'account';
  @state() private account = '';
  @state() private serial = '';
  /** What is not right, in words. */
  @state() private wrong: string | null = null;
  /** What was shown to the camera is no receipt of the company. */
  @state() private notOurs = false;
  /** Which question to the company is the last one: an answer to an earlier one is dropped. */
  private asked = 0;
  @query('input') private input!: HTMLInputElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.account = this.session.account;
    this.serial = this.session.serial;
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'account':
        return this.renderAccount();
      case 'shut':
        return this.renderShut();
      case 'unanswered':
        return this.renderUnanswered();
      default:
        return this.renderSerial();
    }
  }

  private renderAccount(): TemplateResult {
    const { words } = this;
    const { company } = this.kiosk;
    const { example } = company.accountNumber;
    const asked = company.registration.fields.find(({ field }) => field === 'account-number');
    return html`<form class="screen scanning" novalidate @submit=${this.onAccount} @code-scanned=${this.onScanned}>
      <div class="title">
        <h1 tabindex="-1">${words.text('kiosk-identify-title')}</h1>
        <p>${words.text('kiosk-identify-lead')}</p>
      </div>
      <receipt-scan></receipt-scan>
      <div class="typed">
        ${this.renderFailure(this.notOurs ? words.text('kiosk-identify-not-ours', { company: company.shortName }) : null)}
        ${this.renderField({
          label: words.text('kiosk-identify-account'),
          hint: asked?.hint?.[words.language] ?? words.text('kiosk-identify-account-hint', { example }),
          value: this.account,
          maxLength: longest.accountNumber,
        })}
      </div>
      <div class="hand">
        <kiosk-keys layout="account"></kiosk-keys>
        ${this.renderOn(words.text('kiosk-identify-next'), () => this.turn('start'))}
      </div>
    </form>`;
  }

  private renderSerial(): TemplateResult {
    const { words } = this;
    const next = words.text(this.phase === 'asking' ? 'kiosk-moment' : 'kiosk-identify-next');
    return html`<form class="screen" novalidate @submit=${this.onSerial}>
      <div class="title"><h1 tabindex="-1">${words.text('kiosk-identify-serial-title')}</h1></div>
      <div class="typed">
        ${this.kiosk.online ? nothing : html`<p class="notice">${words.text('kiosk-identify-offline')}</p>`}
        <div class="about">
          <div class="stack">
            <p>${words.text('kiosk-identify-account')} <span class="number whole">${this.account}</span></p>
            <p>${words.text('kiosk-identify-serial-lead')}</p>
          </div>
          <meter-serial label=${words.text('kiosk-identify-picture')}></meter-serial>
        </div>
        ${this.renderField({
          label: words.text('kiosk-identify-serial'),
          hint: words.text('kiosk-identify-serial-hint'),
          value: this.serial,
          maxLength: longest.line,
        })}
      </div>
      <div class="hand">
        <kiosk-keys layout="serial"></kiosk-keys>
        ${this.renderOn(next, () => this.show('account'))}
      </div>
    </form>`;
  }

  private renderOn(next: string, back: () => void): TemplateResult {
    const asking = this.phase === 'asking';
    return html`<div class="on">
      <button type="button" @click=${back}>
        <mb-icon name="back"></mb-icon>${this.words.text('kiosk-identify-back')}
      </button>
      <button class="primary" aria-disabled=${asking ? 'true' : nothing}>${next}</button>
    </div>`;
  }

  private renderUnanswered(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-identify-unanswered-title')}</h1>
      <p>${words.text('kiosk-identify-offline')}</p>
      <button class="primary" type="button" @click=${this.goOn}>${words.text('kiosk-identify-go-on')}</button>
      <button type="button" @click=${this.ask}>${words.text('kiosk-identify-try-again')}</button>
    </div>`;
  }

  private renderShut(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-identify-shut-title')}</h1>
      ${this.renderFailure(this.wrong)}
      <button class="primary" type="button" @click=${() => this.dispatchEvent(new Finished())}>
        ${words.text('kiosk-identify-end')}
      </button>
    </div>`;
  }

  private renderField(field: { label: string; hint: string; value: string; maxLength: number }): TemplateResult {
    const isWrong = this.wrong !== null;
    return html`<div class="field">
        <label for="field">${field.label}</label>
        <input
          id="field"
          inputmode="none"
          autocomplete="off"
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          maxlength=${field.maxLength}
          aria-describedby="hint"
          aria-invalid=${isWrong}
          .value=${field.value}
        />
        <p class="small" id="hint">${field.hint}</p>
      </div>
      ${this.renderFailure(this.wrong)}`;
  }

  private readonly onScanned = ({ text }: CodeScanned): void => {
    // Several codes may be in one picture.
    if (this.phase !== 'account') return;
    const account = accountInCode(text, this.kiosk.company);
    this.notOurs = account === null;
    // Whoever came back is not sent on at once by the receipt that still lies there.
    if (account === null || account === this.account) return;
    this.name(account);
  };

  private readonly onAccount = (event: Event): void => {
    event.preventDefault();
    const typed = this.input?.value ?? '';
    const account = accountNumber(typed, this.kiosk.company);
    if (account === null) {
      const { example } = this.kiosk.company.accountNumber;
      const key = typed.trim() === '' ? 'kiosk-identify-account-empty' : 'kiosk-identify-account-wrong';
      this.refuse(this.words.text(key, { example }));
      return;
    }
    this.name(account);
  };

  /** The proof of another account is none of this one. */
  private name(account: string): void {
    if (account !== this.account) this.serial = '';
    this.account = account;
    void this.show('serial');
  }

  private readonly onSerial = (event: Event): void => {
    event.preventDefault();
    if (this.phase === 'asking') return;
    this.serial = (this.input?.value ?? '').trim();
    if (this.serial === '') this.refuse(this.words.text('kiosk-identify-serial-empty'));
    else if (this.kiosk.online) void this.ask();
    else this.goOn();
  };

  private readonly ask = async (): Promise<void> => {
    const { account, serial } = this;
    this.wrong = null;
    this.phase = 'asking';
    const asked = ++this.asked;
    const isStale = () => asked !== this.asked || !this.isConnected;
    try {
      const signal = AbortSignal.timeout(this.patience);
      const nobody = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
      const found = await Promise.race([this.kiosk.api.lookUp.mutate({ account, serial }, { signal }), nobody]);
      if (isStale()) return;
      if (found) this.turn('readings', { account, serial, found });
      else await this.show('unanswered');
    } catch (error) {
      const problem = problemOf(error);
      if (isStale()) return;
      if (problem) await this.onRefused(problem);
      else await this.show('unanswered');
    }
  };

  private readonly goOn = (): void => {
    const { account, serial } = this;
    this.turn('readings', { account, serial, found: null });
  };

  private async onRefused(problem: Problem): Promise<void> {
    const { words } = this;
    const isShut = problem.code === 'kiosk_locked' || problem.code === 'too_many';
    await this.show(isShut ? 'shut' : 'serial');
    if (isShut) this.wrong = words.text('kiosk-identify-shut');
    else if (problem.code === 'account_mismatch') this.refuse(words.text('kiosk-identify-wrong'));
    else this.refuse(problemText(words, problem, null));
  }

  /** Beside the field, which has the focus again. */
  private refuse(text: string): void {
    this.wrong = text;
    this.input?.focus();
  }

  /** To another phase: what has to be typed there has the focus, else the heading. */
  private async show(phase: 'account' | 'serial' | 'unanswered' | 'shut'): Promise<void> {
    this.asked++;
    this.wrong = null;
    this.notOurs = false;
    this.phase = phase;
    await this.updateComplete;
    if (this.input) this.input.focus();
    else await this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-identify': KioskIdentify;
  }
}
