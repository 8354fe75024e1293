import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { KioskSignedIn, KioskVisit } from '../../../shared/kiosk-answers.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Finished, visitOf } from '../session.ts';
import { VisitWatch } from './visit-watch.ts';

/**
 * A screen of somebody who has signed in: what it shows is shown as long as the visit lasts, which the frame makes longer
 * (`longer-visit`). Then what was shown goes, it is told, and the kiosk is the next one's.
 *
 *     lasts ──until, or ended from elsewhere (`visit-watch`)──▶ over ──toldFor──▶ (reset)
 */
export abstract class VisitScreen extends KioskScreen {
  /** So long it is told that the visit is over, in milliseconds. */
  @property({ attribute: false }) toldFor = 10_000;

  /** Between two questions whether it still may be shown, in milliseconds. */
  @property({ attribute: false }) every = 4000;

  @state() private over = false;
  /** Held by nothing else: it asks by itself. */
  protected readonly watch = new VisitWatch(this, {
    kiosk: () => this.kiosk,
    visit: () => (this.over ? null : this.visit),
    over: () => this.becomeOver(),
    every: () => this.every,
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected abstract renderSignedIn(signedIn: KioskSignedIn): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    // Timers stand still while the tablet sleeps or a printing dialog is open.
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, this.check, { passive: true });
    this.check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, this.check);
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.check();
  }

  override render(): TemplateResult {
    const { signedIn } = this.session;
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

  /** Null where nobody has signed in. */
  protected get visit(): KioskVisit | null {
    return this.session.signedIn && visitOf(this.session);
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

  private readonly check = (): void => {
    if (this.over) return;
    clearTimeout(this.timer);
    const left = this.visit === null ? 0 : toEpochMs(this.visit.until) - this.kiosk.now();
    if (left <= 0) this.becomeOver();
    else this.timer = setTimeout(this.check, left + 1);
  };
}
