import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language, PublicCompany } from '../../shared/company.ts';
import { mayActAs, type Staff } from '../../shared/staff.ts';
import '../elements/mb-icon.ts';
import { Router } from '../router.ts';
import { followAccent } from '../styles/accent.ts';
import { controls } from '../styles/controls.ts';
import { chooseLanguage } from '../words/choose-language.ts';
import type { Words } from '../words/words.ts';
import { wordsContext } from '../words/words-context.ts';
import { type OfficeApi, problemOf } from './api.ts';
import { type OfficeContext, officeContext } from './office-context.ts';
import { OfficeScreen } from './office-screen.ts';
import { loadOfficeWords, type OfficeArea } from './office-words.ts';
import { type Section, sections } from './sections.ts';

/** What an address asks for; `section` is null where there is no such page. */
interface OfficeRoute {
  section: Section | null;
  rest: readonly string[];
}

export function parseOfficePath(path: string): OfficeRoute {
  const [, , first = '', ...rest] = path.split('/');
  return { section: sections.find((one) => one.path === first) ?? null, rest: rest.filter((part) => part !== '') };
}

/** The frame around the office's screens: who is signed in, the menu, the language; it asks for signing in where needed. */
@customElement('office-app')
export class OfficeApp extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        min-height: 100dvh;
      }
    `,
  ];

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) api!: OfficeApi;

  /** Undefined until it is known. */
  @state() private staff: Staff | null | undefined;
  @state() private words: Words | null = null;
  @state() private loaded: OfficeRoute | 'failed' | null = null;
  private language: Language | null = null;
  private areas: readonly OfficeArea[] = [];
  private readonly router = new Router<OfficeRoute>(this, parseOfficePath, () => void this.load());
  private readonly office = new ContextProvider(this, { context: officeContext });
  private readonly wordsProvider = new ContextProvider(this, { context: wordsContext });
  private stop: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = followAccent(document.documentElement, this.company);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private async start(): Promise<void> {
    try {
      this.staff = await this.api.staff.me.query();
    } catch (error) {
      if (problemOf(error)?.code !== 'signed_out') {
        this.loaded = 'failed';
        return;
      }
      this.staff = null;
    }
    await this.load();
  }

  /** The code and the words of the route; the shown screen stays until both are there. */
  private async load(): Promise<void> {
    const { route } = this.router;
    const language = this.language ?? chooseLanguage(this.staff?.language ?? null, navigator.languages, this.company);
    this.areas = [...new Set([...this.areas, ...(route.section?.areas ?? [])])];
    try {
      const [words] = await Promise.all([loadOfficeWords(language, this.company, this.areas), route.section?.load()]);
      if (route !== this.router.route) return;
      this.words = words;
      this.language = language;
      this.loaded = route;
      document.documentElement.lang = language;
      await this.updateComplete;
      const screen = this.shadowRoot?.querySelector('main > *');
      if (screen instanceof OfficeScreen) await screen.focusHeading();
    } catch (error) {
      reportError(error);
      this.loaded = 'failed';
    }
  }

  protected override willUpdate(): void {
    const { words, staff, company, api } = this;
    if (!words) return;
    if (this.wordsProvider.value !== words) this.wordsProvider.setValue(words);
    if (!staff) return;
    const context: OfficeContext = {
      company,
      staff,
      words,
      api,
      now: () => Date.now() + (company.demo?.clockAhead ?? 0),
      navigate: (path, options) => this.router.navigate(path, options),
      speak: (language) => {
        this.language = language;
        void this.load();
      },
      signedOut: () => {
        this.staff = null;
      },
    };
    this.office.setValue(context);
  }

  override render(): TemplateResult | typeof nothing {
    const { words, loaded, staff } = this;
    if (!words || loaded === null || loaded === 'failed' || !staff) return nothing;
    const shown = sections.filter(({ least }) => mayActAs(staff.role, least));
    return html`<header><a href="/office">${words.text('office-of', { company: this.company.shortName })}</a></header>
      <nav aria-label=${words.text('office-menu')}>
        <ul role="list">
          ${shown.map(
            (section) =>
              html`<li>
                <a
                  href=${section.path === '' ? '/office' : `/office/${section.path}`}
                  aria-current=${section === loaded.section ? 'page' : nothing}
                  ><mb-icon name=${section.icon}></mb-icon><span>${words.text(section.word)}</span></a
                >
              </li>`,
          )}
        </ul>
      </nav>
      <main>${loaded.section?.render(loaded.rest) ?? html`<h1 tabindex="-1">${words.text('office-not-found-title')}</h1>`}</main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-app': OfficeApp;
  }
}
