import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { KioskLocker } from '../../../shared/kiosk-office.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import './confirm-dialog.ts';

/** All accounts that were locked at one kiosk are released. */
export class AllReleased extends Event {
  static readonly type = 'all-released';
  readonly released: number;

  constructor(released: number) {
    super(AllReleased.type, { bubbles: true, composed: true });
    this.released = released;
  }
}

/**
 * Kiosks at which several accounts were locked, with a way to release them together: for managers, after somebody stood there and
 * locked those of others.
 *
 * @fires AllReleased
 */
@customElement('kiosk-lockers')
export class KioskLockers extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      ul {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1.25rem;
      }
    `,
  ];

  @state() private asked: KioskLocker | null = null;
  private readonly list = new Task(this, {
    task: () => this.office.api.kiosks.lockers.query(),
    args: () => [] as const,
  });

  /** Something was released elsewhere. */
  reload(): void {
    void this.list.run();
  }

  override render(): unknown {
    return this.list.render({
      // The list below says what is locked; nothing moves when this comes.
      pending: () => (this.list.value ? this.renderAll(this.list.value) : nothing),
      error: this.renderFailure,
      complete: (all) => this.renderAll(all),
    });
  }

  private renderAll(all: readonly KioskLocker[]): unknown {
    // One alone has its own button.
    const several = all.filter(({ locks }) => locks > 1);
    if (several.length === 0) return nothing;
    return html`<ul class="card" role="list">
      ${several.map((one) => this.renderOne(one))}
    </ul>
    ${this.asked ? this.renderQuestion(this.asked) : nothing}`;
  }

  private renderOne(one: KioskLocker): TemplateResult {
    const { words } = this;
    const { kiosk, locks, most } = one;
    const says = words.text('kiosks-release-all');
    return html`<li>
      <span>${words.text('kiosks-lockers-of', { kiosk: kiosk.name, count: locks, more: locks >= most ? 'yes' : 'no' })}</span>
      <button
        type="button"
        aria-label=${words.text('kiosks-of', { name: kiosk.name, what: says })}
        @click=${() => this.ask(one)}
      >
        ${says}
      </button>
    </li>`;
  }

  private renderQuestion(one: KioskLocker): TemplateResult {
    const { words } = this;
    return html`<confirm-dialog
      heading=${words.text('kiosks-release-all-title', { kiosk: one.kiosk.name })}
      confirm=${words.text('kiosks-release-all')}
      cancel=${words.text('kiosks-cancel')}
      .perform=${async () => {
        const { released } = await this.office.api.kiosks.releaseAll.mutate({ kiosk: one.kiosk.id });
        this.asked = null;
        this.reload();
        this.dispatchEvent(new AllReleased(released));
      }}
      @dialog-dismissed=${this.onDismissed}
    >
      <p>${words.text('kiosks-release-all-text')}</p>
    </confirm-dialog>`;
  }

  private ask(one: KioskLocker): void {
    this.asked = one;
  }

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.asked = null;
    // Somebody else may have been quicker.
    this.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-lockers': KioskLockers;
  }
}
