import type { TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { Meter } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import type { WordsArea } from '../../../web/words/load-words.ts';
import { flat, history } from './flat.ts';
import { inWindow } from './household.ts';
import { companyProfile, Stage } from './mount.ts';
import { TestAppStore } from './test-app.ts';

export interface Screen {
  stage: Stage;
  store: TestAppStore;
}

/** What a screen is opened over. Without a word: the whole flat, in its window, with two years of readings. */
export interface Given {
  meters?: readonly Meter[];
  readings?: readonly Reading[];
  /** The periods that were given to billing. */
  locked?: readonly Period[];
  now?: number;
  state?: Partial<AppState>;
  language?: Language;
  /** What the screen says beside the words that come with the app; otherwise those of the suite. */
  areas?: readonly WordsArea[];
  /** The store of before, as it is now, instead of a new one with all this. */
  store?: TestAppStore;
}

/**
 * How each test of the suite opens a screen, which says words of these areas. `use` is told of it; the next one takes
 * its place, and after the test it and its databases are gone.
 */
export function screenForEachTest(use: (screen: Screen) => void, areas: readonly WordsArea[] = []) {
  let shown: Screen | null = null;

  async function close(kept?: TestAppStore): Promise<void> {
    shown?.stage.close();
    if (shown?.store !== kept) await shown?.store.close();
    shown = null;
  }

  afterEach(() => close());

  return async (template: TemplateResult, given: Given = {}): Promise<Screen> => {
    await close(given.store);
    const store = given.store ?? (await storeWith(given));
    const stage = await Stage.open(template, {
      store,
      language: given.language ?? 'en',
      areas: given.areas ?? areas,
    });
    shown = { stage, store };
    use(shown);
    return shown;
  };
}

/** The store alone. Whoever asks for it closes it. */
export async function storeWith({
  meters = flat,
  readings = history(),
  locked = [],
  now = inWindow,
  state = {},
}: Given = {}): Promise<TestAppStore> {
  const store = new TestAppStore(await companyProfile());
  store.databases.wall = now;
  await store.fill(meters, readings);
  if (locked.length > 0) await store.databases.cache.write('locked', [...locked]);
  store.change(state);
  return store;
}
