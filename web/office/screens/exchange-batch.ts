import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mayActAs } from '../../../shared/staff.ts';
import { Act } from '../act.ts';
import { exchangeStyles } from '../elements/exchange-styles.ts';
import type { BatchView } from '../exchange-types.ts';
import { inFileText, kindText, obstacleText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderAnswered, renderDownloads } from './exchange-given.ts';
import '../elements/exchange-report.ts';

/** One import or export: what came of it, its files, and taking it back. */
@customElement('office-exchange-batch')
export class OfficeExchangeBatch extends OfficeScreen {
  static override styles = [office, exchangeStyles];

  @property() batch = '';

  private readonly act = new Act(this);

  private readonly view = new Task(this, {
    args: () => [this.batch] as const,
    task: ([batch]) => this.office.api.exchange.batch.query({ batch }),
  });

  override render(): TemplateResult {
    const { words } = this;
    const { value, error } = this.view;
    return html`<div class="screen">
      <p><a href="/office/exchange">${words.text('exchange-title')}</a></p>
      <h1 tabindex="-1">${value ? this.titleOf(value) : words.text('exchange-batch')}</h1>
      ${error !== undefined ? this.renderFailure(error) : value ? this.renderBatch(value) : this.renderPending()}
    </div>`;
  }

  private titleOf({ kind, period }: BatchView): string {
    const what = kindText(this.words, kind);
    return period === null ? what : `${what}, ${this.words.period(period)}`;
  }

  private renderBatch(view: BatchView): TemplateResult {
    const { words } = this;
    const { answered } = view;
    return html`${this.renderState(view)}
      <dl class="facts">
        <dt>${words.text('exchange-when')}</dt>
        <dd>${words.fullMoment(Date.parse(view.createdAt))}</dd>
        <dt>${words.text('exchange-who')}</dt>
        <dd>${view.by ?? words.text('exchange-by-program')}</dd>
        ${view.fileName === null ? nothing : html`<dt>${words.text('exchange-file')}</dt><dd>${view.fileName}</dd>`}
        <dt>${words.text('exchange-in-file')}</dt>
        <dd>${inFileText(words, view)}</dd>
        ${
          view.lock === null
            ? nothing
            : html`<dt>${words.text('exchange-locked')}</dt>
                <dd>${words.fullMoment(Date.parse(view.lock.lockedAt))}</dd>`
        }
        <dt>${words.text('exchange-number')}</dt>
        <dd class="wrap">${view.id}</dd>
      </dl>
      ${answered && view.state !== 'undone' ? html`${renderDownloads(words, view.id)} ${renderAnswered(words, answered)}` : nothing}
      ${view.report ? html`<exchange-report .report=${view.report}></exchange-report>` : nothing}
      ${!answered && view.report === null && view.state === 'done' ? html`<p class="soft">${words.text('exchange-no-report')}</p>` : nothing}
      ${this.renderFailure(this.act.failure)} ${this.renderUndo(view)}`;
  }

  private renderState(view: BatchView): TemplateResult | typeof nothing {
    const { words } = this;
    if (view.state === 'done') return nothing;
    if (view.state !== 'undone' || view.undoneAt === null) {
      return html`<p class="note"><mb-icon name="info"></mb-icon><span>${words.text(`exchange-batch-${view.state}`)}</span></p>`;
    }
    const at = words.fullMoment(Date.parse(view.undoneAt));
    const who = view.undoneBy ?? words.text('exchange-by-program');
    return html`<p class="note">
      <mb-icon name="withdraw"></mb-icon>
      <span>${words.text('exchange-undone-by', { at, who })} ${view.undoneWhy ?? ''}</span>
    </p>`;
  }

  private renderUndo({ obstacle, state }: BatchView): TemplateResult | typeof nothing {
    const { words } = this;
    if (state === 'undone' || !mayActAs(this.office.staff.role, 'manager')) return nothing;
    if (obstacle !== null) return html`<p class="soft">${obstacleText(words, obstacle)}</p>`;
    return html`<div class="row">
      <button type="button" aria-disabled=${this.act.busy} @click=${() => void this.tryUndo()}>
        ${words.text('exchange-undo-look')}
      </button>
      <span class="soft">${words.text('exchange-undo-look-hint')}</span>
    </div>`;
  }

  private async tryUndo(): Promise<void> {
    await this.act.run(async () => {
      const { job } = await this.office.api.exchange.tryUndo.mutate({ batch: this.batch });
      this.office.navigate(`/office/exchange/job/${job}`);
    });
    if (this.act.failure !== null) await this.view.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-exchange-batch': OfficeExchangeBatch;
  }
}
