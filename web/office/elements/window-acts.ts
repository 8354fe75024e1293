import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { type CalendarMonth, usualDays } from '../window-months.ts';
import { placeText } from '../window-words.ts';
import type { ExceptionWritten } from './exception-dialog.ts';
import type { ReasonGiven } from './reason-dialog.ts';
import type { WindowAct } from './window-month.ts';
import '../../elements/mb-dialog.ts';
import './exception-dialog.ts';
import './reason-dialog.ts';

/** It is done, or somebody else was faster; `said`: in words. */
export class WindowActDone extends Event {
  static readonly type = 'window-act-done';
  readonly said: string;

  constructor(said: string) {
    super(WindowActDone.type, { bubbles: true, composed: true });
    this.said = said;
  }
}

/**
 * Asks what is needed for one act on a month, and does it. It is there as long as the act is wanted.
 *
 * @fires WindowActDone
 * @fires DialogDismissed
 */
@customElement('window-acts')
export class WindowActs extends OfficeScreen {
  static override styles = office;

  @property({ attribute: false }) act!: WindowAct;
  @property({ attribute: false }) month!: CalendarMonth;
  /** Readings of the month that wait for the office. */
  @property({ type: Number }) review = 0;
  @property({ attribute: false }) find!: (text: string) => Promise<string[]>;

  /** What the server said against it. */
  @state() private failure: string | null = null;
  @state() private busy = false;

  override render(): TemplateResult {
    const { words, act, month, failure, busy } = this;
    const { period } = month;
    const title = { period: words.period(period) };
    switch (act.kind) {
      case 'except':
        return html`<exception-dialog
          .company=${this.office.company}
          .period=${period}
          .changed=${act.changed}
          .others=${[...(month.exception ? [month.exception] : []), ...month.elsewhere]}
          .find=${this.find}
          .failure=${failure}
          ?busy=${busy}
          @exception-written=${this.onWritten}
        ></exception-dialog>`;
      case 'end': {
        const [from, until] = usualDays(this.office.company, act.exception, period);
        const values = {
          place: placeText(words, act.exception),
          from: words.day(from, 'from'),
          until: words.day(until, 'until'),
        };
        return this.renderReason(words.text('windows-end-title'), words.text('windows-end'), [
          words.text('windows-end-text', values),
        ]);
      }
      case 'lock': {
        const { review } = this;
        const early = this.office.now() < month.lockableFrom;
        const until = words.fullMoment(month.lockableFrom);
        return this.renderReason(
          words.text('windows-lock-title', title),
          words.text('windows-lock-confirm'),
          [
            words.text('windows-lock-text'),
            ...(review > 0 ? [words.text('windows-lock-waiting', { count: review })] : []),
          ],
          early ? words.text('windows-lock-early', { until }) : null,
        );
      }
      case 'unlock':
        return this.renderReason(words.text('windows-unlock-title', title), words.text('windows-unlock-confirm'), [
          words.text('windows-unlock-text'),
        ]);
    }
  }

  private renderReason(heading: string, confirm: string, text: string[], early: string | null = null): TemplateResult {
    return html`<reason-dialog
      heading=${heading}
      confirm=${confirm.replace('…', '')}
      .early=${early}
      .failure=${this.failure}
      ?busy=${this.busy}
      @reason-given=${this.onReason}
      >${text.map((one) => html`<p>${one}</p>`)}</reason-dialog
    >`;
  }

  private onWritten({ exception }: ExceptionWritten): void {
    const { words, office: context } = this;
    void this.perform(async () => {
      const { accepted, review } = await context.api.windows.addException.mutate(exception);
      const more = review > 0 ? [words.text('windows-done-review', { review })] : [];
      return [words.text('windows-done-again', { accepted }), ...more].join(' ');
    });
  }

  private onReason({ reason, early }: ReasonGiven): void {
    const { words, act, month } = this;
    const { windows } = this.office.api;
    const { period } = month;
    void this.perform(async () => {
      switch (act.kind) {
        case 'end':
          await windows.endException.mutate({ id: act.exception.id, reason });
          return words.text('windows-done-ended');
        case 'lock': {
          const { readings } = await windows.lock.mutate({ period, reason, early });
          return words.text('windows-done-locked', { readings });
        }
        case 'unlock': {
          const { accepted, review } = await windows.unlock.mutate({ period, reason });
          return words.text('windows-done-unlocked', { accepted, review });
        }
        case 'except':
          throw new TypeError('an exception has a form of its own');
      }
    });
  }

  private async perform(work: () => Promise<string>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      this.dispatchEvent(new WindowActDone(await work()));
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'changed_meanwhile') this.dispatchEvent(new WindowActDone(this.failureText(error)));
      else if (problem?.code === 'period_locked') this.failure = this.words.text('windows-locked-first');
      else if (problem?.code === 'bad_input' && problem.path === 'building') {
        this.failure = this.words.text('windows-form-building-wrong');
      } else this.failure = this.failureText(error);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'window-acts': WindowActs;
  }
  interface HTMLElementEventMap {
    'window-act-done': WindowActDone;
  }
}
