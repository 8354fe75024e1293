import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type ApiScope, apiScopes, type MadeApiKey } from '../../../shared/api-key.ts';
import { isLine } from '../../../shared/contact.ts';
import { isDay } from '../../../shared/period.ts';
import { localDay } from '../../../shared/window.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { scopeWord } from '../key-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { dialogForm } from './dialog-form.ts';

/** A key was made; what it says is told only here. */
export class KeyMade extends Event {
  static readonly type = 'key-made';
  readonly made: MadeApiKey;

  constructor(made: MadeApiKey) {
    super(KeyMade.type, { bubbles: true, composed: true });
    this.made = made;
  }
}

/**
 * The question for which program a key is, what it may do and until when.
 *
 * @fires KeyMade
 * @fires DialogDismissed
 */
@customElement('make-key')
export class MakeKey extends OfficeScreen {
  static override styles = [
    ...dialogForm,
    css`
      fieldset {
        display: grid;
        gap: 0.5rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 0.375rem;
        padding: 0;
        font-weight: 600;
      }
      .tick {
        display: flex;
        align-items: start;
        gap: 0.75rem;
        padding-block: 0.125rem;
        font-weight: 400;
      }
      .tick > span:first-of-type {
        font-weight: 400;
      }
    `,
  ];

  @state() private wrong: ReadonlySet<'scopes' | 'last-day'> = new Set();
  private readonly act = new Act(this);
  @query('#last-day') private lastDay!: HTMLInputElement;
  private readonly form = new TypedForm(this, () => this.fields());

  protected override firstUpdated(): void {
    this.form.focus('name');
  }

  override render(): TemplateResult {
    const { words, wrong } = this;
    return html`<mb-dialog heading=${words.text('keys-make')}>
      <form novalidate @submit=${this.onSubmit}>
        ${this.form.render()}
        <fieldset aria-describedby="scopes-wrong">
          <legend>${words.text('keys-scopes')}</legend>
          ${apiScopes.map(
            (scope) =>
              html`<label class="tick"
                ><input type="checkbox" name="scope" value=${scope} @change=${this.onTick} /><span>${words.text(scopeWord(scope))}</span></label
              >`,
          )}
          <p class="error" id="scopes-wrong">${wrong.has('scopes') ? words.text('keys-scopes-empty') : nothing}</p>
        </fieldset>
        <div class="field">
          <label for="last-day">${words.text('keys-last-day')}</label>
          <input
            id="last-day"
            type="date"
            min=${this.today}
            aria-invalid=${wrong.has('last-day')}
            aria-describedby="last-day-hint last-day-wrong"
          />
          <p class="soft small" id="last-day-hint">${words.text('keys-last-day-hint')}</p>
          <p class="error" id="last-day-wrong">${wrong.has('last-day') ? words.text('keys-last-day-wrong') : nothing}</p>
        </div>
        ${this.renderFailure(this.act.failure)}
        <div class="row">
          <button class="primary" aria-disabled=${this.act.busy}>
            ${words.text(this.act.busy ? 'office-working' : 'keys-make-do')}
          </button>
          <button type="button" @click=${this.onCancel}>${words.text('keys-cancel')}</button>
        </div>
      </form>
    </mb-dialog>`;
  }

  private get today(): string {
    return localDay(this.office.now(), this.office.company.timeZone);
  }

  private fields(): CheckedField[] {
    const { words } = this;
    return [
      {
        id: 'name',
        label: words.text('keys-name'),
        hint: words.text('keys-name-hint'),
        autocomplete: 'off',
        maxLength: 80,
        read: (text) => text.trim(),
        check: (text) => (isLine(text) ? null : words.text('keys-name-empty')),
      },
    ];
  }

  private get ticked(): ApiScope[] {
    const boxes = this.shadowRoot?.querySelectorAll<HTMLInputElement>('[name="scope"]:checked') ?? [];
    return Array.from(boxes, ({ value }) => value as ApiScope);
  }

  private readonly onTick = (): void => {
    if (this.ticked.length > 0) this.wrong = new Set([...this.wrong].filter((one) => one !== 'scopes'));
  };

  private readonly onCancel = (): void => {
    this.dispatchEvent(new DialogDismissed());
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.act.busy) return;
    const typed = this.form.read();
    const scopes = this.ticked;
    const { value } = this.lastDay;
    const expiresOn = isDay(value) ? value : null;
    const wrong = new Set<'scopes' | 'last-day'>();
    if (scopes.length === 0) wrong.add('scopes');
    if (expiresOn !== null && expiresOn < this.today) wrong.add('last-day');
    this.wrong = wrong;
    if (!typed || wrong.size > 0) return;
    await this.act.run(
      async () => {
        const made = await this.office.api.keys.make.mutate({ name: typed.name ?? '', scopes, expiresOn });
        this.dispatchEvent(new KeyMade(made));
      },
      (error) => {
        const problem = problemOf(error);
        if (problem?.code !== 'bad_input' || problem.path !== 'expiresOn') return false;
        this.wrong = new Set(['last-day']);
        return true;
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'make-key': MakeKey;
  }
  interface HTMLElementEventMap {
    'key-made': KeyMade;
  }
}
