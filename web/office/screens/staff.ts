import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { type StaffRole, staffRoles } from '../../../shared/staff.ts';
import type { StaffEntry } from '../../../shared/staff-forms.ts';
import { Act } from '../act.ts';
import { done } from '../done-styles.ts';
import type { StaffInvited } from '../elements/invite-staff.ts';
import { OfficeScreen } from '../office-screen.ts';
import { slips } from '../slips-styles.ts';
import { office } from '../styles.ts';
import '../elements/confirm-dialog.ts';
import '../elements/invite-staff.ts';

/** What is asked before it is done. */
type Question = { staff: StaffEntry } & ({ what: 'disable' | 'reset' } | { what: 'role'; role: StaffRole });

/** Who may sign in to the office, and as what. For administrators. */
@customElement('office-staff')
export class OfficeStaff extends OfficeScreen {
  static override styles = [
    ...office,
    done,
    slips(css`44rem`),
    css`
      :is(th.name, td) {
        vertical-align: middle;
      }
      th,
      td {
        padding-inline: 0.5rem;
      }
      td button {
        flex: none;
        padding-inline: 0.625rem;
        white-space: nowrap;
      }
      td button,
      td select {
        min-height: 2.5rem;
        padding-block: 0.25rem;
        font-size: 0.9375rem;
      }
      td select {
        width: auto;
      }
      .name {
        font-weight: 600;
      }
      .name small {
        display: block;
        color: var(--ink-soft);
        font-size: 0.875rem;
        font-weight: 400;
      }
      tr.disabled :is(.name, td) {
        color: var(--ink-soft);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0.375rem;
      }
      @container (min-width: 54rem) {
        .actions {
          flex-wrap: nowrap;
        }
      }
      /* No room for columns: one slip a person. */
      @container (max-width: 44rem) {
        tr {
          grid-template-columns: 1fr auto;
          gap: 0.5rem 1rem;
        }
        .name,
        .acting {
          grid-column: 1 / -1;
        }
        .actions {
          justify-content: start;
        }
      }
    `,
  ];

  @state() private question: Question | null = null;
  @state() private inviting = false;
  /** What was done last, in words. */
  @state() private said: string | null = null;
  private readonly enabling = new Act(this);
  private readonly list = new Task(this, {
    task: () => this.office.api.staff.list.query(),
    args: () => [] as const,
  });

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <div class="row spread">
        <div>
          <h1 tabindex="-1">${words.text('staff-title')}</h1>
          <p class="soft">${words.text('staff-lead')}</p>
        </div>
        <button class="primary" type="button" @click=${this.onInvite}>${words.text('staff-invite')}</button>
      </div>
      <p class="done" role="status">${this.said}</p>
      ${this.renderFailure(this.enabling.failure)}
      ${this.list.render({
        pending: () => (this.list.value ? this.renderList(this.list.value) : this.renderPending()),
        complete: (all) => this.renderList(all),
        error: this.renderFailure,
      })}
      <p class="soft small">${words.text('staff-roles')}</p>
      ${this.question === null ? nothing : this.renderQuestion(this.question)}
      ${
        this.inviting
          ? html`<invite-staff @dialog-dismissed=${this.onNotInvited} @staff-invited=${this.onInvited}></invite-staff>`
          : nothing
      }
    </div>`;
  }

  private renderList(all: readonly StaffEntry[]): TemplateResult {
    const { words } = this;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.text('staff-name')}</th>
          <th scope="col">${words.text('staff-role')}</th>
          <th scope="col">${words.text('staff-state')}</th>
          <th scope="col">${words.text('staff-seen')}</th>
          <th scope="col"><span class="visually-hidden">${words.text('staff-actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${all.map((one) => this.renderOne(one))}
      </tbody>
    </table>`;
  }

  private renderOne(one: StaffEntry): TemplateResult {
    const { words } = this;
    const own = one.id === this.office.staff.id;
    const seen = own ? words.text('staff-you') : this.seen(one);
    return html`<tr class=${one.state}>
      <th scope="row" class="name">${one.name}<small>${one.email}</small></th>
      <td>${one.state === 'disabled' ? words.text(`role-${one.role}`) : this.renderRole(one)}</td>
      <td>${words.text(`staff-state-${one.state}`)}</td>
      <td>${seen}</td>
      <td class="acting"><div class="actions">${own ? nothing : this.renderActions(one)}</div></td>
    </tr>`;
  }

  private seen({ seenAt, state }: StaffEntry): string {
    // Sessions go by the true time, also where the demo's clock runs ahead.
    if (seenAt !== null) return this.words.moment(toEpochMs(seenAt), Date.now());
    return state === 'active' ? this.words.text('staff-seen-never') : '–';
  }

  private renderRole(one: StaffEntry): TemplateResult {
    const { words } = this;
    return html`<select
      aria-label=${words.text('staff-change-role', { name: one.name })}
      .value=${one.role}
      @change=${({ target }: Event) => this.onRole(one, target as HTMLSelectElement)}
    >
      ${staffRoles.map(
        (role) => html`<option value=${role} ?selected=${role === one.role}>${words.text(`role-${role}`)}</option>`,
      )}
    </select>`;
  }

  private renderActions(one: StaffEntry): TemplateResult {
    const { words } = this;
    if (one.state === 'disabled') {
      return html`<button type="button" @click=${() => this.onEnable(one)}>${words.text('staff-enable')}</button>`;
    }
    const reset = one.state === 'invited' ? 'staff-invite-again' : 'staff-reset';
    return html`<button type="button" @click=${() => this.ask({ what: 'reset', staff: one })}>${words.text(reset)}</button>
      <button type="button" @click=${() => this.ask({ what: 'disable', staff: one })}>${words.text('staff-disable')}</button>`;
  }

  private renderQuestion(question: Question): TemplateResult {
    const { words } = this;
    const { name, email } = question.staff;
    const role = question.what === 'role' ? words.text(`role-${question.role}`) : '';
    const [title, text, button] = {
      disable: ['staff-disable-title', 'staff-disable-text', 'staff-disable'] as const,
      reset: ['staff-reset-title', 'staff-reset-text', 'staff-reset'] as const,
      role: ['staff-role-title', 'staff-role-text', 'staff-role-do'] as const,
    }[question.what];
    const again = question.what === 'reset' && question.staff.state === 'invited';
    return html`<confirm-dialog
      heading=${again ? words.text('staff-invite-again') : words.text(title, { name, role })}
      confirm=${words.text(again ? 'staff-invite-send' : button)}
      cancel=${words.text('staff-cancel')}
      .perform=${() => this.onAnswer(question)}
      @dialog-dismissed=${this.onDismissed}
    >
      <p>${again ? words.text('staff-invite-hint') : words.text(text, { name, email })}</p>
    </confirm-dialog>`;
  }

  private ask(question: Question): void {
    this.enabling.clear();
    this.said = null;
    this.question = question;
  }

  private onRole(staff: StaffEntry, select: HTMLSelectElement): void {
    const role = select.value as StaffRole;
    // What stands there is the role; the wish is asked about first.
    select.value = staff.role;
    this.ask({ what: 'role', staff, role });
  }

  private readonly onDismissed = (): void => {
    this.question = null;
  };

  private async onAnswer(question: Question): Promise<void> {
    const { staff } = question;
    const { id, name, email } = staff;
    const calls = this.office.api.staff;
    const call = {
      disable: () => calls.disable.mutate({ id }),
      reset: () => calls.resetAccess.mutate({ id }),
      role: () =>
        calls.setRole.mutate({ id, from: staff.role, role: question.what === 'role' ? question.role : staff.role }),
    }[question.what];
    const said = { disable: 'staff-disabled', reset: 'staff-reset-done', role: 'staff-role-changed' }[question.what];
    const again = question.what === 'reset' && staff.state === 'invited';
    await this.change(call, this.words.text(again ? 'staff-invited' : said, { name, email }));
  }

  private onEnable({ id, name }: StaffEntry): Promise<void> {
    const call = () => this.office.api.staff.enable.mutate({ id });
    return this.enabling.run(() => this.change(call, this.words.text('staff-enabled', { name })));
  }

  private async change(call: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await call();
      this.question = null;
      this.said = said;
    } finally {
      // Also after a refusal: somebody else may have been quicker.
      void this.list.run();
    }
  }

  private readonly onInvite = (): void => {
    this.said = null;
    this.enabling.clear();
    this.inviting = true;
  };

  private readonly onNotInvited = (): void => {
    this.inviting = false;
  };

  private readonly onInvited = ({ name, email }: StaffInvited): void => {
    this.inviting = false;
    this.said = this.words.text('staff-invited', { name, email });
    void this.list.run();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'office-staff': OfficeStaff;
  }
}
