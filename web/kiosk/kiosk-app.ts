import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PublicCompany } from '../../shared/company.ts';
import { followAccent } from '../styles/accent.ts';
import { controls } from '../styles/controls.ts';
import type { Words } from '../words/words.ts';
import { wordsContext } from '../words/words-context.ts';
import type { KioskApi } from './api.ts';
import { emergencyStyles, phoneOf } from './emergency.ts';
import { FooterHeight } from './footer-height.ts';
import { kioskFrame } from './frame-styles.ts';
import { AttentionChanged, Idle, type Patience, patience, surelyPassed } from './idle.ts';
import { kioskContext } from './kiosk-context.ts';
import { KioskScreen } from './kiosk-screen.ts';
import { LongerVisit } from './longer-visit.ts';
import {
  type FrameParts,
  renderAnew,
  renderEnding,
  renderFooter,
  renderHeader,
  renderHelp,
  renderOffline,
} from './render-frame.ts';
import { emptyFields, isAnythingTyped } from './reset.ts';
import { Seeing } from './seeing.ts';
import { type KioskSession, type Noted, nobody, type Step, sessionAfter, type Turn, visitOf } from './session.ts';
import { screens } from './steps.ts';
import { type Tablet, TabletChanged } from './tablet.ts';
import { waitingWords } from './waiting-words.ts';
import '../elements/mb-dialog.ts';
import './elements/still-there.ts';
import './screens/enrol.ts';

/** What counts as somebody being there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'input'] as const;

/**
 * The frame around the kiosk's screens: what is known of whoever stands there, in memory alone, and whether they still do. Once
 * they do not, or say that they are done, `leave` is called, which throws the page away.
 */
@customElement('kiosk-app')
export class KioskApp extends LitElement {
  static override styles = [controls, emergencyStyles, kioskFrame];

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) api!: KioskApi;
  @property({ attribute: false }) tablet!: Tablet;
  /** Called when there is nothing to begin with: no words, no database. */
  @property({ attribute: false }) fail!: (error: unknown) => void;
  /** Called once, with nothing on the screen any more. */
  @property({ attribute: false }) leave!: () => void;
  @property({ attribute: false }) patience: Patience = patience;
  /** Milliseconds that have passed since some moment, for `Idle`. */
  @property({ attribute: false }) passed: () => number = surelyPassed();

  /** Null until it is known what the tablet is, and after the end. */
  @state() private step: Step | null = null;
  @state() private session: KioskSession = nobody;
  @state() private asking: 'help' | 'anew' | null = null;
  private over = false;
  private readonly seeing = new Seeing(this);
  private idle!: Idle;
  private readonly kiosk = new ContextProvider(this, { context: kioskContext });
  /** Held by nothing else: it watches by itself. */
  protected readonly footerHeight = new FooterHeight(this);
  private readonly wordsProvider = new ContextProvider(this, { context: wordsContext });
  private stop: () => void = () => {};
  private readonly longer = new LongerVisit({
    kiosk: () => ({ api: this.api, online: this.tablet.online, now: () => this.tablet.now() }),
    visit: () => visitOf(this.session),
    later: (visit) => {
      this.session = { ...this.session, visit };
    },
  });

  /** Nobody has touched it since the page began. */
  get isFree(): boolean {
    return this.idle.attention.kind === 'nobody';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.idle = new Idle(this.patience, this.passed);
    this.idle.addEventListener(AttentionChanged.type, this.onAttention);
    this.tablet.addEventListener(TabletChanged.type, this.onTablet);
    for (const sign of signs) addEventListener(sign, this.onSign, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.onSeen);
    addEventListener('afterprint', this.onSeen);
    this.stop = followAccent(document.documentElement, this.company);
    this.start().catch((error: unknown) => this.fail(error));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.idle.stop();
    this.tablet.removeEventListener(TabletChanged.type, this.onTablet);
    for (const sign of signs) removeEventListener(sign, this.onSign, { capture: true });
    document.removeEventListener('visibilitychange', this.onSeen);
    removeEventListener('afterprint', this.onSeen);
    this.stop();
  }

  private async start(): Promise<void> {
    await Promise.all([this.seeing.begin(), this.tablet.start()]);
    if (!this.over) await this.turnTo(this.tablet.standing === 'enrolled' ? 'start' : 'enrol', nobody);
  }

  protected override willUpdate(): void {
    const { company, api, tablet } = this;
    const { words, ease, speak, change } = this.seeing;
    if (!words) return;
    if (this.wordsProvider.value !== words) this.wordsProvider.setValue(words);
    document.title = company.shortName;
    this.kiosk.setValue({
      company,
      words,
      api,
      online: tablet.online,
      prints: tablet.prints,
      outbox: tablet.outbox,
      ease,
      now: () => tablet.now(),
      speak,
      change,
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { company, tablet, step } = this;
    const { words, ease, speak, change } = this.seeing;
    if (!words) return nothing;
    const { attention } = this.idle;
    const parts: FrameParts = {
      words,
      company,
      ease,
      chosenBelow: step === 'start',
      speak,
      change,
      help: () => this.ask('help'),
      anew: this.onAnew,
    };
    return html`${renderHeader(parts)}
        ${step === null || step === 'enrol' || tablet.online !== false ? nothing : this.renderOffline(parts)}
        ${
          attention.kind === 'there' && attention.seconds !== null
            ? renderEnding(parts, attention.seconds, this.onMoreTime)
            : nothing
        }
      <main @kiosk-turn=${this.onTurn} @kiosk-noted=${this.onNoted} @kiosk-finished=${this.onFinished}
        @phone-met=${this.onPhoneMet}>
        ${this.renderScreen(words)}
      </main>
      ${renderFooter(parts)} ${this.renderQuestion(parts)}`;
  }

  private renderOffline(parts: FrameParts): TemplateResult {
    const { waiting, refused } = this.tablet.outbox;
    // Who is in the middle of something needs the room; the office looks at the first screen.
    return renderOffline(parts, waitingWords(parts.words, { waiting, refused: this.step === 'start' ? refused : 0 }));
  }

  private renderScreen(words: Words): TemplateResult {
    const { step, tablet, session } = this;
    if (step === null) return html`<p class="moment" role="status">${words.text('kiosk-moment')}</p>`;
    return step === 'enrol' ? html`<kiosk-enrol .tablet=${tablet}></kiosk-enrol>` : screens[step](session);
  }

  private renderQuestion(parts: FrameParts): TemplateResult | typeof nothing {
    const { attention } = this.idle;
    if (this.over) return nothing;
    if (attention.kind === 'asked') {
      return html`<still-there .seconds=${attention.seconds} .guards=${this.isSomebodys}
        .emergency=${phoneOf(parts, 'emergency')}
        @still-there=${this.onStillThere} @nobody-there=${this.onFinished}></still-there>`;
    }
    if (this.asking === 'help') return renderHelp(parts, () => this.ask(null));
    if (this.asking === 'anew') {
      const lost = this.session.signedIn || this.session.paired ? 'bills' : 'typed';
      return renderAnew(parts, lost, { yes: this.onFinished, no: () => this.ask(null) });
    }
    return nothing;
  }

  private ask(what: 'help' | 'anew' | null): void {
    this.asking = what;
  }

  private readonly onAnew = (): void => {
    // Nothing is lost where nothing was said, or all of it was handed in.
    if (this.session === nobody || this.session.saved !== null) void this.finish();
    else this.ask('anew');
  };

  private readonly onTurn = ({ to, change }: Turn): void => {
    const session = sessionAfter(this.session, change);
    // Whoever stands before the first screen next is somebody else.
    if (to === 'start' && session !== nobody) void this.finish();
    else void this.turnTo(to, session);
  };

  /** Whoever has scanned the code stands here, with both hands at the phone. */
  private readonly onPhoneMet = (): void => this.idle.touch();

  private readonly onNoted = ({ change }: Noted): void => {
    if (!this.over) this.session = sessionAfter(this.session, change);
  };

  private async turnTo(step: Step, session: KioskSession): Promise<void> {
    this.session = session;
    this.step = step;
    await this.updateComplete;
    const shown = this.shadowRoot?.querySelector('main')?.firstElementChild;
    if (shown instanceof KioskScreen) await shown.focusHeading();
    scrollTo(0, 0);
  }

  private readonly onTablet = (): void => {
    this.requestUpdate();
    const isEnrolled = this.tablet.standing === 'enrolled';
    if (this.step === 'enrol' && isEnrolled) void this.turnTo('start', nobody);
    // Whoever stands there ends what they began; it is kept sealed, and the office looks at it.
    else if (this.step === 'start' && !isEnrolled) void this.turnTo('enrol', nobody);
  };

  /** Something of whoever stood there is in memory or in a field, which nobody may see who has come after them. */
  private get isSomebodys(): boolean {
    return this.session !== nobody || isAnythingTyped(this.renderRoot);
  }

  /**
   * The question takes its own answers: a touch that closed it on its way down would fall on what lies below, and keys lead to its
   * buttons.
   */
  private readonly onSign = (): void => {
    if (this.idle.attention.kind === 'asked') this.idle.check();
    else this.becomesThere();
  };

  private becomesThere(): void {
    this.idle.touch();
    if (!this.over) void this.longer.sign();
  }

  private readonly onSeen = (): void => this.idle.check();

  private readonly onStillThere = (): void => this.becomesThere();

  private readonly onMoreTime = (): void => {
    this.idle.moreTime();
    void this.longer.sign();
  };

  private readonly onAttention = (): void => {
    this.requestUpdate();
    if (this.idle.attention.kind === 'over') void this.finish();
  };

  private readonly onFinished = (): void => {
    void this.finish();
  };

  /** What was known is dropped and what was shown goes, so that neither is there while the page is on its way out. */
  private async finish(): Promise<void> {
    if (this.over) return;
    this.over = true;
    this.idle.stop();
    this.asking = null;
    this.session = nobody;
    emptyFields(this.renderRoot);
    this.step = null;
    try {
      await this.updateComplete;
    } finally {
      // A screen that broke is left as well.
      this.leave();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp;
  }
}
