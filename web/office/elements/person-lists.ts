import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { LinkedAccount, Person } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { byText, deviceText, lastDay, mailText } from '../people-words.ts';
import { office } from '../styles.ts';
import type { PersonAct } from './person-act.ts';
import './write-to-resident.ts';

/**
 * What is known of a user of the portal: contacts, accounts, devices, letters, conversations.
 *
 * @fires act - CustomEvent<PersonAct>: a button of one of the rows
 */
@customElement('person-lists')
export class PersonLists extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
        min-width: 0;
      }
      td button {
        min-height: 2.25rem;
        padding: 0.125rem 0.75rem;
        white-space: nowrap;
      }
      td.address {
        min-width: 13rem;
      }
      td.end {
        text-align: end;
      }
      .card {
        grid-template-columns: minmax(0, 1fr);
      }
      .card > .row {
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) person!: Person;
  /** Nothing can be done any more. */
  @property({ type: Boolean }) fixed = false;

  override render(): TemplateResult {
    return html`${this.renderFacts()} ${this.renderAccounts()} ${this.fixed ? nothing : this.renderDevices()}
    ${this.renderPaper()} ${this.renderMails()} ${this.renderConversations()}`;
  }

  private renderFacts(): TemplateResult {
    const { words, person } = this;
    const none = words.text('people-none-given');
    return html`<section class="card">
      <h2 class="visually-hidden">${words.text('people-contact')}</h2>
      <dl class="facts">
        <dt>${words.text('people-email')}</dt>
        <dd>${person.email ?? none}</dd>
        <dt>${words.text('people-phone')}</dt>
        <dd>${person.phone ?? none}</dd>
        <dt>${words.text('people-language')}</dt>
        <dd>${person.language === null ? none : words.text(`language-${person.language}`)}</dd>
        <dt>${words.text('people-registered')}</dt>
        <dd>${this.at(person.createdAt)}</dd>
        <dt>${words.text('people-passkeys')}</dt>
        <dd>${person.passkeys}</dd>
      </dl>
    </section>`;
  }

  private renderAccounts(): TemplateResult {
    const { words, person, fixed } = this;
    return html`<section class="card" aria-labelledby="accounts">
      <div class="row">
        <h2 id="accounts">${words.text('people-accounts')}</h2>
        ${fixed ? nothing : html`<button type="button" @click=${() => this.act({ kind: 'link' })}>${words.text('people-act-link')}</button>`}
      </div>
      ${
        person.accounts.length === 0
          ? html`<p class="soft">${words.text('people-no-accounts')}</p>`
          : html`<div class="frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.text('people-account-number')}</th>
                    <th scope="col">${words.text('people-holder')}</th>
                    <th scope="col">${words.text('people-linked')}</th>
                    <th scope="col"><span class="visually-hidden">${words.text('people-acts')}</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${person.accounts.map(
                    (account) =>
                      html`<tr>
                        <th scope="row">
                          <a class="whole" href="/office/accounts/${account.id}">${account.number}</a>
                        </th>
                        <td class="address">
                          ${account.holder}<br /><span class="soft">${account.address}</span> ${this.renderOthers(account)}
                        </td>
                        <td>${this.at(account.since)}<br /><span class="soft">${byText(words, account.by)}</span></td>
                        <td class="end">
                          <button
                            type="button"
                            aria-label=${words.text('people-unlink-number', { number: account.number })}
                            @click=${() => this.act({ kind: 'unlink', account })}
                          >
                            ${words.text('people-act-unlink')}
                          </button>
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
  }

  private renderOthers({ others }: LinkedAccount): unknown {
    if (others.length === 0) return nothing;
    return html`<br />${this.words.text('people-others')}
      ${others.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="/office/people/${id}">${name}</a>`)}`;
  }

  private renderDevices(): TemplateResult {
    const { words, person } = this;
    const { devices } = person;
    return html`<section class="card" aria-labelledby="devices">
      <div class="row">
        <h2 id="devices">${words.text('people-devices')}</h2>
        ${
          devices.length > 1
            ? html`<button type="button" @click=${() => this.act({ kind: 'end-devices' })}>${words.text('people-act-end-devices')}</button>`
            : nothing
        }
      </div>
      ${
        devices.length === 0
          ? html`<p class="soft">${words.text('people-no-devices')}</p>`
          : html`<div class="frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.text('people-device')}</th>
                    <th scope="col">${words.text('people-since')}</th>
                    <th scope="col">${words.text('people-seen')}</th>
                    <th scope="col"><span class="visually-hidden">${words.text('people-acts')}</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${devices.map(
                    (device) =>
                      html`<tr>
                        <th scope="row">${deviceText(words, device.userAgent)}</th>
                        <td>${this.at(device.since)}</td>
                        <td>${this.at(device.seenAt)}</td>
                        <td class="end">
                          <button type="button" @click=${() => this.act({ kind: 'end-device', device })}>
                            ${words.text('people-act-end-device')}
                          </button>
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
  }

  private renderPaper(): unknown {
    const { words, person } = this;
    if (person.letters.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="paper">
      <h2 id="paper">${words.text('people-paper')}</h2>
      <ul role="list">
        ${person.letters.map(
          ({ writtenAt, validUntil, by }) =>
            html`<li>
              ${words.text('people-paper-one', { when: this.at(writtenAt), by: byText(words, by), until: lastDay(words, validUntil) })}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderMails(): TemplateResult {
    const { words, person } = this;
    return html`<section class="card" aria-labelledby="mails">
      <h2 id="mails">${words.text('people-mails')}</h2>
      ${
        person.mails.length === 0
          ? html`<p class="soft">${words.text('people-mails-none')}</p>`
          : html`<div class="frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.text('people-mail-about')}</th>
                    <th scope="col">${words.text('people-mail-state')}</th>
                    <th scope="col">${words.text('people-mail-asked')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${person.mails.map(
                    ({ kind, state, createdAt }) =>
                      html`<tr>
                        <th scope="row">${mailText(words, kind)}</th>
                        <td>${words.text(`people-mail-is-${state}`)}</td>
                        <td>${this.at(createdAt)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
  }

  private renderConversations(): unknown {
    const { words, person } = this;
    const canWrite = !this.fixed && person.accounts.length > 0;
    if (person.conversations.length === 0 && !canWrite) return nothing;
    return html`<section class="card" aria-labelledby="talks">
      <h2 id="talks">${words.text('people-conversations')}</h2>
      ${
        person.conversations.length === 0
          ? nothing
          : html`<ul role="list">
        ${person.conversations.map(
          ({ id, topic, state, accountNumber, changedAt }) =>
            html`<li>
              <a href="/office/support/${id}">${words.text(`people-topic-${topic}`)}</a>
              <span class="soft"
                >${words.text('people-talk', { number: accountNumber, when: this.at(changedAt) })},
                ${words.text(`people-talk-${state}`)}</span
              >
            </li>`,
        )}
      </ul>`
      }
      ${canWrite ? html`<write-to-resident .accounts=${person.accounts}></write-to-resident>` : nothing}
    </section>`;
  }

  private at(instant: string): string {
    return this.words.moment(toEpochMs(instant), this.office.now());
  }

  private act(detail: PersonAct): void {
    this.dispatchEvent(new CustomEvent('act', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-lists': PersonLists;
  }
}
