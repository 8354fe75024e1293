import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problemText } from '../words/problem-words.ts';
import type { Words } from '../words/words.ts';
import { problemOf } from './api.ts';
import { type KioskContext, kioskContext } from './kiosk-context.ts';
import { type KioskSession, Noted, nobody, type Step, Turn } from './session.ts';
import '../elements/mb-icon.ts';

/** One screen of a kiosk, one task. It has one `h1`, which takes the focus, so that it is read out. */
export abstract class KioskScreen extends LitElement {
  @consume({ context: kioskContext, subscribe: true })
  @state()
  protected kiosk!: KioskContext;

  @property({ attribute: false }) session: KioskSession = nobody;

  protected get words(): Words {
    return this.kiosk.words;
  }

  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected turn(to: Step, change: Partial<KioskSession> = {}): void {
    this.dispatchEvent(new Turn(to, change));
  }

  /** What is known from now on, also where whoever stands there goes before this screen is done. */
  protected note(change: Partial<KioskSession>): void {
    this.dispatchEvent(new Noted(change));
  }

  /** What a failed call is said as; null where nobody answered, which is for the screen to go on without. */
  protected failureText(error: unknown): string | null {
    const problem = problemOf(error);
    return problem ? problemText(this.words, problem, null) : null;
  }

  protected renderFailure = (text: string | null): TemplateResult | typeof nothing =>
    text === null
      ? nothing
      : html`<p class="failure" role="alert"><mb-icon name="warning"></mb-icon><span>${text}</span></p>`;
}
