import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import { type CheckedField, TypedForm } from '../elements/typed-form.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import { troubleText } from '../words/trouble-words.ts';
import { type AccountActions, type ActionAnswer, askAccount, type Trouble } from './account-actions.ts';
import { entrance } from './entrance-styles.ts';
import { renderHelp } from './help.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import './language-choice.ts';
import './phone-links.ts';

/**
 * A form after which a letter with a link is on its way, or not: the answer on screen is the same, whatever is true of what
 * was typed. It stays in the form until somebody leaves the screen.
 */
export abstract class LetterScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    field,
    screen,
    entrance,
    css`
      .steps {
        display: grid;
        gap: 0.375rem;
        padding-inline-start: 1.25rem;
        list-style: disc;
      }
    `,
  ];

  /** To whom the letter goes, and when it was asked for again; null before. */
  @state() private sent: { email: string; again: EpochMs | null } | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private working = false;
  private readonly form = new TypedForm(this, () => this.fields());

  protected abstract fields(): readonly CheckedField[];
  protected abstract ask(actions: AccountActions, typed: Record<string, string>): Promise<ActionAnswer<unknown>>;
  protected abstract renderTitle(): TemplateResult;
  /** What is on its way if all that was typed is right. */
  protected abstract promise(email: string): string;
  /** The ways on for those who are wrong here. */
  protected abstract renderOtherwise(): TemplateResult;

  override render(): TemplateResult {
    const { words, sent } = this;
    return html`<div class="screen">
      <header class="title">
        ${sent ? html`<h1 tabindex="-1">${words.text('letter-title')}</h1>` : this.renderTitle()}
      </header>
      ${sent ? this.renderSent(sent) : nothing}
      <form class="card" novalidate ?hidden=${sent !== null} @submit=${this.onSubmit}>
        ${this.form.render()}
        <div role="alert">${sent ? nothing : this.renderTrouble()}</div>
        <button class="primary wide go" aria-disabled=${this.working}>
          ${words.text(this.working ? 'letter-sending' : 'letter-send')}
        </button>
      </form>
      ${sent ? nothing : this.renderOtherwise()}
      <language-choice></language-choice>
      ${sent ? nothing : renderHelp(words)}
    </div>`;
  }

  private renderSent({ email, again }: { email: string; again: EpochMs | null }): TemplateResult {
    const { words } = this;
    return html`<section class="card">
        <p>${this.promise(email)}</p>
        <p>${words.text('letter-time')}</p>
      </section>
      <section class="stack">
        <h2>${words.text('letter-nothing')}</h2>
        <ul class="steps" role="list">
          <li>${words.text('letter-spam')}</li>
          <li>${words.text('letter-check')}</li>
        </ul>
        <div class="row">
          <button class="grow" type="button" @click=${this.onChange}>${words.text('letter-change')}</button>
          <button class="grow" type="button" aria-disabled=${this.working} @click=${this.onAgain}>
            ${words.text(this.working ? 'letter-sending' : 'letter-again')}
          </button>
        </div>
        <div role="status">
          ${again === null ? this.renderTrouble() : html`<p>${words.text('letter-sent-again', { at: words.time(again) })}</p>`}
        </div>
        <p>${words.text('letter-call')}</p>
        <phone-links></phone-links>
      </section>`;
  }

  private renderTrouble(): unknown {
    const { trouble } = this;
    return trouble === null ? nothing : html`<p class="error">${troubleText(this.words, trouble)}</p>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const email = await this.send();
    if (email === null) return;
    this.sent = { email, again: null };
    await this.focusHeading();
    scrollTo(0, 0);
  }

  private async onAgain(): Promise<void> {
    const { sent } = this;
    if (sent) this.sent = { ...sent, again: null };
    const email = await this.send();
    if (email !== null) this.sent = { email, again: this.app.store.now() };
  }

  private async onChange(): Promise<void> {
    this.sent = null;
    await this.updateComplete;
    this.form.focus(this.fields()[0]?.id ?? '');
  }

  /** The address that a letter goes to, if it goes; null where the form could not be sent. */
  private async send(): Promise<string | null> {
    if (this.working) return null;
    this.trouble = null;
    const typed = this.form.read();
    if (!typed) return null;
    this.working = true;
    const answer = await askAccount(this.app.store, (actions) => this.ask(actions, typed));
    this.working = false;
    if (answer.ok) return typed.email ?? '';
    const { problem } = answer;
    const refused = typeof problem !== 'string' && problem.code === 'bad_input' ? problem.path : null;
    if (refused !== null && !this.sent && this.form.refuse(refused, this.words.text('register-refused'))) return null;
    this.trouble = problem;
    return null;
  }
}
