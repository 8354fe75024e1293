import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { longestPassword } from '../../../shared/password.ts';
import type { PhoneSignedIn } from '../elements/phone-pairing.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { kiosk } from '../styles.ts';
import '../elements/kiosk-keys.ts';
import '../elements/phone-pairing.ts';

/** How long the answer is waited for, in milliseconds: a password takes the server a while. */
const patience = 15_000;

/**
 * Who wants to see bills: by one's own phone, or by account number (or e-mail) and password.
 *
 * Nothing that is typed here may stay in the browser. Its password manager leaves a field for one-time codes alone, and neither
 * offers to save what is in it nor notes the name beside it, as it does of every other password, whatever `autocomplete` says.
 * The field never becomes one of plain text, whose content a browser may remember.
 */
@customElement('kiosk-sign-in')
export class KioskSignIn extends KioskScreen {
  static override styles = [
    kiosk,
    css`
      .screen {
        grid-template-columns: minmax(0, 1fr);
      }
      form {
        display: contents;
      }
      /* Above the bar at the bottom. */
      kiosk-keys {
        scroll-margin-bottom: 4rem;
      }
      @container (min-width: 40rem) {
        .screen {
          grid-template: "title title" auto "typed phone" auto "on on" auto / minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
          max-width: 60rem;
        }
        .screen.typing {
          grid-template-areas: "title title" "typed typed" "keys keys" "on on" "phone phone";
        }
        h1 {
          grid-area: title;
        }
        .typed {
          grid-area: typed;
        }
        kiosk-keys {
          grid-area: keys;
        }
        .on {
          grid-area: on;
        }
        .phone {
          grid-area: phone;
        }
        .typing .typed {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
        }
        .typing .typed > :is(h2, .failure) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  /** A field was touched: the keys come, and stay. */
  @state() private typing = false;
  @state() private working = false;
  @state() private failure: string | null = null;
  /** The field with which something is wrong. */
  @state() private wrong: 'name' | 'password' | null = null;
  @query('#name') private nameField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;
  @query('kiosk-keys') private keys!: HTMLElement | null;

  override render(): TemplateResult {
    const { words, working, typing } = this;
    const { example } = this.kiosk.company.accountNumber;
    return html`<div class=${typing ? 'screen typing' : 'screen'}>
      <h1 tabindex="-1">${words.text('kiosk-sign-in-title')}</h1>
      <form novalidate autocomplete="off" @submit=${this.onSubmit}>
        <section class="card typed" aria-labelledby="typed" @focusin=${this.onTyping}>
          <h2 id="typed">${words.text('kiosk-sign-in-password')}</h2>
          <div class="field">
            <label for="name">${words.text('sign-in-name')}</label>
            <input id="name" inputmode="none" autocomplete="off" autocapitalize="none" autocorrect="off"
              spellcheck="false" maxlength=${longest.email} aria-describedby="name-hint"
              aria-invalid=${this.wrong === 'name'} />
            <p class="small soft" id="name-hint">${words.text('sign-in-name-hint', { example })}</p>
          </div>
          <div class="field">
            <label for="password">${words.text('sign-in-password')}</label>
            <input id="password" type="password" inputmode="none" autocomplete="one-time-code"
              maxlength=${longestPassword} aria-describedby="password-hint" aria-invalid=${this.wrong === 'password'} />
            <p class="small soft" id="password-hint">${words.text('kiosk-sign-in-forgot')}</p>
          </div>
          ${this.renderFailure(this.failure)}
        </section>
        ${typing ? html`<kiosk-keys layout="text"></kiosk-keys>` : nothing}
        <div class="row on">
          <button class="grow" type="button" @click=${() => this.turn('start')}>
            <mb-icon name="back"></mb-icon>${words.text('kiosk-sign-in-back')}
          </button>
          <button class="primary grow" type="submit" aria-disabled=${working}>
            ${words.text(working ? 'kiosk-moment' : 'kiosk-sign-in-do')}
          </button>
        </div>
      </form>
      <section class="card phone" aria-labelledby="phone">
        <h2 id="phone">${words.text('kiosk-sign-in-phone')}</h2>
        <phone-pairing @phone-signed-in=${this.onPhone}></phone-pairing>
      </section>
    </div>`;
  }

  private async onTyping(): Promise<void> {
    if (this.typing) return;
    this.typing = true;
    await this.updateComplete;
    this.keys?.scrollIntoView({ block: 'nearest' });
  }

  private onPhone({ signedIn }: PhoneSignedIn): void {
    this.goOn(signedIn);
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    const name = this.nameField.value.trim();
    const password = this.passwordField.value;
    if (name === '') this.refuse('name', this.words.text('sign-in-name-empty'));
    else if (password === '') this.refuse('password', this.words.text('sign-in-password-empty'));
    else await this.enter({ name, password });
  }

  private async enter(typed: { name: string; password: string }): Promise<void> {
    this.working = true;
    this.failure = null;
    this.wrong = null;
    try {
      const signedIn = await this.kiosk.api.signIn.mutate(typed, { signal: AbortSignal.timeout(patience) });
      // Nobody waits for it any more, or a phone was quicker.
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
    this.nameField.value = '';
    this.passwordField.value = '';
    this.turn('bills', { signedIn });
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
