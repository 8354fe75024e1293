import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isEmail, isPhone } from '../../../shared/contact.ts';
import type { ReadingId, SlipId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { isWaitingSlip, type OfficeSlip, type OfficeSlipReading } from '../../../shared/kiosk-office.ts';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { problemOf } from '../api.ts';
import { done } from '../done-styles.ts';
import type { SlipReadingEntered } from '../elements/kiosk-slip-reading.ts';
import type { SlipSettled } from '../elements/settle-slip.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slipProblemText } from '../slip-words.ts';
import { office } from '../styles.ts';
import '../elements/confirm-dialog.ts';
import '../elements/kiosk-slip-reading.ts';
import '../elements/settle-slip.ts';

/** A slip does not wait any more, or for something else. */
export class SlipMoved extends Event {
  static readonly type = 'slip-moved';

  constructor() {
    super(SlipMoved.type, { bubbles: true, composed: true });
  }
}

/**
 * What somebody left at a kiosk: what was typed, what is wrong with it, how to reach them, and what the office does with it.
 *
 * @fires SlipMoved
 */
@customElement('kiosk-slip')
export class KioskSlipPage extends OfficeScreen {
  static override styles = [
    ...office,
    done,
    css`
      article {
        display: grid;
        gap: 1rem;
      }
      .wrong {
        padding: 0.75rem 1rem;
        border-inline-start: 4px solid var(--warn-line);
        border-radius: var(--radius-small);
        background: var(--warn-wash);
      }
      /* Beside the list there is room for two columns. */
      @container (min-width: 24rem) {
        dl.facts {
          grid-template-columns: minmax(8rem, auto) 1fr;
        }
        dl.facts dd + dt {
          margin-top: 0;
        }
      }
      ul {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) slip!: SlipId;
  @state() private page: OfficeSlip | null = null;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  @state() private failure: unknown = null;
  @state() private taking = false;
  /** Readings that were entered by hand from here. */
  @state() private entered: ReadonlySet<ReadingId> = new Set();
  @query('h2') private heading!: HTMLElement | null;

  private readonly opening = new Task(this, {
    task: async ([id]) => {
      const page = await this.office.api.kiosks.slip.mutate({ id });
      if (this.slip === id) this.page = page;
    },
    args: () => [this.slip] as const,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('slip')) return;
    this.page = null;
    this.said = null;
    this.failure = null;
    this.taking = false;
    this.entered = new Set();
  }

  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    try {
      await this.opening.taskComplete;
    } catch {
      // The screen says what it failed at.
      return;
    }
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  }

  override render(): unknown {
    return this.opening.render({
      pending: () => (this.page ? this.renderPage(this.page) : this.renderPending()),
      complete: () => (this.page ? this.renderPage(this.page) : nothing),
      error: this.renderFailure,
    });
  }

  private renderPage(page: OfficeSlip): TemplateResult {
    const { words } = this;
    const { id, state: standing, problems, readings } = page;
    return html`<article
      @slip-reading-entered=${this.onEntered}
      @slip-settled=${this.onSettled}
      @dialog-dismissed=${this.onDismissed}
    >
      <div class="row spread">
        <h2 tabindex="-1">${words.text('kiosks-slip-number', { number: receiptNumber(id) })}</h2>
        <span>${words.text(`kiosks-slip-is-${standing}`)}</span>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${problems.map((problem) => html`<p class="wrong">${slipProblemText(words, problem, null)}</p>`)}
      ${standing === 'held' ? html`<p class="wrong">${words.text('kiosks-slip-held-why')}</p>` : nothing}
      ${this.renderFacts(page)}
      <h3>${words.text('kiosks-slip-readings', { period: words.periodTitle(page.period) })}</h3>
      <ul role="list">
        ${readings.map((reading) => this.renderReading(page, reading))}
      </ul>
      ${this.renderFailure(this.failure)} ${this.renderEnd(page)}
    </article>`;
  }

  private renderFacts({
    account,
    typedAccount,
    serial,
    contact,
    kiosk,
    savedAt,
    receivedAt,
    language,
  }: OfficeSlip): TemplateResult {
    const { words } = this;
    const now = this.office.now();
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt>
      <dd>${value}</dd>`;
    return html`<dl class="facts card">
      ${
        account
          ? fact(
              words.text('kiosks-slip-account'),
              html`<a href="/office/accounts/${account.id}">${account.number} · ${account.holder}</a><br />${account.address}`,
            )
          : fact(words.text('kiosks-slip-typed-account'), typedAccount)
      }
      ${fact(words.text('kiosks-slip-serial'), serial)}
      ${fact(words.text('kiosks-slip-contact'), this.renderContact(contact))}
      ${fact(words.text('kiosks-slip-language'), words.text(`language-${language}`))}
      ${fact(words.text('kiosks-slip-saved'), `${words.moment(toEpochMs(savedAt), now)}, ${kiosk.name}`)}
      ${fact(words.text('kiosks-slip-received'), words.moment(toEpochMs(receivedAt), now))}
    </dl>`;
  }

  private renderContact(contact: string | null): unknown {
    if (contact === null) return html`<span class="soft">${this.words.text('kiosks-slip-no-contact')}</span>`;
    if (isEmail(contact)) return html`<a href="mailto:${contact}">${contact}</a>`;
    return isPhone(contact) ? html`<a href="tel:${contact.replace(/[^+\d]/g, '')}">${contact}</a>` : contact;
  }

  private renderReading(slip: OfficeSlip, reading: OfficeSlipReading): TemplateResult {
    return html`<li>
      <kiosk-slip-reading
        .slip=${slip}
        .reading=${reading}
        ?entered=${this.entered.has(reading.id)}
      ></kiosk-slip-reading>
    </li>`;
  }

  private renderEnd({ id, state: standing, settled }: OfficeSlip): unknown {
    const { words } = this;
    if (settled) {
      const at = words.moment(toEpochMs(settled.at), this.office.now());
      return html`<section class="card">
        <p>${settled.note}</p>
        <p class="soft small">${words.text('kiosks-slip-settled-by', { name: settled.by, at })}</p>
      </section>`;
    }
    if (!isWaitingSlip(standing)) return nothing;
    return html`${
      standing === 'held'
        ? html`<section class="card">
            <h3>${words.text('kiosks-take-in')}</h3>
            ${
              mayActAs(this.office.staff.role, 'manager')
                ? html`<p>${words.text('kiosks-take-in-lead')}</p>
                    <div class="row">
                      <button type="button" @click=${this.onTake}>${words.text('kiosks-take-in-do')}</button>
                    </div>`
                : html`<p>${words.text('kiosks-take-in-who')}</p>`
            }
          </section>`
        : nothing
    }
    <settle-slip .slip=${id} .seen=${standing}></settle-slip>
    ${
      this.taking
        ? html`<confirm-dialog
            heading=${words.text('kiosks-take-in-title')}
            confirm=${words.text('kiosks-take-in-do')}
            cancel=${words.text('kiosks-cancel')}
            .perform=${() => this.takeIn(id)}
          >
            <p>${words.text('kiosks-take-in-text')}</p>
          </confirm-dialog>`
        : nothing
    }`;
  }

  private readonly onTake = (): void => {
    this.said = null;
    this.failure = null;
    this.taking = true;
  };

  private async takeIn(id: SlipId): Promise<void> {
    try {
      const { state: became } = await this.office.api.kiosks.takeIn.mutate({ id });
      this.taking = false;
      await this.moved(this.words.text(`kiosks-taken-in-${became}`));
    } catch (error) {
      if (problemOf(error)?.code !== 'changed_meanwhile') throw error;
      this.taking = false;
      await this.overtaken(error);
    }
  }

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.taking = false;
  };

  private readonly onEntered = ({ reading, adjustment }: SlipReadingEntered): void => {
    this.entered = new Set([...this.entered, reading]);
    this.said = this.words.text(adjustment ? 'review-enter-done-adjustment' : 'review-enter-done');
  };

  private readonly onSettled = async ({ failure }: SlipSettled): Promise<void> => {
    if (failure === null) await this.moved(this.words.text('kiosks-settled'));
    else await this.overtaken(failure);
  };

  /** It is shown as it stands now. */
  private async moved(said: string | null): Promise<void> {
    this.said = said;
    this.failure = null;
    this.dispatchEvent(new SlipMoved());
    await this.opening.run();
    await this.focusHeading();
    // What was done is said there; the form that did it stood far below.
    this.heading?.scrollIntoView({ block: 'nearest' });
  }

  /** Somebody else was quicker: how it stands now is shown, and said. */
  private async overtaken(failure: unknown): Promise<void> {
    await this.moved(null);
    this.failure = failure;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-slip': KioskSlipPage;
  }
}
