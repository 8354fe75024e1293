import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { DeletionPreview, Person } from '../../../shared/people.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { deletedName } from '../people-words.ts';
import { office } from '../styles.ts';
import { PersonActed } from './person-act.ts';

const gone = [
  'accounts',
  'devices',
  'passkeys',
  'links',
  'mails',
  'messages',
  'conversations',
  'photos',
  'slips',
] as const;

/**
 * Says what a deletion takes and what the law makes the company keep, has the name typed, and deletes.
 *
 * @fires PersonActed
 * @fires DialogDismissed
 */
@customElement('person-deletion')
export class PersonDeletion extends OfficeScreen {
  static override styles = [
    office,
    css`
      .inside {
        display: grid;
        gap: 1rem;
      }
      h3 {
        margin-bottom: 0.25rem;
      }
      ul + p {
        margin-top: 0.75rem;
      }
      ul {
        list-style: disc;
        padding-inline-start: 1.25rem;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.75rem;
      }
      .danger {
        border-color: var(--error);
        color: var(--error);
      }
    `,
  ];

  @property({ attribute: false }) person!: Person;
  private readonly act = new Act(this);
  private readonly form = new TypedForm(this, () => [
    {
      id: 'typed',
      label: this.words.text('people-delete-type', { name: this.person.name }),
      autocomplete: 'off',
      maxLength: longest.line,
      read: (typed) => typed.trim(),
      check: (text) => (text === this.person.name.trim() ? null : this.words.text('people-delete-typed-wrong')),
    },
  ]);

  private readonly preview = new Task(this, {
    args: () => [this.person.id] as const,
    task: ([user]) => this.office.api.people.previewDeletion.query({ user }),
  });

  /** What is read stands above it; without it the focus would be nowhere. */
  protected override async firstUpdated(): Promise<void> {
    // A failure is said on the screen.
    await this.preview.taskComplete.catch(() => null);
    await this.updateComplete;
    this.shadowRoot?.querySelector('input')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { words, person } = this;
    return html`<mb-dialog heading=${words.text('people-ask-delete', { name: person.name })}>
      <div class="inside">
        ${this.preview.render({
          initial: this.renderPending,
          pending: this.renderPending,
          error: this.renderFailure,
          complete: (preview) => this.renderPreview(preview),
        })}
        ${this.preview.value ? nothing : html`<div class="answers">${this.renderCancel()}</div>`}
      </div>
    </mb-dialog>`;
  }

  private renderPreview({ person, gone: goes, stays, seal }: DeletionPreview): TemplateResult {
    const { words } = this;
    const { retention } = this.office.company;
    const going = gone.filter((what) => goes[what] > 0);
    return html`<form class="inside" novalidate @submit=${(event: Event) => this.onSubmit(event, seal)}>
      <div>
        <h3>${words.text('people-delete-goes')}</h3>
        <ul>
          <li>${words.text('people-delete-profile')}</li>
          ${going.map((what) => html`<li>${words.text(`people-delete-${what}`, { count: goes[what] })}</li>`)}
        </ul>
      </div>
      <div>
        <h3>${words.text('people-delete-stays')}</h3>
        <p class="small">${words.text('people-delete-instead', { replacement: deletedName(words, person.id) })}</p>
        <ul>
          <li>
            ${words.text('people-delete-kept-readings', { count: stays.readings, years: retention.readings })}
          </li>
          <li>${words.text('people-delete-kept-bills', { bills: retention.bills, ledger: retention.ledger })}</li>
          ${
            stays.payments === 0
              ? nothing
              : html`<li>
            ${words.text('people-delete-kept-payments', { count: stays.payments, years: retention.payments })}
          </li>`
          }
          <li>${words.text('people-delete-kept-log', { years: retention.log })}</li>
        </ul>
        <p class="small">${words.text('people-delete-devices-note')}</p>
      </div>
      ${this.form.render()} ${this.renderFailure(this.act.failure)}
      <div class="answers">
        <button class="danger" aria-disabled=${this.act.busy}>${words.text('people-do-delete')}</button>
        ${this.renderCancel()}
      </div>
    </form>`;
  }

  private renderCancel(): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>
      ${this.words.text('people-cancel')}
    </button>`;
  }

  private async onSubmit(event: Event, seal: string): Promise<void> {
    event.preventDefault();
    const read = this.form.read();
    if (!read) return;
    await this.act.run(
      async () => {
        await this.office.api.people.remove.mutate({ user: this.person.id, typed: read.typed ?? '', seal });
        this.dispatchEvent(new PersonActed(this.words.text('people-done-delete')));
      },
      (error) => {
        // What stands there is out of date: it is asked for again.
        if (problemOf(error)?.code === 'changed_meanwhile') void this.preview.run();
        return false;
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-deletion': PersonDeletion;
  }
}
