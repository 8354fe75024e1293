import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { JobView } from '../exchange-types.ts';
import { numberText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

/** How far a job is that is not over. */
@customElement('exchange-progress')
export class ExchangeProgress extends OfficeScreen {
  static override styles = [office, exchangeStyles];

  @property({ attribute: false }) job!: JobView;

  override render(): TemplateResult {
    const { words, job } = this;
    const { done, total } = job;
    const known = total !== null && total > 0;
    return html`<div class="card">
      <p id="what" role="status">${this.stateText()}</p>
      <progress
        aria-labelledby="what"
        max=${known ? total : nothing}
        value=${known && job.state === 'running' ? Math.min(done, total) : nothing}
      ></progress>
      <p class="figures soft">
        ${
          done === 0
            ? nothing
            : known
              ? words.text('exchange-done-of', { done: numberText(words, done), total: numberText(words, total) })
              : words.text('exchange-done', { done: numberText(words, done) })
        }
      </p>
      <p class="soft small">${words.text('exchange-goes-on')}</p>
    </div>`;
  }

  private stateText(): string {
    const { words, job } = this;
    if (job.isEnding) return words.text('exchange-ending');
    if (job.state === 'waiting') {
      return job.ahead > 0 ? words.text('exchange-ahead', { ahead: job.ahead }) : words.text('exchange-waiting');
    }
    if (job.kind === 'undo') return words.text(job.dryRun ? 'exchange-undo-trying' : 'exchange-undoing');
    return words.text(job.dryRun ? 'exchange-trying' : 'exchange-bringing');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-progress': ExchangeProgress;
  }
}
