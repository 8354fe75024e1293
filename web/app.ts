import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language, PublicCompany } from '../shared/company.ts';
import { Router } from './router.ts';
import {
  isOpen,
  loadScreen,
  navEntries,
  navEntryOf,
  parsePath,
  type Route,
  renderScreen,
  titleOf,
  wordsAreasOf,
} from './routes.ts';
import { type AppContext, type AppStore, appContext } from './screens/app-context.ts';
import { paths } from './screens/paths.ts';
import { telephone } from './screens/phone-links.ts';
import { ScreenElement } from './screens/screen-element.ts';
import { followAccent } from './styles/accent.ts';
import { controls } from './styles/controls.ts';
import { frame } from './styles/frame.ts';
import { chooseLanguage } from './words/choose-language.ts';
import { type ForeseenWords, loadWords, type WordsArea } from './words/load-words.ts';
import type { Words } from './words/words.ts';
import { wordsContext } from './words/words-context.ts';
import './elements/mb-icon.ts';
import './elements/nav-bar.ts';
import './screens/notice-bar.ts';

/**
 * The frame around every screen: the company's name and emergency number, notices, the menu. It owns the language and the
 * address bar; everything else comes from the store that `main.ts` gives it.
 */
@customElement('meterbook-app')
export class MeterbookApp extends LitElement {
  static override styles = [
    controls,
    frame,
    css`
      header {
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
        padding: 0.5rem 1rem;
      }
      .call {
        gap: 0.4375rem;
        padding-inline: 0.75rem;
        font-size: 0.9375rem;
        line-height: 1.15;
        text-align: start;
        font-variant-numeric: tabular-nums;
      }
      .call small {
        display: block;
        font-size: 0.8125rem;
        font-weight: 500;
      }
      /* A long name beside a long number: what is not needed gives way. */
      @media (max-width: 26rem) {
        .brand.long mb-icon {
          display: none;
        }
        .call.plain small {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      main {
        padding-bottom: calc(4.5rem + env(safe-area-inset-bottom));
      }
      main.alone {
        padding-bottom: 0;
      }
      .failed {
        display: grid;
        justify-items: start;
        gap: 1rem;
        padding: 1.5rem 1rem;
      }
      @media (min-width: 56rem) {
        /* On the widest screens the name stands over the menu, and the number over the edge of the column. */
        header {
          padding-inline: max(1.75rem, (100vw - 80rem) / 2 + 1.75rem);
        }
        .frame {
          display: grid;
          grid-template-columns: 15rem minmax(0, 1fr);
          max-width: 80rem;
          margin-inline: auto;
        }
        .frame.alone {
          grid-template-columns: 1fr;
        }
        nav-bar {
          position: sticky;
          top: 0;
          align-self: start;
          padding: 2.25rem 0 1rem 1rem;
        }
        main {
          padding-bottom: 2rem;
        }
      }
      @media print {
        notice-bar {
          display: none;
        }
        .frame {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: AppStore;
  @property({ attribute: false }) foreseen: ForeseenWords | null = null;

  @state() private words: Words | null = null;
  /** The code of the shown route is there; `failed` where it could not be had. */
  @state() private loaded: Route | 'failed' | null = null;
  private language: Language | null = null;
  /** Those of all screens so far: whoever goes back hears them again. */
  private areas: readonly WordsArea[] = [];
  private readonly router = new Router(this, parsePath, (scrollY) => this.arrived(scrollY));
  private readonly appProvider = new ContextProvider(this, { context: appContext });
  private readonly wordsProvider = new ContextProvider(this, { context: wordsContext });
  private stop: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const { store } = this;
    this.stop = [store.subscribe(() => this.onState()), followAccent(document.documentElement, store.state.company)];
    this.onState();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stop) stop();
  }

  protected override willUpdate(): void {
    const { store, words } = this;
    if (!words) return;
    const { accounts, account } = store.state;
    const shown = accounts.find(({ id }) => id === account) ?? accounts[0] ?? null;
    const context: AppContext = {
      store,
      state: store.state,
      words,
      account: shown,
      navigate: (path, options) => this.router.navigate(path, options),
      learn: (...areas) => this.learn(areas),
    };
    this.appProvider.setValue(context);
    if (this.wordsProvider.value !== words) this.wordsProvider.setValue(words);
    const { loaded } = this;
    if (loaded === null) return;
    const title = loaded === 'failed' ? words.text('failed-title') : titleOf(loaded, words);
    document.title = `${title} – ${store.state.company.shortName}`;
  }

  override render(): unknown {
    const { words, route } = this;
    if (!words) return nothing;
    const { company, session } = this.store.state;
    const alone = session === null || isOpen(route);
    return html`<a class="skip" href="#main" @click=${this.onSkip}>${words.text('skip-to-content')}</a>
      <header>
        <a class="brand ${company.shortName.length > 10 ? 'long' : ''}" href=${paths.home}><mb-icon name="readings"></mb-icon>${company.shortName}</a>
        ${this.renderCall(company, words)}
      </header>
      <notice-bar .state=${this.store.state} .now=${this.store.now()} @notice-acted=${() => this.store.reload()}></notice-bar>
      <div class="frame ${alone ? 'alone' : ''}">
        ${alone ? nothing : html`<nav-bar .entries=${navEntries} current=${navEntryOf(route)}></nav-bar>`}
        <main id="main" tabindex="-1" class=${alone ? 'alone' : ''}>${this.renderMain(words)}</main>
      </div>`;
  }

  private renderMain(words: Words): unknown {
    const { loaded } = this;
    if (loaded === 'failed') {
      return html`<div class="failed">
        <h1 tabindex="-1">${words.text('failed-title')}</h1>
        <p>${words.text('failed')}</p>
        <button class="primary" type="button" @click=${this.onRetry}>${words.text('failed-again')}</button>
      </div>`;
    }
    return loaded === null ? nothing : renderScreen(loaded);
  }

  /** The emergency number in one tap, from everywhere and without the network; the first number where there is none. */
  private renderCall({ phones }: PublicCompany, words: Words): TemplateResult | typeof nothing {
    const phone = phones.find(({ kind }) => kind === 'emergency') ?? phones[0];
    if (!phone) return nothing;
    const { number, label } = phone;
    const emergency = phone.kind === 'emergency';
    return html`<a
      class="button call ${emergency ? '' : 'plain'}"
      href=${telephone(number)}
      ><mb-icon name="phone"></mb-icon
      ><span><small>${emergency ? words.text('emergency') : label[words.language]}</small>${number}</span></a
    >`;
  }

  /** Without a session every address that is not open asks to sign in first, and is shown afterwards. */
  private get route(): Route {
    const { route } = this.router;
    return this.store.state.session === null && !isOpen(route) ? { name: 'sign-in' } : route;
  }

  private onState(): void {
    const { company, language: chosen } = this.store.state;
    const language = chooseLanguage(chosen, navigator.languages, company);
    if (language !== this.language) {
      this.language = language;
      void this.speak(language, company);
    }
    // Signed in or out: another screen, though the address is the same.
    if (this.loaded !== null && this.loaded !== 'failed' && this.loaded.name !== this.route.name) void this.arrived(0);
    this.requestUpdate();
  }

  private async speak(language: Language, company: PublicCompany): Promise<void> {
    try {
      const { foreseen, areas } = this;
      const isForeseen = foreseen?.language === language && areas.length === 0;
      const words = await (isForeseen ? foreseen.words : loadWords(language, company, areas));
      // Another choice, or another screen, may have been quicker.
      if (this.language !== language || this.areas !== areas) return;
      this.say(words);
    } catch (error) {
      this.language = this.words?.language ?? null;
      if (!this.words) throw error;
      reportError(error);
    }
  }

  /** Speaks the words of these areas, too. Rejects where they cannot be had. */
  private async learn(wanted: readonly WordsArea[]): Promise<void> {
    const { language, store, areas: known } = this;
    const areas = [...new Set([...known, ...wanted])];
    if (areas.length === known.length || language === null) return;
    const words = await loadWords(language, store.state.company, areas);
    // Another choice, or others learned, meanwhile: begun anew, with what has come already.
    if (this.language !== language || this.areas !== known) return this.learn(wanted);
    this.areas = areas;
    this.say(words);
  }

  private say(words: Words): void {
    this.words = words;
    document.documentElement.lang = words.language;
  }

  private async load(): Promise<void> {
    const { route } = this;
    try {
      await Promise.all([loadScreen(route), this.learn(wordsAreasOf(route))]);
      if (route.name === this.route.name) this.loaded = this.route;
    } catch (error) {
      reportError(error);
      this.loaded = 'failed';
    }
  }

  private async arrived(scrollY: number): Promise<void> {
    await this.load();
    await this.updateComplete;
    const shown = this.shadowRoot?.querySelector('main')?.firstElementChild;
    if (shown instanceof ScreenElement) await shown.focusHeading();
    else shown?.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, scrollY);
  }

  private onRetry(): void {
    this.loaded = null;
    void this.load();
  }

  private onSkip(event: Event): void {
    event.preventDefault();
    this.shadowRoot?.querySelector('main')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meterbook-app': MeterbookApp;
  }
}
