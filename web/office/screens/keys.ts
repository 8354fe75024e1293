import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ApiKey, MadeApiKey } from '../../../shared/api-key.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { localDay } from '../../../shared/window.ts';
import { done } from '../done-styles.ts';
import type { KeyMade } from '../elements/make-key.ts';
import { scopeWord } from '../key-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slips } from '../slips-styles.ts';
import { office } from '../styles.ts';
import '../elements/confirm-dialog.ts';
import '../elements/make-key.ts';
import '../elements/new-key.ts';

/** Which programs exchange files with the portal, and what each may do. For administrators. */
@customElement('office-keys')
export class OfficeKeys extends OfficeScreen {
  static override styles = [
    ...office,
    done,
    slips(css`48rem`),
    css`
      th,
      td {
        vertical-align: top;
      }
      /* Two tables, one above the other: their columns stand in line. */
      table {
        table-layout: fixed;
      }
      th:nth-child(1) {
        width: 17%;
      }
      th:nth-child(3) {
        width: 11%;
      }
      th:nth-child(4),
      th:nth-child(5) {
        width: 14%;
      }
      th:nth-child(6) {
        width: 7.5rem;
      }
      td button {
        white-space: nowrap;
        min-height: 2.5rem;
        padding-block: 0.25rem;
        font-size: 0.9375rem;
      }
      .name {
        font-weight: 600;
      }
      .acting {
        text-align: end;
      }
      tr.over :is(.name, td) {
        color: var(--ink-soft);
      }
      h2 {
        font-size: 1.125rem;
      }
      /* No room for columns: one slip a key. */
      @container (max-width: 48rem) {
        tr {
          gap: 0.375rem;
        }
        tbody th.name {
          width: auto;
        }
        td[data-label]::before {
          content: attr(data-label) ": ";
          color: var(--ink-soft);
        }
        .acting {
          text-align: start;
        }
      }
    `,
  ];

  @state() private making = false;
  @state() private made: MadeApiKey | null = null;
  /** What is asked before it is done. */
  @state() private revoking: ApiKey | null = null;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  private readonly list = new Task(this, {
    task: () => this.office.api.keys.list.query(),
    args: () => [] as const,
  });

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <div class="row spread">
        <div>
          <h1 tabindex="-1">${words.text('keys-title')}</h1>
          <p class="soft">${words.text('keys-lead')}</p>
        </div>
        <button class="primary" type="button" @click=${this.onMake}>${words.text('keys-make')}</button>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${this.made === null ? nothing : html`<new-key .made=${this.made} @key-kept=${this.onKept}></new-key>`}
      ${this.list.render({
        pending: () => (this.list.value ? this.renderLists(this.list.value) : this.renderPending()),
        complete: (all) => this.renderLists(all),
        error: this.renderFailure,
      })}
      <p class="soft small">
        ${words.text('keys-how', { address: `${location.origin}/exchange/v1/openapi.json` })}
      </p>
      ${this.revoking === null ? nothing : this.renderQuestion(this.revoking)}
      ${
        this.making ? html`<make-key @dialog-dismissed=${this.onNotMade} @key-made=${this.onMade}></make-key>` : nothing
      }
    </div>`;
  }

  private renderLists(all: readonly ApiKey[]): TemplateResult {
    const { words } = this;
    const open = all.filter((one) => !this.isOver(one));
    const over = all.filter((one) => this.isOver(one));
    return html`${open.length === 0 ? html`<p class="card soft">${words.text('keys-none')}</p>` : this.renderTable(open)}
      ${
        over.length === 0
          ? nothing
          : html`<h2>${words.text('keys-former')}</h2>
            ${this.renderTable(over)}`
      }`;
  }

  private renderTable(all: readonly ApiKey[]): TemplateResult {
    const { words } = this;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.text('keys-name')}</th>
          <th scope="col">${words.text('keys-may')}</th>
          <th scope="col">${words.text('keys-used')}</th>
          <th scope="col">${words.text('keys-made')}</th>
          <th scope="col">${words.text('keys-state')}</th>
          <th scope="col"><span class="visually-hidden">${words.text('keys-actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${all.map((one) => this.renderOne(one))}
      </tbody>
    </table>`;
  }

  private renderOne(one: ApiKey): TemplateResult {
    const { words } = this;
    const made = words.text('keys-by', { when: this.moment(one.createdAt), name: one.createdBy });
    const used = one.usedAt === null ? words.text('keys-never') : this.moment(one.usedAt);
    return html`<tr class=${this.isOver(one) ? 'over' : ''}>
      <th scope="row" class="name">${one.name}</th>
      <td data-label=${words.text('keys-may')}>${one.scopes.map((scope) => words.text(scopeWord(scope))).join(', ')}</td>
      <td data-label=${words.text('keys-used')}>${used}</td>
      <td data-label=${words.text('keys-made')}>${made}</td>
      <td data-label=${words.text('keys-state')}>${this.standing(one)}</td>
      <td class="acting">
        ${
          this.isOver(one)
            ? nothing
            : html`<button
                type="button"
                aria-label=${words.text('keys-revoke-of', { name: one.name })}
                @click=${() => this.onRevoke(one)}
              >
                ${words.text('keys-revoke')}
              </button>`
        }
      </td>
    </tr>`;
  }

  private isOver({ revokedAt, expiresAt }: ApiKey): boolean {
    return revokedAt !== null || (expiresAt !== null && toEpochMs(expiresAt) <= this.office.now());
  }

  private standing({ revokedAt, expiresAt }: ApiKey): string {
    const { words, office: context } = this;
    if (revokedAt !== null) return words.text('keys-state-revoked', { when: this.moment(revokedAt) });
    if (expiresAt === null) return words.text('keys-state-active');
    const end = toEpochMs(expiresAt);
    if (end <= context.now()) return words.text('keys-state-expired');
    // It ends with the day before the instant from which it opens nothing.
    return words.text('keys-state-until', { day: words.date(localDay(end - 1, context.company.timeZone)) });
  }

  private moment(at: string): string {
    return this.words.moment(toEpochMs(at), this.office.now());
  }

  private renderQuestion(one: ApiKey): TemplateResult {
    const { words } = this;
    const { name } = one;
    return html`<confirm-dialog
      heading=${words.text('keys-revoke-title', { name })}
      confirm=${words.text('keys-revoke')}
      cancel=${words.text('keys-cancel')}
      .perform=${() => this.revoke(one)}
      @dialog-dismissed=${this.onDismissed}
    >
      <p>${words.text('keys-revoke-text')}</p>
    </confirm-dialog>`;
  }

  private readonly onMake = (): void => {
    this.said = null;
    this.making = true;
  };

  private readonly onNotMade = (): void => {
    this.making = false;
  };

  private readonly onMade = ({ made }: KeyMade): void => {
    this.making = false;
    this.made = made;
    void this.list.run();
  };

  private readonly onKept = (): void => {
    this.made = null;
    void this.focusHeading();
  };

  private onRevoke(one: ApiKey): void {
    this.said = null;
    this.revoking = one;
  }

  private readonly onDismissed = (): void => {
    this.revoking = null;
  };

  private async revoke({ id, name }: ApiKey): Promise<void> {
    try {
      await this.office.api.keys.revoke.mutate({ id });
      this.revoking = null;
      this.said = this.words.text('keys-revoked', { name });
      if (this.made?.key.id === id) this.made = null;
    } finally {
      // Also after a refusal: somebody else may have been quicker.
      void this.list.run();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-keys': OfficeKeys;
  }
}
