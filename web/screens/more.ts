import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import type { SyncStatus } from '../store/views.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';
import './language-choice.ts';
import './phone-links.ts';
import './sending-line.ts';
import './sign-out.ts';

/** Everything that is not a reading: language, account, sending, storage, installation, questions, signing out. */
@customElement('more-screen')
export class MoreScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.875rem;
        justify-items: start;
      }
      .card > * {
        max-width: 100%;
      }
      /* Nothing to say takes no room, and is there to be heard when it comes. */
      [role="status"]:empty {
        position: absolute;
      }
      language-choice,
      account-switch,
      .facts {
        width: 100%;
      }
      .links {
        display: grid;
        gap: 0.5rem;
        width: 100%;
      }
      .links .button {
        justify-content: start;
        text-align: start;
      }
    `,
  ];

  @state() private leaving = false;
  /** What came of "hand in now": said until the next time, with its time, so that each is heard. */
  @state() private sent: { at: EpochMs; status: SyncStatus } | null = null;
  @state() private sending = false;
  /** The browser has been asked to keep what is stored, and has not agreed. */
  @state() private refused = false;

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${words.text('more-title')}</h1></header>
      ${this.renderLanguage()} ${this.renderAccount()} ${this.renderSending()} ${this.renderInstall()}
      ${this.renderStorage()} ${this.renderContact()}
      <section class="card">
        <p class="soft">${words.text('more-version', { version: this.state.appVersion })}</p>
        <button type="button" @click=${this.onSignOut}>${words.text('more-sign-out')}</button>
      </section>
      ${this.leaving ? html`<sign-out @dialog-dismissed=${this.onStay}></sign-out>` : nothing}
    </div>`;
  }

  private renderLanguage(): unknown {
    if (this.state.company.languages.length < 2) return nothing;
    return html`<section class="card">
      <h2>${this.words.text('more-language')}</h2>
      <language-choice></language-choice>
    </section>`;
  }

  private renderSending(): TemplateResult {
    const { words, app } = this;
    const { sync } = this.state;
    const now = app.store.now();
    return html`<section class="card">
      <h2>${words.text('more-sending')}</h2>
      <sending-line .status=${sync} .now=${now}></sending-line>
      <p class="soft small">
        ${
          sync.lastContactAt === null
            ? words.text('sending-never')
            : words.text('sending-last', { at: words.moment(sync.lastContactAt, now) })
        }
      </p>
      ${
        sync.state === 'signed-out'
          ? html`<a class="button primary" href=${paths.signIn}>${words.text('sign-in-button')}</a>`
          : html`<button type="button" aria-disabled=${this.sending} @click=${this.onSend}>
              <mb-icon name="sending"></mb-icon>${words.text('sending-now')}
            </button>`
      }
      <div role="status">${this.renderSent()}</div>
    </section>`;
  }

  private renderSent(): unknown {
    const { words, sent } = this;
    if (!sent || sent.status.state === 'signed-out' || sent.status.state === 'upgrade-required') return nothing;
    const { queued, messages, state: how } = sent.status;
    const at = words.time(sent.at);
    if (how === 'idle' && queued + messages === 0) return html`<p>${at}: ${words.text('sending-idle')}</p>`;
    return html`<p>${words.text('sending-tried', { at, why: how === 'offline' ? 'no-network' : 'unanswered' })}</p>`;
  }

  private renderStorage(): unknown {
    const { words } = this;
    const { storage } = this.state;
    if (storage === 'unavailable') return nothing;
    return html`<section class="card">
      <h2>${words.text('more-storage')}</h2>
      <p>${words.text(`more-storage-${storage}`)}</p>
      ${
        storage === 'kept'
          ? nothing
          : html`<button type="button" @click=${this.onKeep}>${words.text('more-storage-keep')}</button>`
      }
      <div role="status">${
        this.refused && storage !== 'kept' ? html`<p>${words.text('more-storage-refused')}</p>` : nothing
      }</div>
    </section>`;
  }

  private renderInstall(): unknown {
    const { words, app } = this;
    const { install } = this.state;
    if (install === 'none') return nothing;
    return html`<section class="card">
      <h2>${words.text('more-install')}</h2>
      <p>${words.text('more-install-text')}</p>
      ${
        install === 'ios'
          ? html`<p><mb-icon name="share"></mb-icon> ${words.text('more-install-ios')}</p>`
          : html`<button class="primary" type="button" @click=${() => void app.store.promptInstall()}>
              ${words.text('more-install-button')}
            </button>`
      }
    </section>`;
  }

  private renderAccount(): unknown {
    const { words } = this;
    const { account } = this.app;
    return html`<section class="card">
      <h2>${words.text('more-account')}</h2>
      ${
        account
          ? html`<dl class="facts">
                <dt>${words.text('more-number')}</dt>
                <dd><span class="whole">${account.number}</span></dd>
                <dt>${words.text('more-holder')}</dt>
                <dd>${account.holder}</dd>
                <dt>${words.text('more-address')}</dt>
                <dd>${account.address}</dd>
              </dl>
              <account-switch></account-switch>`
          : nothing
      }
      <a class="button" href=${paths.account}><mb-icon name="user"></mb-icon>${words.text('account-title')}</a>
    </section>`;
  }

  private renderContact(): TemplateResult {
    const { words } = this;
    const { company } = this.state;
    return html`<section class="card">
      <h2>${words.text('more-contact')}</h2>
      <p>${company.name}</p>
      <div class="links">
        <a class="button" href=${paths.support}><mb-icon name="mail"></mb-icon>${words.text('more-messages')}</a>
        <phone-links emergency></phone-links>
        <a class="button" href=${`mailto:${company.mail.address}`}
          ><mb-icon name="mail"></mb-icon>${words.text('more-mail', { address: company.mail.address })}</a
        >
      </div>
    </section>`;
  }

  private async onSend(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      const { store } = this.app;
      await store.sendNow();
      this.sent = { at: store.now(), status: store.state.sync };
    } finally {
      this.sending = false;
    }
  }

  private async onKeep(): Promise<void> {
    await this.app.store.askPersistence();
    this.refused = this.state.storage !== 'kept';
  }

  private onSignOut(): void {
    this.leaving = true;
  }

  private onStay(): void {
    this.leaving = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'more-screen': MoreScreen;
  }
}
