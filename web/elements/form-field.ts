import { css, html, nothing, type TemplateResult } from 'lit';
import { longestPassword } from '../../shared/password.ts';
import type { Words } from '../words/words.ts';
import './mb-icon.ts';

/** A labelled line to type into; it looks as `styles/field.ts` says. */
export interface FormField {
  /** Also its name. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed; null where nothing is. */
  error: string | null;
  type?: 'text' | 'email' | 'tel' | 'password';
  autocomplete: AutoFill;
  inputMode?: 'numeric' | 'decimal' | 'text';
  maxLength: number;
  /** A password: whether it can be read now. The button beside it changes that. */
  eye?: { shown: boolean; label: string; press: () => void };
}

export function formField(field: FormField): TemplateResult {
  const { id, label, hint, error, eye } = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${
      eye
        ? html`<div class="password">
            ${renderInput(field)}
            <button type="button" aria-label=${eye.label} @click=${eye.press}>
              <mb-icon name=${eye.shown ? 'hide' : 'show'}></mb-icon>
            </button>
          </div>`
        : renderInput(field)
    }
    ${hint ? html`<p class="soft small" id="${id}-hint">${hint}</p>` : nothing}
    ${error === null ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
  </div>`;
}

/** What is always so of a password's line. `shown`: it can be read. */
export const passwordField = (
  words: Words,
  shown: boolean,
  press: () => void,
): Required<Pick<FormField, 'type' | 'maxLength' | 'eye'>> => ({
  type: shown ? 'text' : 'password',
  maxLength: longestPassword,
  eye: { shown, label: words.text(shown ? 'sign-in-hide-password' : 'sign-in-show-password'), press },
});

/** The eye inside the password's line. */
export const passwordStyles = css`
  .password {
    position: relative;
  }
  .password input {
    padding-inline-end: 3.5rem;
  }
  .password button {
    position: absolute;
    inset: 2px 2px 2px auto;
    min-height: 0;
    padding: 0 0.75rem;
    border-color: transparent;
  }
`;

function renderInput({ type = 'text', ...field }: FormField): TemplateResult {
  const { id, hint, error, autocomplete, inputMode, maxLength } = field;
  const describedBy = [hint ? `${id}-hint` : '', error === null ? '' : `${id}-error`].filter(Boolean).join(' ');
  return html`<input
    id=${id}
    name=${id}
    type=${type}
    autocomplete=${autocomplete}
    autocapitalize=${autocomplete === 'name' ? nothing : 'none'}
    spellcheck="false"
    inputmode=${inputMode ?? nothing}
    maxlength=${maxLength}
    aria-describedby=${describedBy || nothing}
    aria-invalid=${error !== null}
  />`;
}
