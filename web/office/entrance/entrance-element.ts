import { css } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PublicCompany } from '../../../shared/company.ts';
import type { Problem } from '../../../shared/problem.ts';
import { passwordStyles } from '../../elements/form-field.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { card, controls } from '../../styles/controls.ts';
import { field } from '../../styles/field.ts';
import { problemText } from '../../words/problem-words.ts';
import { type OfficeApi, problemOf } from '../api.ts';

/** Together, because the client takes any name for a procedure, and Lit would take it for a directive. */
export interface Door {
  company: PublicCompany;
  api: OfficeApi;
}

/** What stands before the office: one narrow column, one thing to do. Nobody is signed in yet, so there is no office context. */
export abstract class EntranceElement extends WordsElement {
  static override styles = [
    controls,
    card,
    field,
    passwordStyles,
    css`
      .column,
      form,
      .card {
        display: grid;
        gap: 1.125rem;
      }
      .column {
        max-width: 30rem;
        min-width: 0;
        margin-inline: auto;
        padding: clamp(1.25rem, 6vh, 4rem) 1rem 3rem;
      }
      /* In a dialog, which brings its own measure. */
      :host([inside]) .column {
        padding: 0;
      }
      .title {
        display: grid;
        gap: 0.25rem;
      }
      .go {
        min-height: 3.25rem;
        font-size: 1.125rem;
      }
      [role="alert"]:empty,
      [role="status"]:empty {
        position: absolute;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) door!: Door;
  /** What went wrong, in words; null where nothing did. */
  @state() protected trouble: string | null = null;
  @state() protected working = false;

  protected get company(): PublicCompany {
    return this.door.company;
  }

  protected get api(): OfficeApi {
    return this.door.api;
  }

  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true });
  }

  /** Asks the server, once at a time. Null where it refused: `refuse` may say why otherwise than in the problem's own words. */
  protected async ask<T>(
    call: () => Promise<T>,
    refuse: (problem: Problem) => string | null = () => null,
  ): Promise<T | null> {
    if (this.working) return null;
    this.working = true;
    this.trouble = null;
    try {
      return await call();
    } catch (error) {
      const problem = problemOf(error);
      this.trouble =
        problem === null
          ? this.words.text('office-unreachable')
          : (refuse(problem) ?? problemText(this.words, problem, null));
      return null;
    } finally {
      this.working = false;
    }
  }
}
