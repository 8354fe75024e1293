import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { addMonths, daysBetween, type Period } from '../../../shared/period.ts';
import { type CountedMonth, hundredths, type MonthProgress, readByDay } from '../../../shared/progress.ts';
import { readingSources } from '../../../shared/reading.ts';
import { localDay } from '../../../shared/window.ts';
import { figure, share } from '../figures.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { progressStyles } from './progress-styles.ts';
import '../elements/arrivals-chart.ts';
import '../elements/progress-buildings.ts';

/** How often a month that goes on is asked for again, and how soon where somebody else is counting it. */
const againMs = 60_000;
const soonMs = 1_500;

/** How far the month is, and what is to be done next: where a working day begins. */
@customElement('office-progress')
export class OfficeProgress extends OfficeScreen {
  static override styles = [office, progressStyles];

  @state() private progress: MonthProgress | null = null;
  @state() private failure: unknown = null;
  /** Null: the month that is open, or was last. */
  private period: Period | null = null;
  private asking = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking++;
  }

  protected override firstUpdated(): void {
    void this.ask();
  }

  override render(): TemplateResult {
    const { words, progress } = this;
    return html`<div class="screen">
      <div class="row spread head">
        <h1 tabindex="-1">${words.text('progress-title')}</h1>
        ${progress ? this.renderMonths(progress) : nothing}
      </div>
      ${this.renderFailure(this.failure)}
      ${progress ? this.renderProgress(progress) : this.failure === null ? this.renderPending() : nothing}
    </div>`;
  }

  private renderMonths({ period, present }: MonthProgress): TemplateResult {
    const { words } = this;
    const step = (to: Period, icon: 'back' | 'next', disabled: boolean) =>
      html`<button type="button" aria-label=${words.periodTitle(to)} ?disabled=${disabled} @click=${() => this.choose(to)}>
        <mb-icon name=${icon}></mb-icon>
      </button>`;
    return html`<div class="months" role="group" aria-label=${words.text('progress-month')}>
      ${step(addMonths(period, -1), 'back', false)}
      <strong aria-live="polite">${words.periodTitle(period)}</strong>
      ${step(addMonths(period, 1), 'next', period >= present)}
    </div>`;
  }

  private renderProgress(progress: MonthProgress): TemplateResult {
    const { words } = this;
    const { now, period, today } = progress;
    if (!now) {
      return html`${this.renderNext(progress)}
        <p class="soft" role="status">${words.text('progress-counting')}</p>`;
    }
    const { tally } = now;
    const countedAt = [now, progress.lastMonth, progress.lastYear].map((month) => month?.countedAt).join();
    return html`${this.renderNext(progress)}
      <section class="card" aria-labelledby="so-far">
        <div class="row spread">
          <h2 id="so-far">${words.text('progress-so-far')}</h2>
          <span class="soft small">${words.text('progress-as-of', { moment: this.momentOf(now.countedAt) })}</span>
        </div>
        ${
          tally.expected.meters === 0
            ? html`<p class="soft">${words.text('progress-nothing-expected')}</p>`
            : html`${this.renderTiles(progress, now)}
              <arrivals-chart .month=${now} .other=${progress.lastMonth} .today=${today}></arrivals-chart>`
        }
      </section>
      <div class="pair">
        ${this.renderSources(now)} ${this.renderWork(progress, now)}
      </div>
      <section aria-labelledby="buildings">
        <div class="row spread">
          <h2 id="buildings">${words.text('progress-buildings')}</h2>
          <a href="/office/missing">${words.text('progress-to-missing')}</a>
        </div>
        <progress-buildings .period=${period} .countedAt=${countedAt}></progress-buildings>
      </section>`;
  }

  /** What is to be done, in sentences. */
  private renderNext({
    state: window,
    period,
    opensOn,
    closesOn,
    lockableFrom,
    lockedAt,
    now,
  }: MonthProgress): TemplateResult {
    const { words } = this;
    const from = toEpochMs(lockableFrom);
    const [time, fromDay] = [words.time(from), localDay(from, words.timeZone)];
    const states: Record<MonthProgress['state'], () => string> = {
      ahead: () => words.text('progress-state-ahead', { day: words.day(opensOn, 'on') }),
      open: () => words.text('progress-state-open', { day: words.day(closesOn, 'on') }),
      grace: () =>
        words.text('progress-state-grace', {
          day: words.day(closesOn, 'on'),
          until: words.day(fromDay, 'until'),
          time,
        }),
      closed: () => words.text('progress-state-closed', { day: words.day(closesOn, 'on') }),
      locked: () => words.text('progress-state-locked', { moment: lockedAt ? this.momentOf(lockedAt) : '' }),
    };
    const tally = now?.tally;
    const read = tally
      ? words.text('progress-sentence-read', { read: tally.read.registers, expected: tally.expected.registers })
      : '';
    const waiting = (tally?.review ?? 0) + (tally?.late ?? 0);
    return html`<p class="next">
      <strong>${states[window]()}</strong>
      ${read}
      ${
        waiting > 0
          ? html`<a href="/office/review/${period}">${words.text('progress-sentence-waiting', { count: waiting })}</a>`
          : nothing
      }
      ${
        window === 'open' || window === 'grace'
          ? words.text('progress-sentence-export', { day: words.day(fromDay, 'on'), time })
          : window === 'closed'
            ? html`<a href="/office/exchange">${words.text('progress-sentence-export-now')}</a>`
            : nothing
      }
    </p>`;
  }

  private renderTiles({ lastMonth, lastYear, today }: MonthProgress, now: CountedMonth): TemplateResult {
    const { words } = this;
    const { expected, read, waiting, missing, estimated } = now.tally;
    const offset = daysBetween(now.opensOn, today);
    const then = (month: CountedMonth | null): number | null =>
      month && hundredths(readByDay(month.tally, month.opensOn, offset).registers, month.tally.expected.registers);
    const tile = (word: string, count: number, meters: number, more: unknown = nothing) =>
      html`<div>
        <dt>${words.text(word)}</dt>
        <dd class="figures"><b>${figure(words, count)}</b><span class="soft small">${words.text('progress-meters', { count: meters })}</span>${more}</dd>
      </div>`;
    return html`<dl class="tiles">
      <div class="main">
        <dt>${words.text('progress-read')}</dt>
        <dd class="figures">
          <b>${share(words, hundredths(read.registers, expected.registers))}</b>
          <span>${words.text('progress-of', { read: figure(words, read.registers), expected: figure(words, expected.registers) })}</span>
          <span class="soft small"
            >${words.text('progress-compared', {
              month: share(words, then(lastMonth)),
              year: share(words, then(lastYear)),
            })}</span
          >
        </dd>
      </div>
      ${tile('progress-missing', missing.registers, missing.meters)}
      ${tile('progress-waiting', waiting.registers, waiting.meters)}
      ${tile('progress-estimated', estimated.registers, estimated.meters)}
    </dl>`;
  }

  private renderSources({ tally }: CountedMonth): TemplateResult {
    const { words } = this;
    const came = readingSources.map((source) => ({
      source,
      registers: tally.arrivals.filter((one) => one.source === source).reduce((sum, one) => sum + one.registers, 0),
    }));
    const row = (word: string, count: number) => html`<tr>
      <th scope="row">${words.text(word)}</th>
      <td class="number">${figure(words, count)}</td>
      <td class="number soft">${share(words, hundredths(count, tally.expected.registers))}</td>
    </tr>`;
    return html`<section class="card" aria-labelledby="sources">
      <h2 id="sources">${words.text('progress-sources')}</h2>
      <table>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${words.text('progress-source')}</th>
            <th scope="col">${words.text('progress-registers')}</th>
            <th scope="col">${words.text('progress-share')}</th>
          </tr>
        </thead>
        <tbody>
          ${came.map(({ source, registers }) => row(`progress-source-${source}`, registers))}
          ${row('progress-source-estimate', tally.estimated.registers)}
        </tbody>
      </table>
    </section>`;
  }

  private renderWork(
    { period, openConversations, jobs, reminding }: MonthProgress,
    { tally }: CountedMonth,
  ): TemplateResult {
    const { words } = this;
    const { review, late, refused, verifications, accounts } = tally;
    const due = verifications.ended + verifications['7'] + verifications['30'] + verifications['60'];
    const more = openConversations.more ? '+' : '';
    const line = (word: string, count: string, href: string | null) =>
      html`<li>
        ${href === null ? html`<span>${words.text(word)}</span>` : html`<a href=${href}>${words.text(word)}</a>`}
        <b class="figures">${count}</b>
      </li>`;
    return html`<section class="card" aria-labelledby="work">
      <h2 id="work">${words.text('progress-work')}</h2>
      <ul role="list" class="work">
        ${line('progress-work-review', figure(words, review), `/office/review/${period}`)}
        ${line('progress-work-late', figure(words, late), `/office/review/${period}/late`)}
        ${line('progress-work-refused', figure(words, refused), null)}
        ${line('progress-work-conversations', figure(words, openConversations.count) + more, '/office/support')}
        ${line('progress-work-missing', figure(words, accounts.missing), '/office/missing')}
        ${line('progress-work-verifications', figure(words, due), '/office/verifications')}
        ${line('progress-work-jobs', figure(words, jobs.running + jobs.waiting), '/office/exchange')}
      </ul>
      ${reminding ? html`<p class="soft small">${words.text('progress-reminding')}</p>` : nothing}
    </section>`;
  }

  private momentOf(at: string): string {
    const { words } = this;
    const [moment, now] = [toEpochMs(at), this.office.now()];
    return now - moment < 12 * 3_600_000 ? words.time(moment) : words.moment(moment, now);
  }

  private choose(period: Period): void {
    this.period = period;
    void this.ask();
  }

  /** What was counted before is shown at once; then what is older than it need be is counted, one month after the other. */
  private async ask(): Promise<void> {
    const turn = ++this.asking;
    clearTimeout(this.timer);
    const { period } = this;
    const query = async (count: boolean): Promise<MonthProgress | null> => {
      const answer = await this.office.api.progress.month.query({ period, count });
      if (turn !== this.asking || !this.isConnected) return null;
      this.failure = null;
      this.progress = answer;
      return answer;
    };
    try {
      let answer = await query(false);
      for (let months = 0; answer?.stale && months < 3; months++) answer = await query(true);
      if (!answer) return;
      this.timer = setTimeout(() => void this.ask(), answer.now === null ? soonMs : againMs);
    } catch (error) {
      if (turn === this.asking) this.failure = error;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-progress': OfficeProgress;
  }
}
