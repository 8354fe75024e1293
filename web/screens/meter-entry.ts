import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import type { Problem } from '../../shared/problem.ts';
import type { MeterFace } from '../elements/meter-face.ts';
import type { ExplanationChosen, ProblemNote } from '../elements/problem-note.ts';
import type { ReadingEntered, ReadingTyped } from '../elements/reading-typed.ts';
import { meterName, parseTexts, type Texts } from '../readings/entry-values.ts';
import {
  isOfField,
  placeAfter,
  placeOfFault,
  problemsOf,
  type Typing,
  untyped,
  withExplanation,
  withText,
  withUseConfirmed,
} from '../readings/typing.ts';
import type { AccountView, MeterView, ReadingEntry } from '../store/views.ts';
import { saidByOffice, waitingBeside } from '../store/views-derived.ts';
import { controls } from '../styles/controls.ts';
import { readingNow } from './badge-state.ts';
import { entryHints } from './entry-hints.ts';
import { entryStyles } from './entry-styles.ts';
import { intoSight } from './into-sight.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import type { ChangeAsked } from './standing-reading.ts';
import { waitingRows } from './waiting-rows.ts';
import '../elements/meter-card.ts';
import '../elements/meter-face.ts';
import '../elements/problem-note.ts';
import './standing-reading.ts';

/**
 * One meter in the window on offer. Either its registers are entered together (V4), every keystroke kept as a draft, or the
 * reading that was saved stands there with its state, to be corrected or withdrawn (W7):
 *
 *     entering --save--> saved --correct--> entering (supersedes) --save--> saved
 *        |  ^               |
 *       ask |            withdraw? --yes--> entering
 *        v  |
 *     confirm?
 */
@customElement('meter-entry')
export class MeterEntry extends ScreenElement {
  static override styles = [controls, entryStyles];

  @property({ attribute: false }) view!: AccountView;
  @property({ attribute: false }) meter!: MeterView;

  @state() private typing: Typing = untyped;
  @state() private busy = false;
  @state() private dialog: 'confirm' | 'withdraw' | null = null;
  /** The reading that is being corrected; null for a first one. */
  @state() private correcting: ReadingEntry['id'] | null = null;
  /** Something was typed here: the fields are ahead of the stored draft. */
  private touched = false;
  /** The last write of the draft; saving waits for it, so that no draft outlives its reading. */
  private drafting: Promise<unknown> = Promise.resolve();
  @queryAll('meter-face') private faces!: NodeListOf<MeterFace>;
  @query('problem-note') private note!: ProblemNote | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('meter') || this.touched) return;
    const { draft } = this.meter;
    this.typing = { ...this.typing, texts: draft?.text ?? {} };
    this.correcting = draft?.supersedes ?? null;
  }

  override render(): TemplateResult {
    const standing = readingNow(this.meter);
    const entering = standing === null || this.correcting === standing.id;
    const { meter } = this.meter;
    return html`<meter-card .meter=${meter} .now=${this.app.store.now()} href=${paths.meter(meter.id)}>
        <div class="stack">
          ${entering ? this.renderEntry(standing) : this.renderStanding(standing)} ${this.renderWaiting(standing)}
        </div>
      </meter-card>
      ${this.renderDialog(standing)}`;
  }

  private renderEntry(standing: ReadingEntry | null): TemplateResult {
    const { words, meter } = this;
    const { texts, problems } = this.typing;
    const { registers } = meter.meter;
    const now = this.app.store.now();
    return html`${standing ? html`<h3>${words.text('reading-correcting')}</h3>` : nothing}
      <div class="faces" @reading-typed=${this.onTyped} @reading-entered=${this.onEntered}>
        ${registers.map((register, at) => {
          const { previous, previousPeriod, usual } = entryHints(this.view, meter, register, now);
          const own = problemsOf(problems, register.code);
          return html`<meter-face
            .register=${register}
            .meter=${meterName(words, meter.meter)}
            .unit=${meter.meter.unit}
            .ratio=${meter.meter.ratio}
            .text=${texts[register.code] ?? ''}
            .previous=${previous}
            .previousPeriod=${previousPeriod}
            .usual=${usual}
            .problems=${own.filter(isOfField)}
            ?invalid=${own.length > 0}
            ?busy=${this.busy}
            enterHint=${at < registers.length - 1 ? 'next' : 'done'}
          ></meter-face>`;
        })}
      </div>
      <div class="stack" role="alert" @explanation-chosen=${this.onExplained}>
        ${problems
          .filter((problem) => !isOfField(problem))
          .map((problem) => html`<problem-note .problem=${problem} .meter=${meter.meter}></problem-note>`)}
      </div>
      <div class="actions">
        <button class="primary" type="button" aria-disabled=${this.busy} @click=${() => this.save()}>
          ${words.text(this.busy ? 'reading-saving' : 'reading-save')}
        </button>
        ${standing ? html`<button type="button" aria-disabled=${this.busy} @click=${this.onKeep}>${words.text('reading-keep')}</button>` : nothing}
      </div>`;
  }

  private renderStanding(entry: ReadingEntry): TemplateResult {
    return html`<standing-reading
      .view=${this.view}
      .meter=${this.meter}
      .entry=${entry}
      .problems=${this.typing.problems}
      @change-asked=${({ change }: ChangeAsked) => (change === 'correct' ? this.onCorrect(entry) : this.open('withdraw'))}
    ></standing-reading>`;
  }

  /** C4, W6: what was handed in beside it, from elsewhere or too late, and is not decided yet; and what the office said. */
  private renderWaiting(standing: ReadingEntry | null): unknown {
    const { entries, period, meter } = this.meter;
    const { words } = this;
    const now = this.app.store.now();
    const said = entries.filter((entry) => entry.period === period && entry !== standing && saidByOffice(entry));
    const waiting = waitingBeside(entries, period, standing).filter((entry) => !said.includes(entry));
    return [
      ...waitingRows(words.text('period-decided'), meter, said, now),
      ...waitingRows(words.text('period-waiting'), meter, waiting, now),
    ];
  }

  private renderDialog(standing: ReadingEntry | null): unknown {
    if (this.dialog === 'confirm') {
      return html`<confirm-use
        .meter=${this.meter.meter}
        .problems=${this.typing.problems}
        @dialog-dismissed=${this.onDismissed}
        @dialog-agreed=${this.onConfirmed}
        @explanation-chosen=${this.onExplained}
      ></confirm-use>`;
    }
    if (this.dialog === 'withdraw' && standing) {
      return html`<confirm-withdrawal
        .meter=${this.meter}
        .entry=${standing}
        @dialog-dismissed=${this.onDismissed}
        @dialog-agreed=${() => this.withdraw(standing)}
      ></confirm-withdrawal>`;
    }
    return nothing;
  }

  /** Most readings need no question, so the dialogs come when they are opened. */
  private async open(dialog: 'confirm' | 'withdraw'): Promise<void> {
    await import('./entry-dialogs.ts');
    this.dialog = dialog;
  }

  private onTyped({ register, text }: ReadingTyped): void {
    this.typing = withText(this.typing, register, text);
    this.keep(this.typing.texts);
  }

  private keep(texts: Texts): void {
    this.touched = true;
    this.typing = { ...this.typing, texts };
    const { meter, period } = this.meter;
    const draft = { meter: meter.id, period, text: texts, supersedes: this.correcting };
    this.drafting = this.app.store.saveDraft(this.view.account.id, draft).then(
      (problem) => problem && this.tell(problem),
      (error: unknown) => {
        reportError(error);
        this.tell({ code: 'storage_unavailable' });
      },
    );
  }

  /** Beside what is said already, and once, however many keystrokes have the same trouble. */
  private tell(problem: Problem): void {
    this.complain([...this.typing.problems.filter(({ code }) => code !== problem.code), problem]);
  }

  private complain(problems: readonly Problem[]): void {
    this.typing = { ...this.typing, problems };
  }

  private onEntered({ register }: ReadingEntered): void {
    const next = placeAfter(this.meter.meter.registers, register);
    if (next === null) void this.save();
    else this.faces[next]?.focus();
  }

  private async onExplained(chosen: ExplanationChosen): Promise<void> {
    const explained = withExplanation(this.typing, this.meter.meter.registers, chosen, this.words.decimalMark);
    if (!explained) return;
    this.dialog = null;
    this.typing = explained.typing;
    if (explained.settled) {
      await this.save();
      return;
    }
    this.keep(this.typing.texts);
    await this.updateComplete;
    this.faces[explained.place]?.focus();
  }

  private async save(): Promise<void> {
    if (this.busy) return;
    const { view, meter, correcting: supersedes } = this;
    const { texts, claims } = this.typing;
    const { values, problems } = parseTexts(meter.meter.registers, texts);
    this.complain(problems);
    if (problems.length > 0) {
      await this.showProblem();
      return;
    }
    this.busy = true;
    try {
      await this.drafting;
      const reading = { view, meter, period: meter.period, values, claims, supersedes };
      const answer = await this.app.store.saveReading(reading);
      this.complain(answer.problems);
      if (answer.saved) await this.onSaved();
      else if (answer.ask) await this.open('confirm');
      else await this.showProblem();
    } finally {
      this.busy = false;
    }
  }

  private async onSaved(): Promise<void> {
    this.touched = false;
    this.typing = { ...untyped, problems: this.typing.problems };
    this.correcting = null;
    await this.updateComplete;
    const standing = this.shadowRoot?.querySelector('standing-reading');
    await standing?.updateComplete;
    standing?.focus();
  }

  /**
   * Brings what is wrong into sight, also above an open keyboard: a question with its answers takes the focus, what is
   * wrong with a field leaves it there.
   */
  private async showProblem(): Promise<void> {
    await this.updateComplete;
    const { note } = this;
    await note?.updateComplete;
    const place = placeOfFault(this.meter.meter.registers, this.typing.problems);
    const face = place === null ? null : this.faces[place];
    if (face) face.focus();
    else note?.focus({ preventScroll: true });
    intoSight(face ?? note);
  }

  private onConfirmed(): void {
    this.dialog = null;
    this.typing = withUseConfirmed(this.typing);
    void this.save();
  }

  private onDismissed(): void {
    this.dialog = null;
  }

  private async onCorrect(entry: ReadingEntry): Promise<void> {
    this.correcting = entry.id;
    this.touched = true;
    const texts: Texts = Object.fromEntries(
      this.meter.meter.registers.map(({ code, decimals }) => {
        const value = entry.values[code];
        // The mark of the language; a quantity of a face has no other marks.
        return [code, value === undefined ? '' : this.words.quantity(value, decimals)];
      }),
    );
    this.typing = { ...untyped, texts };
    await this.updateComplete;
    this.faces[0]?.focus();
  }

  private onKeep(): void {
    if (this.busy) return;
    this.keep({});
    this.touched = false;
    this.correcting = null;
    this.complain([]);
  }

  private async withdraw(entry: ReadingEntry): Promise<void> {
    this.dialog = null;
    const { view, meter } = this;
    const { problems } = await this.app.store.withdrawReading({ view, meter, entry });
    this.complain(problems);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-entry': MeterEntry;
  }
}
