import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { PaperLetter } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
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

  private readonly letters = new PagedList<'all', PaperLetter>(this, {
    question: () => 'all',
    load: (_, after) => this.office.api.people.letters.query({ after }),
  });

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <a class="up" href="/office/people"><mb-icon name="back"></mb-icon>${words.text('people-back')}</a>
      <h1 tabindex="-1">${words.text('people-letters')}</h1>
      <p class="soft">${words.text('people-letters-lead')}</p>
      ${this.renderLetters()}
    </div>`;
  }

  private renderLetters(): unknown {
    const { words } = this;
    const { shown, failure } = this.letters;
    if (shown === null) return failure === null ? this.renderPending() : this.renderFailure(failure);
    if (shown.rows.length === 0) return html`<p>${words.text('people-letters-none')}</p>`;
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
            ${shown.rows.map(
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
      ${this.renderFailure(failure)} ${this.letters.renderMore(words.text('people-more'))}`;
  }

  private at(instant: string): string {
    return this.words.moment(toEpochMs(instant), this.office.now());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-people-letters': OfficePeopleLetters;
  }
}
