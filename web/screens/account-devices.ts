import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Device } from '../../shared/account-forms.ts';
import { AccountPart } from './account-part.ts';
import { dayText, deviceText } from './device-text.ts';
import '../elements/mb-dialog.ts';

/**
 * Where the user is signed in; each of the other devices, or all of them, can be signed out from here.
 *
 * @fires AccountChanged
 */
@customElement('account-devices')
export class AccountDevices extends AccountPart {
  /** Which one is asked about, or all others. */
  @state() private asking: Device | 'others' | null = null;

  override render(): unknown {
    const { words, profile } = this;
    if (!profile) return nothing;
    // The one in hand stands first; then the one that was used last.
    const devices = [...profile.devices].sort(
      (one, other) => Number(other.own) - Number(one.own) || other.seenAt.localeCompare(one.seenAt),
    );
    const others = devices.filter(({ own }) => !own);
    return html`<section class="card">
      <h2 class="visually-hidden" tabindex="-1">${words.text('account-devices')}</h2>
      <p class="soft">${words.text('account-devices-lead')}</p>
      <ul class="items" role="list">
        ${devices.map((device) => this.renderDevice(device))}
      </ul>
      ${
        others.length > 1
          ? html`<button type="button" @click=${() => this.ask('others')}>${words.text('account-devices-end')}</button>`
          : nothing
      }
      <div role="status">${this.renderSaid()}</div>
      ${this.renderDialog()}
    </section>`;
  }

  private renderDevice(device: Device): TemplateResult {
    const { words, app } = this;
    const { id, own, seenAt, since, userAgent } = device;
    // Sessions live in the machine's time, also where a demo runs another clock.
    const now = app.store.now() - (this.state.company.demo?.clockAhead ?? 0);
    return html`<li>
      <div class="what">
        <strong id=${`of-${id}`}>${deviceText(words, userAgent)}</strong>
        <span class="soft">
          <span class="whole">${
            own ? words.text('account-device-own') : words.text('account-device-used', dayText(words, seenAt, now))
          } ·</span>
          <span class="whole">${words.text('account-device-since', dayText(words, since, now))}</span>
        </span>
      </div>
      ${
        own
          ? nothing
          : html`<button class="quiet" type="button" aria-describedby=${`of-${id}`} @click=${() => this.ask(device)}>
              ${words.text('account-device-end')}
            </button>`
      }
    </li>`;
  }

  private renderDialog(): unknown {
    const { words, asking } = this;
    if (asking === null) return nothing;
    const heading =
      asking === 'others'
        ? words.text('account-devices-end-title')
        : words.text('account-device-end-title', { name: deviceText(words, asking.userAgent) });
    return html`<mb-dialog heading=${heading} @dialog-dismissed=${this.onStay}>
      <p>${words.text('account-device-end-text')}</p>
      <div class="answers" slot="answers">
        <button type="button" aria-disabled=${this.working} @click=${() => this.end(asking)}>
          ${words.text(asking === 'others' ? 'account-devices-end' : 'account-device-end')}
        </button>
        <button class="primary" type="button" autofocus @click=${this.onStay}>${words.text('account-device-leave')}</button>
      </div>
    </mb-dialog>`;
  }

  private ask(which: Device | 'others'): void {
    this.said = null;
    this.asking = which;
  }

  private end(which: Device | 'others'): Promise<void> {
    return this.whileWorking(async () => {
      const { words } = this;
      const ended = await this.act((actions) =>
        which === 'others' ? actions.endOtherDevices() : actions.endDevice(which.id),
      );
      this.asking = null;
      if (!ended) return;
      const text =
        which === 'others'
          ? words.text('account-devices-ended')
          : words.text('account-device-ended', { name: deviceText(words, which.userAgent) });
      this.said = { text, wrong: false };
    });
  }

  private onStay(): void {
    this.asking = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-devices': AccountDevices;
  }
}
