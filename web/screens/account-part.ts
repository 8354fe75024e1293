import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Profile } from '../../shared/account-forms.ts';
import { card, controls } from '../styles/controls.ts';
import { pressedTroubleText } from '../words/trouble-words.ts';
import { type AccountActions, type ActionAnswer, askAccount, type PasskeyAnswer } from './account-actions.ts';
import { AccountChanged } from './account-changed.ts';
import { accountStyles } from './account-styles.ts';
import { ScreenElement } from './screen-element.ts';

type Answer = ActionAnswer<unknown> | PasskeyAnswer;

/** A part of "My account" in which one thing at a time is done by a button. */
export abstract class AccountPart extends ScreenElement {
  static override styles = [controls, card, accountStyles];

  /** Null while it is not known. */
  @property({ attribute: false }) profile: Profile | null = null;
  @state() protected working = false;
  /** What is said of the last thing that was done, or not done; null while there is nothing to say. */
  @state() protected said: { text: string; wrong: boolean } | null = null;

  protected renderSaid(): unknown {
    const { said } = this;
    return said === null ? nothing : html`<p class=${said.wrong ? 'error' : ''}>${said.text}</p>`;
  }

  /** Does nothing while something is being done. */
  protected async whileWorking(work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.said = null;
    try {
      await work();
    } finally {
      this.working = false;
    }
  }

  /** Asks the company; whether it was done. The profile is read again, also where what was meant is gone already. */
  protected async act(ask: (actions: AccountActions) => Promise<Answer>): Promise<boolean> {
    const { app, words } = this;
    const answer: Answer = await askAccount(app.store, ask);
    const gone = !answer.ok && typeof answer.problem === 'object' && answer.problem.code === 'not_found';
    if (answer.ok || gone) this.dispatchEvent(new AccountChanged());
    if (answer.ok) return true;
    const { problem } = answer;
    if (problem === 'cancelled' || problem === 'already-there') {
      this.said = { text: words.text(`account-passkey-${problem}`), wrong: false };
    } else {
      // The catalogue's own words for it are those of signing in.
      const notAdded = typeof problem === 'object' && problem.code === 'passkey_refused';
      const text = notAdded ? words.text('account-passkey-cancelled') : pressedTroubleText(words, problem);
      this.said = { text, wrong: true };
    }
    return false;
  }
}
