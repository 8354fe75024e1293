import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Period } from '../../../shared/period.ts';
import type { MissingAccount, MonthProgress } from '../../../shared/progress.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../elements/building-field.ts';
import '../elements/missing-list.ts';
import '../elements/remind-dialog.ts';

/** Typing goes on: the list waits until the last key. */
const typingMs = 300;
/** How often it is asked whether the letters are written. */
const againMs = 4_000;
/** A page may be short although there is more: so many are asked for by themselves until there is something to see. */
const pagesAtOnce = 6;
const enough = 25;
/** On paper: as much as somebody carries from door to door. */
const mostOnPaper = 40;

/** Who has not read yet, building by building; a list for the doors; reminders by mail. */
@customElement('office-missing')
export class OfficeMissing extends OfficeScreen {
  static override styles = [
    office,
    css`
      .tools :is(building-field, .grow) {
        flex: 1 1 13rem;
      }
      .screen > button {
        width: fit-content;
      }
      .done:empty {
        position: absolute;
      }
      .done:not(:empty) {
        padding: 0.625rem 1rem;
        border-radius: var(--radius-small);
        background: var(--accent-wash);
      }
      @media print {
        .screen {
          padding: 0;
        }
        .tools,
        .acts,
        .back,
        .count,
        .screen > button {
          display: none;
        }
      }
    `,
  ];

  /** What stands in the address. */
  @property({ attribute: false }) building: string | null = null;
  @state() private text = '';
  @state() private rows: readonly MissingAccount[] = [];
  @state() private next: string | null = null;
  @state() private working = false;
  @state() private failure: unknown = null;
  @state() private reminding = false;
  @state() private done = '';
  @query('building-field') private field!: HTMLElementTagNameMap['building-field'];
  private typing: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** Which list is the newest: an older one is not shown. */
  private turn = 0;

  /** What is counted before somebody is asked whether to send letters. */
  private readonly month = new Task(this, {
    args: () => [this.reminding] as const,
    task: async ([count]) => {
      clearTimeout(this.again);
      const month = await this.office.api.progress.month.query({ period: null, count });
      if (month.reminding && this.isConnected) this.again = setTimeout(() => void this.month.run(), againMs);
      return month;
    },
  });

  /** What the list was asked for with. */
  private asked = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
    clearTimeout(this.again);
  }

  protected override willUpdate(): void {
    const period = this.month.value?.period;
    if (period === undefined) return;
    const asked = JSON.stringify([period, this.building, this.text]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.turn++;
    this.rows = [];
    this.next = null;
    this.failure = null;
    void this.more(period, null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('building')) void this.showBuilding();
  }

  override render(): TemplateResult {
    const { words } = this;
    const month = this.month.value;
    return html`<div class="screen">
      <p class="back"><a href="/office">${words.text('progress-back')}</a></p>
      <h1 tabindex="-1">
        ${
          month
            ? words.text('progress-missing-title', { period: words.forPeriod(month.period) })
            : words.text('office-menu-missing')
        }
      </h1>
      ${this.building === null ? nothing : html`<h2>${this.building}</h2>`}
      ${this.renderTools(month)}
      <p class="done" role="status">${this.done}</p>
      ${this.month.error === undefined ? nothing : this.renderFailure(this.month.error)}
      ${this.failure === null ? nothing : this.renderFailure(this.failure)}
      ${this.renderList()}
      ${this.reminding && month ? this.renderRemind(month) : nothing}
    </div>`;
  }

  private renderTools(month: MonthProgress | undefined): TemplateResult {
    const { words } = this;
    const mayRemind = mayActAs(this.office.staff.role, 'manager') && month?.state === 'open';
    return html`<div class="tools" role="search">
      <building-field
        label=${words.text('progress-building')}
        .find=${(text: string) => this.office.api.windows.buildings.query({ text })}
        @change=${this.onBuilding}
      ></building-field>
      <label class="grow"
        ><span>${words.text('progress-search')}</span
        ><input type="search" maxlength="100" autocomplete="off" @input=${this.onSearch}
      /></label>
    </div>
    <div class="row acts">
      <button type="button" aria-disabled=${this.building === null || this.working} @click=${this.onPrint}>
        <mb-icon name="print"></mb-icon>${words.text('progress-print')}
      </button>
      ${
        mayRemind
          ? html`<button
              type="button"
              aria-disabled=${month.reminding}
              @click=${() => {
                if (!month.reminding) this.reminding = true;
              }}
            >
              <mb-icon name="mail"></mb-icon>${words.text('progress-remind')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderList(): unknown {
    const { words, rows, next } = this;
    if (rows.length === 0) {
      if (this.failure !== null || this.month.error !== undefined) return nothing;
      if (this.working || !this.month.value) return this.renderPending();
      if (next === null) {
        const word = this.text.trim() === '' ? 'progress-nobody-missing' : 'progress-none-found';
        return html`<p class="soft" role="status">${words.text(word)}</p>`;
      }
    }
    const count = next === null ? 'progress-count' : 'progress-first';
    return html`<p class="soft small count" role="status">${words.text(count, { count: rows.length })}</p>
      ${rows.length === 0 ? nothing : html`<missing-list .rows=${rows} label=${words.text('office-menu-missing')}></missing-list>`}
      ${
        next === null
          ? nothing
          : html`<button type="button" aria-disabled=${this.working} @click=${this.onMore}>${words.text('progress-more')}</button>`
      }`;
  }

  private renderRemind({ period, now }: MonthProgress): TemplateResult {
    const { words, building } = this;
    const count = now?.tally.accounts.remindable ?? 0;
    const counting = this.month.status === TaskStatus.PENDING;
    return html`<remind-dialog
      heading=${words.text('progress-remind-title')}
      ?empty=${counting || (building === null && now !== null && count === 0)}
      .begin=${() => this.office.api.progress.remind.mutate({ period, building })}
      @reminders-begun=${this.onBegun}
      @dialog-dismissed=${() => {
        this.reminding = false;
      }}
    >
      <p>
        ${
          counting
            ? words.text('office-loading')
            : building === null
              ? words.text('progress-remind-count', { count })
              : words.text('progress-remind-building', { building })
        }
      </p>
      <p class="soft">${words.text('progress-remind-once')}</p>
    </remind-dialog>`;
  }

  /** Asks on until there is something to see: of a list with gaps a page may be short, or hold nothing. */
  private async more(period: Period, after: string | null, most = pagesAtOnce): Promise<void> {
    const { turn } = this;
    this.working = true;
    try {
      const { building, text } = this;
      let found = 0;
      let at = after;
      for (let pages = 0; pages < most && found < enough; pages++) {
        const page = await this.office.api.progress.missing.query({ period, building, text: text.trim(), after: at });
        if (turn !== this.turn || !this.isConnected) return;
        this.rows = [...this.rows, ...page.rows];
        this.next = page.next;
        found += page.rows.length;
        at = page.next;
        if (at === null) break;
      }
    } catch (error) {
      if (turn === this.turn) this.failure = error;
    } finally {
      if (turn === this.turn) this.working = false;
    }
  }

  private async onMore(): Promise<void> {
    const period = this.month.value?.period;
    if (this.working || this.next === null || period === undefined) return;
    this.failure = null;
    await this.more(period, this.next);
  }

  private async onPrint(): Promise<void> {
    const period = this.month.value?.period;
    if (this.building === null || this.working || period === undefined) return;
    for (let pages = 0; this.next !== null && pages < mostOnPaper && this.failure === null; pages++) {
      await this.more(period, this.next);
    }
    if (this.failure !== null) return;
    // From flat 2 to flat 10, as one walks.
    const byAddress = new Intl.Collator(this.words.locale, { numeric: true });
    this.rows = [...this.rows].sort((a, b) => byAddress.compare(a.address, b.address));
    await this.updateComplete;
    print();
  }

  private async showBuilding(): Promise<void> {
    await this.field.updateComplete;
    this.field.choose(this.building ?? '');
  }

  private onBuilding(): void {
    const building = this.field.value;
    if (building === this.building) return;
    this.office.navigate(building === null ? '/office/missing' : `/office/missing/${encodeURIComponent(building)}`);
  }

  private onSearch(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      // One letter would find nearly everything.
      this.text = value.trim().length < 2 ? '' : value;
    }, typingMs);
  }

  private onBegun(): void {
    this.reminding = false;
    this.done = this.words.text('progress-remind-begun');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-missing': OfficeMissing;
  }
}
