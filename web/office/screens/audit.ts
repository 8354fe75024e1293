import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type AuditAction, type AuditGroup, auditGroups } from '../../../shared/audit-actions.ts';
import type { AuditFilter, AuditRow } from '../../../shared/audit-forms.ts';
import { type Day, isDay } from '../../../shared/period.ts';
import { actionText } from '../audit-words.ts';
import type { AuditChoice, AuditChosen } from '../elements/audit-finder.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import '../elements/audit-chain.ts';
import '../elements/audit-entries.ts';
import '../elements/audit-finder.ts';

/** What was done, by whom and when: found by person, account, kind and day. For administrators. */
@customElement('office-audit')
export class OfficeAudit extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 3fr) 10.5rem 10.5rem;
        gap: 0.75rem 1rem;
        align-items: start;
      }
      .filters .error {
        grid-column: 1 / -1;
      }
      .filters .error:empty {
        display: none;
      }
      input[type="date"] {
        min-width: 0;
        padding-inline: 0.625rem;
        font-size: 1rem;
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .chosen button {
        min-height: 2.5rem;
        padding-block: 0.25rem;
      }
      .list {
        display: grid;
        gap: 0.75rem;
        align-content: start;
        min-height: 20rem;
      }
      .list > button {
        width: fit-content;
      }
      .busy {
        opacity: 0.6;
      }
      @container (max-width: 56rem) {
        .filters {
          grid-template-columns: minmax(0, 1fr) 10.5rem 10.5rem;
        }
        .filters > :first-child {
          grid-column: 1 / -1;
        }
      }
      @container (max-width: 38rem) {
        .filters {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          gap: 0.75rem;
        }
        .filters > :nth-child(2) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @state() private person: AuditChoice | null = null;
  @state() private account: AuditChoice | null = null;
  @state() private action: AuditAction | null = null;
  @state() private from: Day | null = null;
  @state() private until: Day | null = null;

  private readonly list = new PagedList<AuditFilter, AuditRow>(this, {
    question: () => this.filter,
    load: (filter, after) => this.office.api.audit.search.query({ ...filter, after }),
  });

  private get filter(): AuditFilter {
    const { person, account, action, from, until } = this;
    return { person: person?.id ?? null, account: account?.id ?? null, action, from, until };
  }

  private get areDaysWrong(): boolean {
    return this.from !== null && this.until !== null && this.from > this.until;
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen" @audit-chosen=${this.onChosen}>
      <div>
        <h1 tabindex="-1">${words.text('audit-title')}</h1>
        <p class="soft">${words.text('audit-lead')}</p>
      </div>
      <audit-chain></audit-chain>
      <div class="filters">
        <audit-finder></audit-finder>
        ${this.renderKinds()}
        ${this.renderDay('from')} ${this.renderDay('until')}
        <p class="error" role="alert">${this.areDaysWrong ? words.text('audit-days-wrong') : nothing}</p>
      </div>
      ${this.renderChosen()}
      <section class="list" aria-label=${words.text('audit-list')}>${this.renderResult()}</section>
    </div>`;
  }

  private renderKinds(): TemplateResult {
    const { words } = this;
    return html`<div class="field">
      <label for="action">${words.text('audit-action')}</label>
      <select id="action" @change=${this.onAction}>
        <option value="" ?selected=${this.action === null}>${words.text('audit-any')}</option>
        ${(Object.keys(auditGroups) as AuditGroup[]).map(
          (group) =>
            html`<optgroup label=${words.text(`audit-group-${group}`)}>
              ${Object.keys(auditGroups[group]).map(
                (action) =>
                  html`<option value=${action} ?selected=${this.action === action}>${actionText(words, action)}</option>`,
              )}
            </optgroup>`,
        )}
      </select>
    </div>`;
  }

  private renderDay(which: 'from' | 'until'): TemplateResult {
    return html`<div class="field">
      <label for=${which}>${this.words.text(which === 'from' ? 'audit-from' : 'audit-until')}</label>
      <input
        id=${which}
        type="date"
        .value=${this[which] ?? ''}
        @change=${({ target }: Event) => this.onDay(which, (target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private renderChosen(): TemplateResult | typeof nothing {
    const { words, person, account, action, from, until } = this;
    const chosen = [person, account].filter((one) => one !== null);
    if (chosen.length === 0 && action === null && from === null && until === null) return nothing;
    return html`<div class="chosen">
      ${chosen.length > 0 ? html`<span class="soft">${words.text('audit-only')}</span>` : nothing}
      ${chosen.map(
        (one) =>
          html`<button
            type="button"
            aria-label=${words.text('audit-only-remove', { name: one.name })}
            @click=${() => this.onRemoved(one)}
          >
            ${one.name} <mb-icon name="close"></mb-icon>
          </button>`,
      )}
      <button class="quiet" type="button" @click=${this.onClear}>${words.text('audit-clear')}</button>
    </div>`;
  }

  private renderResult(): unknown {
    const { words } = this;
    const { shown, failure } = this.list;
    if (shown === null) return failure === null ? this.renderPending() : this.renderFailure(failure);
    const { question, rows, next } = shown;
    const isPending = this.list.waiting === 'list';
    return html`<div class="row spread">
        <p class="soft small" role="status">
          ${
            rows.length === 0
              ? words.text('audit-none')
              : words.text(next === null ? 'audit-count' : 'audit-newest', { count: rows.length })
          }
        </p>
        <div class="row">
          <button type="button" aria-disabled=${isPending} @click=${() => this.list.reload()}>
            <mb-icon name="refresh"></mb-icon> ${words.text('audit-renew')}
          </button>
          <a class="button" href=${exportPath(question)} download="audit.csv">
            <mb-icon name="download"></mb-icon> ${words.text('audit-export')}
          </a>
        </div>
      </div>
      ${
        rows.length === 0
          ? nothing
          : html`<audit-entries class=${isPending ? 'busy' : ''} .rows=${rows}></audit-entries>`
      }
      ${this.renderFailure(failure)} ${this.list.renderMore(words.text('audit-more'))}`;
  }

  private readonly onChosen = ({ choice }: AuditChosen): void => {
    this[choice.kind] = choice;
  };

  private onRemoved({ kind }: AuditChoice): void {
    this[kind] = null;
  }

  private readonly onClear = (): void => {
    this.person = null;
    this.account = null;
    this.action = null;
    this.from = null;
    this.until = null;
  };

  private onAction({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.action = value === '' ? null : (value as AuditAction);
  }

  private onDay(which: 'from' | 'until', value: string): void {
    this[which] = isDay(value) ? value : null;
  }
}

/** Where the file of a search is. */
function exportPath(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/office/audit.csv${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'office-audit': OfficeAudit;
  }
}
