import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isLine } from '../../../shared/contact.ts';
import type { Kiosk, KioskCode } from '../../../shared/kiosk.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { dialogForm } from './dialog-form.ts';

const longestName = 80;

/** The kiosk has its name; `code`: of one that is new. */
export class KioskNamed extends Event {
  static readonly type = 'kiosk-named';
  readonly name: string;
  readonly code: KioskCode | null;

  constructor(name: string, code: KioskCode | null) {
    super(KioskNamed.type, { bubbles: true, composed: true });
    this.name = name;
    this.code = code;
  }
}

/**
 * Asks what a kiosk is called: a new one, or one that gets another name.
 *
 * @fires KioskNamed
 * @fires DialogDismissed
 */
@customElement('kiosk-name')
export class KioskName extends OfficeScreen {
  static override styles = dialogForm;

  /** Null: a new one. */
  @property({ attribute: false }) kiosk: Pick<Kiosk, 'id' | 'name'> | null = null;
  private readonly act = new Act(this);
  private readonly form = new TypedForm(this, () => [
    {
      id: 'name',
      label: this.words.text('kiosks-name'),
      hint: this.words.text('kiosks-name-hint'),
      autocomplete: 'off',
      maxLength: longestName,
      read: (text) => text.trim(),
      check: (text) => (isLine(text) ? null : this.words.text('kiosks-name-empty')),
    },
  ]);

  protected override firstUpdated(): void {
    const input = this.shadowRoot?.querySelector('input');
    if (input && this.kiosk) input.value = this.kiosk.name;
    this.form.focus('name');
  }

  override render(): TemplateResult {
    const { words, kiosk } = this;
    const heading = kiosk ? words.text('kiosks-rename-title', { name: kiosk.name }) : words.text('kiosks-add');
    return html`<mb-dialog heading=${heading}>
      <form novalidate @submit=${this.onSubmit}>
        ${this.form.render()}
        ${this.renderFailure(this.act.failure)}
        <div class="row">
          <button class="primary" aria-disabled=${this.act.busy}>
            ${words.text(kiosk ? 'kiosks-rename-do' : 'kiosks-add-do')}
          </button>
          <button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>
            ${words.text(kiosk ? 'kiosks-cancel' : 'kiosks-add-cancel')}
          </button>
        </div>
      </form>
    </mb-dialog>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.form.read();
    if (!typed) return;
    const { name = '' } = typed;
    await this.act.run(
      async () => this.dispatchEvent(new KioskNamed(name, await this.keep(name))),
      (error) => problemOf(error)?.code === 'name_taken' && this.form.refuse('name', this.failureText(error)),
    );
  }

  private async keep(name: string): Promise<KioskCode | null> {
    const { kiosk } = this;
    const calls = this.office.api.kiosks;
    if (kiosk === null) return calls.add.mutate({ name });
    if (kiosk.name !== name) await calls.rename.mutate({ id: kiosk.id, name, was: kiosk.name });
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-name': KioskName;
  }
  interface HTMLElementEventMap {
    'kiosk-named': KioskNamed;
  }
}
