import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isEmail, longest } from '../../../shared/contact.ts';
import type { LinkedAccount, Person, PersonDevice } from '../../../shared/people.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { deviceText } from '../people-words.ts';
import { office } from '../styles.ts';

/** What is about to be done to a person. */
export type PersonAct =
  | { kind: 'link' }
  | { kind: 'unlink'; account: LinkedAccount }
  | { kind: 'end-device'; device: PersonDevice }
  | { kind: 'end-devices' }
  | { kind: 'send-link' }
  | { kind: 'print-letter' }
  | { kind: 'change-email' };

/** It is done, or it turned out that somebody was faster: the page shows how it stands now. `said`: a sentence for it. */
export class PersonActed extends Event {
  static readonly type = 'person-acted';
  readonly said: string;

  constructor(said: string) {
    super(PersonActed.type, { bubbles: true, composed: true });
    this.said = said;
  }
}

/**
 * Asks before something is done to a person, does it, and says what it failed at.
 *
 * @fires PersonActed
 * @fires DialogDismissed
 */
@customElement('person-act')
export class PersonActDialog extends OfficeScreen {
  static override styles = [
    office,
    css`
      .answers {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) person!: Person;
  @property({ attribute: false }) act!: PersonAct;
  /** Where the letter is opened, once it has been asked for. */
  @state() private letter: string | null = null;
  /** The page of the letter was opened: what was given before is void now. */
  @state() private opened = false;
  private readonly doing = new Act(this);
  private readonly form = new TypedForm(this, () => this.fields());

  override render(): TemplateResult {
    const { words, act, letter, doing } = this;
    const name = this.person.name;
    return html`<mb-dialog @dialog-dismissed=${this.onDismissed} heading=${words.text(`people-ask-${act.kind}`, { name })}>
      <form class="inside" @submit=${this.onSubmit} novalidate>
        <p role="status">${this.saying()}</p>
        ${this.form.render()} ${this.renderFailure(doing.failure)}
        <div class="answers">
          ${
            letter === null
              ? html`<button class="primary" aria-disabled=${doing.busy}>${words.text(`people-do-${act.kind}`)}</button>`
              : html`<a
                  class="button primary"
                  href=${letter}
                  target="_blank"
                  rel="noopener"
                  autofocus
                  @click=${() => {
                    this.opened = true;
                  }}
                  >${words.text('people-letter-open')}</a
                >`
          }
          <button type="button" @click=${() => this.leave()}>${words.text(this.opened ? 'people-close' : 'people-cancel')}</button>
        </div>
      </form>
    </mb-dialog>`;
  }

  private saying(): string {
    if (this.letter === null) return this.question();
    return this.words.text(this.opened ? 'people-done-print-letter' : 'people-letter-ready');
  }

  private question(): string {
    const { words, act, person } = this;
    const values: Record<string, string | number> = { name: person.name, email: person.email ?? '' };
    if (act.kind === 'unlink') values.number = act.account.number;
    if (act.kind === 'end-device') values.device = deviceText(words, act.device.userAgent);
    if (act.kind === 'end-devices') values.count = person.devices.length;
    return words.text(`people-about-${act.kind}`, values);
  }

  private fields(): CheckedField[] {
    const { words, act, office } = this;
    const read = (typed: string) => typed.trim();
    if (act.kind === 'link') {
      const { inputMode, example } = office.company.accountNumber;
      return [
        {
          id: 'account',
          label: words.text('people-account-number'),
          hint: words.text('people-account-example', { example }),
          autocomplete: 'off',
          inputMode,
          maxLength: longest.accountNumber,
          read,
          check: (text) => (text === '' ? words.text('people-account-empty') : null),
        },
      ];
    }
    if (act.kind !== 'change-email') return [];
    return [
      {
        id: 'email',
        label: words.text('people-email-new'),
        type: 'email',
        autocomplete: 'off',
        maxLength: longest.email,
        read,
        check: (text) => (isEmail(text) ? null : words.text('people-email-wrong')),
      },
    ];
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.doing.busy || this.letter !== null) return;
    const typed = this.form.read();
    if (!typed) return;
    await this.doing.run(
      () => this.perform(typed),
      (error) => this.isSaid(error),
    );
  }

  private async perform(typed: Readonly<Record<string, string>>): Promise<void> {
    const { act, person, words } = this;
    const { people } = this.office.api;
    const user = person.id;
    switch (act.kind) {
      case 'link':
        await people.link.mutate({ user, account: typed.account ?? '' });
        break;
      case 'unlink':
        await people.unlink.mutate({ user, account: act.account.id });
        break;
      case 'end-device':
        await people.endDevice.mutate({ user, device: act.device.id });
        break;
      case 'end-devices':
        await people.endDevices.mutate({ user });
        break;
      case 'send-link':
        await people.sendLink.mutate({ user });
        break;
      case 'change-email':
        await people.changeEmail.mutate({ user, was: person.email, email: typed.email ?? '' });
        break;
      case 'print-letter': {
        const { ticket } = await people.printLetter.mutate({ user });
        this.letter = `/office/letters?ticket=${encodeURIComponent(ticket)}`;
        await this.updateComplete;
        this.shadowRoot?.querySelector<HTMLElement>('a[autofocus]')?.focus();
        return;
      }
    }
    this.done(words.text(`people-done-${act.kind}`, { name: person.name, email: person.email ?? '' }));
  }

  /** On the page where somebody was faster, else beside the field that is meant. */
  private isSaid(error: unknown): boolean {
    const problem = problemOf(error);
    const refuse = (field: string, key: string) => this.form.refuse(field, this.words.text(key));
    switch (problem?.code) {
      case 'changed_meanwhile':
        this.done(this.failureText(error));
        return true;
      case 'email_taken':
        return refuse('email', 'people-email-taken');
      case 'account_linked':
        return refuse('account', 'people-account-linked');
      case 'bad_input':
        if (problem.path === 'account') return refuse('account', 'people-account-unknown');
        return problem.path === 'email' && refuse('email', 'people-email-same');
      default:
        return false;
    }
  }

  private onDismissed(event: Event): void {
    event.stopPropagation();
    this.leave();
  }

  /** After the letter was opened the page shows what it did. */
  private leave(): void {
    if (this.opened) this.done('');
    else this.dispatchEvent(new DialogDismissed());
  }

  private done(said: string): void {
    this.dispatchEvent(new PersonActed(said));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-act': PersonActDialog;
  }
  interface HTMLElementEventMap {
    'person-acted': PersonActed;
  }
}
