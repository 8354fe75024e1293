import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Language, PublicCompany } from '../../shared/company.ts';
import { mayActAs, type Staff } from '../../shared/staff.ts';
import { showNoStart } from '../no-start.ts';
import { Router } from '../router.ts';
import { followAccent } from '../styles/accent.ts';
import { controls } from '../styles/controls.ts';
import { frame } from '../styles/frame.ts';
import { chooseLanguage } from '../words/choose-language.ts';
import type { Words } from '../words/words.ts';
import { wordsContext } from '../words/words-context.ts';
import { type OfficeApi, problemOf } from './api.ts';
import type { Door } from './entrance/entrance-element.ts';
import type { StaffEntered } from './entrance/staff-entered.ts';
import { officeFrame } from './frame-styles.ts';
import { type OfficeContext, officeContext } from './office-context.ts';
import { areasOf, isOpen, type OfficeRoute, parseOfficePath, pathOfSection, sectionsFor } from './office-route.ts';
import { loadOfficeWords, type OfficeArea } from './office-words.ts';
import { type FrameParts, renderHeader, renderMenu } from './render-frame.ts';
import { renderPage } from './render-page.ts';
import '../elements/mb-dialog.ts';
import '../elements/mb-icon.ts';
import './entrance/sign-in.ts';

/** The frame around the office's screens: who is signed in, the menu, the language; it asks for signing in where needed. */
@customElement('office-app')
export class OfficeApp extends LitElement {
  static override styles = [controls, frame, officeFrame];

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) api!: OfficeApi;

  /** Undefined until it is known. */
  @state() private staff: Staff | null | undefined;
  /** The session ended while somebody was at work: their screen stays, under the question to sign in. */
  @state() private ended = false;
  @state() private words: Words | null = null;
  /** Whose code and words are there; `failed` where they could not be had. */
  @state() private loaded: OfficeRoute | 'failed' | null = null;
  @state() private menuOpen = false;
  private language: Language | null = null;
  private areas: readonly OfficeArea[] = [];
  /** Of several that are under way at once the latest counts: it has the words of all. */
  private loads = 0;
  private readonly router = new Router(this, parseOfficePath, (y) => void this.arrived(y));
  private readonly office = new ContextProvider(this, { context: officeContext });
  private readonly wordsProvider = new ContextProvider(this, { context: wordsContext });
  private door!: Door;
  private stop: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.door = { company: this.company, api: this.api };
    this.addEventListener('keydown', this.onKey);
    this.stop = followAccent(document.documentElement, this.company);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private readonly start = async (): Promise<void> => {
    this.loaded = null;
    try {
      if (this.staff === undefined) this.staff = await this.whoIsIn();
    } catch (error) {
      reportError(error);
      // It is said in words, if there are any to be had.
      await this.load();
      this.loaded = 'failed';
      return;
    }
    await this.arrived(0);
  };

  private async whoIsIn(): Promise<Staff | null> {
    try {
      return await this.api.staff.me.query();
    } catch (error) {
      if (problemOf(error)?.code === 'signed_out') return null;
      throw error;
    }
  }

  private async arrived(scrollY: number): Promise<void> {
    this.menuOpen = false;
    this.toFirstPage();
    await this.load();
    await this.updateComplete;
    const shown = this.shadowRoot?.querySelector('main')?.firstElementChild;
    if (shown && 'focusHeading' in shown) await (shown.focusHeading as () => Promise<void>)();
    else shown?.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, scrollY);
  }

  /** Where `/office` itself is no page that this role may open, the first one is that may. */
  private toFirstPage(): void {
    const { staff } = this;
    if (!staff || location.pathname.replace(/\/$/, '') !== '/office') return;
    const [first] = sectionsFor(staff.role);
    if (first && first.path !== '') this.router.navigate(pathOfSection(first), { replace: true });
  }

  /** The code and the words of the route; the shown screen stays until both are there. */
  private async load(): Promise<void> {
    const { route } = this.router;
    const language = this.language ?? chooseLanguage(this.staff?.language ?? null, navigator.languages, this.company);
    const section = route.kind === 'section' && this.staff ? route.section : null;
    const wanted = section?.areas ?? areasOf(route);
    this.areas = [...new Set([...this.areas, ...wanted])];
    const load = ++this.loads;
    try {
      const [words] = await Promise.all([loadOfficeWords(language, this.company, this.areas), section?.load()]);
      // Another page, or another language, was chosen meanwhile, or somebody came in.
      if (load !== this.loads) return;
      this.words = words;
      this.loaded = route;
      document.documentElement.lang = language;
    } catch (error) {
      reportError(error);
      if (load !== this.loads) return;
      if (!this.words) showNoStart();
      this.loaded = 'failed';
    }
  }

  protected override willUpdate(): void {
    const { words, staff, company, api } = this;
    if (!words) return;
    if (this.wordsProvider.value !== words) this.wordsProvider.setValue(words);
    if (this.loaded !== null) document.title = `${this.titleOf(words)} – ${company.shortName}`;
    const before = this.office.value;
    if (!staff || (before?.words === words && before.staff === staff)) return;
    const context: OfficeContext = {
      company,
      staff,
      words,
      api,
      now: () => Date.now() + (company.demo?.clockAhead ?? 0),
      navigate: (path, options) => this.router.navigate(path, options),
      signedOut: () => {
        this.ended = true;
      },
    };
    this.office.setValue(context);
  }

  private titleOf(words: Words): string {
    const { loaded, staff } = this;
    if (loaded === 'failed') return words.text('failed-title');
    if (loaded?.kind === 'forgot') return words.text('office-forgot-title');
    if (loaded?.kind === 'set-password') return words.text('set-password-title');
    if (!staff) return words.text('office-sign-in-title');
    if (loaded?.kind === 'access') return words.text('office-my-access');
    if (loaded?.kind !== 'section') return words.text('office-not-found-title');
    return words.text(loaded.section.word);
  }

  override render(): TemplateResult | typeof nothing {
    const { words, loaded, staff, company } = this;
    if (!words || (loaded === null && !staff)) return nothing;
    const alone = !staff || (loaded !== null && loaded !== 'failed' && isOpen(loaded));
    const parts: FrameParts = {
      words,
      company,
      staff: alone ? null : staff,
      route: loaded === 'failed' ? null : loaded,
      open: this.menuOpen,
      toggle: () => {
        this.menuOpen = !this.menuOpen;
      },
      speak: (language) => this.speak(language),
      signOut: () => void this.onSignOut(),
    };
    return html`<a class="skip" href="#main" @click=${this.onSkip}>${words.text('skip-to-content')}</a>
      ${renderHeader(parts)}
      <div class="frame ${alone ? 'alone' : ''}">
        ${alone ? nothing : renderMenu({ ...parts, staff })}
        <main id="main" tabindex="-1" @staff-entered=${this.onEntered}>
          ${loaded === null ? nothing : keyed(staff?.id, this.renderMain(words, loaded))}
        </main>
      </div>
      ${staff && this.ended ? this.renderEnded(words, staff) : nothing}`;
  }

  private renderMain(words: Words, loaded: OfficeRoute | 'failed'): TemplateResult {
    const { staff } = this;
    if (loaded === 'failed') {
      return html`<div class="plain">
        <h1 tabindex="-1">${words.text('failed-title')}</h1>
        <p>${words.text('office-failed')}</p>
        <p class="row">
          <button class="primary" type="button" @click=${() => location.reload()}>${words.text('office-reload')}</button>
          <button type="button" @click=${this.start}>${words.text('failed-again')}</button>
        </p>
      </div>`;
    }
    if (!staff && !isOpen(loaded)) {
      return html`<office-sign-in .door=${this.door}></office-sign-in>`;
    }
    if (loaded.kind === 'section' && staff && !mayActAs(staff.role, loaded.section.least)) {
      return html`<div class="plain">
        <h1 tabindex="-1">${words.text('office-forbidden-title')}</h1>
        <p>${words.text('office-forbidden')}</p>
        <a class="button" href="/office">${words.text('office-to-start')}</a>
      </div>`;
    }
    return renderPage(loaded, { words, door: this.door });
  }

  private renderEnded(words: Words, { email }: Staff): TemplateResult {
    return html`<mb-dialog heading=${words.text('office-ended-title')} @staff-entered=${this.onEntered}>
      <div>
        <p>${words.text('office-ended')}</p>
        <office-sign-in inside .door=${this.door} .email=${email}></office-sign-in>
      </div>
    </mb-dialog>`;
  }

  /** The same person goes on where they were; anybody else begins anew. */
  private readonly onEntered = ({ staff }: StaffEntered): void => {
    const goesOn = this.staff?.id === staff.id;
    this.ended = false;
    // What stands there was loaded for nobody: their page comes when its code and its words are there.
    if (!goesOn) this.loaded = null;
    this.staff = staff;
    if (goesOn) return;
    if (staff.language !== null) this.language = null;
    if (isOpen(this.router.route)) this.router.navigate('/office', { replace: true });
    else void this.arrived(0);
  };

  private speak(language: Language): void {
    this.language = language;
    void this.load();
    if (!this.staff || this.staff.language === language) return;
    this.staff = { ...this.staff, language };
    // It is spoken already; that it is not kept for the next time is no reason to stop anybody at work.
    this.api.staff.setLanguage.mutate({ language }).catch((error: unknown) => reportError(error));
  }

  private readonly onSignOut = async (): Promise<void> => {
    try {
      await this.api.staff.signOut.mutate();
    } catch (error) {
      if (problemOf(error)?.code !== 'signed_out') {
        reportError(error);
        this.loaded = 'failed';
        return;
      }
    }
    // Nothing of what was on the screen stays in memory.
    location.assign('/office');
  };

  private readonly onKey = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !this.menuOpen) return;
    this.menuOpen = false;
    this.shadowRoot?.querySelector<HTMLElement>('.menu')?.focus();
  };

  private onSkip(event: Event): void {
    event.preventDefault();
    this.shadowRoot?.querySelector('main')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-app': OfficeApp;
  }
}
