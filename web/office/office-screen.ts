import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Problem } from '../../shared/problem.ts';
import { problemText } from '../words/problem-words.ts';
import type { Words } from '../words/words.ts';
import { problemOf } from './api.ts';
import { type OfficeContext, officeContext } from './office-context.ts';
import '../elements/mb-icon.ts';

/** Ended sessions that the app was told of. */
const told = new WeakSet<Error>();

/**
 * A screen of the office: what `<office-app>` shows for a path. It has one `h1`, present from its first paint. The office is
 * online work: a screen asks the server with `@lit/task` and shows that it asks, what it got, or why it got nothing.
 */
export abstract class OfficeScreen extends LitElement {
  @consume({ context: officeContext, subscribe: true })
  @state()
  protected office!: OfficeContext;

  protected get words(): Words {
    return this.office.words;
  }

  /** After a navigation the heading takes the focus, so that screen readers begin with the new screen. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /** What a failed call is said as. An ended session is for the app to mend. */
  protected failureText(error: unknown): string {
    const problem: Problem | null = problemOf(error);
    // Said once an error: a failure stays on the screen after its reason is mended, and is painted again.
    if (problem?.code === 'signed_out' && !told.has(error as Error)) {
      told.add(error as Error);
      this.office.signedOut();
    }
    return problem ? problemText(this.words, problem, null) : this.words.text('office-unreachable');
  }

  /** Null: nothing failed, and nothing is said. */
  protected renderFailure = (error: unknown): TemplateResult | typeof nothing =>
    error === null
      ? nothing
      : html`<p class="failure" role="alert"><mb-icon name="warning"></mb-icon><span>${this.failureText(error)}</span></p>`;

  protected renderPending = (): TemplateResult =>
    html`<p class="soft" role="status">${this.words.text('office-loading')}</p>`;
}
