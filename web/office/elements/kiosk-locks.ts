import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { KioskLock } from '../../../shared/kiosk-office.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { done } from '../done-styles.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { slips } from '../slips-styles.ts';
import { office } from '../styles.ts';
import type { AllReleased, KioskLockers } from './kiosk-lockers.ts';
import './confirm-dialog.ts';
import './kiosk-lockers.ts';

/** Accounts for which too many wrong proofs were given at kiosks; a clerk releases them. */
@customElement('kiosk-locks')
export class KioskLocks extends OfficeScreen {
  static override styles = [
    ...office,
    done,
    slips(css`48rem`),
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }
      tbody :is(th, td) {
        vertical-align: middle;
      }
      td:last-child {
        text-align: end;
      }
      td button {
        white-space: nowrap;
      }
      @container (max-width: 48rem) {
        tr {
          gap: 0.25rem;
        }
        [data-of]::before {
          content: attr(data-of) ": ";
          content: attr(data-of) ": " / "";
          color: var(--ink-soft);
        }
        td:last-child {
          margin-top: 0.5rem;
          text-align: start;
        }
      }
    `,
  ];

  @state() private asked: KioskLock | null = null;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  @query('kiosk-lockers') private lockers!: KioskLockers | null;
  private readonly list = new PagedList<object, KioskLock>(this, {
    question: () => ({}),
    load: (_, after) => this.office.api.kiosks.locks.query({ after }),
  });

  override render(): TemplateResult {
    const { words, list } = this;
    return html`<section aria-labelledby="locks" @dialog-dismissed=${this.onDismissed}>
      <div>
        <h2 id="locks">${words.text('kiosks-locks-title')}</h2>
        <p class="soft">${words.text('kiosks-locks-lead')}</p>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${mayActAs(this.office.staff.role, 'manager') ? html`<kiosk-lockers @all-released=${this.onAllReleased}></kiosk-lockers>` : nothing}
      ${this.renderFailure(list.failure)}
      ${list.shown === null ? (list.waiting ? this.renderPending() : nothing) : this.renderAll(list.shown.rows)}
      ${list.renderMore(words.text('kiosks-more'))} ${this.asked ? this.renderQuestion(this.asked) : nothing}
    </section>`;
  }

  private renderAll(locks: readonly KioskLock[]): TemplateResult {
    const { words } = this;
    if (locks.length === 0) return html`<p>${words.text('kiosks-locks-none')}</p>`;
    const now = this.office.now();
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.text('kiosks-slip-account')}</th>
          <th scope="col">${words.text('kiosks-locked-where')}</th>
          <th scope="col">${words.text('kiosks-locked-at')}</th>
          <th scope="col">${words.text('kiosks-locks-last')}</th>
          <th scope="col"><span class="visually-hidden">${words.text('kiosks-actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${locks.map(
          (lock) =>
            html`<tr>
              <th scope="row">
                <a class="figures" href="/office/accounts/${lock.account.id}">${lock.account.number} · ${lock.account.holder}</a>
              </th>
              <td data-of=${words.text('kiosks-locked-where')}>${lock.everywhere ? words.text('kiosks-locked-everywhere') : lock.kiosk.name}</td>
              <td data-of=${words.text('kiosks-locked-at')}>${words.moment(toEpochMs(lock.lockedAt), now)}</td>
              <td data-of=${words.text('kiosks-locks-last')}>${words.text('kiosks-locks-at', { kiosk: lock.kiosk.name, at: words.moment(toEpochMs(lock.lastAt), now) })}</td>
              <td>
                <button
                  type="button"
                  aria-label=${words.text('kiosks-of', { name: lock.account.number, what: words.text('kiosks-release') })}
                  @click=${() => this.ask(lock)}
                >
                  ${words.text('kiosks-release')}
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderQuestion({ account }: KioskLock): TemplateResult {
    const { words } = this;
    const { id, number } = account;
    return html`<confirm-dialog
      heading=${words.text('kiosks-release-title', { number })}
      confirm=${words.text('kiosks-release')}
      cancel=${words.text('kiosks-cancel')}
      .perform=${async () => {
        await this.office.api.kiosks.release.mutate({ account: id });
        this.asked = null;
        this.said = words.text('kiosks-released', { number });
        this.reload();
      }}
    >
      <p>${words.text('kiosks-release-text')}</p>
    </confirm-dialog>`;
  }

  private ask(lock: KioskLock): void {
    this.said = null;
    this.asked = lock;
  }

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.asked = null;
    // Somebody else may have been quicker.
    this.reload();
  };

  private reload(): void {
    this.list.reload();
    this.lockers?.reload();
  }

  private readonly onAllReleased = ({ released }: AllReleased): void => {
    this.said = this.words.text('kiosks-released-all', { count: released });
    this.list.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-locks': KioskLocks;
  }
}
