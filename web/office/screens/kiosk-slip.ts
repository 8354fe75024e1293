import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import type { OfficeSlip, OfficeSlipReading } from '../../../shared/kiosk-office.ts';
import { placeWithoutNumber, receiptNumber } from '../../../shared/kiosk-slip.ts';
import { done } from '../done-styles.ts';
import { renderContact } from '../elements/contact-link.ts';
import type { SlipTaken } from '../elements/held-slip.ts';
import type { KioskSlipReading, SlipReadingEntered } from '../elements/kiosk-slip-reading.ts';
import type { EntryOvertaken } from '../elements/reading-entry.ts';
import type { AccountReleased } from '../elements/release-account.ts';
import type { SlipSettled } from '../elements/settle-slip.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slipProblemText, slipStateWord } from '../slip-words.ts';
import { office } from '../styles.ts';
import '../elements/held-slip.ts';
import '../elements/kiosk-slip-reading.ts';
import '../elements/release-account.ts';
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
    const { id, state: standing, account, problems, readings } = page;
    return html`<article
      @slip-reading-entered=${this.onEntered}
      @entry-overtaken=${this.onEntryOvertaken}
      @slip-settled=${this.onSettled}
      @slip-taken=${this.onTaken}
      @account-released=${this.onReleased}
    >
      <div class="row spread">
        <h2 tabindex="-1">${words.text('kiosks-slip-number', { number: receiptNumber(id) })}</h2>
        <span>${words.text(slipStateWord(page))}</span>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${problems.map((problem) => html`<p class="wrong">${slipProblemText(words, problem, null, null, page.serial)}</p>`)}
      ${standing === 'held' ? html`<p class="wrong">${words.text('kiosks-slip-held-why')}</p>` : nothing}
      ${page.shutOut && account && (standing === 'office' || standing === 'held') ? html`<release-account .account=${account}></release-account>` : nothing}
      ${this.renderFacts(page)}
      ${page.kept === 'nothing' ? html`<p class="soft small">${words.text('kiosks-slip-emptied')}</p>` : nothing}
      <h3>${words.text('kiosks-slip-readings', { period: words.periodTitle(page.period) })}</h3>
      <ul role="list">
        ${readings.map((reading) => this.renderReading(page, reading))}
      </ul>
      ${
        standing === 'office' && account === null
          ? html`<p class="card">${words.text('kiosks-slip-find')} <a href="/office/accounts">${words.text('office-menu-accounts')}</a></p>`
          : nothing
      }
      ${this.renderFailure(this.failure)} ${this.renderEnd(page)}
    </article>`;
  }

  private renderFacts({
    account,
    typedAccount,
    serial,
    contact,
    kept,
    kiosk,
    savedAt,
    receivedAt,
    broughtBy,
    language,
  }: OfficeSlip): TemplateResult {
    const { words } = this;
    const now = this.office.now();
    const known = [account?.phone, account?.email].filter(
      (one) => one != null && one !== '' && one !== contact,
    ) as string[];
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt>
      <dd>${value}</dd>`;
    return html`<dl class="facts card">
      ${
        account
          ? fact(
              words.text('kiosks-slip-account'),
              html`<a href="/office/accounts/${account.id}">${account.number} · ${account.holder}</a><br />${account.address}`,
            )
          : typedAccount === ''
            ? fact(words.text('kiosks-slip-account'), words.text('kiosks-slip-nobodys'))
            : fact(words.text('kiosks-slip-typed-account'), typedAccount)
      }
      ${kept === 'nothing' ? nothing : fact(words.text('kiosks-slip-serial'), placeWithoutNumber(serial) === null ? serial : words.text('kiosks-slip-no-serial'))}
      ${fact(words.text('kiosks-slip-contact'), this.renderContact(contact, kept))}
      ${
        known.length === 0
          ? nothing
          : fact(
              words.text('kiosks-slip-known'),
              known.map((one) => html`<div>${renderContact(one)}</div>`),
            )
      }
      ${fact(words.text('kiosks-slip-language'), words.text(`language-${language}`))}
      ${fact(words.text('kiosks-slip-saved'), `${words.moment(toEpochMs(savedAt), now)}, ${kiosk.name}`)}
      ${fact(words.text('kiosks-slip-received'), words.moment(toEpochMs(receivedAt), now))}
      ${broughtBy ? fact(words.text('kiosks-slip-brought'), broughtBy.name) : nothing}
    </dl>`;
  }

  private renderContact(contact: string | null, kept: OfficeSlip['kept']): unknown {
    if (contact === null) {
      const why = kept === 'all' ? 'kiosks-slip-no-contact' : 'kiosks-slip-contact-gone';
      return html`<span class="soft">${this.words.text(why)}</span>`;
    }
    return renderContact(contact);
  }

  private renderReading(slip: OfficeSlip, reading: OfficeSlipReading): TemplateResult {
    return html`<li>
      <kiosk-slip-reading .slip=${slip} .reading=${reading}></kiosk-slip-reading>
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
    if (standing === 'held') return html`<held-slip .slip=${id}></held-slip>`;
    return standing === 'office' ? html`<settle-slip .slip=${id} .seen=${standing}></settle-slip>` : nothing;
  }

  private readonly onTaken = async ({ became, failure }: SlipTaken): Promise<void> => {
    if (failure === null) await this.moved(this.words.text(`kiosks-taken-in-${became}`));
    else await this.overtaken(failure);
  };

  private readonly onEntered = async ({ adjustment }: SlipReadingEntered): Promise<void> => {
    await this.moved(this.words.text(adjustment ? 'review-enter-done-adjustment' : 'review-enter-done'));
  };

  /** How it stands now is shown. Where the reading still waits, its form says what happened. */
  private readonly onEntryOvertaken = async (event: Event & Pick<EntryOvertaken, 'failure'>): Promise<void> => {
    const { reading } = event.target as KioskSlipReading;
    await this.opening.run();
    this.dispatchEvent(new SlipMoved());
    const now = this.page?.readings.find(({ id }) => id === reading.id);
    if (this.page?.state === 'office' && now?.outcome === 'office') return;
    this.failure = event.failure;
    await this.focusHeading();
  };

  private readonly onReleased = async ({ failure }: AccountReleased): Promise<void> => {
    if (failure !== null) return this.overtaken(failure);
    await this.moved(this.words.text('kiosks-released', { number: this.page?.account?.number ?? '' }));
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
