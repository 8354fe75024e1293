import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isSameSerial } from '../../../shared/identity.ts';
import type { MeterAtKiosk } from '../../../shared/kiosk-answers.ts';
import { mostReadings } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { Window } from '../../../shared/window.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Finished, type KioskEntry, nothingTyped } from '../session.ts';
import { kiosk } from '../styles.ts';
import { besideKeys } from './beside-keys.ts';
import { closedText } from './closed-text.ts';
import type { EntryTaken } from './entry-taken.ts';
import type { KnownMeter } from './known-meter.ts';
import { type Round, type RoundMeter, roundOf } from './round.ts';
import { knownEntry } from './slip-of.ts';
import { StaysInSight } from './stays-in-sight.ts';
import '../elements/kiosk-keys.ts';
import './given-meter.ts';
import './known-meter.ts';
import './whose-meters.ts';

/**
 * The meters of an account, one after the other:
 *
 *     first → … → last → summary, or "nothing was typed"
 *
 * Each is typed and taken, or skipped; one that was handed in already may be corrected. What stands in the fields of the others
 * stays there meanwhile.
 */
@customElement('known-readings')
export class KnownReadings extends KioskScreen {
  static override styles = [
    kiosk,
    besideKeys,
    css`
      /* A question is answered before anything is typed: all of it is to be seen, and the keys below it. */
      @container (max-width: 34rem) {
        .screen:has(known-meter[asked]:not([hidden])) .hand {
          position: static;
        }
      }
      /* Digits need less room than what is read beside them. */
      @container (min-width: 34rem) {
        .screen:has(kiosk-keys) {
          grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
        }
      }
    `,
  ];

  /** Which meter is on the screen; as many as there are: past the last one, and nothing was typed. */
  @state() private place = 0;
  @state() private entries: ReadonlyMap<string, KioskEntry> = new Map();
  @state() private correcting: ReadonlySet<string> = new Set();
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('known-meter:not([hidden])') private typing!: KnownMeter | null;
  /** As it was when the account was found, so that midnight does not change the month under somebody's hands. */
  private round!: Round;
  /** Those to go through. */
  private walked: readonly RoundMeter[] = [];

  /** Once: a visit that was prolonged is no reason to lose what was typed. */
  protected override willUpdate(): void {
    const { found, entries, serial } = this.session;
    if (this.hasUpdated || !found) return;
    this.round = roundOf(found, this.kiosk.company, this.kiosk.now());
    // Meters that were taken out are passed over, but for the one that somebody has come with.
    this.walked = this.round.meters.filter(
      ({ meter, state }) => state.kind !== 'retired' || isSameSerial(meter.serial, serial),
    );
    this.entries = new Map(entries.flatMap((entry) => (entry.meter ? [[entry.meter.id, entry]] : [])));
  }

  /** Whoever sees types at once; whoever hears is told by the field which meter is meant. */
  override async focusHeading(): Promise<void> {
    await super.focusHeading();
    await this.typing?.updateComplete;
    this.typing?.focus();
  }

  override render(): TemplateResult {
    const { window } = this.round;
    if (window === null || this.walked.length === 0) return this.renderNothing();
    const one = this.walked[this.place];
    return one ? this.renderMeter(one, window) : this.renderPast(window);
  }

  private renderMeter(one: RoundMeter, { period }: Window): TemplateResult {
    const { words } = this;
    const { meter, state } = one;
    const entered = this.isEntered(one);
    const { length } = this.walked;
    const where = length > 1 ? words.text('kiosk-readings-place', { at: this.place + 1, of: length }) : '';
    const month = words.text('readings-for', { forPeriod: words.forPeriod(period) });
    const said = [where, words.service(meter.service), meter.place].filter(Boolean).join(', ');
    return html`<div class="screen">
      <header class="title">
        ${this.place === 0 ? this.renderWhose() : nothing}
        <p class="soft small" id="where">${[where, month].filter(Boolean).join(' · ')}</p>
        <h1 tabindex="-1" aria-describedby="where which">${words.service(meter.service)}</h1>
        <p class="lead figures" id="which">${this.renderName(meter)}</p>
      </header>
      <div class="typed" role="group" aria-label=${said} @entry-taken=${this.onTaken}>
        ${
          entered && this.round.locked
            ? html`<p class="notice">
                <mb-icon name="info"></mb-icon>
                <span>${words.text('problem-period_locked', { period: words.periodTitle(period) })}</span>
              </p>`
            : nothing
        }
        ${repeat(
          // Those that are typed into, of which one is seen: what stands in the others is not lost.
          this.walked.filter((other) => this.isEntered(other)),
          ({ meter: { id } }) => id,
          (other) =>
            html`<known-meter ?hidden=${other !== one} .of=${other} .entry=${this.entryFor(other)}></known-meter>`,
        )}
        ${
          entered
            ? nothing
            : state.kind === 'given'
              ? html`<given-meter
                  .of=${one}
                  .reading=${state.reading}
                  .now=${this.kiosk.now()}
                  ?correctable=${state.correctable}
                  @correction-asked=${() => this.onCorrect(one)}
                ></given-meter>`
              : html`<p class="lead">${closedText(words, meter, state)}</p>`
        }
      </div>
      <div class="hand">
        ${entered ? html`<kiosk-keys layout="digits"></kiosk-keys>` : nothing}
        <div class="on">
          ${this.renderBack()}
          ${
            entered
              ? html`<button type="button" @click=${() => this.onSkip(one)}>
                  ${words.text(state.kind === 'given' ? 'reading-keep' : 'kiosk-readings-skip')}
                </button>`
              : nothing
          }
          <button class="primary" type="button" @click=${this.onNext}>
            ${words.text('kiosk-readings-next')}<mb-icon name="next"></mb-icon>
          </button>
        </div>
      </div>
    </div>`;
  }

  private renderName({ place, serial }: MeterAtKiosk): unknown {
    return html`${place && `${place} · `}<span class="whole">${this.words.text('meter-serial', { serial })}</span>`;
  }

  /** Beside the first meter, so that nobody loses a step by it. */
  private renderWhose(): TemplateResult | typeof nothing {
    const { found } = this.session;
    return found
      ? html`<whose-meters holder=${found.holder} address=${found.address} @not-mine=${this.onNotMine}></whose-meters>`
      : nothing;
  }

  private renderBack(): TemplateResult {
    return html`<button type="button" @click=${this.onBack}>
      <mb-icon name="back"></mb-icon>${this.words.text('kiosk-readings-back')}
    </button>`;
  }

  /** No window is open, or there is no meter: what there is to say of each. */
  private renderNothing(): TemplateResult {
    const { words } = this;
    const { meters } = this.round;
    const title = meters.length === 0 ? 'kiosk-readings-no-meters' : 'kiosk-readings-closed-title';
    return this.renderEnd(
      title,
      meters.length === 0
        ? html`<p class="lead">${words.text('home-empty')}</p>`
        : html`<ul class="stack">
            ${meters.map(
              ({ meter, state }) => html`<li class="card">
                <p class="figures"><b>${words.service(meter.service)}</b><br />${this.renderName(meter)}</p>
                <p>${closedText(words, meter, state)}</p>
              </li>`,
            )}
          </ul>`,
    );
  }

  /** The last meter is passed, and there is nothing to hand in. */
  private renderPast({ period }: Window): TemplateResult {
    const { words } = this;
    const done = this.walked.every(({ state }) => state.kind !== 'open');
    const text = done
      ? words.text('kiosk-readings-done', { forPeriod: words.forPeriod(period) })
      : words.text('kiosk-readings-skipped');
    const title = done ? 'kiosk-readings-done-title' : 'kiosk-readings-skipped-title';
    return this.renderEnd(title, html`<p class="lead">${text}</p>`);
  }

  private renderEnd(title: string, said: TemplateResult): TemplateResult {
    return html`<div class="screen">
      <header class="title">
        ${this.place === 0 ? this.renderWhose() : nothing}
        <h1 tabindex="-1">${this.words.text(title)}</h1>
      </header>
      <div class="typed">${said}</div>
      <div class="hand on">
        ${this.renderBack()}
        <button class="primary" type="button" @click=${() => this.dispatchEvent(new Finished())}>
          ${this.words.text('kiosk-readings-finish')}
        </button>
      </div>
    </div>`;
  }

  private isEntered({ meter, state }: RoundMeter): boolean {
    if (state.kind !== 'given') return state.kind === 'open';
    return this.correcting.has(meter.id) || this.entries.has(meter.id);
  }

  private entryFor({ meter, state }: RoundMeter): KioskEntry | null {
    const entry = this.entries.get(meter.id);
    if (entry) return entry;
    return state.kind === 'given' ? knownEntry(meter, state.reading.values, noClaims, this.words.decimalMark) : null;
  }

  private readonly onNext = (): void => {
    if (this.typing) void this.typing.goOn();
    else void this.goTo(this.place + 1);
  };

  private readonly onTaken = ({ entry }: EntryTaken): void => {
    if (entry.meter) this.entries = new Map([...this.entries, [entry.meter.id, entry]]);
    void this.goTo(this.place + 1);
  };

  /** Nothing of it is handed in; what was handed in before stays as it is. */
  private onSkip({ meter }: RoundMeter): void {
    this.entries = new Map([...this.entries].filter(([id]) => id !== meter.id));
    this.correcting = new Set([...this.correcting].filter((id) => id !== meter.id));
    void this.goTo(this.place + 1);
  }

  private async onCorrect({ meter }: RoundMeter): Promise<void> {
    this.correcting = new Set([...this.correcting, meter.id]);
    await this.focusHeading();
  }

  /** Neither number is of whoever stands there. */
  private readonly onNotMine = (): void => this.turn('identify', { ...nothingTyped, account: '', serial: '' });

  private readonly onBack = (): void => {
    if (this.round.window === null || this.place === 0) this.turn('identify', nothingTyped);
    else void this.goTo(this.place - 1);
  };

  private async goTo(place: number): Promise<void> {
    const { size } = this.entries;
    if (place > this.place && size > 0 && (place === this.walked.length || size === mostReadings)) {
      const entries = this.walked.flatMap(({ meter }) => this.entries.get(meter.id) ?? []);
      this.turn('summary', { entries, period: this.round.window?.period ?? null });
      return;
    }
    this.place = place;
    scrollTo(0, 0);
    await this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'known-readings': KnownReadings;
  }
}
