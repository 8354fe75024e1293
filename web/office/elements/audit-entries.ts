import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { auditGroups } from '../../../shared/audit-actions.ts';
import type { AuditParty, AuditRow } from '../../../shared/audit-forms.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { actionText, factName, factText, inOrder, partyPath, partyText } from '../audit-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slips } from '../slips-styles.ts';
import { office } from '../styles.ts';

/** Entries of the log in words: when, who, what, about whom or what, and the details below. */
@customElement('audit-entries')
export class AuditEntries extends OfficeScreen {
  static override styles = [
    ...office,
    slips(css`46rem`),
    css`
      th,
      td {
        padding-block: 0.5rem;
        vertical-align: top;
      }
      td {
        overflow-wrap: anywhere;
      }
      .when {
        width: 12rem;
        white-space: nowrap;
        color: var(--ink-soft);
        font-weight: 400;
      }
      .when small {
        display: block;
        font-size: 0.8125rem;
      }
      .who {
        width: 20%;
      }
      .what {
        font-weight: 600;
      }
      .details {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.875rem;
        margin-top: 0.125rem;
        color: var(--ink-soft);
        font-size: 0.875rem;
        font-weight: 400;
      }
      .details dt,
      .details dd {
        display: inline;
        margin: 0;
      }
      .details dt::after {
        content: ": ";
      }
      .details dd {
        color: var(--ink);
      }
      .about {
        width: 24%;
      }
      .of {
        display: block;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }
      @container (max-width: 46rem) {
        tr {
          gap: 0.125rem;
          padding-block: 0.75rem;
        }
        tr :is(.when, .who, .about) {
          width: auto;
        }
        .when small {
          display: inline;
        }
        td:empty {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly AuditRow[] = [];

  override render(): TemplateResult {
    const { words } = this;
    return html`<table aria-label=${words.text('audit-list')}>
      <thead>
        <tr>
          <th scope="col">${words.text('audit-when')}</th>
          <th scope="col">${words.text('audit-who')}</th>
          <th scope="col">${words.text('audit-what')}</th>
          <th scope="col">${words.text('audit-about')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.rows.map((row) => this.renderRow(row))}
      </tbody>
    </table>`;
  }

  private renderRow({ seq, at, actor, action, subject, detail }: AuditRow): TemplateResult {
    const { words } = this;
    const now = this.office.now();
    // Who does something to oneself is not named twice, and what is done to the log has no name.
    const isAboutLog = Object.hasOwn(auditGroups.log, action) && subject?.kind === 'job';
    const about = subject !== null && subject.id !== actor.id && !isAboutLog ? subject : null;
    return html`<tr>
      <th scope="row" class="when">${words.moment(toEpochMs(at), now)} <small>№ ${seq}</small></th>
      <td class="who">${this.renderParty(actor)}</td>
      <td>
        <span class="what">${actionText(words, action)}</span>
        ${
          detail.length === 0
            ? nothing
            : html`<dl class="details">
                ${inOrder(detail).map(
                  (fact) =>
                    html`<div>
                      <dt>${factName(words, fact.key)}</dt><dd>${
                        fact.party ? this.renderParty(fact.party) : factText(words, fact, now)
                      }</dd>
                    </div>`,
                )}
              </dl>`
        }
      </td>
      <td class="about">${about === null ? nothing : this.renderAbout(about, action)}</td>
    </tr>`;
  }

  private renderAbout(party: AuditParty, action: string): TemplateResult {
    const { words } = this;
    const { kind, account } = party;
    return html`${this.renderParty(party, action)}
    ${
      account === null || kind === 'account'
        ? nothing
        : html`<span class="of">${words.text('audit-account-of', { number: account.number })}</span>`
    }`;
  }

  private renderParty(party: AuditParty, action: string | null = null): TemplateResult {
    const text = partyText(this.words, party);
    const path = partyPath(party, action);
    return path === null ? html`${text}` : html`<a href=${path}>${text}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-entries': AuditEntries;
  }
}
