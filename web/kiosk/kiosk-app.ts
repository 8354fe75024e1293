import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language, PublicCompany } from '../../shared/company.ts';
import { followAccent } from '../styles/accent.ts';
import { controls } from '../styles/controls.ts';
import type { Words } from '../words/words.ts';
import { wordsContext } from '../words/words-context.ts';
import type { KioskApi } from './api.ts';
import { FooterHeight } from './footer-height.ts';
import { kioskFrame } from './frame-styles.ts';
import { AttentionChanged, Idle, type Patience, patience } from './idle.ts';
import { kioskContext } from './kiosk-context.ts';
import { KioskScreen } from './kiosk-screen.ts';
import { loadKioskWords } from './kiosk-words.ts';
import { type FrameParts, renderAnew, renderFooter, renderHeader, renderHelp } from './render-frame.ts';
import { emptyFields } from './reset.ts';
import { type Ease, type KioskSession, nobody, type Step, type Turn } from './session.ts';
import { screens } from './steps.ts';
import { type Tablet, TabletChanged } from './tablet.ts';
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
  static override styles = [controls, kioskFrame];

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) api!: KioskApi;
  @property({ attribute: false }) tablet!: Tablet;
  /** Called when there is nothing to begin with: no words, no database. */
  @property({ attribute: false }) fail!: (error: unknown) => void;
  /** Called once, with nothing on the screen any more. */
  @property({ attribute: false }) leave!: () => void;
  @property({ attribute: false }) patience: Patience = patience;

  /** Null until it is known what the tablet is, and after the end. */
  @state() private step: Step | null = null;
  @state() private session: KioskSession = nobody;
  @state() private words: Words | null = null;
  @state() private ease!: Ease;
  @state() private asking: 'help' | 'anew' | null = null;
  private over = false;
  private idle!: Idle;
  private readonly kiosk = new ContextProvider(this, { context: kioskContext });
  /** Held by nothing else: it watches by itself. */
  protected readonly footerHeight = new FooterHeight(this);
  private readonly wordsProvider = new ContextProvider(this, { context: wordsContext });
  private stop: () => void = () => {};

  /** Nobody has touched it since the page began. */
  get isFree(): boolean {
    return this.idle.attention.kind === 'nobody';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ease = { language: this.company.languages[0] ?? 'en', large: false, contrast: false };
    this.idle = new Idle(this.patience);
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
    this.show({ large: false, contrast: false });
  }

  private async start(): Promise<void> {
    await Promise.all([this.speak(this.ease.language), this.tablet.start()]);
    if (!this.over) await this.turnTo(this.tablet.standing === 'enrolled' ? 'start' : 'enrol', nobody);
  }

  /** Without its words the language stays what it is. */
  private readonly onSpeak = (language: Language): void => {
    this.speak(language).catch((error: unknown) => {
      reportError(error);
      if (this.words) this.ease = { ...this.ease, language: this.words.language };
    });
  };

  private async speak(language: Language): Promise<void> {
    this.ease = { ...this.ease, language };
    const words = await loadKioskWords(language, this.company);
    // Another one was chosen meanwhile.
    if (this.ease.language !== language) return;
    this.words = words;
    document.documentElement.lang = language;
  }

  private readonly change = (ease: Partial<Ease>): void => {
    this.ease = { ...this.ease, ...ease };
    this.show(this.ease);
  };

  private show({ large, contrast }: Pick<Ease, 'large' | 'contrast'>): void {
    document.documentElement.toggleAttribute('large', large);
    document.documentElement.toggleAttribute('contrast', contrast);
  }

  protected override willUpdate(): void {
    const { words, company, api, tablet, ease } = this;
    if (!words) return;
    if (this.wordsProvider.value !== words) this.wordsProvider.setValue(words);
    document.title = company.shortName;
    const kiosk = tablet.kiosk ?? { id: '', name: '' };
    this.kiosk.setValue({
      company,
      words,
      api,
      online: tablet.online,
      kiosk,
      outbox: tablet.outbox,
      ease,
      now: () => tablet.now(),
      speak: this.onSpeak,
      change: this.change,
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { words, company, ease, tablet, step } = this;
    if (!words) return nothing;
    const parts: FrameParts = {
      words,
      company,
      ease,
      speak: this.onSpeak,
      change: this.change,
      help: () => this.ask('help'),
      anew: this.onAnew,
    };
    return html`${renderHeader(parts)}
        ${
          step === null || step === 'enrol' || tablet.online
            ? nothing
            : html`<p class="offline" role="status">
                <mb-icon name="offline"></mb-icon><span>${words.text('kiosk-offline')}</span>
              </p>`
        }
        ${this.renderEnding(words)}
      <main @kiosk-turn=${this.onTurn} @kiosk-finished=${this.onFinished}>
        ${this.renderScreen(words)}
      </main>
      ${renderFooter(parts)} ${this.renderQuestion(parts)}`;
  }

  private renderScreen(words: Words): TemplateResult {
    const { step, tablet, session } = this;
    if (step === null) return html`<p class="moment" role="status">${words.text('kiosk-moment')}</p>`;
    return step === 'enrol' ? html`<kiosk-enrol .tablet=${tablet}></kiosk-enrol>` : screens[step](session);
  }

  private renderEnding(words: Words): TemplateResult | typeof nothing {
    const { attention } = this.idle;
    if (attention.kind !== 'there' || attention.seconds === null) return nothing;
    // Said when it begins; each second would be said anew otherwise.
    return html`<div class="ending" role="alert" aria-atomic="false" aria-relevant="additions">
      <p>${words.text('kiosk-ending', { seconds: attention.seconds })}</p>
      <button class="primary" type="button" @click=${this.onMoreTime}>${words.text('kiosk-more-time')}</button>
    </div>`;
  }

  private renderQuestion(parts: FrameParts): TemplateResult | typeof nothing {
    const { attention } = this.idle;
    if (this.over) return nothing;
    if (attention.kind === 'asked') {
      return html`<still-there .seconds=${attention.seconds} @still-there=${this.onStillThere} @nobody-there=${this.onFinished}></still-there>`;
    }
    if (this.asking === 'help') return renderHelp(parts, () => this.ask(null));
    if (this.asking === 'anew') return renderAnew(parts, { yes: this.onFinished, no: () => this.ask(null) });
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
    const session = Object.keys(change).length === 0 ? this.session : { ...this.session, ...change };
    // Whoever stands before the first screen next is somebody else.
    if (to === 'start' && session !== nobody) void this.finish();
    else void this.turnTo(to, session);
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

  /** The question takes its own answers: a touch that closed it on its way down would fall on what lies below. */
  private readonly onSign = ({ type }: Event): void => {
    if (this.idle.attention.kind === 'asked' && type !== 'keydown') this.idle.check();
    else this.idle.touch();
  };

  private readonly onSeen = (): void => this.idle.check();

  private readonly onStillThere = (): void => {
    this.idle.touch();
  };

  private readonly onMoreTime = (): void => {
    this.idle.moreTime();
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
