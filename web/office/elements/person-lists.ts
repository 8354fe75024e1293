import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { LinkedAccount, Person } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { byText, deviceText, lastDay, mailText } from '../people-words.ts';
import { office } from '../styles.ts';
import { conversationLinks } from './conversation-links.ts';
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
    const rows = person.accounts.map(
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
    );
    return this.card('accounts', {
      act: fixed ? null : { kind: 'link' },
      columns: ['account-number', 'holder', 'linked', 'acts'],
      rows,
      none: 'no-accounts',
    });
  }

  private renderOthers({ others }: LinkedAccount): unknown {
    if (others.length === 0) return nothing;
    return html`<br />${this.words.text('people-others')}
      ${others.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="/office/people/${id}">${name}</a>`)}`;
  }

  private renderDevices(): TemplateResult {
    const { words, person } = this;
    const rows = person.devices.map(
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
    );
    return this.card('devices', {
      act: rows.length > 1 ? { kind: 'end-devices' } : null,
      columns: ['device', 'since', 'seen', 'acts'],
      rows,
      none: 'no-devices',
    });
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
    const rows = person.mails.map(
      ({ kind, state, createdAt }) =>
        html`<tr>
          <th scope="row">${mailText(words, kind)}</th>
          <td>${words.text(`people-mail-is-${state}`)}</td>
          <td>${this.at(createdAt)}</td>
        </tr>`,
    );
    return this.card('mails', {
      act: null,
      columns: ['mail-about', 'mail-state', 'mail-asked'],
      rows,
      none: 'mails-none',
    });
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
          : conversationLinks(words, person.conversations, ({ accountNumber, changedAt }) =>
              words.text('people-talk', { number: accountNumber, when: this.at(changedAt) }),
            )
      }
      ${canWrite ? html`<write-to-resident .accounts=${person.accounts}></write-to-resident>` : nothing}
    </section>`;
  }

  /** A card with a table in it, or with a sentence where there is nothing; `act`: the button beside its heading. */
  private card(
    part: 'accounts' | 'devices' | 'mails',
    { act, columns, rows, none }: { act: PersonAct | null; columns: string[]; rows: TemplateResult[]; none: string },
  ): TemplateResult {
    const { words } = this;
    const heading = (column: string) => {
      const text = words.text(`people-${column}`);
      return html`<th scope="col">${column === 'acts' ? html`<span class="visually-hidden">${text}</span>` : text}</th>`;
    };
    return html`<section class="card" aria-labelledby=${part}>
      <div class="row">
        <h2 id=${part}>${words.text(`people-${part}`)}</h2>
        ${act ? html`<button type="button" @click=${() => this.act(act)}>${words.text(`people-act-${act.kind}`)}</button>` : nothing}
      </div>
      ${
        rows.length === 0
          ? html`<p class="soft">${words.text(`people-${none}`)}</p>`
          : html`<div class="frame">
              <table>
                <thead>
                  <tr>
                    ${columns.map(heading)}
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>`
      }
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
