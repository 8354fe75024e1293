import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Period } from '../../../shared/period.ts';
import type { MissingAccount, MonthProgress } from '../../../shared/progress.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { done } from '../done-styles.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import '../elements/building-field.ts';
import '../elements/confirm-dialog.ts';
import '../elements/missing-list.ts';

/** Typing goes on: the list waits until the last key. */
const typingMs = 300;
/** How often it is asked whether the letters are written. */
const againMs = 4_000;
/** Rows to begin with: of a list with gaps a page may be short, or hold nothing. */
const enough = 25;
/** On paper: as much as somebody carries from door to door. */
const mostOnPaper = 40;

interface MissingQuestion {
  period: Period;
  building: string | null;
  text: string;
}

/** Who has not read yet, building by building; a list for the doors; reminders by mail. */
@customElement('office-missing')
export class OfficeMissing extends OfficeScreen {
  static override styles = [
    office,
    done,
    css`
      .tools :is(building-field, .grow) {
        flex: 1 1 13rem;
      }
      .screen > button {
        width: fit-content;
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
  @state() private reminding = false;
  @state() private done = '';
  @query('building-field') private field!: HTMLElementTagNameMap['building-field'];
  private typing: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

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

  private readonly list = new PagedList<MissingQuestion, MissingAccount>(this, {
    question: () => {
      const period = this.month.value?.period;
      return period === undefined ? null : { period, building: this.building, text: this.text.trim() };
    },
    load: (question, after) => this.office.api.progress.missing.query({ ...question, after }),
    enough,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
    clearTimeout(this.again);
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
      ${this.renderFailure(this.list.failure)}
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
      <button type="button" aria-disabled=${this.building === null || this.list.waiting !== null} @click=${this.onPrint}>
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
    const { words } = this;
    const { shown, waiting, failure } = this.list;
    if (shown === null || waiting === 'list') {
      return failure !== null || this.month.error !== undefined ? nothing : this.renderPending();
    }
    const { rows, next } = shown;
    if (rows.length === 0 && next === null) {
      const word = this.text.trim() === '' ? 'progress-nobody-missing' : 'progress-none-found';
      return html`<p class="soft" role="status">${words.text(word)}</p>`;
    }
    const count = next === null ? 'progress-count' : 'progress-first';
    return html`<p class="soft small count" role="status">${words.text(count, { count: rows.length })}</p>
      ${rows.length === 0 ? nothing : html`<missing-list .rows=${rows} label=${words.text('office-menu-missing')}></missing-list>`}
      ${this.list.renderMore(words.text('progress-more'))}`;
  }

  private renderRemind({ period, now }: MonthProgress): TemplateResult {
    const { words, building } = this;
    const count = now?.tally.accounts.remindable ?? 0;
    const counting = this.month.status === TaskStatus.PENDING;
    return html`<confirm-dialog
      heading=${words.text('progress-remind-title')}
      confirm=${words.text('progress-remind-send')}
      cancel=${words.text('progress-remind-cancel')}
      ?empty=${counting || (building === null && now !== null && count === 0)}
      .perform=${() => this.remind(() => this.office.api.progress.remind.mutate({ period, building }))}
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
    </confirm-dialog>`;
  }

  private async onPrint(): Promise<void> {
    const { list } = this;
    if (this.building === null || list.waiting !== null || list.shown === null) return;
    for (let pages = 0; list.shown?.next != null && pages < mostOnPaper && list.failure === null; pages++) {
      await list.more();
    }
    if (list.failure !== null || !this.isConnected) return;
    // From flat 2 to flat 10, as one walks.
    const byAddress = new Intl.Collator(this.words.locale, { numeric: true });
    list.sort((a, b) => byAddress.compare(a.address, b.address));
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

  private async remind(begin: () => Promise<unknown>): Promise<void> {
    await begin();
    this.reminding = false;
    this.done = this.words.text('progress-remind-begun');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-missing': OfficeMissing;
  }
}
