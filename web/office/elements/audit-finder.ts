import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { AuditFound } from '../../../shared/audit-forms.ts';
import { Act } from '../act.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** Whom or what the log is to be about. */
export interface AuditChoice {
  kind: 'person' | 'account';
  id: string;
  name: string;
}

export class AuditChosen extends Event {
  static readonly type = 'audit-chosen';
  readonly choice: AuditChoice;

  constructor(choice: AuditChoice) {
    super(AuditChosen.type, { bubbles: true, composed: true });
    this.choice = choice;
  }
}

/**
 * Finds a person or an account by what is typed. Of several it asks which one is meant.
 *
 * @fires AuditChosen
 */
@customElement('audit-finder')
export class AuditFinder extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      .line {
        display: flex;
        gap: 0.5rem;
      }
      .line input {
        flex: 1 1 10rem;
        min-width: 0;
        font-size: 1rem;
      }
      .line button {
        flex: none;
      }
      .found {
        display: grid;
        gap: 0.375rem;
        margin-top: 0.5rem;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 0.375rem;
      }
      li .soft {
        font-weight: 400;
      }
      li button {
        justify-content: start;
        width: 100%;
        min-height: 2.75rem;
        padding-block: 0.25rem;
        text-align: start;
      }
    `,
  ];

  @state() private found: { text: string; choices: (AuditChoice & { more: string })[] } | null = null;
  private readonly act = new Act(this);
  @query('input') private input!: HTMLInputElement;

  override render(): TemplateResult {
    const { words } = this;
    return html`<form class="field" role="search" @submit=${this.onSubmit}>
        <label for="text">${words.text('audit-find')}</label>
        <div class="line">
          <input
            id="text"
            type="search"
            autocomplete="off"
            spellcheck="false"
            maxlength="160"
            placeholder=${words.text('audit-find-hint')}
            @input=${this.onInput}
          />
          <button aria-disabled=${this.act.busy}>${words.text('audit-find-do')}</button>
        </div>
      </form>
      <div role="status">${this.found ? this.renderFound(this.found) : nothing}</div>
      ${this.renderFailure(this.act.failure)}`;
  }

  private renderFound({ text, choices }: NonNullable<typeof this.found>): TemplateResult {
    const { words } = this;
    if (choices.length === 0) return html`<p class="soft small">${words.text('audit-find-none', { text })}</p>`;
    return html`<div class="found">
      <p class="soft small">${words.text('audit-find-which')}</p>
      <ul role="list">
        ${choices.map(
          (choice) =>
            html`<li>
              <button type="button" @click=${() => this.choose(choice)}>
                <span><strong>${choice.name}</strong> <span class="soft small">${choice.more}</span></span>
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private choose({ kind, id, name }: AuditChoice): void {
    this.found = null;
    this.input.value = '';
    this.dispatchEvent(new AuditChosen({ kind, id, name }));
  }

  private readonly onInput = (): void => {
    if (this.input.value.trim() === '') this.found = null;
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = this.input.value.trim();
    if (text === '' || this.act.busy) return;
    this.found = null;
    await this.act.run(async () => {
      const choices = this.choicesOf(await this.office.api.audit.find.query({ text }));
      const [only] = choices;
      if (only && choices.length === 1) this.choose(only);
      else this.found = { text, choices };
    });
  }

  private choicesOf({ people, accounts }: AuditFound): (AuditChoice & { more: string })[] {
    const { words } = this;
    return [
      ...accounts.map(({ id, number, holder }) => ({
        kind: 'account' as const,
        id,
        name: words.text('audit-account-of', { number }),
        more: holder,
      })),
      ...people.map(({ kind, id, name, email }) => ({
        kind: 'person' as const,
        id,
        name,
        more: [words.text(`audit-kind-${kind}`), ...(email === null ? [] : [email])].join(' · '),
      })),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-finder': AuditFinder;
  }
  interface HTMLElementEventMap {
    'audit-chosen': AuditChosen;
  }
}
