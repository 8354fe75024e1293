import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { checkReading } from '../../../shared/check-reading.ts';
import { isEmail, isLine, isPhone } from '../../../shared/contact.ts';
import type { Delivery } from '../../../shared/kiosk-answers.ts';
import { longestContact, placeWithoutNumber } from '../../../shared/kiosk-slip.ts';
import { toldNotes } from '../../elements/problem-note.ts';
import { courtesyOf } from '../../readings/courtesy.ts';
import { parseTexts } from '../../readings/entry-values.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { ArmedSoon } from '../elements/armed-soon.ts';
import type { KioskKeys } from '../elements/kiosk-keys.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { entryLines, entryName, entryValues } from '../readings/entry-lines.ts';
import { outFromBehind } from '../readings/out-from-behind.ts';
import { type RoundMeter, roundOf } from '../readings/round.ts';
import { slipOf } from '../readings/slip-of.ts';
import { StaysInSight } from '../readings/stays-in-sight.ts';
import { type KioskEntry, type SavedSlip, visitOf } from '../session.ts';
import { kiosk } from '../styles.ts';
import '../elements/kiosk-keys.ts';

/** For so long the server's word is waited for; after that the slip goes out by itself. */
const patienceMs = 8000;

/** All of it to be read once more, and a way to be reached; then it is handed in. What stands here is what is handed in. */
@customElement('kiosk-summary')
export class KioskSummary extends KioskScreen {
  static override styles = [
    kiosk,
    besideKeys,
    entryLines,
    css`
      .entries {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: 0.75rem;
      }
      .entry {
        align-content: start;
        gap: 0.25rem;
        padding: 0.75rem 1rem;
      }
      h2 {
        text-wrap: wrap;
      }
      @container (min-width: 34rem) {
        .screen {
          max-width: 60rem;
        }
        .screen:not(:has(kiosk-keys)) .title {
          display: flex;
          flex-wrap: wrap;
          align-items: baseline;
          gap: 0.25rem 1.25rem;
        }
        /* What is asked stands where it stays when the keys come. */
        .screen:not(:has(kiosk-keys)) .typed {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-template-rows: auto auto 1fr;
          column-gap: 2rem;
        }
        .screen:not(:has(kiosk-keys)) .field {
          grid-area: 1 / 1 / span 2;
        }
        .screen:not(:has(kiosk-keys)) .facts {
          grid-area: 3 / 1;
        }
        .screen:not(:has(kiosk-keys)) .noticed {
          grid-area: 1 / 2;
        }
        .screen:not(:has(kiosk-keys)) .entries {
          grid-area: 1 / 2 / span 3;
        }
        .screen:not(:has(kiosk-keys)) .noticed ~ .entries {
          grid-row: 2 / span 2;
        }
      }
    `,
  ];

  @state() private contact: string | null = null;
  @state() private wrong: string | null = null;
  /** It was said that without it nobody can be asked: whoever presses once more leaves none. */
  private urged = false;
  @state() private working = false;
  /** The field was touched: the keys come, and stay where they are. */
  @state() private typing = false;
  @state() private failed: string | null = null;
  private readonly tap = new ArmedSoon(this);
  /** As they were when the screen came: midnight changes nothing under somebody's eyes. */
  private meters: readonly RoundMeter[] = [];
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('.hand') private hand!: HTMLElement | null;
  @query('kiosk-keys') private keys!: KioskKeys | null;
  @query('input') private field!: HTMLInputElement | null;

  protected override willUpdate(): void {
    const { found } = this.session;
    if (!this.hasUpdated && found) this.meters = roundOf(found, this.kiosk.company, this.kiosk.now()).meters;
  }

  override render(): TemplateResult {
    const { words, session } = this;
    const { entries, period } = session;
    return html`<div class="screen">
      <header class="title">
        <h1 tabindex="-1" aria-describedby="lead">${words.text('kiosk-summary-title')}</h1>
        <p class="lead" id="lead">${words.text('kiosk-summary-lead')}</p>
      </header>
      <div class="typed">
        ${this.renderNoticed()} ${this.renderContact()}
        <dl class="facts">
          <dt>${words.text('kiosk-summary-account')}</dt>
          <dd class="account">${session.account}</dd>
          <dt>${words.text(session.found === null ? 'kiosk-summary-proof-typed' : 'kiosk-summary-proof')}</dt>
          <dd class="proof">${isWithoutNumber(session) ? words.text('kiosk-summary-proof-none') : session.serial}</dd>
          <dt>${words.text('kiosk-summary-month')}</dt>
          <dd class="month">${period === null ? nothing : words.periodTitle(period)}</dd>
        </dl>
        <ul class="entries">
          ${entries.map((entry) => this.renderEntry(entry))}
        </ul>
      </div>
      <div class="hand">
        ${this.renderFailure(this.failed)}
        ${this.typing ? html`<kiosk-keys layout="text"></kiosk-keys>` : nothing}
        <div class="on">
          <button type="button" aria-disabled=${this.working} @click=${this.onBack}>
            <mb-icon name="back"></mb-icon>${words.text('kiosk-summary-change')}
          </button>
          <button class="primary" type="button" aria-disabled=${this.working || !this.tap.armed} @click=${this.onPressed}>
            ${words.text(this.working ? 'kiosk-summary-working' : 'kiosk-summary-hand-in')}
          </button>
        </div>
      </div>
    </div>`;
  }

  private renderEntry(entry: KioskEntry): TemplateResult {
    const { words } = this;
    return html`<li class="card entry">
      <h2>${entryName(words, entry)}</h2>
      <div>${entryValues(words, entry)}</div>
    </li>`;
  }

  /** Before all else, or it is handed in unread: below, with many meters, it is out of sight. */
  private renderNoticed(): TemplateResult | typeof nothing {
    const { words } = this;
    const notes = this.session.entries.flatMap((entry) => {
      const known = this.meters.find(({ meter }) => meter.id === entry.meter?.id);
      const told = known ? toldNotes(noticed(entry, known), known.meter, 'mild') : [];
      return told.length === 0 ? [] : html`<h2>${entryName(words, entry)}</h2>${told}`;
    });
    return notes.length === 0 ? nothing : html`<section class="stack noticed">${notes}</section>`;
  }

  private renderContact(): TemplateResult {
    const { words, wrong } = this;
    const needed = this.session.found === null;
    return html`<div class="field">
      <label for="contact">${words.text('kiosk-summary-contact')}</label>
      <p class="${needed ? '' : 'soft'} small" id="contact-hint">
        ${words.text(needed ? 'kiosk-summary-contact-blind' : 'kiosk-summary-contact-hint')}
      </p>
      <input
        id="contact"
        name="contact"
        inputmode="none"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${longestContact}
        aria-invalid=${wrong !== null}
        aria-describedby="contact-hint contact-problem"
        ?readonly=${this.working}
        .value=${live(this.contactText)}
        @focus=${this.onFocus}
        @input=${this.onInput}
        @keydown=${this.onKeydown}
      />
      <p class="error" id="contact-problem" role="alert">${wrong ?? nothing}</p>
    </div>`;
  }

  /** As it was left on the way here, before it is typed anew. */
  private get contactText(): string {
    return this.contact ?? this.session.contact ?? '';
  }

  private readonly onFocus = async (event: FocusEvent): Promise<void> => {
    const path = event.composedPath();
    this.typing = true;
    await this.updateComplete;
    await this.keys?.updateComplete;
    outFromBehind(path, this.hand);
  };

  private onInput({ target }: InputEvent): void {
    this.contact = (target as HTMLInputElement).value;
    this.wrong = null;
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    // A key held down answers nothing that came meanwhile.
    if (event.repeat) return;
    void this.onHandIn();
  }

  private readonly onBack = (): void => {
    if (!this.working) this.turn('readings', { contact: this.contactText.trim() || null });
  };

  private readonly onPressed = (event: MouseEvent): void => {
    if (this.tap.takes(event)) void this.onHandIn();
  };

  private readonly onHandIn = async (): Promise<void> => {
    if (this.working) return;
    const contact = this.contactText.trim();
    if (contact !== '' && !(isLine(contact) && (isPhone(contact) || isEmail(contact)))) {
      return this.refuseContact();
    }
    if (contact === '' && this.session.found === null && this.session.saved === null && !this.urged) {
      this.urged = true;
      return this.urgeContact();
    }
    this.working = true;
    this.failed = null;
    const change = { contact: contact || null };
    try {
      const saved = await this.save({ ...this.session, ...change });
      // Whoever goes now loses nothing.
      if (saved) this.note({ ...change, saved });
      if (saved) this.turn('receipt', { ...change, saved, delivery: await this.handIn(saved) });
    } finally {
      this.working = false;
    }
  };

  private async refuseContact(): Promise<void> {
    this.wrong = this.words.text('kiosk-summary-contact-wrong');
    await this.updateComplete;
    this.field?.focus();
  }

  /** The keys do not come by it: over them it would not be seen on a small screen. */
  private async urgeContact(): Promise<void> {
    this.wrong = this.words.text('kiosk-summary-contact-missing');
    this.tap.again();
    await this.updateComplete;
    const whole = this.field?.closest<HTMLElement>('.field');
    if (whole) outFromBehind([whole], this.hand);
  }

  /** Null where nothing was saved: it is said, and all of it stays here. What is saved already is not saved a second time. */
  private async save(session: KioskScreen['session']): Promise<SavedSlip | null> {
    if (session.saved) return session.saved;
    try {
      return await this.kiosk.outbox.save(slipOf(session, this.words.language));
    } catch (error) {
      if (!(error instanceof StorageError)) reportError(error);
      this.failed = this.words.text('kiosk-summary-not-saved');
      return null;
    }
  }

  /** Null: it is kept on this tablet, and goes out by itself. */
  private async handIn({ id }: SavedSlip): Promise<Delivery | null> {
    const { found, delivery } = this.session;
    const visit = visitOf(this.session);
    if (delivery || !found || !visit || this.kiosk.online === false) return delivery;
    try {
      return await this.kiosk.outbox.handIn(id, visit, patienceMs);
    } catch (error) {
      reportError(error);
      return null;
    }
  }
}

const isWithoutNumber = ({ serial }: KioskScreen['session']): boolean => placeWithoutNumber(serial) !== null;

/** What the rules find in what was typed, to be known before it is handed in. */
function noticed({ typed, claims }: KioskEntry, { meter, toCheck }: RoundMeter) {
  const texts = Object.fromEntries(meter.registers.map(({ code }, at) => [code, typed[at] ?? '']));
  const { values } = parseTexts(meter.registers, texts);
  return courtesyOf(checkReading(toCheck(values, claims))).problems;
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-summary': KioskSummary;
  }
}
