import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Act } from '../act.ts';
import type { BatchLine, JobLine } from '../exchange-types.ts';
import { countedText, inFileText, kindText } from '../exchange-words.ts';
import { Following } from '../following.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

interface Batches {
  rows: BatchLine[];
  next: string | null;
}

/** What goes on, as long as it does, and all that was brought in and given out, newest first. */
@customElement('exchange-lists')
export class ExchangeLists extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      :host,
      .running {
        display: grid;
        gap: 1.5rem;
      }
      td a {
        font-weight: 600;
      }
      tr.undone td {
        color: var(--ink-soft);
      }
      .numbers {
        white-space: nowrap;
      }
      td.wrap {
        min-width: 8rem;
      }
      .job {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: baseline;
        padding: 0.5rem 0.75rem;
        border-bottom: 1px solid var(--line);
      }
      .job:last-child {
        border: 0;
      }
      .job a {
        font-weight: 600;
      }
      section > button {
        width: fit-content;
      }
    `,
  ];

  /** As many as were asked for. */
  @state() private batches: Batches | null = null;
  private readonly act = new Act(this);
  @state() private jobsShown = false;

  private readonly jobs = new Following<JobLine[]>(this, {
    ask: async () => {
      const { exchange } = this.office.api;
      const [jobs, newest] = await Promise.all([
        exchange.jobs.query({ after: null }),
        exchange.batches.query({ after: null }),
      ]);
      this.batches = withNewest(this.batches, newest);
      return jobs.rows;
    },
    isOver: (jobs) => jobs.every(({ endedAt }) => endedAt !== null),
    standing: (jobs) => jobs.map(({ state, done }) => `${state} ${done}`).join(),
  });

  protected override firstUpdated(): void {
    this.jobs.start();
  }

  override render(): unknown {
    const { value, error } = this.jobs;
    return html`${this.renderFailure(error)} ${value ? this.renderJobs(value) : error === null ? this.renderPending() : nothing}
    ${this.batches ? this.renderBatches(this.batches) : nothing}`;
  }

  private renderJobs(jobs: readonly JobLine[]): TemplateResult | typeof nothing {
    const { words } = this;
    const open = jobs.filter(({ endedAt }) => endedAt === null);
    const over = jobs.filter(({ endedAt }) => endedAt !== null);
    if (jobs.length === 0) return nothing;
    return html`${
      open.length === 0
        ? nothing
        : html`<section>
            <h2>${words.text('exchange-under-way')}</h2>
            <ul role="list" class="frame">${open.map((job) => this.renderJob(job))}</ul>
          </section>`
    }
    ${
      over.length === 0
        ? nothing
        : html`<section>
            <h2>${words.text('exchange-last')}</h2>
            <ul role="list" class="frame">
              ${over.slice(0, this.jobsShown ? over.length : 5).map((job) => this.renderJob(job))}
            </ul>
            ${
              over.length > 5 && !this.jobsShown
                ? html`<button
                    type="button"
                    @click=${() => {
                      this.jobsShown = true;
                    }}
                  >
                    ${words.text('exchange-more')}
                  </button>`
                : nothing
            }
          </section>`
    }`;
  }

  private renderJob(job: JobLine): TemplateResult {
    const { words } = this;
    const { kind, state: standing, dryRun } = job;
    const act = kind === 'undo' ? 'undo' : 'import';
    const at = Date.parse(job.endedAt ?? job.createdAt);
    return html`<li class="job">
      <a href="/office/exchange/job/${job.id}">${job.what === null ? words.text('exchange-job') : kindText(words, job.what)}</a>
      <span class="mark">${words.text(dryRun ? `exchange-${act}-trial` : `exchange-${act}-real`)}</span>
      <span class=${standing === 'failed' ? 'mark wrong' : 'mark'}>${words.text(`exchange-state-${standing}`)}</span>
      ${job.fileName === null ? nothing : html`<span class="soft wrap">${job.fileName}</span>`}
      <span class="soft">${words.moment(at, this.office.now())} · ${job.by ?? words.text('exchange-by-program')}</span>
    </li>`;
  }

  private renderBatches({ rows, next }: Batches): TemplateResult {
    const { words } = this;
    const title = words.text('exchange-batches');
    return html`<section>
      <h2>${title}</h2>
      ${
        rows.length === 0
          ? html`<p class="soft">${words.text('exchange-no-batches')}</p>`
          : html`<div class="frame" tabindex="0" role="region" aria-label=${title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.text('exchange-what')}</th>
                    <th scope="col">${words.text('exchange-when')}</th>
                    <th scope="col">${words.text('exchange-who')}</th>
                    <th scope="col">${words.text('exchange-file')}</th>
                    <th scope="col" class="number">${words.text('exchange-in-file')}</th>
                    <th scope="col">${words.text('exchange-difference')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => this.renderBatch(row))}
                </tbody>
              </table>
            </div>`
      }
      ${this.renderFailure(this.act.failure)}
      ${
        next === null
          ? nothing
          : html`<button type="button" aria-disabled=${this.act.busy} @click=${() => void this.askOn(next)}>
              ${words.text('exchange-more')}
            </button>`
      }
    </section>`;
  }

  private renderBatch(row: BatchLine): TemplateResult {
    const { words } = this;
    const period = row.period === null ? nothing : html`, ${words.period(row.period)}`;
    return html`<tr class=${row.state}>
      <td>
        <a href="/office/exchange/batch/${row.id}">${kindText(words, row.kind)}${period}</a>
        ${row.state === 'done' ? nothing : html`<span class="mark">${words.text(`exchange-batch-${row.state}`)}</span>`}
      </td>
      <td class="numbers">${words.moment(Date.parse(row.createdAt), this.office.now())}</td>
      <td>${row.by ?? words.text('exchange-by-program')}</td>
      <td class="wrap">${row.fileName ?? ''}</td>
      <td class="number">${inFileText(words, row)}</td>
      <td>${row.difference ? this.differenceText(row.kind, row.difference) : ''}</td>
    </tr>`;
  }

  private differenceText(kind: string, difference: NonNullable<BatchLine['difference']>): string {
    const { words } = this;
    const ofRefused = kind === 'pdfs' ? 'files' : 'rows';
    return (['created', 'changed', 'unchanged', 'refused'] as const)
      .filter((name) => difference[name] > 0)
      .map((name) => {
        const what = countedText(words, difference[name], name === 'refused' ? ofRefused : kind);
        return words.text(`exchange-so-many-${name}`, { what });
      })
      .join(', ');
  }

  private askOn(after: string): Promise<void> {
    return this.act.run(async () => {
      const older = await this.office.api.exchange.batches.query({ after });
      this.batches = { rows: [...(this.batches?.rows ?? []), ...older.rows], next: older.next };
    });
  }
}

/** The newest as they stand now, before the others that are known. */
function withNewest(known: Batches | null, newest: Batches): Batches {
  const ids = new Set(newest.rows.map(({ id }) => id));
  const older = known?.rows.filter(({ id }) => !ids.has(id)) ?? [];
  return known && older.length > 0 ? { rows: [...newest.rows, ...older], next: known.next } : newest;
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-lists': ExchangeLists;
  }
}
