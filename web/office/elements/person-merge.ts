import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { MergePreview, Person, PersonBrief, PersonRow } from '../../../shared/people.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { PersonActed } from './person-act.ts';

/** What goes over, and what ends. */
const counted = ['messages', 'payments', 'devices', 'passkeys', 'links'] as const;
const mostShown = 6;

/**
 * Makes one of two users who are one person: finds the other one, asks which of them stays, says what will happen, does it.
 *
 * @fires PersonActed
 * @fires DialogDismissed
 */
@customElement('person-merge')
export class PersonMerge extends OfficeScreen {
  static override styles = [
    office,
    css`
      .inside {
        display: grid;
        gap: 1rem;
      }
      ul.what {
        list-style: disc;
        padding-inline-start: 1.25rem;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.75rem;
      }
      .choice {
        display: grid;
        gap: 0.5rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .choice label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 0.75rem;
        align-items: start;
        padding: 0.625rem 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        overflow-wrap: anywhere;
      }
      .choice input {
        width: 1.25rem;
        min-height: 1.5rem;
        margin: 0;
        accent-color: var(--accent);
      }
      legend {
        margin-bottom: 0.375rem;
        padding: 0;
        font-weight: 600;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        text-align: start;
        font-weight: 400;
      }
      .others {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) person!: Person;
  @state() private text = '';
  @state() private other: PersonRow | null = null;
  /** Whether the person of the page is the one who stays. */
  @state() private keepsThis = true;
  private readonly act = new Act(this);

  private readonly search = new Task(this, {
    args: () => [this.text.trim()] as const,
    task: async ([search]) =>
      search === '' ? null : (await this.office.api.people.list.query({ search, after: null })).rows,
  });

  private readonly preview = new Task(this, {
    args: () => [this.other?.id ?? null, this.keepsThis] as const,
    task: async ([other, keepsThis]) => {
      if (other === null) return null;
      const [stays, goes] = keepsThis ? [this.person.id, other] : [other, this.person.id];
      return this.office.api.people.previewMerge.query({ stays, goes });
    },
  });

  override render(): TemplateResult {
    const { words, person, other } = this;
    return html`<mb-dialog heading=${words.text('people-ask-merge', { name: person.name })}>
      <div class="inside">
        ${other === null ? this.renderSearch() : this.renderPair()}
        ${this.renderFailure(this.act.failure)}
        <div class="answers">
          ${
            this.preview.value
              ? html`<button class="primary" type="button" aria-disabled=${this.act.busy || !this.isAnswered} @click=${this.onMerge}>
                  ${words.text('people-do-merge')}
                </button>`
              : nothing
          }
          <button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>
            ${words.text('people-cancel')}
          </button>
        </div>
      </div>
    </mb-dialog>`;
  }

  private renderSearch(): TemplateResult {
    const { words, search } = this;
    return html`<p>${words.text('people-merge-lead')}</p>
      <label>
        <span>${words.text('people-merge-search')}</span>
        <input type="search" autocomplete="off" spellcheck="false" maxlength=${longest.email} @input=${this.onInput} />
      </label>
      ${search.error === undefined ? this.renderFound(search.value ?? null) : this.renderFailure(search.error)}`;
  }

  private renderFound(rows: readonly PersonRow[] | null): unknown {
    if (rows === null) return nothing;
    const others = rows.filter(({ id, state }) => id !== this.person.id && (state === 'active' || state === 'invited'));
    if (others.length === 0)
      return html`<p role="status">${this.words.text('people-none', { text: this.text.trim() })}</p>`;
    return html`<ul class="others" role="list">
      ${others.slice(0, mostShown).map(
        (row) =>
          html`<li>
            <button type="button" @click=${() => this.choose(row)}>
              <span><b>${row.name}</b> ${row.email ?? ''} ${row.accounts.join(', ')}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private renderPair(): TemplateResult {
    const { words } = this;
    return html`${this.preview.render({
      initial: this.renderPending,
      // What is chosen stays under the fingers while it is asked for again.
      pending: () => (this.preview.value ? this.renderPreview(this.preview.value) : this.renderPending()),
      error: this.renderFailure,
      complete: (preview) => (preview ? this.renderPreview(preview) : nothing),
    })}
      <p>
        <button type="button" class="quiet" @click=${() => this.choose(null)}>${words.text('people-merge-other')}</button>
      </p>`;
  }

  private renderPreview(preview: MergePreview): TemplateResult {
    const { words } = this;
    const { stays, goes, gains, shared, takes } = preview;
    const [here, there] = stays.id === this.person.id ? [stays, goes] : [goes, stays];
    return html`<fieldset class="choice">
        <legend>${words.text('people-merge-which')}</legend>
        ${this.renderChoice(here, true)} ${this.renderChoice(there, false)}
      </fieldset>
      <div>
        <h3>${words.text('people-merge-happens')}</h3>
        <ul class="what">
          ${gains.length > 0 ? html`<li>${words.text('people-merge-gains', { numbers: gains.join(', ') })}</li>` : nothing}
          ${shared.length > 0 ? html`<li>${words.text('people-merge-shared', { numbers: shared.join(', ') })}</li>` : nothing}
          ${takes.map((what) => html`<li>${words.text(`people-merge-takes-${what}`)}</li>`)}
          ${counted.map((what) =>
            preview[what] > 0
              ? html`<li>${words.text(`people-merge-${what}`, { count: preview[what] })}</li>`
              : nothing,
          )}
          <li>${words.text('people-merge-told')}</li>
          <li><strong>${words.text('people-merge-final')}</strong></li>
        </ul>
      </div>`;
  }

  private renderChoice({ name, email, accounts }: PersonBrief, isThis: boolean): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="stays"
        .checked=${this.keepsThis === isThis}
        @change=${() => {
          this.keepsThis = isThis;
        }}
      />
      <span><b>${name}</b><br />${email ?? this.words.text('people-no-email')}<br />${accounts.join(', ')}</span>
    </label>`;
  }

  private onInput({ target }: InputEvent): void {
    this.text = (target as HTMLInputElement).value;
  }

  private async choose(row: PersonRow | null): Promise<void> {
    this.other = row;
    this.act.clear();
    await this.updateComplete;
    // A failure is said on the screen.
    await this.preview.taskComplete.catch(() => null);
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('input:checked, input[type="search"]')?.focus();
  }

  /** What stands there is what would be done: not what was chosen before. */
  private get isAnswered(): boolean {
    return this.preview.status === TaskStatus.COMPLETE;
  }

  private async onMerge(): Promise<void> {
    const preview = this.preview.value;
    if (!preview || !this.isAnswered) return;
    const { stays, goes, seal } = preview;
    await this.act.run(
      async () => {
        await this.office.api.people.merge.mutate({ stays: stays.id, goes: goes.id, seal });
        this.dispatchEvent(new PersonActed(this.words.text('people-done-merge', { name: stays.name })));
        if (stays.id !== this.person.id) this.office.navigate(`/office/people/${stays.id}`);
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
    'person-merge': PersonMerge;
  }
}
