import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AccountPage, DoneHere, OfficeMeter } from '../../../shared/account-page.ts';
import type { AccountId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { periodOfDay } from '../../../shared/period.ts';
import { localDay } from '../../../shared/window.ts';
import { AccountMemory } from '../elements/account-memory.ts';
import type { MeterActionChosen } from '../elements/account-meters.ts';
import { conversationLinks } from '../elements/conversation-links.ts';
import type { MeterAction, MeterFormOver } from '../elements/meter-form.ts';
import type { ReadingEnteredByOffice } from '../elements/reading-entry.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../elements/account-contacts.ts';
import '../elements/write-to-resident.ts';
import '../elements/account-meters.ts';
import '../elements/account-money.ts';
import '../elements/account-readings.ts';

/** One account with everything that a clerk is asked about on the phone. Nothing of it stands in the address but its id. */
@customElement('office-account')
export class OfficeAccount extends OfficeScreen {
  static override styles = [
    office,
    css`
      [role="status"]:not(:has(*)) {
        position: absolute;
      }
      .both {
        display: grid;
        gap: 1.25rem;
        align-items: start;
      }
      .column {
        display: grid;
        gap: 1.25rem;
        min-width: 0;
        container-type: inline-size;
      }
      .done {
        display: flex;
        gap: 0.5rem;
        padding: 0.625rem 1rem;
        border-radius: var(--radius-small);
        background: var(--accent-wash);
      }
      .log li {
        padding-block: 0.3125rem;
        border-top: 1px solid var(--line);
      }
      .log li:first-child {
        border: 0;
      }
      .entry {
        display: grid;
        gap: 0.75rem;
      }
      .entry button {
        width: fit-content;
      }
      @container (min-width: 58rem) {
        .both {
          grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
        }
      }
      @media print {
        .up,
        .tools,
        .log {
          display: none;
        }
      }
    `,
  ];

  @property() account!: AccountId;
  /** What is being done, and to which meter. */
  @state() private doing: { action: MeterAction | 'read'; meter: OfficeMeter | null } | null = null;
  /** The key of what has just been done. */
  @state() private said: string | null = null;
  /** What is shown while it is asked for anew. */
  @state() private page: AccountPage | null = null;

  private readonly asking = new Task(this, {
    args: () => [this.account] as const,
    task: async ([account]) => {
      if (this.page && this.page.account.id !== account) this.page = null;
      const page = await this.office.api.accounts.open.mutate({ account });
      this.page = page;
      const { id, number, holder, address } = page.account;
      AccountMemory.of(this.office.api).opened({ id, number, holder, address, meter: null });
      return page;
    },
  });

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('account')) return;
    this.doing = null;
    this.said = null;
  }

  override render(): TemplateResult {
    const { words, page, asking } = this;
    const failed = asking.status === TaskStatus.ERROR;
    return html`<div class="screen" @meter-action-chosen=${this.onChosen} @meter-form-over=${this.onOver} @reading-entered-by-office=${this.onEntered} @contacts-changed=${this.onContacts}>
      <a class="up" href="/office/accounts"><mb-icon name="back"></mb-icon>${words.text('accounts-title')}</a>
      <div class="row spread">
        <h1 tabindex="-1" class="figures">${page ? `${page.account.number} · ${page.account.holder}` : words.text('accounts-one')}</h1>
        ${page ? html`<div class="tools"><button type="button" @click=${() => print()}><mb-icon name="print"></mb-icon>${words.text('accounts-print')}</button></div>` : nothing}
      </div>
      <div role="status">
        ${this.said === null ? nothing : html`<p class="done"><mb-icon name="done"></mb-icon>${words.text(this.said)}</p>`}
      </div>
      ${failed ? this.renderFailure(asking.error) : nothing}
      ${page ? this.renderPage(page) : failed ? nothing : this.renderPending()}
    </div>`;
  }

  private renderPage(page: AccountPage): TemplateResult {
    const { words } = this;
    return html`<div class="both">
      <div class="column">
        <section aria-label=${words.text('accounts-meters')}>
          <account-meters .page=${page}>${this.renderDoing(page)}</account-meters>
        </section>
        <section class="card">
          <h2>${words.text('accounts-readings')}</h2>
          <account-readings .page=${page}></account-readings>
        </section>
        <account-money shows="ledger" .page=${page}></account-money>
      </div>
      <div class="column">
        <section class="card">
          <h2>${words.text('accounts-whose')}</h2>
          <account-contacts .account=${page.account}></account-contacts>
        </section>
        <account-money .page=${page}></account-money>
        <section class="card">
          <h2>${words.text('accounts-users')}</h2>
          ${this.renderUsers(page)}
        </section>
        <section class="card">
          <h2>${words.text('accounts-conversations')}</h2>
          ${this.renderConversations(page)}
          ${page.users.length === 0 ? nothing : html`<write-to-resident .accounts=${[page.account]}></write-to-resident>`}
        </section>
        <section class="card log">
          <h2>${words.text('accounts-log')}</h2>
          ${this.renderLog(page)}
        </section>
      </div>
    </div>`;
  }

  private renderDoing(page: AccountPage): unknown {
    const { doing, words } = this;
    if (!doing) return nothing;
    // As the page shows it now: it may have been asked for anew meanwhile.
    const meter = page.meters.find(({ id }) => id === doing.meter?.id) ?? null;
    const slot = meter?.id ?? 'add';
    if (doing.action !== 'read') {
      return html`<meter-form slot=${slot} .action=${doing.action} .page=${page} .meter=${meter}></meter-form>`;
    }
    const period = periodOfDay(localDay(this.office.now(), words.timeZone));
    return html`<div slot=${slot} class="card entry">
      <reading-entry meter=${meter?.id ?? ''} .period=${period}></reading-entry>
      <button class="quiet" type="button" @click=${this.onLeave}>${words.text('accounts-cancel')}</button>
    </div>`;
  }

  private renderUsers({ users }: AccountPage): TemplateResult {
    const { words } = this;
    if (users.length === 0) return html`<p class="soft">${words.text('accounts-no-users')}</p>`;
    return html`<ul role="list">
      ${users.map(
        ({ id, name, email, linkedAt }) =>
          html`<li>
            <a href="/office/people/${id}">${name}</a>
            <span class="soft small">${email ? `${email}, ` : ''}${words.text('accounts-linked', { day: words.date(localDay(toEpochMs(linkedAt), words.timeZone)) })}</span>
          </li>`,
      )}
    </ul>`;
  }

  private renderConversations({ conversations }: AccountPage): TemplateResult {
    const { words } = this;
    if (conversations.length === 0) return html`<p class="soft">${words.text('accounts-no-conversations')}</p>`;
    return conversationLinks(words, conversations, ({ changedAt }) =>
      words.moment(toEpochMs(changedAt), this.office.now()),
    );
  }

  private renderLog({ done, meters }: AccountPage): TemplateResult {
    const { words } = this;
    if (done.length === 0) return html`<p class="soft">${words.text('accounts-nothing')}</p>`;
    const line = ({ at, by, actor, action, meter }: DoneHere) => {
      const serial = meters.find(({ id }) => id === meter)?.serial;
      return html`<li>
        ${words.text('accounts-done', { action })}${serial ? html` <span class="soft figures">${words.text('meter-serial', { serial })}</span>` : nothing}<br />
        <span class="soft small">${by ?? words.text(`accounts-actor-${actor}`)}, ${words.moment(toEpochMs(at), this.office.now())}</span>
      </li>`;
    };
    // Looking again and again is one look: what was done stands out.
    const told = done.filter(
      ({ action, by }, at) => action !== 'view-account' || done[at - 1]?.action !== action || done[at - 1]?.by !== by,
    );
    const first = told.slice(0, 6);
    const rest = told.slice(6);
    return html`<ul role="list">
        ${first.map(line)}
      </ul>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>${words.text('accounts-older', { count: rest.length })}</summary>
              <ul role="list">
                ${rest.map(line)}
              </ul>
            </details>`
      }`;
  }

  private async onChosen({ action, meter }: MeterActionChosen): Promise<void> {
    // Forms come when they are needed.
    if (action === 'read') await import('../elements/reading-entry.ts');
    else await import('../elements/meter-form.ts');
    this.said = null;
    // A form of its own for each: nothing typed for one meter is sent for another.
    this.doing = null;
    await this.updateComplete;
    this.doing = { action, meter };
  }

  private onOver({ how }: MeterFormOver): void {
    if (how === 'left') this.onLeave();
    else if (how === 'stale') void this.asking.run();
    else this.finish(`accounts-${this.doing?.action ?? 'verify'}-done`);
  }

  private onEntered({ adjustment }: ReadingEnteredByOffice): void {
    this.finish(adjustment ? 'review-enter-done-adjustment' : 'review-enter-done');
  }

  private onContacts(): void {
    void this.asking.run();
  }

  private finish(said: string): void {
    this.doing = null;
    this.said = said;
    void this.asking.run();
    void this.toTop();
  }

  /** What was done is said there; the form that did it stood far below. */
  private async toTop(): Promise<void> {
    await this.focusHeading();
    this.shadowRoot?.querySelector('.screen')?.scrollIntoView();
  }

  private onLeave(): void {
    this.doing = null;
    void this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-account': OfficeAccount;
  }
}
