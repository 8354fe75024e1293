import { ContextProvider } from '@lit/context';
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { type LitElement, render, type TemplateResult } from 'lit';
import type { Language, PublicCompany } from '../../../shared/company.ts';
import { compileWords } from '../../../web/build/compile-words.ts';
import { type KioskContext, kioskContext } from '../../../web/kiosk/kiosk-context.ts';
import { type OfficeContext, officeContext } from '../../../web/office/office-context.ts';
import { type AppContext, appContext } from '../../../web/screens/app-context.ts';
import type { Catalogue } from '../../../web/words/catalogue.ts';
import type { WordsArea } from '../../../web/words/load-words.ts';
import { Words } from '../../../web/words/words.ts';
import { wordsContext } from '../../../web/words/words-context.ts';
import type { TestAppStore } from './test-app.ts';

const axe = (globalThis as unknown as { axe: typeof axeCore }).axe;

const catalogues = new Map<string, Catalogue>();

/** The words of the real catalogue, with those of the areas. */
export async function speak(
  language: Language = 'en',
  { timeZone = 'Europe/Riga', areas = [] }: { timeZone?: string; areas?: readonly string[] } = {},
): Promise<Words> {
  const files = [`${language}.ftl`, ...areas.map((area) => `${area}/${language}.ftl`)];
  const parts = await Promise.all(files.map(catalogue));
  return new Words(language, Object.assign({}, ...parts), { timeZone, device: 'phone' });
}

async function catalogue(file: string): Promise<Catalogue> {
  const known = catalogues.get(file) ?? compileWords(await (await fetch(`/shared/words/${file}`)).text());
  catalogues.set(file, known);
  return known;
}

/** A shipped profile as the app gets it. */
export async function companyProfile(id: 'ddzksu' | 'dgservic' = 'ddzksu'): Promise<PublicCompany> {
  return (await (await fetch(`/server/companies/${id}.json`)).json()) as PublicCompany;
}

/** One part of the app in the document, below its contexts and with the real styles. */
export class Stage {
  readonly host = document.createElement('div');
  readonly navigated: string[] = [];
  readonly #words: ContextProvider<typeof wordsContext, HTMLElement>;
  readonly #app: ContextProvider<typeof appContext, HTMLElement>;
  #stop: (() => void) | null = null;

  words: Words;
  #areas: readonly string[];
  #show = () => {};

  private constructor(words: Words, areas: readonly string[]) {
    this.words = words;
    this.#areas = areas;
    this.#words = new ContextProvider(this.host, { context: wordsContext, initialValue: words });
    this.#app = new ContextProvider(this.host, { context: appContext });
    this.host.lang = words.language;
  }

  /** With `store`, the whole context of a screen. `areas`: what it says beside the words that come with the app. */
  static async open(
    template: TemplateResult,
    {
      language = 'en',
      areas = [],
      store,
      office,
      kiosk,
    }: {
      language?: Language;
      areas?: readonly string[];
      store?: TestAppStore;
      /** For a screen of the office: what it works with, beside the words. */
      office?: Omit<OfficeContext, 'words'>;
      /** The same for a screen of the kiosk. It may change meanwhile: `stage.again()`. */
      kiosk?: () => Omit<KioskContext, 'words'>;
    } = {},
  ): Promise<Stage> {
    await tokens();
    const stage = new Stage(await speak(language, { areas }), areas);
    document.documentElement.lang = language;
    if (store) {
      stage.#show = () => stage.#app.setValue(stage.#context(store));
      stage.#show();
      stage.#stop = store.subscribe(stage.#show);
    }
    if (office) {
      const provider = new ContextProvider(stage.host, { context: officeContext });
      stage.#show = () => provider.setValue({ ...office, words: stage.words });
      stage.#show();
    }
    if (kiosk) {
      const provider = new ContextProvider(stage.host, { context: kioskContext });
      stage.#show = () => provider.setValue({ ...kiosk(), words: stage.words });
      stage.#show();
    }
    document.body.append(stage.host);
    render(template, stage.host);
    await stage.settled();
    return stage;
  }

  async #learn(areas: readonly WordsArea[]): Promise<void> {
    if (areas.every((area) => this.#areas.includes(area))) return;
    this.#areas = [...this.#areas, ...areas];
    await this.speakOtherwise(this.words.language);
  }

  async speakOtherwise(language: Language): Promise<void> {
    this.words = await speak(language, { areas: this.#areas });
    this.#words.setValue(this.words);
    this.#show();
    await this.settled();
  }

  /** What the screen works with is another by now. */
  again(): Promise<void> {
    this.#show();
    return this.settled();
  }

  close(): void {
    this.#stop?.();
    this.host.remove();
  }

  /** Every Lit element in here, however deep, has painted what it knows. */
  async settled(): Promise<void> {
    for (let before = -1, now = 0; before !== now; ) {
      before = now;
      const elements = deep(this.host);
      await Promise.all(elements.map((element) => (element as Partial<LitElement>).updateComplete));
      now = deep(this.host).length;
    }
  }

  /** The first element that fits, through every shadow root. Throws where there is none. */
  find<E extends Element = HTMLElement>(selector: string): E {
    const [found] = this.all<E>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return deep(this.host).filter((element) => element.matches(selector)) as unknown as E[];
  }

  /** The button or link with this text. */
  button(name: string): HTMLElement {
    const found = this.all('button, a').find((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim() === name);
    if (!found) throw new Error(`no button says ${name}`);
    return found;
  }

  /** All that can be read, through every shadow root, with single spaces. */
  get text(): string {
    return textOf(this.host).replace(/\s+/g, ' ').trim();
  }

  /** Waits until this can be read in here, and every element has painted. The test's own time limit ends it. */
  async shows(text: string): Promise<void> {
    await until(() => this.text.includes(text));
    await this.settled();
  }

  /** Waits until such an element is in here, and every element has painted. The test's own time limit ends it. */
  async appears(selector: string): Promise<void> {
    await until(() => this.all(selector).length > 0);
    await this.settled();
  }

  /** What axe-core finds against WCAG 2.2 AA and its best practices, as one line each. */
  async complaints({ wholePage = false } = {}): Promise<string[]> {
    // Where one part is shown, landmarks and the order of headings are the page's matter.
    const enabled = wholePage;
    const { violations } = await axe.run(this.host, {
      rules: { region: { enabled }, 'page-has-heading-one': { enabled }, 'heading-order': { enabled } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html: node, failureSummary }) => `${id}: ${node} ${failureSummary}`),
    );
  }

  #context(store: TestAppStore): AppContext {
    const { state } = store;
    const account = state.accounts.find(({ id }) => id === state.account) ?? null;
    const navigate: AppContext['navigate'] = (path, options) =>
      this.navigated.push(options?.replace ? `${path} in place of this` : path);
    const learn: AppContext['learn'] = (...areas) => this.#learn(areas);
    return { store, state, words: this.words, account, navigate, learn };
  }
}

/** Resolves when `condition` is true; for what the database answers in its own time. The test's own time limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Types as a keyboard does: one character after the other, each with its event. */
export function type(field: HTMLInputElement, text: string): void {
  field.focus();
  for (const character of text) {
    const { selectionStart: from, selectionEnd: to } = field;
    // An e-mail field tells nobody where its cursor is.
    if (from === null || to === null) field.value += character;
    else field.setRangeText(character, from, to, 'end');
    field.dispatchEvent(
      new InputEvent('input', { data: character, inputType: 'insertText', bubbles: true, composed: true }),
    );
  }
}

export function press(target: EventTarget, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

function deep(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deep(element.shadowRoot) : []),
  ]);
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Comment || node instanceof HTMLStyleElement) return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(textOf).join(' ');
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  // Pieces of one sentence stand in text nodes of their own; an element stands apart.
  return [...children].map((child) => (child instanceof Element ? ` ${textOf(child)} ` : textOf(child))).join('');
}

async function tokens(): Promise<void> {
  if (document.querySelector('link[rel="stylesheet"]')) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/web/styles/tokens.css';
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded;
}
