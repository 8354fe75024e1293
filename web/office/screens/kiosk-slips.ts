import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import { type SlipRow, waitingSlipStates } from '../../../shared/kiosk-office.ts';
import { readReceiptNumber } from '../../../shared/kiosk-slip.ts';
import type { SlipChosen } from '../elements/kiosk-slip-list.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import type { KioskSlipPage } from './kiosk-slip.ts';
import { listBeside } from './list-beside-styles.ts';
import '../elements/kiosk-slip-list.ts';
import './kiosk-slip.ts';

const filters = [...waitingSlipStates, 'all'] as const;
type Filter = (typeof filters)[number];

/** What is listed: what waits as something, or what has this number on its receipt. */
type Question = { state: Filter } | { number: string };

/** What residents left at kiosks and the office has to look at: a list, and beside it the one that is chosen. */
@customElement('office-kiosk-slips')
export class OfficeKioskSlips extends OfficeScreen {
  static override styles = [
    ...office,
    listBeside,
    css`
      .tools {
        align-items: start;
      }
      .tools > * {
        flex: 0 1 20rem;
      }
      .tools form {
        display: grid;
        gap: 0.25rem;
      }
      .tools select {
        min-height: var(--target);
        font-size: 1rem;
      }
      .held {
        display: grid;
        justify-items: start;
        gap: 0.75rem;
        margin-bottom: 0.75rem;
        border-inline-start: 4px solid var(--warn-line);
      }
      @container (max-width: 57.99rem) {
        .chosen .tools,
        .chosen .lead {
          display: none;
        }
      }
    `,
  ];

  /** The one that the address names. */
  @property({ attribute: false }) slip: SlipId | null = null;
  /** Those from tablets out of use are asked for. */
  @property({ type: Boolean }) held = false;
  /** The number on a receipt that is looked for. */
  @property({ attribute: false }) receipt: string | null = null;
  @state() private filter: Filter = 'office';
  @state() private typed = '';
  /** What was typed is no such number. */
  @state() private wrong = false;
  @query('#number') private field!: HTMLInputElement;
  @query('kiosk-slip') private shown!: KioskSlipPage | null;
  private readonly list = new PagedList<Question, SlipRow>(this, {
    question: () => {
      const number = readReceiptNumber(this.typed);
      return number === null ? { state: this.filter } : { number };
    },
    load: (question, after) => {
      const { kiosks } = this.office.api;
      return 'number' in question
        ? kiosks.findSlips.query({ ...question, after })
        : kiosks.slips.query({ ...question, after });
    },
  });

  /** What waits as something else than what is listed is not overlooked. */
  private readonly work = new Task(this, {
    task: () => this.office.api.kiosks.work.query(),
    args: () => [] as const,
    // The list says what failed; without this line it is as good as before.
    onError: reportError,
  });

  /** Who chose one goes on with that, and not with the list. */
  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    if (this.shown) await this.shown.focusHeading();
    else await super.focusHeading();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Whoever opens one of them comes back to the same list.
    if (changed.has('held') && this.held) this.filter = 'held';
    if (changed.has('receipt') && this.receipt !== null) this.typed = this.receipt;
  }

  override render(): TemplateResult {
    const { words, slip } = this;
    return html`<div class="screen ${slip === null ? '' : 'chosen'}" @slip-moved=${this.onMoved}>
      <a class="up" href="/office/kiosks"><mb-icon name="back"></mb-icon>${words.text('kiosks-title')}</a>
      <div>
        <h1 tabindex="-1">${words.text('kiosks-slips-title')}</h1>
        <p class="soft lead">${words.text('kiosks-slips-lead')}</p>
      </div>
      <div class="tools">
        <label>
          <span>${words.text('kiosks-slips-which')}</span>
          <select @change=${this.onFilter}>
            ${filters.map(
              (one) =>
                html`<option value=${one} .selected=${one === this.filter}>${words.text(`kiosks-slips-of-${one}`)}</option>`,
            )}
          </select>
        </label>
        ${this.renderSearch()}
      </div>
      <div class="beside">
        <div class="list">${this.renderHeldToo()} ${this.renderList()}</div>
        <div>
          <a class="button back" href="/office/kiosks/slips"
            ><mb-icon name="back"></mb-icon>${words.text('kiosks-slips-back')}</a
          >
          ${slip === null ? nothing : html`<kiosk-slip .slip=${slip}></kiosk-slip>`}
        </div>
      </div>
    </div>`;
  }

  /** The receipt tells residents to say its number at the desk. */
  private renderSearch(): TemplateResult {
    const { words, wrong } = this;
    return html`<form role="search" novalidate @submit=${this.onSearch}>
      <label>
        <span>${words.text('kiosks-slips-number')}</span>
        <input
          id="number"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="40"
          .value=${this.typed}
          aria-invalid=${wrong}
          aria-describedby="number-hint"
          @input=${this.onTyped}
        />
      </label>
      <p class=${wrong ? 'error' : 'soft small'} id="number-hint">${words.text('kiosks-slips-number-hint')}</p>
    </form>`;
  }

  /** The list begins with what waits for everybody; that there is something from tablets out of use is said above it. */
  private renderHeldToo(): unknown {
    const { words, work, list } = this;
    const question = list.shown?.question;
    if (!work.value || work.value.held === 0 || !question || 'number' in question || question.state !== 'office')
      return nothing;
    const { held: count, most } = work.value;
    return html`<div class="card held">
      <p>${words.text('kiosks-work-held', { count, more: count >= most ? 'yes' : 'no' })}</p>
      <button type="button" @click=${this.onHeldToo}>${words.text('kiosks-slips-show-held')}</button>
    </div>`;
  }

  private renderList(): unknown {
    const { words, list } = this;
    if (list.shown === null) return list.waiting ? this.renderPending() : this.renderFailure(list.failure);
    const { rows, question } = list.shown;
    const isFound = 'number' in question;
    return html`${isFound && rows.length > 1 ? html`<p>${words.text('kiosks-slips-several', { count: rows.length })}</p>` : nothing}
    ${
      rows.length === 0
        ? html`<p class="card">
            ${isFound ? words.text('kiosks-slips-none-number', question) : words.text(this.noneWord(question.state))}
          </p>`
        : html`<kiosk-slip-list
            .rows=${rows}
            .current=${this.slip}
            ?mixed=${isFound || question.state === 'all'}
            @slip-chosen=${this.onChosen}
          ></kiosk-slip-list>`
    }
    ${this.renderFailure(list.failure)} ${list.renderMore(words.text('kiosks-more'))}`;
  }

  private noneWord(filter: Filter): string {
    const besides = filter === 'office' && (this.work.value?.held ?? 0) > 0;
    return `kiosks-slips-none-${besides ? 'else' : filter}`;
  }

  private onFilter(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.show(filters.find((one) => one === value) ?? 'office');
  }

  /** The button goes with the list that it stood above; what says which list it is now takes the focus. */
  private readonly onHeldToo = (): void => {
    this.show('held');
    this.renderRoot.querySelector<HTMLElement>('select')?.focus();
  };

  private show(filter: Filter): void {
    this.filter = filter;
    this.typed = '';
    this.wrong = false;
  }

  private onMoved(): void {
    this.list.reload();
    void this.work.run();
  }

  private onTyped(): void {
    this.typed = this.field.value;
    this.wrong = false;
  }

  /** The one that is found is opened; of several the office chooses. */
  private async onSearch(event: Event): Promise<void> {
    event.preventDefault();
    this.wrong = this.typed.trim() !== '' && readReceiptNumber(this.typed) === null;
    if (this.wrong) {
      this.field.focus();
      return;
    }
    await this.list.settled();
    const { shown } = this.list;
    const [only, another] = shown && 'number' in shown.question ? shown.rows : [];
    if (only && !another) this.office.navigate(`/office/kiosks/slips/${only.id}`);
  }

  private onChosen({ slip }: SlipChosen): void {
    this.office.navigate(`/office/kiosks/slips/${slip}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-kiosk-slips': OfficeKioskSlips;
  }
}
