import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { localDay } from '../../shared/window.ts';
import { DialogDismissed } from '../elements/mb-dialog.ts';
import { controls } from '../styles/controls.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { unsentFile } from './unsent-file.ts';
import '../elements/mb-icon.ts';

/**
 * Signing out. While something is unsent it is a choice among three: hand it in first, keep it here under one's own name,
 * or take it along as a file.
 *
 * @fires DialogDismissed
 */
@customElement('sign-out')
export class SignOut extends ScreenElement {
  static override styles = [
    controls,
    css`
      .answers {
        display: grid;
        gap: 0.625rem;
      }
      .hint {
        padding-inline: 0.25rem;
      }
    `,
  ];

  @state() private busy = false;
  @state() private notSent = false;
  /** What came of saving a file. */
  @state() private taken: { file: string | null; left: number; withdrawals: number } | null = null;
  /** How much waits; while the answer is carried out, what waited when it was given. */
  private queued = 0;
  private messages = 0;

  protected override willUpdate(): void {
    if (this.busy) return;
    this.queued = this.state.sync.queued;
    this.messages = this.state.sync.messages;
  }

  override render(): TemplateResult {
    const { words, queued, messages } = this;
    return queued + messages === 0
      ? html`<mb-dialog heading=${words.text('sign-out-title')}>
          <p>${words.text('sign-out-plain')}</p>
          <div class="answers" slot="answers">
            <button type="button" aria-disabled=${this.busy} @click=${() => this.leave(false)}>${words.text('more-sign-out')}</button>
            ${this.renderStay()}
          </div>
        </mb-dialog>`
      : html`<mb-dialog heading=${words.text('sign-out-unsent-title')}>
          ${queued > 0 ? html`<p>${words.text('sign-out-unsent', { count: queued })}</p>` : nothing}
          ${messages > 0 ? html`<p>${words.text('sign-out-messages', { count: messages })}</p>` : nothing}
          <div role="alert">${this.notSent ? html`<p>${words.text('sign-out-not-sent')}</p>` : nothing}</div>
          <div class="answers" slot="answers">
            <button class="primary" type="button" aria-disabled=${this.busy} @click=${() => this.leave(true)}>
              <mb-icon name="sending"></mb-icon>${words.text('sign-out-send-first')}
            </button>
            <button type="button" aria-disabled=${this.busy} aria-describedby="keep" @click=${() => this.leave(false)}>
              <mb-icon name="saved"></mb-icon>${words.text('sign-out-keep')}
            </button>
            <p class="soft small hint" id="keep">${words.text('sign-out-keep-hint')}</p>
            ${
              queued === 0
                ? nothing
                : html`<button type="button" aria-disabled=${this.busy} aria-describedby="export" @click=${this.onExport}>
                      <mb-icon name="download"></mb-icon>${words.text('sign-out-export')}
                    </button>
                    <p class="soft small hint" id="export">${words.text('sign-out-export-hint')}</p>`
            }
            <div class="hint" role="status">${this.renderTaken()}</div>
            ${this.renderStay()}
          </div>
        </mb-dialog>`;
  }

  private renderTaken(): unknown {
    const { words, taken } = this;
    if (!taken) return nothing;
    const { file, left, withdrawals } = taken;
    return html`${file === null ? nothing : html`<p>${words.text('sign-out-exported', { file })}</p>`}
    ${left === 0 ? nothing : html`<p>${words.text('sign-out-left', { count: left })}</p>`}
    ${withdrawals === 0 ? nothing : html`<p>${words.text('sign-out-withdrawals')}</p>`}
    ${this.messages === 0 ? nothing : html`<p>${words.text('sign-out-messages-stay')}</p>`}`;
  }

  private renderStay(): TemplateResult {
    return html`<button class="quiet" type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>
      ${this.words.text('sign-out-stay')}
    </button>`;
  }

  private async leave(sendFirst: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    let left = false;
    try {
      left = await this.app.store.signOut({ sendFirst });
      this.notSent = !left;
      if (left) this.app.navigate(paths.home);
    } finally {
      // Whoever has left is not asked again while this goes away.
      this.busy = left;
    }
  }

  private async onExport(): Promise<void> {
    if (this.busy) return;
    const { app, words } = this;
    const today = localDay(app.store.now(), words.timeZone);
    const rows = await Promise.all(app.state.accounts.map(({ id }) => app.store.accountRows(id)));
    const { file, unreadable, withdrawals, queued } = unsentFile(
      rows.filter((one) => one !== null),
      words,
      today,
    );
    if (file) download(file);
    // Of an account that is not on this device any more not even the readings are found.
    const left = unreadable + Math.max(0, this.queued - queued);
    this.taken = { file: file?.name ?? null, left, withdrawals };
  }
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-out': SignOut;
  }
}
