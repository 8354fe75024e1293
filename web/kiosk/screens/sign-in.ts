import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isLine, longest } from '../../../shared/contact.ts';
import type { KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { longestPassword } from '../../../shared/password.ts';
import { PhoneMet } from '../elements/phone-pairing.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Pairing } from '../pairing.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { outFromBehind } from '../readings/out-from-behind.ts';
import { StaysInSight } from '../readings/stays-in-sight.ts';
import type { PhoneFound } from '../session.ts';
import { kiosk } from '../styles.ts';
import { signInStyles } from './sign-in-styles.ts';
import '../elements/kiosk-keys.ts';

/** How long the answer is waited for, in milliseconds: a password takes the server a while. */
const patience = 15_000;

/**
 * Who wants to see bills: by one's own phone, or by account number (or e-mail) and password. Once something is typed, no phone is
 * listened to: whoever types gets their own bills or none.
 *
 * Nothing that is typed here may stay in the browser. Its password manager leaves a field for one-time codes alone, and neither
 * offers to save what is in it nor notes the name beside it, as it does of every other password, whatever `autocomplete` says.
 * The field never becomes one of plain text, whose content a browser may remember.
 */
@customElement('kiosk-sign-in')
export class KioskSignIn extends KioskScreen {
  static override styles = [kiosk, besideKeys, signInStyles];

  /** A field was touched: the keys come, and stay. */
  @state() private typing = false;
  @state() private working = false;
  @state() private failure: string | null = null;
  /** The field with which something is wrong. */
  @state() private wrong: 'name' | 'password' | null = null;
  /** Between two questions whether a phone was there, in milliseconds. */
  @property({ attribute: false }) every = 2000;
  private readonly pairing = new Pairing(this, {
    kiosk: () => this.kiosk,
    met: () => this.onMet(),
    found: (found) => this.onFound(found),
    every: () => this.every,
  });
  @query('#name') private nameField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('.hand') private hand!: HTMLElement | null;

  override render(): TemplateResult {
    const { words, typing } = this;
    const { state } = this.pairing;
    const isMet = state.kind === 'met';
    return html`<div class="screen ${isMet ? 'met' : typing ? 'typing' : ''}">
      <h1 class="title" tabindex="-1">${words.text(isMet ? 'kiosk-sign-in-number' : 'kiosk-sign-in-title')}</h1>
      ${isMet ? nothing : this.renderForm()}
      <section class="card phone" aria-label=${words.text('kiosk-sign-in-phone')}>
        ${isMet ? nothing : html`<h2>${words.text('kiosk-sign-in-phone')}</h2>`}
        <phone-pairing .pairing=${state} @code-wanted=${this.onCodeWanted}></phone-pairing>
      </section>
      ${isMet ? html`<div class="hand on">${this.renderBack()}</div>` : nothing}
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { words, working, typing } = this;
    const { example } = this.kiosk.company.accountNumber;
    return html`<form novalidate autocomplete="off" @submit=${this.onSubmit} @input=${this.onTyped}>
      <section class="card typed" aria-labelledby="typed" @focusin=${this.onTyping}>
        <h2 id="typed">${words.text('kiosk-sign-in-password')}</h2>
        <div class="field">
          <label for="name">${words.text('sign-in-name')}</label>
          <input id="name" inputmode="none" autocomplete="off" autocapitalize="none" autocorrect="off"
            spellcheck="false" maxlength=${longest.email} aria-describedby="name-hint"
            aria-invalid=${this.wrong === 'name'} />
          ${this.renderBelow('name', words.text('sign-in-name-hint', { example }))}
        </div>
        <div class="field">
          <label for="password">${words.text('sign-in-password')}</label>
          <input id="password" type="password" inputmode="none" autocomplete="one-time-code"
            maxlength=${longestPassword} aria-describedby="password-hint" aria-invalid=${this.wrong === 'password'} />
          ${this.renderBelow('password', words.text('kiosk-sign-in-forgot'))}
        </div>
      </section>
      <div class="hand">
        ${typing ? html`<kiosk-keys layout="text"></kiosk-keys>` : nothing}
        <div class="on">
          ${this.renderBack()}
          <button class="primary" type="submit" aria-disabled=${working}>
            ${words.text(working ? 'kiosk-moment' : 'kiosk-sign-in-do')}
          </button>
        </div>
      </div>
    </form>`;
  }

  /** What is wrong stands in the place of the hint: with its field it is in sight. */
  private renderBelow(field: 'name' | 'password', hint: string): TemplateResult {
    return html`<div id="${field}-hint">
      ${this.wrong === field && this.failure !== null ? this.renderFailure(this.failure) : html`<p class="small soft">${hint}</p>`}
    </div>`;
  }

  private renderBack(): TemplateResult {
    return html`<button type="button" @click=${() => this.turn('start')}>
      <mb-icon name="back"></mb-icon>${this.words.text('kiosk-sign-in-back')}
    </button>`;
  }

  private async onTyping(event: FocusEvent): Promise<void> {
    const path = event.composedPath();
    this.typing = true;
    await this.updateComplete;
    outFromBehind(path, this.hand);
  }

  private onTyped(): void {
    if (this.pairing.state.kind !== 'off') this.pairing.end();
  }

  /** What was typed goes: from now on it is the phone that counts. */
  private onCodeWanted(): void {
    if (this.working) return;
    this.emptyFields();
    this.typing = false;
    this.failure = null;
    this.wrong = null;
    void this.pairing.begin();
  }

  private onMet(): void {
    this.dispatchEvent(new PhoneMet());
    void this.focusHeading();
  }

  private onFound(paired: PhoneFound): void {
    this.turn('whose', { paired });
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    const name = this.nameField.value.trim();
    const password = this.passwordField.value;
    if (!isLine(name)) this.refuse('name', this.words.text('sign-in-name-empty'));
    else if (password === '') this.refuse('password', this.words.text('sign-in-password-empty'));
    else await this.enter({ name, password });
  }

  private async enter(typed: { name: string; password: string }): Promise<void> {
    this.working = true;
    this.failure = null;
    this.wrong = null;
    try {
      const signedIn = await this.kiosk.api.signIn.mutate(typed, { signal: AbortSignal.timeout(patience) });
      // Nobody waits for it any more.
      if (this.isConnected) this.goOn(signedIn);
    } catch (error) {
      const text = this.failureText(error) ?? this.words.text('kiosk-sign-in-offline');
      if (!this.isConnected) return;
      this.passwordField.value = '';
      this.refuse('password', text);
    } finally {
      this.working = false;
    }
  }

  private goOn(signedIn: KioskSignedIn): void {
    this.emptyFields();
    this.turn('bills', { signedIn });
  }

  private emptyFields(): void {
    this.nameField.value = '';
    this.passwordField.value = '';
  }

  private refuse(wrong: 'name' | 'password', text: string): void {
    this.wrong = wrong;
    this.failure = text;
    (wrong === 'name' ? this.nameField : this.passwordField).focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-sign-in': KioskSignIn;
  }
}
