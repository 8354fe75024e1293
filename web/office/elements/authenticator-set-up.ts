import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SecondFactor } from '../../../shared/staff-forms.ts';
import { codeModules, codePath } from '../../elements/code-modules.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { controls } from '../../styles/controls.ts';

/** How an authenticator app gets the secret of a second factor: by its camera, or typed. */
@customElement('authenticator-set-up')
export class AuthenticatorSetUp extends WordsElement {
  static override styles = [
    controls,
    css`
      ol {
        display: grid;
        gap: 1rem;
        padding-inline-start: 1.5rem;
        list-style: decimal;
      }
      /* Black on white whatever the scheme: cameras know no dark mode. */
      svg {
        display: block;
        width: min(13rem, 100%);
        margin-top: 0.75rem;
        border-radius: var(--radius-small);
        background: #ffffff;
        fill: #000000;
      }
      code {
        display: block;
        margin-top: 0.25rem;
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        letter-spacing: 0.04em;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  @property({ attribute: false }) factor!: SecondFactor;

  override render(): TemplateResult {
    const { words, factor } = this;
    const modules = codeModules(new TextEncoder().encode(factor.uri));
    const size = modules.length;
    return html`<ol>
      <li>${words.text('office-set-up-app')}</li>
      <li>
        ${words.text('office-set-up-scan')}
        <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${words.text('office-qr')} shape-rendering="crispEdges">
          <path d=${codePath(modules)}></path>
        </svg>
      </li>
      <li>
        ${words.text('office-set-up-type')}
        <code>${factor.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </li>
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'authenticator-set-up': AuthenticatorSetUp;
  }
}
