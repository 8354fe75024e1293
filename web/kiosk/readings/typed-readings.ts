import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isTelling } from '../../../shared/identity.ts';
import { mostReadings } from '../../../shared/kiosk-slip.ts';
import type { Window } from '../../../shared/window.ts';
import type { KeyLayout } from '../elements/kiosk-keys.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Finished, type KioskEntry, nothingTyped } from '../session.ts';
import { kiosk } from '../styles.ts';
import { besideKeys } from './beside-keys.ts';
import { type BlindMonth, blindMonth } from './blind-month.ts';
import type { EntryTaken } from './entry-taken.ts';
import { StaysInSight } from './stays-in-sight.ts';
import type { FieldEntered, TypedMeter } from './typed-meter.ts';
import '../elements/kiosk-keys.ts';
import './typed-meter.ts';

/** A meter that is typed; its key tells it from the others as long as it has no serial number. */
interface Typed {
  key: number;
  entry: KioskEntry | null;
}

/**
 * Readings without a network: the meter of the proof, and as many others of the account as somebody types.
 */
@customElement('typed-readings')
export class TypedReadings extends KioskScreen {
  static override styles = [kiosk, besideKeys];

  @state() private meters: readonly Typed[] = [{ key: 0, entry: null }];
  @state() private place = 0;
  @state() private layout: KeyLayout = 'digits';
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('typed-meter:not([hidden])') private typing!: TypedMeter | null;
  private month!: BlindMonth;
  private lastKey = 0;
  /** Where what is typed leads to. */
  private next: 'summary' | 'another' = 'summary';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session') || this.hasUpdated) return;
    this.month = blindMonth(this.kiosk.company, this.kiosk.now());
    const { entries } = this.session;
    if (entries.length === 0) return;
    this.meters = entries.map((entry, key) => ({ key, entry }));
    this.lastKey = entries.length;
  }

  override async focusHeading(): Promise<void> {
    await super.focusHeading();
    await this.typing?.updateComplete;
    this.typing?.focus();
  }

  override render(): TemplateResult {
    return this.month.open ? this.renderMeter(this.month) : this.renderClosed(this.month.next);
  }

  private renderMeter({ period, sure }: Extract<BlindMonth, { open: true }>): TemplateResult {
    const { words, meters, place } = this;
    const forPeriod = words.forPeriod(period);
    const isFirst = place === 0;
    const title =
      isFirst && this.proof !== null
        ? words.text('kiosk-readings-typed-title', { serial: this.proof })
        : words.text('kiosk-readings-another-title', { at: place + 1 });
    return html`<div class="screen">
      <header class="title">
        <p class="soft small" id="where">${words.text('readings-for', { forPeriod })}</p>
        <h1 tabindex="-1" aria-describedby="where">${title}</h1>
      </header>
      <div class="typed" role="group" aria-label=${title} @entry-taken=${this.onTaken} @field-entered=${this.onField}>
        ${
          sure
            ? nothing
            : html`<p class="notice">
                <mb-icon name="info"></mb-icon><span>${words.text('kiosk-readings-unsure', { forPeriod })}</span>
              </p>`
        }
        ${repeat(
          meters,
          ({ key }) => key,
          ({ entry }, at) =>
            html`<typed-meter
              ?hidden=${at !== place}
              .serial=${at === 0 ? this.proof : null}
              .entry=${entry}
              ?unnumbered=${this.proof === null}
              .others=${this.othersThan(at)}
            ></typed-meter>`,
        )}
      </div>
      <div class="hand">
        <kiosk-keys layout=${this.layout}></kiosk-keys>
        <div class="on">
          <button type="button" @click=${this.onBack}><mb-icon name="back"></mb-icon>${words.text('kiosk-readings-back')}</button>
          ${
            isFirst
              ? nothing
              : html`<button type="button" @click=${this.onLeaveOut}>${words.text('kiosk-readings-leave-out')}</button>`
          }
          ${
            meters.length < mostReadings && place === meters.length - 1
              ? html`<button type="button" @click=${() => this.goOn('another')}>${words.text('kiosk-readings-another')}</button>`
              : nothing
          }
          <button class="primary" type="button" @click=${() => this.goOn('summary')}>
            ${words.text('kiosk-readings-next')}<mb-icon name="next"></mb-icon>
          </button>
        </div>
      </div>
    </div>`;
  }

  /** W1: by the company's own window there is nothing to hand in, and nobody can be asked whether it is held open. */
  private renderClosed({ period, opensOn, closesOn }: Window): TemplateResult {
    const { words } = this;
    const values = {
      forPeriod: words.forPeriod(period),
      from: words.day(opensOn, 'from'),
      until: words.day(closesOn, 'until'),
    };
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${words.text('kiosk-readings-closed-title')}</h1></header>
      <div class="typed"><p class="lead">${words.text('kiosk-readings-closed', values)}</p></div>
      <div class="hand on">
        <button type="button" @click=${() => this.turn('identify', nothingTyped)}>
          <mb-icon name="back"></mb-icon>${words.text('kiosk-readings-back')}
        </button>
        <button class="primary" type="button" @click=${() => this.dispatchEvent(new Finished())}>
          ${words.text('kiosk-readings-finish')}
        </button>
      </div>
    </div>`;
  }

  /** The number that names the first meter; null where what was typed as the proof names none. */
  private get proof(): string | null {
    return isTelling(this.session.serial) ? this.session.serial : null;
  }

  private othersThan(place: number): readonly string[] {
    return this.meters.flatMap(({ entry }, at) => {
      const serial = at === 0 && this.proof !== null ? this.proof : entry?.serial;
      return at === place || serial === undefined ? [] : [serial];
    });
  }

  /** What this press is for; where it leads nowhere yet, a later one is for itself. */
  private async goOn(next: 'summary' | 'another'): Promise<void> {
    this.next = next;
    await this.typing?.goOn();
    this.next = 'summary';
  }

  private readonly onTaken = ({ entry }: EntryTaken): void => {
    const { place, month } = this;
    this.meters = this.meters.map((one, at) => (at === place ? { ...one, entry } : one));
    const isLast = place === this.meters.length - 1;
    if (!isLast) void this.goTo(place + 1);
    else if (this.next === 'another') {
      this.meters = [...this.meters, { key: ++this.lastKey, entry: null }];
      void this.goTo(place + 1);
    } else this.toSummary(month);
  };

  private toSummary(month: BlindMonth): void {
    const entries = this.meters.flatMap(({ entry }) => entry ?? []);
    this.turn('summary', { entries, period: month.open ? month.period : null });
  }

  /** What somebody began to type there is left out as well. */
  private readonly onLeaveOut = (): void => {
    const { place } = this;
    this.meters = this.meters.filter((_, at) => at !== place);
    void this.goTo(place - 1);
  };

  private readonly onBack = (): void => {
    if (this.place === 0) this.turn('identify', nothingTyped);
    else if (this.typing?.isEmpty) this.onLeaveOut();
    else void this.goTo(this.place - 1);
  };

  private readonly onField = ({ layout }: FieldEntered): void => {
    this.layout = layout;
  };

  private async goTo(place: number): Promise<void> {
    this.place = place;
    scrollTo(0, 0);
    await this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'typed-readings': TypedReadings;
  }
}
