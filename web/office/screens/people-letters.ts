import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { Page } from '../../../shared/page.ts';
import type { PaperLetter } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { byText, lastDay } from '../people-words.ts';
import { office } from '../styles.ts';

/** Letters on paper by which nobody has set a password yet. */
@customElement('office-people-letters')
export class OfficePeopleLetters extends OfficeScreen {
  static override styles = [
    office,
    css`
      .screen > button {
        width: fit-content;
      }
    `,
  ];

  @state() private more: Page<PaperLetter>[] = [];
  @state() private working = false;
  @state() private failure: unknown = null;

  private readonly letters = new Task(this, {
    args: () => [],
    task: () => this.office.api.people.letters.query({ after: null }),
  });

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <a class="up" href="/office/people"><mb-icon name="back"></mb-icon>${words.text('people-back')}</a>
      <h1 tabindex="-1">${words.text('people-letters')}</h1>
      <p class="soft">${words.text('people-letters-lead')}</p>
      ${this.letters.render({
        initial: this.renderPending,
        pending: this.renderPending,
        error: this.renderFailure,
        complete: (first) => this.renderLetters([first, ...this.more]),
      })}
    </div>`;
  }

  private renderLetters(pages: readonly Page<PaperLetter>[]): TemplateResult {
    const { words } = this;
    const rows = pages.flatMap((page) => page.rows);
    const next = pages.at(-1)?.next ?? null;
    if (rows.length === 0) return html`<p>${words.text('people-letters-none')}</p>`;
    return html`<div class="frame">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.text('people-name')}</th>
              <th scope="col">${words.text('people-written')}</th>
              <th scope="col">${words.text('people-written-by')}</th>
              <th scope="col">${words.text('people-valid-until')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ user, writtenAt, validUntil, by }) =>
                html`<tr>
                  <th scope="row"><a href="/office/people/${user.id}">${user.name}</a></th>
                  <td>${this.at(writtenAt)}</td>
                  <td>${byText(words, by)}</td>
                  <td>${lastDay(words, validUntil)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.failure === null ? nothing : this.renderFailure(this.failure)}
      ${
        next === null
          ? nothing
          : html`<button type="button" aria-disabled=${this.working} @click=${() => this.askOn(next)}>
              ${words.text('people-more')}
            </button>`
      }`;
  }

  private at(instant: string): string {
    return this.words.moment(toEpochMs(instant), this.office.now());
  }

  private async askOn(after: string): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.failure = null;
    try {
      this.more = [...this.more, await this.office.api.people.letters.query({ after })];
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-people-letters': OfficePeopleLetters;
  }
}
