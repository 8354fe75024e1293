import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayActAs } from '../../../shared/staff.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { exchangeStyles } from '../elements/exchange-styles.ts';
import type { ReasonGiven } from '../elements/reason-dialog.ts';
import type { ImportReport, JobView } from '../exchange-types.ts';
import { countedText, fileProblemText, kindText, obstacleText } from '../exchange-words.ts';
import { Following } from '../following.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderApplied } from './exchange-applied.ts';
import '../elements/exchange-progress.ts';
import '../elements/exchange-report.ts';
import '../elements/exchange-undone.ts';
import '../elements/reason-dialog.ts';

/** One piece of work on files: how far it is, what came of it, and what can be done next. */
@customElement('office-exchange-job')
export class OfficeExchangeJob extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .next {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @property() job = '';

  @state() private asking = false;
  private readonly act = new Act(this);
  @query('#strict') private strict!: HTMLInputElement | null;
  @state() private agree = false;
  private readonly followed = new Following<JobView>(this, {
    ask: () => this.office.api.exchange.job.query({ job: this.job }),
    isOver: ({ endedAt }) => endedAt !== null,
    standing: ({ state, done }) => `${state} ${done}`,
  });

  /** Before it is brought in: whether somebody has done so already. */
  private readonly applied = new Task(this, {
    args: () => [this.triedUpload] as const,
    task: async ([upload]) => {
      if (upload === null) return [];
      const { applied } = await this.office.api.exchange.upload.query({ upload });
      return applied;
    },
  });

  private get triedUpload(): string | null {
    const job = this.followed.value;
    return job?.dryRun && job.kind !== 'undo' && job.state === 'done' ? job.upload : null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('job')) return;
    this.act.clear();
    this.asking = false;
    this.agree = false;
    this.followed.start();
  }

  override render(): TemplateResult {
    const { words } = this;
    const { value: job, error } = this.followed;
    return html`<div class="screen">
      <p><a href="/office/exchange">${words.text('exchange-title')}</a></p>
      <h1 tabindex="-1">${job ? this.titleOf(job) : words.text('exchange-job')}</h1>
      ${this.renderFailure(error)}
      ${job ? this.renderJob(job) : error === null ? this.renderPending() : nothing}
    </div>`;
  }

  private titleOf(job: JobView): string {
    const { words } = this;
    const what = job.what === null ? '' : kindText(words, job.what);
    if (job.kind === 'undo')
      return words.text(job.dryRun ? 'exchange-title-undo-trial' : 'exchange-title-undo', { what });
    return words.text(job.dryRun ? 'exchange-title-trial' : 'exchange-title-import', { what });
  }

  private renderJob(job: JobView): TemplateResult {
    const { words } = this;
    const at = words.moment(Date.parse(job.endedAt ?? job.createdAt), this.office.now());
    const who = job.by ?? words.text('exchange-by-program');
    return html`<p class="soft wrap">${[job.fileName, at, who].filter(Boolean).join(' · ')}</p>
      ${this.renderFailure(this.act.failure)}
      ${job.outcome === null ? this.renderRunning(job) : this.renderOutcome(job, job.outcome)}`;
  }

  private renderRunning(job: JobView): TemplateResult {
    const { words } = this;
    const may =
      job.dryRun || (mayActAs(this.office.staff.role, 'manager') && (job.kind !== 'undo' || job.state === 'waiting'));
    return html`<exchange-progress .job=${job}></exchange-progress>
      ${
        may && !job.isEnding
          ? html`<div class="row">
              <button type="button" aria-disabled=${this.act.busy} @click=${() => void this.end(job)}>
                ${words.text(job.dryRun || job.state === 'waiting' ? 'exchange-cancel' : 'exchange-cancel-import')}
              </button>
            </div>`
          : nothing
      }`;
  }

  private renderOutcome(job: JobView, outcome: NonNullable<JobView['outcome']>): TemplateResult {
    const { words } = this;
    switch (outcome.kind) {
      case 'failed':
        return html`<p class="failure" role="alert">
            <mb-icon name="warning"></mb-icon><span>${
              job.kind === 'undo' && outcome.failure.code.startsWith('batch_')
                ? obstacleText(words, outcome.failure.code as never)
                : fileProblemText(words, outcome.failure)
            }</span>
          </p>
          ${job.dryRun || job.kind === 'undo' ? nothing : html`<p>${words.text('exchange-failed-nothing')}</p>`}
          ${this.renderBack(job)}`;
      case 'cancelled':
        return html`<p role="status">${words.text(outcome.report ? 'exchange-cancelled-undone' : 'exchange-cancelled')}</p>
          ${outcome.report ? html`<exchange-undone .report=${outcome.report}></exchange-undone>` : nothing}
          ${this.renderBack(job)}`;
      case 'undo':
        return html`<p role="status">${words.text(job.dryRun ? 'exchange-undo-would' : 'exchange-undo-did')}</p>
          <exchange-undone .report=${outcome.report}></exchange-undone>
          ${job.dryRun ? this.renderUndoNext(job) : this.renderToBatch(job.batch)}`;
      case 'attach':
        return html`<p role="status">${this.saysOf(job, outcome.report.batch)}</p>
          <exchange-report .report=${outcome.report}>
            <div class="next">${job.dryRun ? this.renderNext(job, outcome.report) : this.renderToBatch(outcome.report.batch)}</div>
          </exchange-report>`;
      case 'import':
        return html`<p role="status">${
          !job.dryRun && !outcome.report.imported
            ? words.text('exchange-strict-refused')
            : this.saysOf(job, outcome.report.batch)
        }</p>
          <exchange-report .report=${outcome.report}>
            <div class="next">${job.dryRun ? this.renderNext(job, outcome.report) : this.renderToBatch(outcome.report.batch)}</div>
          </exchange-report>`;
    }
  }

  private saysOf({ dryRun }: JobView, batch: string | null): string {
    if (dryRun) return this.words.text('exchange-would');
    return this.words.text(batch === null ? 'exchange-did-nothing' : 'exchange-did');
  }

  /** What was tried out can be brought in, by somebody who may. */
  private renderNext(job: JobView, report: Pick<ImportReport, 'created' | 'changed' | 'refusedCount'>): TemplateResult {
    const { words } = this;
    const count = report.created + report.changed;
    const applied = (this.applied.value ?? []).filter(({ kind }) => kind === job.what);
    if (count === 0) {
      return html`<p>${words.text(report.refusedCount > 0 ? 'exchange-nothing-right' : 'exchange-nothing-new')}</p>
        ${this.renderBack(job)}`;
    }
    if (!mayActAs(this.office.staff.role, 'manager')) {
      return html`<p class="note"><mb-icon name="info"></mb-icon><span>${words.text('exchange-for-manager')}</span></p>
        ${this.renderBack(job)}`;
    }
    const blocked = this.act.busy || (applied.length > 0 && !this.agree);
    return html`<div class="card">
      ${renderApplied(this.office, applied)}
      ${
        applied.length === 0
          ? nothing
          : html`<label class="tick">
              <input
                id="again"
                type="checkbox"
                @change=${(event: Event) => {
                  this.agree = (event.target as HTMLInputElement).checked;
                }}
              />
              <span>${words.text('exchange-again')}</span>
            </label>`
      }
      ${
        job.what === 'pdfs'
          ? nothing
          : html`<label class="tick">
              <input id="strict" type="checkbox" .checked=${report.refusedCount === 0} />
              <span>${words.text('exchange-strict')}</span>
            </label>`
      }
      <div class="row">
        <button class="primary" type="button" aria-disabled=${blocked} @click=${() => void this.bringIn(job, blocked)}>
          ${words.text(report.refusedCount > 0 ? 'exchange-bring-others' : 'exchange-bring-all', {
            what: countedText(words, count, job.what ?? 'rows'),
          })}
        </button>
        ${this.renderBack(job)}
      </div>
    </div>`;
  }

  private renderUndoNext(job: JobView): TemplateResult {
    const { words } = this;
    return html`<div class="row">
        <button
          class="primary"
          type="button"
          @click=${() => {
            this.act.clear();
            this.asking = true;
          }}
        >
          ${words.text('exchange-undo')}
        </button>
        ${this.renderToBatch(job.batch)}
      </div>
      ${
        this.asking
          ? html`<reason-dialog
              heading=${words.text('exchange-undo-title')}
              confirm=${words.text('exchange-undo-confirm')}
              .failure=${this.act.failure === null ? null : this.failureText(this.act.failure)}
              ?busy=${this.act.busy}
              @reason-given=${({ reason }: ReasonGiven) => void this.undo(job, reason)}
              @dialog-dismissed=${() => {
                this.asking = false;
              }}
              ><p>${words.text('exchange-undo-text')}</p></reason-dialog
            >`
          : nothing
      }`;
  }

  private renderBack({ upload }: JobView): TemplateResult | typeof nothing {
    return upload === null
      ? nothing
      : html`<p><a class="button" href="/office/exchange/in/${upload}">${this.words.text('exchange-back-to-file')}</a></p>`;
  }

  private renderToBatch(batch: string | null): TemplateResult | typeof nothing {
    return batch === null
      ? nothing
      : html`<p><a class="button" href="/office/exchange/batch/${batch}">${this.words.text('exchange-to-batch')}</a></p>`;
  }

  private bringIn({ id }: JobView, blocked: boolean): Promise<void> {
    if (blocked) return Promise.resolve();
    const strict = this.strict?.checked ?? false;
    return this.goOn(() => this.office.api.exchange.bringIn.mutate({ tried: id, strict, again: this.agree }));
  }

  private undo({ batch }: JobView, reason: string): Promise<void> {
    return this.goOn(() => this.office.api.exchange.undo.mutate({ batch, reason }));
  }

  private async goOn(start: () => Promise<{ job: string }>): Promise<void> {
    await this.act.run(async () => {
      const { job } = await start();
      this.asking = false;
      this.office.navigate(`/office/exchange/job/${job}`);
    });
    const { failure } = this.act;
    if (failure !== null && problemOf(failure)?.code === 'file_applied') await this.applied.run();
  }

  private end({ id }: JobView): Promise<void> {
    return this.act.run(async () => {
      await this.office.api.exchange.cancel.mutate({ job: id });
      this.followed.lookNow();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-exchange-job': OfficeExchangeJob;
  }
}
