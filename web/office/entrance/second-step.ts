import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DemoStaff } from '../../../shared/company.ts';
import type { StaffSecondStep, StaffSignedIn } from '../../../shared/staff-forms.ts';
import { formField } from '../../elements/form-field.ts';
import '../elements/authenticator-set-up.ts';
import '../elements/demo-code.ts';
import '../elements/recovery-codes.ts';
import { EntranceElement } from './entrance-element.ts';
import { StaffEntered, StepLeft } from './staff-entered.ts';

/**
 * What follows a right password: the code of the phone, or a recovery code; or setting the phone up, after which the recovery
 * codes are shown.
 *
 * @fires StaffEntered
 * @fires StepLeft
 */
@customElement('office-second-step')
export class OfficeSecondStep extends EntranceElement {
  @property({ attribute: false }) step!: StaffSecondStep;
  /** Whose password it was, on a demo server. */
  @property({ attribute: false }) demo: DemoStaff | null = null;
  /** In a dialog, whose heading is not ours. */
  @property({ type: Boolean, reflect: true }) inside = false;

  @state() private recovery = false;
  @state() private entered: StaffSignedIn | null = null;
  @query('#code') private codeField!: HTMLInputElement | null;

  protected override firstUpdated(): void {
    this.codeField?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const codes = this.entered?.recoveryCodes ?? null;
    if (codes !== null) {
      return html`<recovery-codes
        .codes=${codes}
        .company=${this.company.shortName}
        @codes-kept=${() => this.goOn()}
      ></recovery-codes>`;
    }
    return this.step.setUp ? this.renderSetUp(this.step.setUp) : this.renderCode();
  }

  private renderSetUp(factor: NonNullable<StaffSecondStep['setUp']>): TemplateResult {
    const { words } = this;
    return html`<div class="column">
      <header class="title">
        ${this.renderHeading(words.text('office-set-up-title'))}
        <p class="soft">${words.text('office-set-up-lead')}</p>
      </header>
      <div class="card">
        <authenticator-set-up .factor=${factor}></authenticator-set-up>
        ${this.renderForm(words.text('office-set-up-confirm'))}
      </div>
    </div>`;
  }

  private renderCode(): TemplateResult {
    const { words, demo, recovery } = this;
    return html`<div class="column">
      <header class="title">
        ${this.renderHeading(words.text('office-code-title'))}
        <p class="soft">${words.text(recovery ? 'office-recovery-hint' : 'office-code-lead')}</p>
      </header>
      <div class="card">${this.renderForm(undefined)}</div>
      ${
        demo && !recovery
          ? html`<demo-code .secret=${demo.secret} @demo-code=${({ detail }: CustomEvent<string>) => this.fill(detail)}></demo-code>`
          : nothing
      }
    </div>`;
  }

  /** The page's own, or a part's of a dialog. */
  private renderHeading(text: string): TemplateResult {
    return this.inside ? html`<h2 tabindex="-1">${text}</h2>` : html`<h1 tabindex="-1">${text}</h1>`;
  }

  private renderForm(hint: string | undefined): TemplateResult {
    const { words, recovery, trouble, working } = this;
    return html`<form novalidate @submit=${this.onSubmit} @input=${() => this.onInput()}>
      ${formField({
        id: 'code',
        label: words.text(recovery ? 'office-recovery-code' : 'office-code'),
        hint,
        error: trouble,
        autocomplete: recovery ? 'off' : 'one-time-code',
        inputMode: recovery ? 'text' : 'numeric',
        maxLength: 40,
      })}
      <button class="primary wide go" aria-disabled=${working}>
        ${words.text(working ? 'office-working' : 'office-enter')}
      </button>
      <div class="links">
        ${
          this.step.setUp
            ? nothing
            : html`<button class="quiet" type="button" @click=${this.onOther}>
                ${words.text(recovery ? 'office-use-code' : 'office-use-recovery')}
              </button>`
        }
        <button class="quiet" type="button" @click=${() => this.dispatchEvent(new StepLeft({ lapsed: false }))}>
          ${words.text('office-back')}
        </button>
      </div>
    </form>`;
  }

  private fill(code: string): void {
    if (this.codeField) this.codeField.value = code;
    this.codeField?.focus();
    this.trouble = null;
  }

  private onInput(): void {
    this.trouble = null;
  }

  private onOther(): void {
    this.recovery = !this.recovery;
    this.trouble = null;
    if (this.codeField) this.codeField.value = '';
    void this.updateComplete.then(() => this.codeField?.focus());
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const code = this.codeField?.value.trim() ?? '';
    if (code === '') this.trouble = this.words.text('office-code-empty');
    else {
      const { challenge } = this.step;
      let lapsed = false;
      this.entered = await this.ask(
        () => this.api.staff.enterCode.mutate({ challenge, code }),
        (problem) => {
          lapsed = problem.code === 'sign_in_lapsed';
          return null;
        },
      );
      if (this.entered && this.entered.recoveryCodes === null) this.goOn();
      if (lapsed) this.dispatchEvent(new StepLeft({ lapsed }));
    }
    if (this.trouble !== null) {
      await this.updateComplete;
      this.codeField?.select();
    }
  }

  private goOn(): void {
    if (this.entered) this.dispatchEvent(new StaffEntered(this.entered.staff));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-second-step': OfficeSecondStep;
  }
}
