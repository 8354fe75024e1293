import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import type { Words } from '../words/words.ts';
import type { AppState } from './app-context.ts';
import { type AppContext, appContext } from './app-context.ts';

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
}
