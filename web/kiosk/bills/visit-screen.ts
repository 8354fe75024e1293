import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { type KioskSignedIn, type KioskVisit, visitMinutes } from '../../../shared/kiosk-answers.ts';
import { problemOf } from '../api.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Finished } from '../session.ts';

/** A visit that is younger needs no longer one, in milliseconds. */
const youngFor = 60_000;

/**
 * A screen of somebody who has signed in: what it shows is shown as long as the visit lasts. Every touch makes the visit longer,
 * once a minute; nobody touches it for five, and it is over: what was shown goes, it is told, and the kiosk is the next one's.
 *
 *     lasts ──until──▶ over ──toldFor──▶ (reset)
 *       ▲ └─touch─▶ stay
 *       └────────────┘
 */
export abstract class VisitScreen extends KioskScreen {
  /** So long it is told that the visit is over, in milliseconds. */
  @property({ attribute: false }) toldFor = 10_000;

  @state() private over = false;
  private visit: KioskVisit | null = null;
  private asking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected abstract renderSignedIn(signedIn: KioskSignedIn): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, this.onTouch, { passive: true });
    this.lasts(this.session.signedIn?.visit ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, this.onTouch);
    clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    const { signedIn } = this;
    return this.over || signedIn === null ? this.renderOver() : this.renderSignedIn(signedIn);
  }

  private renderOver(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-over-title')}</h1>
      <p role="alert">${words.text('kiosk-over-text')}</p>
      <button class="primary" type="button" @click=${this.end}>${words.text('kiosk-over-end')}</button>
    </div>`;
  }

  /** With the latest visit. */
  protected get signedIn(): KioskSignedIn | null {
    const { visit } = this;
    const { signedIn } = this.session;
    return signedIn && visit && { ...signedIn, visit };
  }

  protected readonly end = (): void => {
    this.dispatchEvent(new Finished());
  };

  /** The server has ended it, or its time has come. */
  protected becomeOver(): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.end, this.toldFor);
    void this.focusHeading();
  }

  private lasts(visit: KioskVisit | null): void {
    this.visit = visit;
    clearTimeout(this.timer);
    if (visit === null) this.becomeOver();
    else this.timer = setTimeout(this.check, Math.max(0, this.left) + 1);
  }

  /** Milliseconds until the visit ends. */
  private get left(): number {
    return this.visit === null ? 0 : toEpochMs(this.visit.until) - this.kiosk.now();
  }

  private readonly check = (): void => {
    if (this.left <= 0) this.becomeOver();
    else this.lasts(this.visit);
  };

  private readonly onTouch = (): void => {
    if (this.over) return;
    // Timers stand still while the tablet sleeps or a printing dialog is open.
    this.check();
    if (!this.over && this.left < visitMinutes * 60_000 - youngFor) void this.stay();
  };

  private async stay(): Promise<void> {
    const { visit } = this;
    if (this.asking || visit === null) return;
    this.asking = true;
    try {
      const later = await this.kiosk.api.stay.mutate({ visit: visit.token });
      if (this.isConnected && !this.over) this.lasts(later);
    } catch (error) {
      // Whatever else went wrong, the visit lasts as long as it did before, and the next touch asks again.
      if (problemOf(error)?.code === 'signed_out' && this.isConnected) this.becomeOver();
    } finally {
      this.asking = false;
    }
  }
}
