import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import type { Words } from '../words/words.ts';
import { type AppContext, type AppState, appContext } from './app-context.ts';

/** A screen: what `<meterbook-app>` shows for a route. It has one `h1`, present from its first paint. */
export abstract class ScreenElement extends LitElement {
  @consume({ context: appContext, subscribe: true })
  @state()
  protected app!: AppContext;

  protected get words(): Words {
    return this.app.words;
  }

  protected get state(): AppState {
    return this.app.state;
  }

  /** After a navigation the heading takes the focus, so that screen readers begin with the new screen. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /**
   * What had the focus may be gone with a change (a form that was saved, a reading withdrawn). Then the first `tabindex="-1"`
   * in here takes it, or else that of the screen around: never the body, where screen readers begin anew.
   */
  protected override performUpdate(): void {
    const focused = this.shadowRoot?.activeElement;
    super.performUpdate();
    // A dialog in the same change gives the focus back, or takes it, later than this.
    if (focused && !focused.isConnected) void this.updateComplete.then(() => this.catchFocus());
  }

  private catchFocus(): void {
    if (document.activeElement !== document.body) return;
    for (let part: Node | undefined = this; part instanceof ScreenElement; part = hostOf(part)) {
      const place = part.shadowRoot?.querySelector<HTMLElement>('[tabindex="-1"]');
      if (!place) continue;
      place.focus({ preventScroll: true });
      return;
    }
  }
}

const hostOf = (node: Node): Node | undefined => (node.getRootNode() as Partial<ShadowRoot>).host;
