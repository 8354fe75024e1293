import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { KioskKey } from '../../../shared/kiosk-office.ts';
import { done } from '../done-styles.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import './confirm-dialog.ts';

/** The keys that kiosks seal to, and a new one on demand. For administrators. */
@customElement('kiosk-key-list')
export class KioskKeyList extends OfficeScreen {
  static override styles = [
    ...office,
    done,
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }
      button {
        width: fit-content;
      }
      summary {
        min-height: var(--target);
        padding-block: 0.75rem;
        cursor: pointer;
      }
    `,
  ];

  @state() private asking = false;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  private readonly keys = new Task(this, {
    task: () => this.office.api.kiosks.keys.query(),
    args: () => [] as const,
  });

  override render(): TemplateResult {
    const { words, keys } = this;
    return html`<section aria-labelledby="keys" @dialog-dismissed=${this.onDismissed}>
      <div>
        <h2 id="keys">${words.text('kiosks-keys-title')}</h2>
        <p class="soft">${words.text('kiosks-keys-lead')}</p>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${keys.render({
        pending: () => (keys.value ? this.renderKeys(keys.value) : this.renderPending()),
        complete: (all) => this.renderKeys(all),
        error: this.renderFailure,
      })}
      <button type="button" @click=${this.onAsk}>${words.text('kiosks-keys-renew')}</button>
      ${this.asking ? this.renderQuestion() : nothing}
    </section>`;
  }

  private renderKeys([newest, ...older]: readonly KioskKey[]): TemplateResult {
    const { words } = this;
    if (!newest) return html`<p>${words.text('kiosks-keys-none')}</p>`;
    return html`<p>${this.nameOf(newest, 'kiosks-keys-newest')}</p>
      ${
        older.length === 0
          ? nothing
          : html`<details>
              <summary>${words.text('kiosks-keys-older', { count: older.length })}</summary>
              <ul>
                ${older.map((key) => html`<li>${this.nameOf(key, 'kiosks-keys-one')}</li>`)}
              </ul>
            </details>`
      }`;
  }

  private nameOf({ number, createdAt }: KioskKey, key: 'kiosks-keys-newest' | 'kiosks-keys-one'): string {
    return this.words.text(key, { number, at: this.words.moment(toEpochMs(createdAt), this.office.now()) });
  }

  private renderQuestion(): TemplateResult {
    const { words } = this;
    return html`<confirm-dialog
      heading=${words.text('kiosks-keys-renew-title')}
      confirm=${words.text('kiosks-keys-renew')}
      cancel=${words.text('kiosks-cancel')}
      .perform=${async () => {
        await this.office.api.kiosks.rotateKey.mutate();
        this.asking = false;
        this.said = words.text('kiosks-keys-renewed');
        void this.keys.run();
      }}
    >
      <p>${words.text('kiosks-keys-renew-text')}</p>
    </confirm-dialog>`;
  }

  private readonly onAsk = (): void => {
    this.said = null;
    this.asking = true;
  };

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.asking = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-key-list': KioskKeyList;
  }
}
