import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Explanation, Problem } from '../../shared/problem.ts';
import { controls } from '../styles/controls.ts';
import { explanationText, type MeterOfProblem, problemText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** The resident says what happened (M4). `problem` is the one that the explanation was offered for. */
export class ExplanationChosen extends Event {
  static readonly type = 'explanation-chosen';
  readonly problem: Problem;
  readonly explanation: Explanation;

  constructor(problem: Problem, explanation: Explanation) {
    super(ExplanationChosen.type, { bubbles: true, composed: true });
    this.problem = problem;
    this.explanation = explanation;
  }
}

/** What is worth a note: beside U2, which says that a use is not possible, U1 of the same register says nothing new. */
export const worthNoting = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    (one) =>
      one.code !== 'unusual_high' ||
      !problems.some((other) => other.code === 'impossible_use' && other.register === one.register),
  );

/** Notes of what was noticed about a reading: nothing is asked any more. */
export const toldNotes = (
  problems: readonly Problem[],
  meter: MeterOfProblem,
  tone: 'error' | 'mild',
): TemplateResult[] =>
  worthNoting(problems).map(
    (problem) => html`<problem-note told tone=${tone} .problem=${problem} .meter=${meter}></problem-note>`,
  );

/**
 * Any problem in plain words. Where the problem lists explanations, each is a button: nothing is ever guessed.
 *
 * @fires ExplanationChosen
 */
@customElement('problem-note')
export class ProblemNote extends WordsElement {
  static override styles = [
    controls,
    css`
      .note {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
        padding: 0.875rem min(1rem, 3vw);
        overflow-wrap: anywhere;
        border-inline-start: 4px solid var(--error);
        border-radius: var(--radius-small);
        background: var(--error-wash);
      }
      .note.mild {
        border-color: var(--warn-line);
        background: var(--warn-wash);
      }
      p {
        display: flex;
        gap: 0.625rem;
      }
      mb-icon {
        margin-top: 0.1em;
        color: var(--error);
      }
      .mild mb-icon {
        color: inherit;
      }
      .choices {
        display: grid;
        grid-template-columns: var(--choices, minmax(0, 1fr));
        gap: 0.5rem;
      }
      .choices strong {
        grid-column: 1 / -1;
      }
      .choices button {
        justify-content: start;
        padding-inline: min(1.125rem, 3vw);
        hyphens: auto;
        background: var(--card);
        text-align: start;
      }
      .choices:focus {
        outline: none;
      }
      @media (forced-colors: active) {
        .note {
          border: 2px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) problem!: Problem;
  /** Whose values the problem is about; null where the meter is not known. */
  @property({ attribute: false }) meter: MeterOfProblem | null = null;
  /** `mild`: something to know, nothing to do. */
  @property() tone: 'error' | 'mild' = 'error';
  /** Explanations without buttons, where nothing can be chosen any more. */
  @property({ type: Boolean }) told = false;
  /** An explanation leads on instead of saving. */
  @property({ type: Boolean }) onward = false;

  /** To the question, for those who answer it by keyboard or hear it; nowhere where nothing is asked. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('.choices')?.focus(options);
  }

  override render(): TemplateResult {
    const { words, problem } = this;
    const explanations = !this.told && 'explanations' in problem ? problem.explanations : [];
    // Of a meter with several registers it must be said which one is meant.
    const several = (this.meter?.registers.length ?? 0) > 1;
    const register = several && 'register' in problem ? problem.register : undefined;
    return html`<div class="note ${this.tone}">
      <p>
        <mb-icon name=${this.tone === 'mild' ? 'info' : 'warning'}></mb-icon>
        <span>${register ? html`<strong>${registerName(words, register)}</strong><br />` : nothing}${problemText(words, problem, this.meter)}</span>
      </p>
      ${
        explanations.length === 0
          ? nothing
          : html`<div class="choices" role="group" tabindex="-1" aria-label=${words.text('problem-choose')}>
              <strong>${words.text('problem-choose')}</strong>
              ${explanations.map(
                (explanation) =>
                  html`<button type="button" @click=${() => this.dispatchEvent(new ExplanationChosen(problem, explanation))}>
                    ${explanationText(words, explanation, 'register' in problem ? String(problem.register) : '', this.meter, this.onward)}
                  </button>`,
              )}
              <slot></slot>
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'problem-note': ProblemNote;
  }
  interface HTMLElementEventMap {
    'explanation-chosen': ExplanationChosen;
  }
}
