import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isLine, longest } from '../../../shared/contact.ts';
import { isTelling } from '../../../shared/identity.ts';
import type { Problem } from '../../../shared/problem.ts';
import { accountInCode, accountNumber } from '../../../shared/receipt-code.ts';
import { problemOf } from '../api.ts';
import type { CameraStood, CodeScanned } from '../elements/code-scanned.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { outFromBehind } from '../readings/out-from-behind.ts';
import { StaysInSight } from '../readings/stays-in-sight.ts';
import { type Blind, renderBlind, renderLocked, serialOnSlip } from '../readings/without-proof.ts';
import { Finished } from '../session.ts';
import { kiosk } from '../styles.ts';
import { type AskedNumber, renderNumber } from './identify-field.ts';
import { identifyStyles } from './identify-styles.ts';
import { refusalText, uselessText } from './identify-words.ts';
import '../elements/kiosk-keys.ts';
import '../elements/meter-serial.ts';
import '../elements/receipt-scan.ts';
import '../elements/where-it-stands.ts';

/**
 * Whose meters it is about: the account number, shown to the camera or typed; then, as proof, the serial number of a meter.
 *
 *     account → serial → asking → (readings)
 *                 ↑         ├→ serial: it is not right → without ─┐
 *                 └─────────┼→ unanswered, busy ──────────────────┴→ (readings, without knowing the meters)
 *                           └→ locked: to the desk
 */
@customElement('kiosk-identify')
export class KioskIdentify extends KioskScreen {
  static override styles = [kiosk, besideKeys, identifyStyles];

  /** For so long the answer is waited for, in milliseconds. */
  @property({ attribute: false }) patience = 5000;

  @state() private phase: 'account' | 'serial' | 'asking' | 'locked' | Blind = 'account';
  @state() private account = '';
  @state() private serial = '';
  /** What is not right, in words. */
  @state() private wrong: string | null = null;
  /** What was shown to the camera is no receipt of the company. */
  @state() private notOurs = false;
  /** There is a camera to hold a receipt before. */
  @state() private camera = true;
  /** Where the numbers stand is shown over the screen. */
  @state() private showing = false;
  /** Which question to the company is the last one: an answer to an earlier one is dropped. */
  private asked = 0;
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('input') private input!: HTMLInputElement | null;
  @query('.field') private field!: HTMLElement | null;
  @query('.hand') private hand!: HTMLElement | null;

  /** Whoever sees types at once; whoever hears is told by the field what it is for. */
  override async focusHeading(): Promise<void> {
    await super.focusHeading();
    this.input?.focus({ preventScroll: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.account = this.session.account;
    this.serial = this.session.serial;
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'account':
        return this.renderAccount();
      case 'locked':
        return renderLocked(this.words, {
          why: this.renderFailure(this.words.text('kiosk-identify-locked')),
          end: () => this.dispatchEvent(new Finished()),
        });
      case 'serial':
      case 'asking':
        return this.renderSerial();
      default:
        return renderBlind(this.words, this.phase, {
          goOn: this.goOn,
          again: this.ask,
          back: () => this.show('serial'),
        });
    }
  }

  private renderAccount(): TemplateResult {
    const { words } = this;
    const { company } = this.kiosk;
    const { example } = company.accountNumber;
    const asked = company.registration.fields.find(({ field }) => field === 'account-number');
    return html`<form class="screen scanning ${this.camera ? '' : 'sightless'}" novalidate @submit=${this.onAccount} @code-scanned=${this.onScanned}
      @camera-stood=${this.onCamera}>
      <div class="above">
        <div class="title">
          <h1 tabindex="-1">${words.text('kiosk-identify-title')}</h1>
          <button type="button" @click=${() => this.showWhere(true)}>
            <mb-icon name="info"></mb-icon>${words.text('kiosk-identify-where')}
          </button>
          <p id="lead" ?hidden=${!this.camera}>${words.text('kiosk-identify-lead')}</p>
        </div>
        <receipt-scan></receipt-scan>
      </div>
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
      ${
        this.showing
          ? html`<where-it-stands @dialog-dismissed=${() => this.showWhere(false)}></where-it-stands>`
          : nothing
      }
    </form>`;
  }

  private renderSerial(): TemplateResult {
    const { words } = this;
    const next = words.text(this.phase === 'asking' ? 'kiosk-moment' : 'kiosk-identify-next');
    return html`<form class="screen" novalidate @submit=${this.onSerial}>
      <div class="title"><h1 tabindex="-1">${words.text('kiosk-identify-serial-title')}</h1></div>
      <div class="typed">
        ${this.kiosk.online !== false ? nothing : html`<p class="notice">${words.text('kiosk-identify-offline')}</p>`}
        <div class="about">
          <div class="stack">
            <p>${words.text('kiosk-identify-account')} <span class="number whole">${this.account}</span></p>
            <p id="lead">${words.text('kiosk-identify-serial-lead')}</p>
          </div>
          <meter-serial label=${words.text('kiosk-identify-picture')}></meter-serial>
        </div>
        ${this.renderField({
          label: words.text('kiosk-identify-serial'),
          hint: words.text('kiosk-identify-serial-hint'),
          value: this.serial,
          maxLength: longest.line,
          beside: this.renderWithout(),
        })}
      </div>
      <div class="hand">
        <kiosk-keys layout="serial"></kiosk-keys>
        ${this.renderOn(next, () => this.show('account'))}
      </div>
    </form>`;
  }

  /** Whoever has no number to type, or no better one, is not sent away. */
  private renderWithout(): TemplateResult {
    const key = this.wrong === null ? 'kiosk-identify-no-number' : 'kiosk-identify-no-other';
    return html`<button class="quiet" type="button" @click=${this.onWithout}>${this.words.text(key)}</button>`;
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

  private renderField(asked: AskedNumber): TemplateResult {
    const failure = this.renderFailure(this.wrong);
    return renderNumber(asked, { failure, onInput: (event) => outFromBehind(event.composedPath(), this.hand) });
  }

  private showWhere(showing: boolean): void {
    this.showing = showing;
  }

  private readonly onCamera = ({ works }: CameraStood): void => {
    this.camera = works;
  };

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
    if (this.serial === '' || !isLine(this.serial)) this.refuse(this.words.text('kiosk-identify-serial-empty'));
    else if (!isTelling(this.serial)) this.refuse(uselessText(this.words, this.serial));
    else if (this.kiosk.online !== false) void this.ask();
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
    this.turn('readings', { account, serial: serialOnSlip(serial), found: null });
  };

  private readonly onWithout = (): void => {
    // Who says that there is none has typed none; what was refused stands on the slip, for the office.
    this.serial = this.wrong === null ? '' : (this.input?.value ?? '').trim();
    void this.show('without');
  };

  private async onRefused(problem: Problem): Promise<void> {
    const phase = problem.code === 'kiosk_locked' ? 'locked' : problem.code === 'too_many' ? 'busy' : 'serial';
    await this.show(phase);
    if (phase === 'serial') this.refuse(refusalText(this.words, problem));
  }

  /** Beside the field, which has the focus again. */
  private refuse(text: string): void {
    this.wrong = text;
    this.input?.focus();
    void this.showField();
  }

  /** With what is said of it: whoever types sees what. */
  private async showField(): Promise<void> {
    await this.updateComplete;
    if (this.field)
      outFromBehind(
        [this.input, this.field].flatMap((one) => one ?? []),
        this.hand,
      );
  }

  /** To another phase: what has to be typed there has the focus, else the heading. */
  private async show(phase: 'account' | 'serial' | 'locked' | Blind): Promise<void> {
    this.asked++;
    this.wrong = null;
    this.notOurs = false;
    this.phase = phase;
    await this.focusHeading();
    scrollTo(0, 0);
    await this.showField();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-identify': KioskIdentify;
  }
}
