import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Profile } from '../../shared/account-forms.ts';
import type { UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { askAccount, type Silence } from './account-actions.ts';
import { accountStyles } from './account-styles.ts';
import { type AccountSection, paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import './account-contact.ts';
import './account-devices.ts';
import './account-overview.ts';
import './account-passkeys.ts';
import './account-password.ts';
import './account-premises.ts';

/**
 * "My account": the overview, or one part of it. It reads the profile, gives it to the part that is shown, and reads it
 * again when that part has changed something. Without a network what the device knows is shown, and why the rest is not.
 */
@customElement('account-screen')
export class AccountScreen extends ScreenElement {
  static override styles = [controls, card, screen, accountStyles];

  /** Null: the overview. */
  @property() section: AccountSection | null = null;
  /** The last one read, also while it is read again. */
  @state() private profile: Profile | null = null;
  /** Why the profile could not be read. */
  @state() private trouble: Silence | 'signed-out' | 'refused' | null = null;
  private user: UserId | null = null;
  /** The last contact when it was asked for the last time. */
  private askedAt: EpochMs | null | undefined;
  private asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const user = this.state.session?.user.id ?? null;
    const isOther = user !== this.user;
    if (isOther) {
      this.user = user;
      this.profile = null;
    }
    const { state: sync, lastContactAt } = this.state.sync;
    // What could not be had is asked for again as soon as the company has answered anything.
    const lacking = this.profile === null || this.trouble !== null;
    const again = lacking && sync !== 'signed-out' && lastContactAt !== this.askedAt;
    if (isOther || changed.has('section') || again) void this.read();
  }

  override render(): TemplateResult {
    const { words, section } = this;
    return html`<div class="screen ${section === null ? 'split' : ''}">
      <a class="back across" href=${section === null ? paths.more : paths.account}
        ><mb-icon name="back"></mb-icon> ${words.text(section === null ? 'more-title' : 'account-title')}</a
      >
      <header class="title">
        <h1 tabindex="-1">${words.text(section === null ? 'account-title' : `account-${section}`)}</h1>
        ${section === null ? html`<p class="soft">${this.profile?.name ?? this.state.session?.user.name}</p>` : nothing}
      </header>
      <div class="across" role="status">${this.renderTrouble()}</div>
      ${this.renderSection()}
    </div>`;
  }

  private renderTrouble(): unknown {
    const { words } = this;
    const signedOut = this.state.sync.state === 'signed-out';
    const trouble = signedOut ? 'signed-out' : this.trouble;
    if (trouble === null) return nothing;
    return html`<div class="trouble">
      <mb-icon name=${signedOut ? 'user' : 'offline'}></mb-icon>
      <p>${words.text('account-unread', { why: trouble })}</p>
      ${
        signedOut
          ? html`<a class="button" href=${paths.signIn}>${words.text('sign-in-button')}</a>`
          : html`<button type="button" @click=${this.read}>${words.text('failed-again')}</button>`
      }
    </div>`;
  }

  private renderSection(): TemplateResult {
    const { profile, read } = this;
    switch (this.section) {
      case null:
        return html`<account-overview class="across" .profile=${profile} @account-changed=${read}></account-overview>`;
      case 'password':
        return html`<account-password .profile=${profile} @account-changed=${read}></account-password>`;
      case 'premises':
        return html`<account-premises .profile=${profile} @account-changed=${read}></account-premises>`;
      case 'devices':
        return html`<account-devices .profile=${profile} @account-changed=${read}></account-devices>`;
      case 'passkeys':
        return html`<account-passkeys .profile=${profile} @account-changed=${read}></account-passkeys>`;
      default:
        return html`<account-contact
          .kind=${this.section}
          .profile=${profile}
          @account-changed=${read}
        ></account-contact>`;
    }
  }

  private async read(): Promise<void> {
    const { user } = this;
    if (user === null || this.state.sync.state === 'signed-out') return;
    this.asked += 1;
    const { asked } = this;
    this.askedAt = this.state.sync.lastContactAt;
    const answer = await askAccount(this.app.store, (actions) => actions.readProfile());
    // A later answer, or another user's, is the one that counts.
    if (asked !== this.asked || user !== this.user) return;
    if (answer.ok) {
      this.profile = answer.value;
      this.trouble = null;
    } else {
      this.trouble = typeof answer.problem === 'string' ? answer.problem : 'refused';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-screen': AccountScreen;
  }
}
