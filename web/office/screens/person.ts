import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/people.ts';
import { mayActAs } from '../../../shared/staff.ts';
import '../../elements/mb-dialog.ts';
import '../elements/person-act.ts';
import type { PersonAct, PersonActed } from '../elements/person-act.ts';
import '../elements/person-lists.ts';
import { OfficeScreen } from '../office-screen.ts';
import { deletedName } from '../people-words.ts';
import { office } from '../styles.ts';

type Asking = PersonAct | { kind: 'merge' } | { kind: 'delete' };

/** A user of the portal: who it is, how they get in, what can be done. */
@customElement('office-person')
export class OfficePerson extends OfficeScreen {
  static override styles = [
    office,
    css`
      h1::first-letter {
        text-transform: uppercase;
      }
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }
      .screen > [role='status']:not(:has(*)) {
        margin-top: -1.25rem;
      }
      .said {
        padding: 0.75rem 1rem;
        border-radius: var(--radius-small);
        background: var(--accent-wash, var(--well));
      }
      .danger {
        border-color: var(--error);
        color: var(--error);
      }
      @container (min-width: 58rem) {
        .parts {
          grid-template-columns: minmax(0, 1fr) 19rem;
          align-items: start;
        }
      }
      .acts {
        display: grid;
        gap: 0.5rem;
      }
      .acts > * {
        justify-content: flex-start;
        text-align: start;
      }
    `,
  ];

  @property() person = '';
  /** Who was just made gets their letter: it is asked about at once. */
  @property({ type: Boolean }) letter = false;
  @state() private asking: Asking | null = null;
  @state() private said = '';

  private readonly read = new Task(this, {
    args: () => [this.person] as const,
    task: ([user]) => this.office.api.people.open.query({ user }),
  });

  protected override firstUpdated(): void {
    if (this.letter) void this.ask({ kind: 'print-letter' });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('person') && changed.get('person') !== undefined) this.said = '';
  }

  override render(): TemplateResult {
    const { words, read } = this;
    // What is on the screen stays while it is asked for again.
    const person = read.value?.id === this.person ? read.value : null;
    return html`<div class="screen" @person-acted=${this.onActed} @dialog-dismissed=${this.onDismissed}>
      <a class="up" href="/office/people"><mb-icon name="back"></mb-icon>${words.text('people-back')}</a>
      <h1 tabindex="-1">${person ? this.nameOf(person) : words.text('people-person')}</h1>
      <div role="status">${this.said === '' ? nothing : html`<p class="said">${this.said}</p>`}</div>
      ${read.error === undefined ? (person ? this.renderPerson(person) : this.renderPending()) : this.renderFailure(read.error)}
      ${person ? this.renderDialog(person) : nothing}
    </div>`;
  }

  private nameOf({ state, id, name }: Person): string {
    return state === 'deleted' ? deletedName(this.words, id) : name;
  }

  private renderPerson(person: Person): TemplateResult {
    const { words } = this;
    const ended = person.state === 'merged' || person.state === 'deleted';
    return html`${
      person.state === 'active'
        ? nothing
        : html`<p>
            ${words.text(`people-is-${person.state}`)}
            ${person.mergedInto === null ? nothing : html`<a href="/office/people/${person.mergedInto}">${words.text('people-merged-where')}</a>`}
          </p>`
    }
      <div class="parts">
        <person-lists .person=${person} .fixed=${ended} @act=${this.onAct}></person-lists>
        ${ended ? nothing : this.renderActs(person)}
      </div>`;
  }

  private renderActs(person: Person): TemplateResult {
    const { words } = this;
    const { role } = this.office.staff;
    return html`<section class="card acts" aria-labelledby="acts">
      <h2 id="acts">${words.text('people-acts')}</h2>
      ${person.email === null ? nothing : this.button({ kind: 'send-link' })} ${this.button({ kind: 'print-letter' })}
      ${
        mayActAs(role, 'manager')
          ? html`${this.button({ kind: 'change-email' })} ${this.button({ kind: 'merge' })}
              <a class="button" href="/office/person-data/${person.id}.zip" download>${words.text('people-act-data')}</a>
              <p class="soft small">${words.text('people-act-data-hint')}</p>`
          : nothing
      }
      ${mayActAs(role, 'administrator') ? this.button({ kind: 'delete' }, 'danger') : nothing}
    </section>`;
  }

  private button(asking: Exclude<Asking, { kind: 'unlink' } | { kind: 'end-device' }>, look = ''): TemplateResult {
    return html`<button type="button" class=${look} @click=${() => this.ask(asking)}>
      ${this.words.text(`people-act-${asking.kind}`)}
    </button>`;
  }

  private renderDialog(person: Person): unknown {
    const { asking } = this;
    if (asking === null) return nothing;
    if (asking.kind === 'merge') return html`<person-merge .person=${person}></person-merge>`;
    if (asking.kind === 'delete') return html`<person-deletion .person=${person}></person-deletion>`;
    return html`<person-act .person=${person} .act=${asking}></person-act>`;
  }

  /** The large dialogs come when they are wanted. */
  private async ask(asking: Asking): Promise<void> {
    try {
      if (asking.kind === 'merge') await import('../elements/person-merge.ts');
      if (asking.kind === 'delete') await import('../elements/person-deletion.ts');
    } catch (error) {
      reportError(error);
      this.said = this.words.text('office-unreachable');
      return;
    }
    this.said = '';
    this.asking = asking;
  }

  private onAct(event: CustomEvent<PersonAct>): void {
    void this.ask(event.detail);
  }

  private onDismissed(): void {
    this.asking = null;
  }

  private async onActed({ said }: PersonActed): Promise<void> {
    this.asking = null;
    this.said = said;
    await this.read.run();
    await this.updateComplete;
    // The button that began it may be gone.
    if (!this.shadowRoot?.activeElement) await this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-person': OfficePerson;
  }
}
