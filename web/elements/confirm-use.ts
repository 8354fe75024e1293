import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Meter } from '../../shared/meter.ts';
import type { Explanation, Problem, ProblemOf } from '../../shared/problem.ts';
import { answers } from '../styles/answers.ts';
import { controls } from '../styles/controls.ts';
import { explanationText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';
import { DialogAgreed } from './dialog-agreed.ts';
import { DialogDismissed } from './mb-dialog.ts';
import { ExplanationChosen } from './problem-note.ts';
import { WordsElement } from './words-element.ts';

/**
 * U1: far more used than usual. Either the meter really shows it, or the resident says what happened.
 *
 * @fires DialogAgreed
 * @fires DialogDismissed
 * @fires ExplanationChosen
 */
@customElement('confirm-use')
export class ConfirmUse extends WordsElement {
  static override styles = [controls, answers];

  @property({ attribute: false }) meter!: Meter;
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** An answer leads on instead of saving: what is handed in together later. */
  @property({ type: Boolean }) onward = false;

  override render(): TemplateResult {
    const { words, meter, onward } = this;
    const asked = this.problems.filter((problem) => problem.code === 'unusual_high');
    return html`<mb-dialog heading=${words.text('confirm-title')}>
      <div class="text">${asked.map((problem) => this.renderQuestion(problem))}</div>
      <div class="answers" slot="answers">
        ${asked.flatMap((problem) =>
          problem.explanations.map(
            (explanation) =>
              html`<button type="button" @click=${() => this.explain(problem, explanation)}>
                ${explanationText(words, explanation, problem.register, meter, onward)}
              </button>`,
          ),
        )}
        <button type="button" @click=${() => this.dispatchEvent(new DialogAgreed())}>${words.text('confirm-yes', { does: onward ? 'on' : 'save' })}</button>
        <button class="primary" type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>
          ${words.text('confirm-no')}
        </button>
      </div>
    </mb-dialog>`;
  }

  private renderQuestion({ register, use, usual }: ProblemOf<'unusual_high'>): TemplateResult {
    const { words, meter } = this;
    const decimals = meter.registers.find(({ code }) => code === register)?.decimals ?? 0;
    const values = {
      register: meter.registers.length > 1 ? registerName(words, register) : words.service(meter.service),
      use: words.quantity(use * meter.ratio, decimals),
      usual: words.roughQuantity(usual * meter.ratio, decimals),
      unit: words.unit(meter.unit),
      does: this.onward ? 'on' : 'save',
    };
    return html`<p>${words.text('confirm-text', values)}</p>`;
  }

  private explain(problem: Problem, explanation: Explanation): void {
    this.dispatchEvent(new ExplanationChosen(problem, explanation));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-use': ConfirmUse;
  }
}
