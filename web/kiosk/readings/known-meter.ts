import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { checkReading } from '../../../shared/check-reading.ts';
import type { Problem } from '../../../shared/problem.ts';
import { type Claims, noClaims } from '../../../shared/reading.ts';
import type { MeterFace } from '../../elements/meter-face.ts';
import type { ExplanationChosen, ProblemNote } from '../../elements/problem-note.ts';
import type { ReadingEntered, ReadingTyped } from '../../elements/reading-typed.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { courtesyOf } from '../../readings/courtesy.ts';
import {
  applyExplanation,
  confirmAsked,
  hintsOf,
  meterName,
  parseTexts,
  type Texts,
} from '../../readings/entry-values.ts';
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
 * One meter that the kiosk knows, to type into: all its registers together (V4), and what the rules say to that.
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
    `,
  ];

  @property({ attribute: false }) of!: RoundMeter;
  /** What stands in its fields at first: typed before, or handed in and to be corrected (W7). */
  @property({ attribute: false }) entry: KioskEntry | null = null;

  @state() private texts: Texts = {};
  @state() private claims: Claims = noClaims;
  @state() private problems: readonly Problem[] = [];
  @state() private asking = false;
  @queryAll('meter-face') private faces!: NodeListOf<MeterFace>;
  @query('problem-note') private note!: ProblemNote | null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { entry } = this;
    if (entry) this.take(entry);
  }

  /** To its first field. */
  override focus(): void {
    this.faces[0]?.focus();
  }

  /** Reads what was typed: leads on where it can be handed in, and says or asks what is wrong where not. */
  async goOn(): Promise<void> {
    const { meter } = this.of;
    const { values, problems } = parseTexts(meter.registers, this.texts);
    if (problems.length > 0) {
      await this.show(problems);
      return;
    }
    const { verdict, problems: found } = courtesyOf(checkReading(this.of.toCheck(values, this.claims)));
    if (verdict === 'ask') {
      this.problems = found;
      this.asking = true;
    } else if (verdict === 'refuse') await this.show(found);
    else {
      const entry = knownEntry(meter, values, this.claims, this.words.decimalMark);
      this.take(entry);
      this.dispatchEvent(new EntryTaken(entry));
    }
  }

  override render(): TemplateResult {
    const { words, problems } = this;
    const { meter } = this.of;
    const { registers } = meter;
    return html`<div class="stack" @focusin=${this.onFocus}>
        <div class="faces" @reading-typed=${this.onTyped} @reading-entered=${this.onEntered}>
          ${registers.map((register, at) => {
            const { previous, previousPeriod, usual } = hintsOf(this.of.toCheck({}, noClaims), register);
            const own = problems.filter((problem) => 'register' in problem && problem.register === register.code);
            return html`<meter-face
              keyboard="none"
              .register=${register}
              .meter=${meterName(words, meter)}
              .unit=${meter.unit}
              .ratio=${meter.ratio}
              .text=${this.texts[register.code] ?? ''}
              .previous=${previous}
              .previousPeriod=${previousPeriod}
              .usual=${usual}
              .problems=${own.filter((problem) => !('explanations' in problem))}
              ?invalid=${own.length > 0}
              enterHint=${at < registers.length - 1 ? 'next' : 'done'}
            ></meter-face>`;
          })}
        </div>
        <div class="stack" role="alert" @explanation-chosen=${this.onExplained}>
          ${problems
            .filter((problem) => !('register' in problem) || 'explanations' in problem)
            .map((problem) => html`<problem-note onward .problem=${problem} .meter=${meter}></problem-note>`)}
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
    this.texts = Object.fromEntries(this.of.meter.registers.map(({ code }, at) => [code, typed[at] ?? '']));
    this.claims = claims;
    this.problems = [];
  }

  /** Heard in here: a step from one face to the next is none to whoever stands outside. */
  private onFocus(event: FocusEvent): void {
    outFromBehind(event.composedPath(), handOf(this));
  }

  private onTyped({ register, text }: ReadingTyped): void {
    this.texts = { ...this.texts, [register]: text };
    // What was declared or complained about belongs to what stood there before.
    this.claims = noClaims;
    this.problems = this.problems.filter((problem) => 'register' in problem && problem.register !== register);
  }

  private onEntered({ register }: ReadingEntered): void {
    const next = this.faces[this.of.meter.registers.findIndex(({ code }) => code === register) + 1];
    if (next) next.focus();
    else void this.goOn();
  }

  private async onExplained({ problem, explanation }: ExplanationChosen): Promise<void> {
    const { registers } = this.of.meter;
    const register = registers.find(({ code }) => 'register' in problem && code === problem.register);
    if (!register) return;
    const { decimalMark } = this.words;
    const { texts, claims, settled } = applyExplanation(explanation, register, this.texts, this.claims, decimalMark);
    this.asking = false;
    this.problems = [];
    this.claims = claims;
    this.texts = texts;
    await this.updateComplete;
    if (settled) await this.goOn();
    else this.faces[registers.indexOf(register)]?.focus();
  }

  private async onConfirmed(): Promise<void> {
    this.asking = false;
    this.claims = confirmAsked(this.claims, this.problems);
    await this.goOn();
  }

  private async onDismissed(): Promise<void> {
    this.asking = false;
    await this.updateComplete;
    this.focus();
  }

  /** What is wrong with a field leaves the focus there; a question with its answers takes it. */
  private async show(problems: readonly Problem[]): Promise<void> {
    this.problems = problems;
    await this.updateComplete;
    const { note } = this;
    await note?.updateComplete;
    const field = problems.find((problem) => 'register' in problem && !('explanations' in problem));
    const at = this.of.meter.registers.findIndex(({ code }) => field && 'register' in field && code === field.register);
    const face = this.faces[at];
    if (face) face.focus();
    else note?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'known-meter': KnownMeter;
  }
}
