import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AccountPage, OfficeMeter } from '../../../shared/account-page.ts';
import { neighbours } from '../../../shared/consumption.ts';
import { periodOfDay } from '../../../shared/period.ts';
import { stands } from '../../../shared/reading.ts';
import { usesOf } from '../../../shared/replacement.ts';
import { localDay } from '../../../shared/window.ts';
import { registerValues } from '../../elements/register-values.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import type { MeterAction } from './meter-form.ts';
import { pastOf } from './past-of.ts';
import '../../elements/meter-card.ts';

/** A clerk wants to do something to a meter; null: to add one. `read`: to enter a reading of it. */
export class MeterActionChosen extends Event {
  static readonly type = 'meter-action-chosen';
  readonly action: MeterAction | 'read';
  readonly meter: OfficeMeter | null;

  constructor(action: MeterActionChosen['action'], meter: OfficeMeter | null) {
    super(MeterActionChosen.type, { bubbles: true, composed: true });
    this.action = action;
    this.meter = meter;
  }
}

/**
 * The meters of an account: what each is, what it showed before, and how this month stands. What can be done to it stands below it; the
 * form for that is put into its slot.
 *
 * @slot <meter id> - what is being done to that meter
 * @slot add
 * @fires MeterActionChosen
 */
@customElement('account-meters')
export class AccountMeters extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      dl.facts {
        grid-template-columns: minmax(8rem, 2fr) 3fr;
        margin-block: 0.25rem 0.75rem;
      }
      dl.facts dd + dt {
        margin-top: 0;
      }
      /* All five in one row, also in long languages. */
      .row {
        gap: 0.25rem;
      }
      .row button {
        min-height: 2.5rem;
        padding: 0.25rem 0.375rem;
        font-size: 0.9375rem;
      }
      .values {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
      }
      summary {
        padding-block: 0.5rem;
        color: var(--accent-text);
        font-weight: 600;
        cursor: pointer;
      }
      details > div {
        display: grid;
        gap: 1rem;
      }
      @media print {
        .row {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: AccountPage;
  @state() private former = false;

  override render(): TemplateResult {
    const { words, page } = this;
    const hanging = page.meters.filter(({ retiredOn }) => retiredOn === null);
    const gone = page.meters
      .filter(({ retiredOn }) => retiredOn !== null)
      .sort((a, b) => (`${a.retiredOn}` < `${b.retiredOn}` ? 1 : -1));
    return html`${hanging.length === 0 ? html`<p class="soft">${words.text('accounts-no-meters')}</p>` : nothing}
      ${[...hanging].sort(inOrder).map((meter) => this.renderMeter(meter))}
      <slot name="add"></slot>
      <div class="row">
        <button type="button" @click=${() => this.choose('add', null)}>${words.text('accounts-add')}</button>
      </div>
      ${
        gone.length === 0
          ? nothing
          : html`<details ?open=${this.former} @toggle=${this.onToggle}>
              <summary>${words.text('accounts-former-meters', { count: gone.length })}</summary>
              <div>${gone.map((meter) => this.renderMeter(meter))}</div>
            </details>`
      }`;
  }

  private renderMeter(meter: OfficeMeter): TemplateResult {
    const { words } = this;
    const button = (action: MeterActionChosen['action']) =>
      html`<button type="button" @click=${() => this.choose(action, meter)}>${words.text(`accounts-do-${action}`)}</button>`;
    return html`<meter-card .meter=${meter} .now=${this.office.now()}>
      <dl class="facts">${this.renderFacts(meter)}</dl>
      <div class="row">
        ${
          meter.retiredOn === null
            ? html`${button('read')} ${button('replace')} ${button('verify')} ${button('correct')} ${button('retire')}`
            : button('correct')
        }
      </div>
      <slot name=${meter.id}></slot>
    </meter-card>`;
  }

  private renderFacts(meter: OfficeMeter): unknown {
    const { words, page } = this;
    const own = page.readings.filter((one) => one.meter === meter.id);
    const period = periodOfDay(localDay(this.office.now(), words.timeZone));
    const now = own.find((one) => one.period === period && stands(one.state));
    const waiting = own.filter((one) => one.period === period && (one.state === 'review' || one.state === 'late'));
    const [waits] = waiting;
    const history = pastOf(own.filter(({ state }) => stands(state)));
    const { previous } = neighbours(history, period);
    const replaced = page.meters.find(({ id }) => id === meter.replaces);
    const replacedBy = page.meters.find(({ replaces }) => replaces === meter.id);
    const fact = (term: string, what: unknown) => html`<dt>${term}</dt>
      <dd>${what}</dd>`;
    const serial = (other: OfficeMeter) => words.text('meter-serial', { serial: other.serial });
    return html`
      ${
        meter.retiredOn === null || now
          ? fact(
              words.periodTitle(period),
              html`${now ? html`<span class="values">${registerValues(words, meter, now.values)}</span>${this.renderUse(meter, period)}` : words.text('accounts-not-read')}
              ${waits ? html`<br /><a href="/office/review/${waits.id}">${words.text('accounts-waits', { count: waiting.length })}</a>` : nothing}`,
            )
          : nothing
      }
      ${
        previous
          ? fact(
              words.text('accounts-previous', { period: words.period(previous.period) }),
              html`<span class="values">${registerValues(words, meter, previous.values)}</span>`,
            )
          : fact(
              words.text('accounts-initial'),
              html`<span class="values">${registerValues(words, meter, Object.fromEntries(meter.registers.map(({ code, initial }) => [code, initial])))}</span>`,
            )
      }
      ${fact(words.text('meter-installed'), words.date(meter.installedOn))}
      ${meter.retiredOn ? fact(words.text('meter-retired'), words.date(meter.retiredOn)) : nothing}
      ${replaced ? fact(words.text('meter-replaces'), serial(replaced)) : nothing}
      ${replacedBy ? fact(words.text('meter-replaced'), serial(replacedBy)) : nothing}
      ${meter.ratio === 1 ? nothing : fact(words.text('accounts-meter-ratio'), meter.ratio)}`;
  }

  /** The month's use; across a replacement with that of the meter that hung there before (M6). */
  private renderUse(meter: OfficeMeter, period: ReturnType<typeof periodOfDay>): unknown {
    const { words, page } = this;
    const past = (of: OfficeMeter) => ({
      meter: of,
      history: pastOf(page.readings.filter((one) => one.meter === of.id && stands(one.state))),
    });
    const old = page.meters.find(({ id }) => id === meter.replaces);
    return meter.registers.map((register) => {
      const use = usesOf(past(meter), register, old ? past(old) : null).find((one) => one.period === period);
      if (!use || use.use === null) return nothing;
      return html`<br /><span class="soft small"
          >${words.text('accounts-use')}: ${words.quantity(use.use, register.decimals)} ${words.unit(meter.unit)}${use.withOld ? `, ${words.text('use-with-old')}` : nothing}</span
        >`;
    });
  }

  private choose(action: MeterActionChosen['action'], meter: OfficeMeter | null): void {
    this.dispatchEvent(new MeterActionChosen(action, meter));
  }

  private onToggle(event: Event): void {
    this.former = (event.target as HTMLDetailsElement).open;
  }
}

const inOrder = (a: OfficeMeter, b: OfficeMeter): number => {
  const key = ({ service, place, serial }: OfficeMeter): string => [service, place, serial].join('\u0000');
  return key(a) < key(b) ? -1 : 1;
};

declare global {
  interface HTMLElementTagNameMap {
    'account-meters': AccountMeters;
  }
  interface HTMLElementEventMap {
    'meter-action-chosen': MeterActionChosen;
  }
}
