import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ApplicationCheck } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

type Compared = ApplicationCheck['accounts'][number];

/**
 * How an application on paper compares with what billing knows, and the two ways to go on.
 *
 * @fires create-user - CustomEvent<'mail' | 'letter'>
 */
@customElement('application-check')
export class ApplicationCheckView extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      li {
        display: flex;
        gap: 0.5rem;
      }
      .wrong {
        color: var(--error);
        font-weight: 600;
      }
      mb-icon {
        flex: none;
      }
      ul {
        display: grid;
        gap: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) check!: ApplicationCheck;
  @property() email: string | null = null;
  @property({ type: Boolean }) working = false;

  override render(): TemplateResult {
    const { words, check } = this;
    const known = check.accounts.every(({ found }) => found !== null);
    const fits = check.accounts.every(({ found }) => found?.sameHolder && found.sameAddress !== false);
    return html`${check.accounts.map((account) => this.renderAccount(account))}
      ${
        check.emailOf === null
          ? nothing
          : html`<p class="failure">
              <mb-icon name="warning"></mb-icon>
              <span
                >${words.text('people-email-belongs')}
                <a href="/office/people/${check.emailOf.id}">${check.emailOf.name}</a></span
              >
            </p>`
      }
      ${
        known && check.emailOf === null
          ? html`<div class="card">
              <p>${words.text(fits ? 'people-check-fits' : 'people-check-decide')}</p>
              <div class="row">
                ${this.email === null ? nothing : this.renderWay('mail')} ${this.renderWay('letter')}
              </div>
            </div>`
          : nothing
      }`;
  }

  private renderWay(by: 'mail' | 'letter'): TemplateResult {
    return html`<button
      type="button"
      class=${by === 'mail' || this.email === null ? 'primary' : ''}
      aria-disabled=${this.working}
      @click=${() => this.dispatchEvent(new CustomEvent('create-user', { detail: by }))}
    >
      ${this.words.text(`people-create-by-${by}`)}
    </button>`;
  }

  private renderAccount({ number, found }: Compared): TemplateResult {
    const { words } = this;
    if (!found) {
      return html`<p class="failure">
        <mb-icon name="warning"></mb-icon><span>${words.text('people-check-unknown', { number })}</span>
      </p>`;
    }
    const { id, holder, address, sameHolder, sameAddress, users } = found;
    return html`<section class="card" aria-label=${words.text('people-check-account', { number })}>
      <h2><a href="/office/accounts/${id}">${words.text('people-check-account', { number })}</a></h2>
      <ul role="list">
        ${this.renderLine(sameHolder, words.text(sameHolder ? 'people-check-holder' : 'people-check-other-holder', { holder }))}
        ${
          sameAddress === null
            ? html`<li><mb-icon name="info"></mb-icon><span>${words.text('people-check-address-open', { address })}</span></li>`
            : this.renderLine(
                sameAddress,
                words.text(sameAddress ? 'people-check-address' : 'people-check-other-address', { address }),
              )
        }
        ${
          users.length === 0
            ? nothing
            : html`<li>
                <mb-icon name="info"></mb-icon>
                <span
                  >${words.text('people-check-linked')}
                  ${users.map((user, at) => html`${at > 0 ? ', ' : ''}<a href="/office/people/${user.id}">${user.name}</a>`)}</span
                >
              </li>`
        }
      </ul>
    </section>`;
  }

  private renderLine(right: boolean, text: string): TemplateResult {
    return html`<li class=${right ? '' : 'wrong'}>
      <mb-icon name=${right ? 'done' : 'warning'}></mb-icon><span>${text}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'application-check': ApplicationCheckView;
  }
}
