import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MeterId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import type { OfficeSlip, OfficeSlipReading } from '../../../shared/kiosk-office.ts';
import { readTyped } from '../../../shared/kiosk-resolve.ts';
import { type Meter, registersInOrder } from '../../../shared/meter.ts';
import { localDay } from '../../../shared/window.ts';
import { registerName } from '../../words/register-name.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slipMeterText, slipProblemText } from '../slip-words.ts';
import { office } from '../styles.ts';
import type { ReadingEnteredByOffice } from './reading-entry.ts';

/** A reading of a slip was entered by hand. */
export class SlipReadingEntered extends Event {
  static readonly type = 'slip-reading-entered';
  /** Billing gets it as one. */
  readonly adjustment: boolean;

  constructor(adjustment: boolean) {
    super(SlipReadingEntered.type, { bubbles: true, composed: true });
    this.adjustment = adjustment;
  }
}

/**
 * One meter of a slip: what was typed, what became of it, and a form to enter it by hand where it did not become a reading.
 *
 * @fires SlipReadingEntered
 */
@customElement('kiosk-slip-reading')
export class KioskSlipReading extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      h4 {
        margin: 0;
      }
      .typed {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        font-size: 1.125rem;
      }
      .wrong {
        color: var(--ink);
        font-weight: 600;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.75rem;
      }
      .choice label {
        flex: 1 1 100%;
        min-width: 0;
      }
      .choice select {
        width: 100%;
        min-height: var(--target);
        font-size: 1rem;
      }
      .card > button,
      .entry > button {
        width: fit-content;
      }
      .entry {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) slip!: OfficeSlip;
  @property({ attribute: false }) reading!: OfficeSlipReading;
  @state() private entering = false;
  /** The one that was chosen where the slip names none clearly. */
  @state() private chosen: MeterId | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reading') && changed.get('reading')?.id !== this.reading.id) {
      this.entering = false;
      this.chosen = null;
    }
  }

  override render(): TemplateResult {
    const { words, reading, entering, isWaiting } = this;
    const { serial, meter, problems, byOffice, confirmed } = reading;
    const { meters } = this.slip;
    const service = meter?.service ?? reading.service;
    return html`<div class="card">
        <div class="row spread">
          <h4>
            ${service === null ? nothing : html`${words.service(service)} `}${
              serial === '' ? nothing : html`<span class="figures soft">${slipMeterText(words, serial)}</span>`
            }${service === null && serial === '' ? words.text('kiosks-slip-reading') : nothing}
          </h4>
          ${this.renderOutcome(reading)}
        </div>
        <p class="typed figures">${this.renderTyped(reading)}</p>
        ${problems.map((problem) => html`<p class="wrong">${slipProblemText(words, problem, meter, confirmed, serial)}</p>`)}
        ${byOffice ? this.renderByOffice(byOffice) : nothing}
        ${isWaiting && !entering && !meter && meters.length > 0 ? this.renderChoice(meters) : nothing}
        ${
          isWaiting && !entering && meter
            ? html`<button type="button" @click=${this.onEnter}>${words.text('kiosks-slip-enter')}</button>`
            : nothing
        }
      </div>
      ${isWaiting && entering && this.meter ? this.renderEntry(this.meter) : nothing}`;
  }

  /** The meter that it is entered for. */
  private get meter(): Meter | null {
    return this.reading.meter ?? this.slip.meters.find(({ id }) => id === this.chosen) ?? null;
  }

  private renderOutcome({ outcome, byOffice, inReview }: OfficeSlipReading): unknown {
    if (outcome === null) return nothing;
    const became = byOffice ? 'by-office' : outcome === 'review' && !inReview ? 'reviewed' : outcome;
    return html`<span>${this.words.text(`kiosks-slip-outcome-${became}`)}</span>`;
  }

  /** The slip names no meter clearly: somebody of the office finds out which one it is. */
  private renderChoice(meters: readonly Meter[]): TemplateResult {
    const { words } = this;
    const named = (meter: Meter) => meter.service === this.reading.service;
    const likely = [...meters.filter(named), ...meters.filter((meter) => !named(meter))];
    return html`<form class="choice" @submit=${this.onChoose}>
      <label>
        <span>${words.text('kiosks-slip-which-meter')}</span>
        <select>
          ${likely.map(
            ({ id, service, serial, place }) =>
              html`<option value=${id}>
                ${[words.service(service), words.text('meter-serial', { serial }), place].filter((part) => part !== '').join(', ')}
              </option>`,
          )}
        </select>
      </label>
      <button>${words.text('kiosks-slip-enter')}</button>
    </form>`;
  }

  private get isWaiting(): boolean {
    return this.reading.outcome === 'office' && this.slip.state === 'office';
  }

  private renderByOffice({ by, at }: NonNullable<OfficeSlipReading['byOffice']>): TemplateResult {
    const { words } = this;
    const said = words.text('kiosks-slip-by-office', { name: by, at: words.moment(toEpochMs(at), this.office.now()) });
    const { account } = this.slip;
    return html`<p>${account ? html`<a href="/office/accounts/${account.id}">${said}</a>` : said}</p>`;
  }

  /** The texts as they were typed, by the registers in the order of which they were asked for. */
  private renderTyped({ meter, typed }: OfficeSlipReading): unknown {
    const { words } = this;
    const registers = registersInOrder(meter?.registers ?? []);
    return typed.map((text, at) => {
      // Of a meter that nobody knows yet they are what the kiosk called them.
      const code = registers[at]?.code ?? `T${at + 1}`;
      const name =
        registers.length > 1 || typed.length > 1
          ? html`<span class="soft">${registerName(words, code)}</span> `
          : nothing;
      return html`<span>${name}<b>${text === '' ? '–' : text}</b>${meter ? html` ${words.unit(meter.unit)}` : nothing}</span>`;
    });
  }

  private renderEntry(meter: Meter): TemplateResult {
    const { words, slip, reading } = this;
    const { values } = readTyped(meter.registers, reading.typed);
    return html`<div class="entry" @reading-entered-by-office=${this.onEntered}>
      <reading-entry
        meter=${meter.id}
        .period=${slip.period}
        .takenOn=${localDay(toEpochMs(slip.savedAt), words.timeZone)}
        .values=${values}
        .from=${{ slip: slip.id, reading: reading.id }}
      ></reading-entry>
      <button class="quiet" type="button" @click=${this.onLeave}>${words.text('kiosks-slip-leave')}</button>
    </div>`;
  }

  private readonly onEnter = async (): Promise<void> => {
    // The form comes when it is needed.
    await import('./reading-entry.ts');
    this.entering = true;
  };

  private readonly onChoose = (event: Event): void => {
    event.preventDefault();
    this.chosen = (event.target as HTMLFormElement).querySelector('select')?.value ?? null;
    void this.onEnter();
  };

  private readonly onLeave = (): void => {
    this.entering = false;
  };

  private readonly onEntered = (event: ReadingEnteredByOffice): void => {
    this.entering = false;
    this.dispatchEvent(new SlipReadingEntered(event.adjustment));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-slip-reading': KioskSlipReading;
  }
}
