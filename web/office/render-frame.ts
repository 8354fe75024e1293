import { html, nothing, type TemplateResult } from 'lit';
import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Staff } from '../../shared/staff.ts';
import type { Words } from '../words/words.ts';
import { officeIcon } from './office-icons.ts';
import { type OfficeRoute, pathOfSection, sectionsFor } from './office-route.ts';
import '../elements/mb-icon.ts';

export interface FrameParts {
  words: Words;
  company: PublicCompany;
  /** Null: nobody is in, or the page is one for those who are not. */
  staff: Staff | null;
  /** What is shown. */
  route: OfficeRoute | null;
  /** Where there is no room for the menu beside the screen: whether it lies over it. */
  open: boolean;
  toggle: () => void;
  speak: (language: Language) => void;
  signOut: () => void;
}

/** The company, who is signed in, the language; on small screens the button of the menu. */
export function renderHeader(parts: FrameParts): TemplateResult {
  const { words, company, staff, open } = parts;
  return html`<header>
    <a class="brand" href="/office"
      ><mb-icon name="readings"></mb-icon><span>${company.shortName}</span><small>${words.text('office')}</small></a
    >
    ${
      staff
        ? html`<a class="who" href="/office/access" aria-label=${words.text('office-signed-in-as', { name: staff.name })}
            ><span>${staff.name}</span><small>${words.text(`role-${staff.role}`)}</small></a
          >`
        : nothing
    }
    ${renderLanguage(parts)}
    ${
      staff
        ? html`<button class="sign-out" type="button" @click=${parts.signOut}>${words.text('office-sign-out')}</button>
            <button class="menu" type="button" aria-expanded=${open ? 'true' : 'false'} aria-controls="menu" @click=${parts.toggle}>
              <mb-icon name=${open ? 'close' : 'more'}></mb-icon>${words.text('office-menu')}
            </button>`
        : nothing
    }
  </header>`;
}

function renderLanguage({ words, company: { languages }, speak }: FrameParts): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  return html`<label class="language">
    <span class="visually-hidden">${words.text('office-language')}</span>
    <select @change=${({ target }: Event) => speak((target as HTMLSelectElement).value as Language)}>
      ${languages.map(
        (language) =>
          html`<option value=${language} lang=${language} ?selected=${language === words.language}>
            ${words.text(`language-${language}`)}
          </option>`,
      )}
    </select>
  </label>`;
}

/** What this role may open; on phones also what has no room in the header. */
export function renderMenu(parts: FrameParts & { staff: Staff }): TemplateResult {
  const { words, staff, route, open } = parts;
  const shown = route?.kind === 'section' ? route.section : null;
  return html`<nav id="menu" class=${open ? 'open' : ''} aria-label=${words.text('office-menu')}>
    <ul role="list">
      ${sectionsFor(staff.role).map(
        (section) =>
          html`<li>
            <a href=${pathOfSection(section)} aria-current=${section === shown ? 'page' : nothing}
              ><mb-icon .path=${officeIcon(section.icon)}></mb-icon><span>${words.text(section.word)}</span></a
            >
          </li>`,
      )}
    </ul>
    <div class="within">
      <p class="soft small">${words.text('office-signed-in-as', { name: staff.name })}</p>
      <a href="/office/access" aria-current=${route?.kind === 'access' ? 'page' : nothing}
        ><mb-icon name="user"></mb-icon><span>${words.text('office-my-access')}</span></a
      >
      ${renderLanguage(parts)}
      <button type="button" @click=${parts.signOut}>${words.text('office-sign-out')}</button>
    </div>
  </nav>`;
}
