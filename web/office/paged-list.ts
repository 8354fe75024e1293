import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Page } from '../../shared/page.ts';

/** A page of a list with gaps may be short although there is more: so many are asked for at once to fill one. */
const pagesAtOnce = 6;

/** What was asked for, and as much of it as is there. */
export interface Listed<Question, Row> {
  readonly question: Question;
  readonly rows: readonly Row[];
  /** What to ask for the rest with; null: this is all. */
  readonly next: string | null;
}

/**
 * A long list on a screen. It is asked for anew when its question is another one, and what was shown stays until the new list
 * is there; then on, page by page, where somebody wants more. Late answers to an earlier question are not shown.
 */
export class PagedList<Question, Row> implements ReactiveController {
  /** Null until there is an answer, and after a list that could not be had. */
  shown: Listed<Question, Row> | null = null;
  failure: unknown = null;
  /** What is waited for: another list, or more of this one. */
  waiting: 'list' | 'more' | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #question: () => Question | null;
  readonly #load: (question: Question, after: string | null) => Promise<Page<Row>>;
  readonly #enough: number;
  #asked: string | null = null;
  #asking: Promise<void> = Promise.resolve();
  /** Which list is the newest. */
  #turn = 0;

  /** `question`: null while it is not known yet. `enough`: rows of a list with gaps that are gathered at once. */
  constructor(
    host: ReactiveControllerHost,
    {
      question,
      load,
      enough = 0,
    }: {
      question: () => Question | null;
      load: (question: Question, after: string | null) => Promise<Page<Row>>;
      enough?: number;
    },
  ) {
    this.#host = host;
    this.#question = question;
    this.#load = load;
    this.#enough = enough;
    host.addController(this);
  }

  hostUpdate(): void {
    const question = this.#question();
    if (question !== null && JSON.stringify(question) !== this.#asked) this.#begin(question);
  }

  /** Who has gone away asks for nothing more. */
  hostDisconnected(): void {
    this.#turn++;
    this.waiting = null;
  }

  /** The list of what is asked for now is there, or could not be had. */
  async settled(): Promise<void> {
    await this.#host.updateComplete;
    await this.#asking;
  }

  reload(): void {
    const question = this.#question();
    if (question !== null) this.#begin(question);
  }

  /** Asks for the rows behind those that are shown. Never rejects. */
  async more(): Promise<void> {
    const { shown } = this;
    if (this.waiting !== null || shown === null || shown.next === null) return;
    await this.#ask(shown.question, shown.next);
  }

  /** Puts the rows that are there in another order. */
  sort(compare: (a: Row, b: Row) => number): void {
    if (this.shown === null) return;
    this.shown = { ...this.shown, rows: [...this.shown.rows].sort(compare) };
    this.#host.requestUpdate();
  }

  /** The button for more; nothing where this is all. */
  renderMore(label: string): TemplateResult | typeof nothing {
    if (this.shown === null || this.shown.next === null) return nothing;
    return html`<button type="button" aria-disabled=${this.waiting !== null} @click=${() => this.more()}>${label}</button>`;
  }

  #begin(question: Question): void {
    this.#asked = JSON.stringify(question);
    this.#turn++;
    this.#asking = this.#ask(question, null);
  }

  async #ask(question: Question, after: string | null): Promise<void> {
    const turn = this.#turn;
    this.failure = null;
    this.waiting = after === null ? 'list' : 'more';
    this.#host.requestUpdate();
    try {
      let rows = after === null ? [] : (this.shown?.rows ?? []);
      const wanted = rows.length + this.#enough;
      let next = after;
      for (let pages = 1; ; pages++) {
        const page = await this.#load(question, next);
        if (turn !== this.#turn) return;
        rows = [...rows, ...page.rows];
        next = page.next;
        this.shown = { question, rows, next };
        if (next === null || rows.length >= wanted || pages === pagesAtOnce) break;
        if (rows.length > 0) this.waiting = 'more';
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      // What was shown is the answer to another question.
      if (this.waiting === 'list') this.shown = null;
      this.failure = error;
    } finally {
      if (turn === this.#turn) this.waiting = null;
      this.#host.requestUpdate();
    }
  }
}
