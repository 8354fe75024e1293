import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type AccountActions, type ActionAnswer, askAccount, type Trouble } from './account-actions.ts';
import type { AppStore } from './app-context.ts';

/** `code`: what was scanned. `kiosk`: the kiosk's name. */
export type AtKiosk =
  | { kind: 'opening' }
  | { kind: 'refused'; why: Trouble }
  | { kind: 'choosing'; code: string; kiosk: string; numbers: readonly string[] }
  | { kind: 'declined'; by: 'number' | 'no' }
  | { kind: 'shown'; code: string; kiosk: string }
  | { kind: 'ended'; kiosk: string };

/**
 * The phone's side of showing one's bills at a kiosk. Another code that is scanned in the same tab begins anew, and what was asked
 * about the one before is nothing to it.
 *
 *     opening ──▶ choosing ──the number──▶ shown ──end──▶ ended
 *        │  ▲        ├──another, or no──▶ declined
 *        ▼  │        ▼
 *        refused ◀───┘
 */
export class PhoneAtKiosk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Pick<AppStore, 'actions' | 'silence'>;
  standing: AtKiosk = { kind: 'opening' };
  /** What was pressed is under way. */
  working = false;
  /** Why nothing came of what was pressed, where it can be pressed again. */
  trouble: Trouble | null = null;

  constructor(host: ReactiveControllerHost, store: () => Pick<AppStore, 'actions' | 'silence'>) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.open);
    void this.#host.updateComplete.then(this.open);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.open);
  }

  /** The code of the address; once it is known here it leaves it, and whoever looks into the history later on finds none. */
  readonly open = async (): Promise<void> => {
    const code = location.hash.slice(1);
    const opening: AtKiosk = { kind: 'opening' };
    this.#become(code === '' ? { kind: 'refused', why: { code: 'link_unknown' } } : opening);
    if (code === '') return;
    const answer = await askAccount(this.#store(), (actions) => actions.meetKiosk(code));
    if (this.standing !== opening) return;
    if (!answer.ok) return this.#become({ kind: 'refused', why: answer.problem });
    history.replaceState(history.state, '', location.pathname);
    this.#become({ kind: 'choosing', code, kiosk: answer.value.kiosk, numbers: answer.value.numbers });
  };

  /** `number`: the one that stands at the kiosk; null: none of them. */
  async choose(number: string | null): Promise<void> {
    const { standing } = this;
    if (standing.kind !== 'choosing') return;
    const { code, kiosk } = standing;
    const answer = await this.#press((actions) => actions.showAtKiosk(code, number));
    if (!answer) return;
    if (answer.ok) {
      const shown: AtKiosk = { kind: 'shown', code, kiosk };
      this.#become(answer.value.shown ? shown : { kind: 'declined', by: number === null ? 'no' : 'number' });
    } else if (isOfLink(answer.problem)) {
      this.#become({ kind: 'refused', why: answer.problem });
    } else {
      this.#fail(answer.problem);
    }
  }

  async end(): Promise<void> {
    const { standing } = this;
    if (standing.kind !== 'shown') return;
    const { code, kiosk } = standing;
    const answer = await this.#press((actions) => actions.endAtKiosk(code));
    // What the server knows nothing of any more is not shown any more.
    if (answer && (answer.ok || isOfLink(answer.problem))) this.#become({ kind: 'ended', kiosk });
    else if (answer) this.#fail(answer.problem);
  }

  /** Null where it is under way already, or another code was scanned meanwhile. */
  async #press<T>(ask: (actions: AccountActions) => Promise<ActionAnswer<T>>): Promise<ActionAnswer<T> | null> {
    if (this.working) return null;
    const { standing } = this;
    this.working = true;
    this.trouble = null;
    this.#host.requestUpdate();
    const answer = await askAccount(this.#store(), ask);
    return this.standing === standing ? answer : null;
  }

  #become(next: AtKiosk): void {
    this.standing = next;
    this.working = false;
    this.trouble = null;
    this.#host.requestUpdate();
  }

  #fail(trouble: Trouble): void {
    this.working = false;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}

/** A code that is none, or not any more: no pressing again helps. */
export const isOfLink = (trouble: Trouble): boolean => typeof trouble !== 'string' && trouble.code.startsWith('link_');
