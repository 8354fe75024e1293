import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Words } from '../words/words.ts';
import { loadKioskWords } from './kiosk-words.ts';
import type { Ease } from './session.ts';

/** In which language, letters and colours it is shown to whoever stands there; what all styles go by stands on the root. */
export class Seeing implements ReactiveController {
  readonly #host: ReactiveControllerHost & { company: PublicCompany };
  ease: Ease = { language: 'en', large: false, contrast: false };
  /** Null before the first words are there. */
  words: Words | null = null;

  constructor(host: ReactiveControllerHost & { company: PublicCompany }) {
    this.#host = host;
    host.addController(this);
  }

  /** In the company's first language. Rejects without its words. */
  async begin(): Promise<void> {
    await this.#speak(this.#host.company.languages[0] ?? 'en');
  }

  hostDisconnected(): void {
    show({ large: false, contrast: false });
  }

  /** Without its words the language stays what it is. */
  readonly speak = (language: Language): void => {
    this.#speak(language).catch((error: unknown) => {
      reportError(error);
      if (this.words) this.change({ language: this.words.language });
    });
  };

  readonly change = (ease: Partial<Ease>): void => {
    this.ease = { ...this.ease, ...ease };
    show(this.ease);
    this.#host.requestUpdate();
  };

  async #speak(language: Language): Promise<void> {
    this.change({ language });
    const words = await loadKioskWords(language, this.#host.company);
    // Another one was chosen meanwhile.
    if (this.ease.language !== language) return;
    this.words = words;
    document.documentElement.lang = language;
    this.#host.requestUpdate();
  }
}

function show({ large, contrast }: Pick<Ease, 'large' | 'contrast'>): void {
  document.documentElement.toggleAttribute('large', large);
  document.documentElement.toggleAttribute('contrast', contrast);
}
