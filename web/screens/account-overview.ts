import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Profile } from '../../shared/account-forms.ts';
import type { Language } from '../../shared/company.ts';
import { AccountPart } from './account-part.ts';
import { type AccountSection, paths } from './paths.ts';
import '../elements/mb-icon.ts';

/**
 * What the company knows of the user, in three groups; each line leads to the screen where it can be changed. What is not
 * known yet has an empty place, so that nothing moves when it comes.
 *
 * @fires AccountChanged
 */
@customElement('account-overview')
export class AccountOverview extends AccountPart {
  static override styles = [
    ...AccountPart.styles,
    css`
      .columns,
      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }
      .card {
        padding-block: 1rem 0.5rem;
        gap: 0.5rem;
      }
      .card.padded {
        gap: 0.75rem;
        padding-bottom: 1.125rem;
      }
      .lines a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.25rem 0.875rem;
        min-height: 3.5rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
        color: var(--ink);
        text-decoration: none;
      }
      .lines li:first-child a {
        border-top: 0;
      }
      .lines a:hover .label {
        text-decoration: underline;
      }
      .lines mb-icon {
        color: var(--ink-soft);
      }
      .line {
        display: grid;
        min-width: 0;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .label {
        font-weight: 600;
      }
      .value {
        display: grid;
        min-height: 1.35em;
      }
      .languages {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .languages button {
        flex: 1 1 5.5rem;
        padding-inline: 0.5rem;
      }
      .languages [aria-pressed="true"] {
        border-color: var(--accent);
        border-width: 2px;
        background: var(--accent-wash);
      }
      @container (min-width: 52rem) {
        .columns {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          align-items: start;
        }
      }
    `,
  ];

  /** Chosen and not yet in the profile. */
  @state() private chosen: Language | null = null;

  override render(): TemplateResult {
    const { words, profile, state: app } = this;
    const premises: readonly Pick<Profile['accounts'][number], 'address'>[] = profile?.accounts ?? app.accounts;
    return html`<div class="columns">
      <div class="column">
        <section class="card" aria-labelledby="reach">
          <h2 id="reach">${words.text('account-reach')}</h2>
          <ul class="lines" role="list">
            ${this.renderLine('email', profile && (profile.email ? emailText(profile.email) : words.text('account-none')))}
            ${this.renderLine('phone', profile && (profile.phone ?? words.text('account-none')))}
          </ul>
        </section>
        <section class="card" aria-labelledby="premises">
          <h2 id="premises">${words.text('account-premises')}</h2>
          <ul class="lines" role="list">
            ${this.renderLine(
              'premises',
              words.text('account-premises-line'),
              premises.map(({ address }) => html`<span class="label">${address}</span>`),
            )}
          </ul>
        </section>
      </div>
      <div class="column">
        <section class="card" aria-labelledby="entrance">
          <h2 id="entrance">${words.text('account-entrance')}</h2>
          <ul class="lines" role="list">
            ${this.renderLine('password', words.text('account-password-line'))}
            ${this.renderLine('passkeys', profile && words.text('account-passkeys-count', { count: profile.passkeys.length }))}
            ${this.renderLine('devices', profile && words.text('account-devices-count', { count: profile.devices.length }))}
          </ul>
        </section>
        ${this.renderLanguages()}
      </div>
    </div>`;
  }

  private renderLine(
    section: AccountSection,
    value: unknown,
    label: unknown = html`<span class="label">${this.words.text(`account-${section}`)}</span>`,
  ): TemplateResult {
    return html`<li>
      <a href=${paths.accountSection(section)}>
        <span class="line">
          ${label}
          <span class="soft figures value">${value}</span>
        </span>
        <mb-icon name="next"></mb-icon>
      </a>
    </li>`;
  }

  private renderLanguages(): unknown {
    const { words, profile } = this;
    const { languages } = this.state.company;
    if (languages.length < 2) return nothing;
    const present = this.chosen ?? (profile && (profile.language ?? languages[0]));
    return html`<section class="card padded" aria-labelledby="language">
      <h2 id="language">${words.text('account-language')}</h2>
      <div class="languages" role="group" aria-labelledby="language">
        ${languages.map(
          (language) =>
            html`<button
              type="button"
              lang=${language}
              aria-pressed=${language === present}
              aria-disabled=${this.working}
              @click=${() => this.choose(language)}
            >
              ${words.text(`language-${language}`)}
            </button>`,
        )}
      </div>
      <div role="status">${this.renderSaid()}</div>
    </section>`;
  }

  private choose(language: Language): Promise<void> {
    return this.whileWorking(async () => {
      this.chosen = language;
      const done = await this.act((actions) => actions.setLetterLanguage(language));
      if (done) this.said = { text: this.words.text('account-saved'), wrong: false };
      else this.chosen = null;
    });
  }
}

/** Where it is too long for its line it is broken after the `@`. */
const emailText = (email: string): TemplateResult => {
  const at = email.indexOf('@') + 1;
  return html`<span>${email.slice(0, at)}<wbr />${email.slice(at)}</span>`;
};

declare global {
  interface HTMLElementTagNameMap {
    'account-overview': AccountOverview;
  }
}
