import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Meter } from '../../shared/meter.ts';
import type { Explanation, Problem, ProblemOf } from '../../shared/problem.ts';
import { DialogDismissed } from '../elements/mb-dialog.ts';
import { ExplanationChosen } from '../elements/problem-note.ts';
import { WordsElement } from '../elements/words-element.ts';
import type { MeterView, ReadingEntry } from '../store/views.ts';
import { controls } from '../styles/controls.ts';
import { explanationText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';

/** The resident said yes. */
export class DialogAgreed extends Event {
  static readonly type = 'dialog-agreed';

  constructor() {
    super(DialogAgreed.type, { bubbles: true, composed: true });
  }
}

const answers = css`
  .answers,
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    overflow-wrap: anywhere;
  }
  button {
    padding-inline: min(1.125rem, 4vw);
    hyphens: auto;
  }
`;

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

  override render(): TemplateResult {
    const { words, meter } = this;
    const asked = this.problems.filter((problem) => problem.code === 'unusual_high');
    return html`<mb-dialog heading=${words.text('confirm-title')}>
      <div class="text">${asked.map((problem) => this.renderQuestion(problem))}</div>
      <div class="answers" slot="answers">
        ${asked.flatMap((problem) =>
          problem.explanations.map(
            (explanation) =>
              html`<button type="button" @click=${() => this.explain(problem, explanation)}>
                ${explanationText(words, explanation, problem.register, meter)}
              </button>`,
          ),
        )}
        <button type="button" @click=${() => this.dispatchEvent(new DialogAgreed())}>${words.text('confirm-yes')}</button>
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
    };
    return html`<p>${words.text('confirm-text', values)}</p>`;
  }

  private explain(problem: Problem, explanation: Explanation): void {
    this.dispatchEvent(new ExplanationChosen(problem, explanation));
  }
}

/**
 * W7: taking a reading back.
 *
 * @fires DialogAgreed
 * @fires DialogDismissed
 */
@customElement('confirm-withdrawal')
export class ConfirmWithdrawal extends WordsElement {
  static override styles = [controls, answers];

  @property({ attribute: false }) meter!: MeterView;
  @property({ attribute: false }) entry!: ReadingEntry;

  override render(): TemplateResult {
    const { words, meter, entry } = this;
    const closesOn = meter.window.open && !meter.window.over ? meter.window.window.closesOn : null;
    const values = {
      service: words.service(meter.meter.service),
      period: words.period(entry.period),
      day: closesOn ? words.day(closesOn, 'until') : '',
    };
    return html`<mb-dialog heading=${words.text('reading-withdraw-title')}>
      ${closesOn ? html`<p>${words.text('reading-withdraw-text', values)}</p>` : nothing}
      <div class="answers" slot="answers">
        <button type="button" @click=${() => this.dispatchEvent(new DialogAgreed())}>
          ${words.text('reading-withdraw-yes')}
        </button>
        <button class="primary" type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>
          ${words.text('reading-withdraw-no')}
        </button>
      </div>
    </mb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-use': ConfirmUse;
    'confirm-withdrawal': ConfirmWithdrawal;
  }
  interface HTMLElementEventMap {
    'dialog-agreed': DialogAgreed;
  }
}
