import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/company.ts';
import { isEmail, isLine, longest } from '../../../shared/contact.ts';
import type { ApplicationCheck } from '../../../shared/people.ts';
import { TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../elements/application-check.ts';

interface Written {
  accounts: string[];
  name: string;
  address: string | null;
  email: string | null;
}

/**
 * An application on paper: what stands on it is typed, compared with what billing knows, and a user is made, who gets the link
 * for setting a password by mail or on paper. Nobody but the user chooses the password.
 */
@customElement('office-application')
export class OfficeApplication extends OfficeScreen {
  static override styles = [
    office,
    css`
      form {
        display: grid;
        gap: 1rem;
      }
      form button {
        width: fit-content;
      }
      @container (max-width: 57.99rem) {
        form {
          max-width: 34rem;
        }
      }
    `,
  ];

  private readonly act = new Act(this);
  /** What was compared, and with what outcome; null again as soon as something else is typed. */
  @state() private compared: { written: Written; check: ApplicationCheck } | null = null;
  @query('select') private select!: HTMLSelectElement;

  private readonly form = new TypedForm(this, () => {
    const { words } = this;
    const { inputMode, example } = this.office.company.accountNumber;
    const read = (typed: string) => typed.replace(/\s+/gu, ' ').trim();
    return [
      {
        id: 'accounts',
        label: words.text('people-account-number'),
        hint: words.text('people-accounts-hint', { example }),
        autocomplete: 'off',
        inputMode: inputMode === 'numeric' ? 'text' : inputMode,
        maxLength: 400,
        read,
        check: (text) => (numbersOf(text).length === 0 ? words.text('people-account-empty') : null),
      },
      {
        id: 'name',
        label: words.text('people-name'),
        hint: words.text('people-name-hint'),
        autocomplete: 'off',
        maxLength: longest.line,
        read,
        check: (text) => (isLine(text) ? null : words.text('people-name-empty')),
      },
      {
        id: 'address',
        label: words.text('people-address'),
        hint: words.text('people-address-hint'),
        autocomplete: 'off',
        maxLength: longest.line,
        read,
        check: () => null,
      },
      {
        id: 'email',
        label: words.text('people-email'),
        hint: words.text('people-email-hint'),
        type: 'email',
        autocomplete: 'off',
        maxLength: longest.email,
        read,
        check: (text) => (text === '' || isEmail(text) ? null : words.text('people-email-wrong')),
      },
    ];
  });

  override render(): TemplateResult {
    const { words, compared, act } = this;
    const { languages } = this.office.company;
    return html`<div class="screen">
      <a class="up" href="/office/people"><mb-icon name="back"></mb-icon>${words.text('people-back')}</a>
      <h1 tabindex="-1">${words.text('people-application')}</h1>
      <p class="soft">${words.text('people-application-lead')}</p>
      <div class="beside">
        <form class="card" novalidate @submit=${this.onCompare} @input=${this.onInput}>
          ${this.form.render()}
          <label>
            <span>${words.text('people-language')}</span>
            <select id="language">
              ${languages.map((language) => html`<option value=${language}>${words.text(`language-${language}`)}</option>`)}
            </select>
          </label>
          <button class=${compared ? '' : 'primary'} aria-disabled=${act.busy}>${words.text('people-compare')}</button>
        </form>
        <div role="status">
          ${
            compared
              ? html`<application-check
                  .check=${compared.check}
                  .email=${compared.written.email}
                  .working=${act.busy}
                  @create-user=${(event: CustomEvent<'mail' | 'letter'>) => this.onCreate(event.detail)}
                ></application-check>`
              : nothing
          }
          ${this.renderFailure(act.failure)}
        </div>
      </div>
    </div>`;
  }

  private onInput(): void {
    this.compared = null;
    this.act.clear();
  }

  private async onCompare(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.form.read();
    if (this.act.busy || !typed) return;
    const written: Written = {
      accounts: numbersOf(typed.accounts ?? ''),
      name: typed.name ?? '',
      address: typed.address || null,
      email: typed.email || null,
    };
    await this.work(async () => {
      this.compared = { written, check: await this.office.api.people.checkApplication.query(written) };
      await this.updateComplete;
      this.shadowRoot?.querySelector('application-check')?.scrollIntoView({ block: 'nearest' });
    });
  }

  private onCreate(by: 'mail' | 'letter'): Promise<void> {
    const { compared } = this;
    if (!compared) return Promise.resolve();
    const { accounts, name, email } = compared.written;
    const language = this.select.value as Language;
    return this.work(async () => {
      const { user } = await this.office.api.people.create.mutate({ accounts, name, email, language, by });
      // The letter is asked for at once: it is what was wanted.
      this.office.navigate(`/office/people/${user}${by === 'letter' ? '/letter' : ''}`);
    });
  }

  private work(work: () => Promise<void>): Promise<void> {
    return this.act.run(work, (error) => {
      const problem = problemOf(error);
      const field =
        problem?.code === 'email_taken' ? 'email' : problem?.code === 'bad_input' ? problem.path.split('.')[0] : '';
      const said = problem?.code === 'email_taken' ? 'people-email-taken' : 'people-field-wrong';
      const isSaid = Boolean(field) && this.form.refuse(field ?? '', this.words.text(said));
      if (isSaid) this.compared = null;
      return isSaid;
    });
  }
}

/** Several numbers stand with commas between them: a number itself may have a space or a stroke. */
const numbersOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;]/u)
      .map((number) => number.trim())
      .filter((number) => number !== ''),
  ),
];

declare global {
  interface HTMLElementTagNameMap {
    'office-application': OfficeApplication;
  }
}
