import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemOf } from '../api.ts';
import { VisitWatch } from '../bills/visit-watch.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { Finished } from '../session.ts';
import { kiosk } from '../styles.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000;
/** That it is not them is told, but nobody waits for long until the screen is clear. */
const patienceForNo = 3000;

/**
 * A phone has shown somebody's bills here: whoever stands here says whether it is them before any of it is fetched. Otherwise one
 * would see another's bills by the code that one had opened oneself.
 */
@customElement('kiosk-whose')
export class KioskWhose extends KioskScreen {
  static override styles = [
    kiosk,
    css`
      .row {
        align-items: stretch;
      }
    `,
  ];

  /** Between two questions whether it still may be shown, in milliseconds. */
  @property({ attribute: false }) every = 4000;

  @state() private working: 'yes' | 'no' | null = null;
  @state() private failure: string | null = null;
  /** It was ended at the phone, or its time is over. */
  @state() private isOver = false;
  /** Held by nothing else: it asks by itself. */
  protected readonly watch = new VisitWatch(this, {
    kiosk: () => this.kiosk,
    visit: () => (this.isOver || this.working === 'no' ? null : (this.session.paired?.visit ?? null)),
    over: () => this.becomeOver(),
    every: () => this.every,
  });

  override render(): TemplateResult {
    const { words, working, session } = this;
    const { paired } = session;
    if (this.isOver || paired === null) return this.renderOver();
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-whose-title', { name: paired.name })}</h1>
      <p class="lead">${words.text('kiosk-whose-text')}</p>
      ${this.renderFailure(this.failure)}
      <div class="row">
        <button class="grow" type="button" aria-disabled=${working !== null} @click=${this.onNo}>
          ${words.text(working === 'no' ? 'kiosk-moment' : 'kiosk-whose-no')}
        </button>
        <button class="primary grow" type="button" aria-disabled=${working !== null} @click=${this.onYes}>
          ${words.text(working === 'yes' ? 'kiosk-moment' : 'kiosk-whose-yes')}
        </button>
      </div>
    </div>`;
  }

  private renderOver(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-whose-over-title')}</h1>
      <p role="alert">${words.text('kiosk-whose-over')}</p>
      <button class="primary" type="button" @click=${this.end}>${words.text('kiosk-over-end')}</button>
    </div>`;
  }

  private readonly onYes = async (): Promise<void> => {
    const { paired } = this.session;
    if (this.working !== null || paired === null) return;
    this.working = 'yes';
    this.failure = null;
    try {
      const visit = paired.visit.token;
      const signedIn = await this.kiosk.api.bills.query({ visit }, { signal: AbortSignal.timeout(patience) });
      if (this.isConnected) this.turn('bills', { paired: null, signedIn });
    } catch (error) {
      // It may have been heard meanwhile that it is over, which no failure takes back.
      if (problemOf(error)?.code === 'signed_out') this.becomeOver();
      this.failure = this.failureText(error) ?? this.words.text('kiosk-sign-in-offline');
    } finally {
      this.working = null;
    }
  };

  private readonly onNo = async (): Promise<void> => {
    const { paired } = this.session;
    if (this.working !== null || paired === null) return;
    this.working = 'no';
    try {
      const visit = paired.visit.token;
      await this.kiosk.api.notThem.mutate({ visit }, { signal: AbortSignal.timeout(patienceForNo) });
    } catch (error) {
      // Nothing is shown either way, and without a word from here the visit is over in a few minutes.
      problemOf(error);
    }
    if (this.isConnected) this.end();
  };

  private becomeOver(): void {
    this.isOver = true;
    void this.focusHeading();
  }

  private readonly end = (): void => {
    this.dispatchEvent(new Finished());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-whose': KioskWhose;
  }
}
