import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Period } from '../../../shared/period.ts';
import { type QueueRow, type QueueSummary, type ReviewCase, reviewKinds } from '../../../shared/review.ts';
import type { QueueFilter } from '../../../shared/review-forms.ts';
import { problemOf } from '../api.ts';
import { unreadText } from '../elements/reach-resident.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { listBeside } from './list-beside-styles.ts';
import type { ReviewCaseElement } from './review-case.ts';
import { type CaseDecided, decisionKeys } from './review-decision.ts';
import { renderKeys } from './review-keys.ts';
import type { CaseChosen, ReviewQueue } from './review-queue.ts';
import './review-case.ts';
import './review-queue.ts';

const everything: QueueFilter = { kind: null, service: null, building: null, period: null, mine: false };

/**
 * The queue of readings that wait for the office: a list, and beside it what is chosen of it. After a decision the next one
 * opens by itself, and a line says what was done.
 */
@customElement('review-screen')
export class ReviewScreen extends OfficeScreen {
  static override styles = [
    office,
    listBeside,
    css`
      .tools label {
        flex: 1 1 9rem;
        max-width: 15rem;
      }
      .tools select {
        min-height: var(--target);
        font-size: 1rem;
      }
      .tools .tick {
        display: flex;
        flex: 0 1 auto;
        gap: 0.5rem;
        align-items: center;
        max-width: none;
        min-height: var(--target);
      }
      .tick input {
        width: 1.25rem;
        min-height: 1.25rem;
        accent-color: var(--accent);
      }
      .done:empty {
        position: absolute;
      }
      .done:not(:empty) {
        padding: 0.5rem 0.875rem;
        border-inline-start: 4px solid var(--accent);
        background: var(--card);
        font-weight: 600;
      }
      .count {
        margin-inline-start: 0.5rem;
        color: var(--ink-soft);
        font-size: 1rem;
        font-weight: 400;
        letter-spacing: 0;
      }
      kbd {
        padding: 0 0.375rem;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        font: inherit;
      }
    `,
  ];

  /** The reading that the address names. */
  @property() reading: string | null = null;
  /** What the address asks for of the queue: a month, and of that a kind. */
  @property() period: Period | null = null;
  @property() kind: string | null = null;
  @state() private filter: QueueFilter = everything;
  @state() private rows: readonly QueueRow[] = [];
  @state() private next: string | null = null;
  @state() private current: string | null = null;
  @state() private shown: ReviewCase | null = null;
  @state() private failure: unknown = null;
  @state() private done = '';
  @state() private help = false;
  @query('review-queue') private queue!: ReviewQueue | null;
  @query('review-case') private caseElement!: ReviewCaseElement | null;

  private readonly summary = new Task(this, {
    task: () => this.office.api.review.summary.query(),
    args: () => [],
  });
  private readonly list = new Task(this, {
    task: async ([filter]) => {
      const page = await this.office.api.review.list.query({ after: null, ...filter });
      this.rows = page.rows;
      this.next = page.next;
      // Rare ones in a long queue: what was looked at held none, but there is more of it.
      if (page.rows.length === 0 && page.next !== null) await this.more();
    },
    args: () => [this.filter] as const,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('period') && !changed.has('kind')) return;
    this.filter = { ...everything, period: this.period, kind: reviewKinds.find((kind) => kind === this.kind) ?? null };
  }

  protected override firstUpdated(): void {
    if (this.reading) void this.open(this.reading);
  }

  override render(): TemplateResult {
    const { words, current } = this;
    return html`<div class="screen" @keydown=${this.onKeyDown}>
      <div class="row spread">
        <h1 tabindex="-1">${words.text('review-title')} <span class="count">${this.counted}</span></h1>
        <button type="button" class="quiet" @click=${() => this.onHelp(true)}>${words.text('review-keys')} <kbd>?</kbd></button>
      </div>
      ${this.summary.render({
        // What was counted before stays while it is counted again.
        pending: () => (this.summary.value ? this.renderTools(this.summary.value) : this.renderPending()),
        complete: (summary) => this.renderTools(summary),
        error: this.renderFailure,
      })}
      ${this.renderFailure(this.failure)}
      <p class="done" role="status">${this.done}</p>
      <div class="beside ${current ? 'chosen' : ''}">
        <div class="list">${this.renderList()}</div>
        <div>
          <button type="button" class="back" @click=${this.onBack}>
            <mb-icon name="back"></mb-icon>${words.text('review-back')}
          </button>
          ${this.renderCase()}
        </div>
      </div>
      ${this.help ? renderKeys(words, () => this.onHelp(false)) : nothing}
    </div>`;
  }

  private get counted(): string {
    const { value } = this.summary;
    if (!value || value.total === 0) return '';
    return this.words.text(value.more ? 'review-counted-more' : 'review-counted', { count: value.total });
  }

  private renderTools(summary: QueueSummary): TemplateResult {
    const { words, filter } = this;
    const choice = <K extends 'kind' | 'service' | 'building' | 'period'>(
      key: K,
      options: readonly (readonly [value: string, text: string])[],
    ) =>
      html`<label>
        <span>${words.text(`review-filter-${key}`)}</span>
        <select @change=${(event: Event) => this.choose({ [key]: (event.target as HTMLSelectElement).value || null })}>
          <option value="" ?selected=${filter[key] === null}>${words.text('review-filter-all')}</option>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${filter[key] === value}>${text}</option>`)}
        </select>
      </label>`;
    // What is chosen stays among what can be chosen, also where nothing of it waits any more.
    const kinds = reviewKinds.filter((kind) => summary.kinds[kind] || kind === filter.kind);
    const periods = new Set([...summary.periods, ...(filter.period === null ? [] : [filter.period])]);
    return html`<div class="tools">
        ${choice(
          'kind',
          kinds.map((kind) => [kind, `${words.text(`review-kind-${kind}`)} (${summary.kinds[kind] ?? 0})`]),
        )}
        ${choice(
          'service',
          summary.services.map((service) => [service, words.service(service)]),
        )}
        ${choice(
          'building',
          summary.buildings.map((building) => [building, building]),
        )}
        ${choice(
          'period',
          [...periods].map((period) => [period, words.periodTitle(period)]),
        )}
        <label class="tick">
          <input
            type="checkbox"
            .checked=${filter.mine}
            @change=${(event: Event) => this.choose({ mine: (event.target as HTMLInputElement).checked })}
          /><span>${words.text('review-filter-mine')}</span>
        </label>
      </div>`;
  }

  /** What a list gives is one of what it was given. */
  private choose(change: Partial<Record<keyof QueueFilter, string | boolean | null>>): void {
    this.filter = { ...this.filter, ...change } as QueueFilter;
    this.done = '';
  }

  private renderList(): unknown {
    const { words, rows, filter } = this;
    const list = html`<review-queue
        .rows=${rows}
        .current=${this.current}
        @case-chosen=${(event: CaseChosen) => void this.open(event.reading)}
      ></review-queue>
      ${this.next ? html`<button type="button" @click=${() => void this.more()}>${words.text('review-more')}</button>` : nothing}`;
    const filtered = filter.mine || Object.values(filter).some((one) => typeof one === 'string');
    return this.list.render({
      pending: () => (rows.length > 0 ? list : this.renderPending()),
      error: this.renderFailure,
      complete: () =>
        rows.length > 0
          ? list
          : html`<p class="card">${words.text(filtered ? 'review-none-found' : 'review-empty')}</p>`,
    });
  }

  private renderCase(): unknown {
    const { words, shown, current } = this;
    if (shown) return html`<review-case .case=${shown} @case-decided=${this.onDecided}></review-case>`;
    if (current) return this.renderPending();
    return this.rows.length > 0 ? html`<p class="soft">${words.text('review-choose')}</p>` : nothing;
  }

  private onHelp(open: boolean): void {
    this.help = open;
  }

  private readonly onBack = (): void => {
    this.current = null;
    this.shown = null;
  };

  private async more(): Promise<void> {
    try {
      let { next } = this;
      const { filter } = this;
      for (let found = 0; found === 0 && next !== null; ) {
        const page = await this.office.api.review.list.query({ after: next, ...filter });
        if (filter !== this.filter) return;
        this.rows = [...this.rows, ...page.rows];
        next = page.next;
        found = page.rows.length;
      }
      this.next = next;
    } catch (error) {
      this.failure = error;
    }
  }

  private async open(reading: string): Promise<void> {
    this.current = reading;
    this.failure = null;
    try {
      const shown = await this.office.api.review.open.mutate({ reading });
      // Somebody went on quicker than the answer came.
      if (this.current !== reading) return;
      this.shown = shown;
      await this.updateComplete;
      await this.caseElement?.updateComplete;
      this.caseElement?.focus();
    } catch (error) {
      if (this.current !== reading) return;
      const gone = problemOf(error)?.code === 'changed_meanwhile';
      this.current = null;
      this.shown = null;
      this.failure = error;
      if (gone) {
        this.rows = this.rows.filter(({ id }) => id !== reading);
        void this.summary.run();
      }
    }
  }

  private readonly onDecided = async ({ how }: CaseDecided): Promise<void> => {
    const { words, shown } = this;
    if (!shown) return;
    const { id } = shown.reading;
    if (how === 'gone') {
      // How it stands now is shown, where it still waits.
      this.done = words.text('problem-changed_meanwhile');
      await this.open(id);
      return;
    }
    const what = words.text('review-what', {
      service: words.service(shown.meter.service),
      number: shown.account.number,
      period: words.period(shown.reading.period),
    });
    const done = words.text(`review-done-${how}`, { what });
    this.done = shown.isRead ? done : `${done} ${unreadText(words, shown)}`;
    const at = this.rows.findIndex((row) => row.id === id);
    const rest = this.rows.filter((row) => row.id !== id && !shown.beside.some((other) => other.id === row.id));
    if (how === 'asked') {
      this.rows = this.rows.map((row) => (row.id === id ? { ...row, question: 'answered' as const } : row));
    } else this.rows = how === 'refused' ? this.rows.filter((row) => row.id !== id) : rest;
    void this.summary.run();
    if (this.rows.length === 0 && this.next) await this.more();
    const following = this.rows[how === 'asked' ? at + 1 : Math.max(0, Math.min(at, this.rows.length - 1))];
    this.shown = null;
    this.current = null;
    if (following) await this.open(following.id);
    else await this.focusHeading();
  };

  /** Keys of one letter, only while the focus is in the list, the decision or on the heading, and never while somebody types. */
  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.help) return;
    const path = event.composedPath();
    const types = path.some((one) => one instanceof HTMLElement && one.matches('input, textarea, select, mb-dialog'));
    const inQueue = path.some((one) => one === this.queue);
    const inCase = path.some((one) => one === this.caseElement);
    // Where the focus lands when the screen opens: from there into the list.
    const atStart = path[0] instanceof HTMLHeadingElement && !inCase;
    if (types || !(inQueue || inCase || atStart)) return;
    const key = event.key.toLowerCase();
    const decision = atStart ? undefined : decisionKeys[key];
    if (key === '?') this.onHelp(true);
    else if (key === 'j' || (!inCase && key === 'arrowdown')) this.queue?.move(1);
    else if (key === 'k' || (inQueue && key === 'arrowup')) this.queue?.move(-1);
    else if (decision && this.shown) this.caseElement?.begin(decision);
    else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'review-screen': ReviewScreen;
  }
}
