import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { checkReading } from '../../../shared/check-reading.ts';
import type { Problem } from '../../../shared/problem.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { MeterFace } from '../../elements/meter-face.ts';
import type { ExplanationChosen, ProblemNote } from '../../elements/problem-note.ts';
import type { ReadingEntered, ReadingTyped } from '../../elements/reading-typed.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { courtesyOf } from '../../readings/courtesy.ts';
import { hintsOf, parseTexts } from '../../readings/entry-values.ts';
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
} from '../../readings/typing.ts';
import type { KioskEntry } from '../session.ts';
import { kiosk } from '../styles.ts';
import { EntryTaken } from './entry-taken.ts';
import { handOf, outFromBehind } from './out-from-behind.ts';
import type { RoundMeter } from './round.ts';
import { knownEntry } from './slip-of.ts';
import '../../elements/confirm-use.ts';
import '../../elements/meter-face.ts';
import '../../elements/problem-note.ts';

/**
 * One meter that the kiosk knows, to type into: all its registers together (V4), and what the rules say to that. Which meter it is
 * says the screen around it; to whoever hears, its fields are of its number.
 *
 * @fires EntryTaken
 */
@customElement('known-meter')
export class KnownMeter extends WordsElement {
  static override styles = [
    kiosk,
    css`
      .faces,
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      problem-note {
        --choices: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
        line-height: 1.25;
      }
      problem-note button {
        justify-content: start;
        background: var(--card);
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) of!: RoundMeter;
  /** What stands in its fields at first: typed before, or handed in and to be corrected (W7). */
  @property({ attribute: false }) entry: KioskEntry | null = null;

  @state() private typed: Typing = untyped;
  @state() private asking = false;
  @queryAll('meter-face') private faces!: NodeListOf<MeterFace>;
  @query('problem-note') private note!: ProblemNote | null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { entry } = this;
    if (entry) this.take(entry);
  }

  /** Whoever shows it may make room for the question. */
  protected override updated(): void {
    this.toggleAttribute(
      'asked',
      this.typed.problems.some((problem) => !isOfField(problem)),
    );
  }

  /** To its first field. */
  override focus(): void {
    this.faces[0]?.focus();
  }

  /** Reads what was typed: leads on where it can be handed in, and says or asks what is wrong where not. */
  async goOn(): Promise<void> {
    const { meter } = this.of;
    const { texts, claims } = this.typed;
    const { values, problems } = parseTexts(meter.registers, texts);
    if (problems.length > 0) {
      await this.show(problems);
      return;
    }
    const { verdict, problems: found } = courtesyOf(checkReading(this.of.toCheck(values, claims)));
    if (verdict === 'ask') {
      this.typed = { ...this.typed, problems: found };
      this.asking = true;
    } else if (verdict === 'refuse') await this.show(found);
    else {
      const entry = knownEntry(meter, values, claims, this.words.decimalMark);
      this.take(entry);
      this.dispatchEvent(new EntryTaken(entry));
    }
  }

  override render(): TemplateResult {
    const { words } = this;
    const { texts, problems } = this.typed;
    const { meter } = this.of;
    const { registers } = meter;
    return html`<div class="stack" @focusin=${this.onFocus}>
        <div class="faces" @reading-typed=${this.onTyped} @reading-entered=${this.onEntered}>
          ${registers.map((register, at) => {
            const { previous, previousPeriod, usual } = hintsOf(this.of.toCheck({}, noClaims), register);
            const own = problemsOf(problems, register.code);
            // Beside a question about this value the room is the question's.
            return html`<meter-face
              keyboard="none"
              .register=${register}
              .meter=${words.text('meter-serial', { serial: meter.serial })}
              .unit=${meter.unit}
              .ratio=${meter.ratio}
              .text=${texts[register.code] ?? ''}
              .previous=${previous}
              .previousPeriod=${previousPeriod}
              .usual=${own.length > 0 ? null : usual}
              .problems=${own.filter(isOfField)}
              ?invalid=${own.length > 0}
              enterHint=${at < registers.length - 1 ? 'next' : 'done'}
            ></meter-face>`;
          })}
        </div>
        <div class="stack" role="alert" @explanation-chosen=${this.onExplained}>
          ${problems
            .filter((problem) => !isOfField(problem))
            .map(
              (problem) => html`<problem-note onward .problem=${problem} .meter=${meter}>
                <button type="button" @click=${() => this.onMistyped(problem)}>${words.text('confirm-no')}</button>
              </problem-note>`,
            )}
        </div>
      </div>
      ${
        this.asking
          ? html`<confirm-use
              onward
              .meter=${meter}
              .problems=${problems}
              @dialog-dismissed=${this.onDismissed}
              @dialog-agreed=${this.onConfirmed}
              @explanation-chosen=${this.onExplained}
            ></confirm-use>`
          : nothing
      }`;
  }

  private take({ typed, claims }: KioskEntry): void {
    const texts = Object.fromEntries(this.of.meter.registers.map(({ code }, at) => [code, typed[at] ?? '']));
    this.typed = { texts, claims, problems: [] };
  }

  /** Heard in here: a step from one face to the next is none to whoever stands outside. */
  private onFocus(event: FocusEvent): void {
    outFromBehind(event.composedPath(), handOf(this));
  }

  private onTyped({ register, text }: ReadingTyped): void {
    this.typed = withText(this.typed, register, text);
  }

  private onEntered({ register }: ReadingEntered): void {
    const next = placeAfter(this.of.meter.registers, register);
    if (next === null) void this.goOn();
    else this.faces[next]?.focus();
  }

  private async onExplained(chosen: ExplanationChosen): Promise<void> {
    const explained = withExplanation(this.typed, this.of.meter.registers, chosen, this.words.decimalMark);
    if (!explained) return;
    this.asking = false;
    this.typed = explained.typing;
    await this.updateComplete;
    if (explained.settled) await this.goOn();
    else this.faces[explained.place]?.focus();
  }

  /** Back to what was typed: the question is answered. */
  private async onMistyped(problem: Problem): Promise<void> {
    this.typed = { ...this.typed, problems: [] };
    await this.updateComplete;
    const place = this.of.meter.registers.findIndex(({ code }) => 'register' in problem && code === problem.register);
    this.faces[Math.max(place, 0)]?.focus();
  }

  private async onConfirmed(): Promise<void> {
    this.asking = false;
    this.typed = withUseConfirmed(this.typed);
    await this.goOn();
  }

  private async onDismissed(): Promise<void> {
    this.asking = false;
    await this.updateComplete;
    this.focus();
  }

  /** What is wrong with a field leaves the focus there; a question with its answers takes it. */
  private async show(problems: readonly Problem[]): Promise<void> {
    this.typed = { ...this.typed, problems };
    await this.updateComplete;
    const { note } = this;
    await note?.updateComplete;
    const place = placeOfFault(this.of.meter.registers, problems);
    const face = place === null ? null : this.faces[place];
    if (face) face.focus();
    else note?.focus({ preventScroll: true });
    // Whoever goes on without an answer sees that it is still asked.
    note?.animate([{ outline: '6px solid currentColor' }, { outline: '6px solid transparent' }], 600);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'known-meter': KnownMeter;
  }
}
