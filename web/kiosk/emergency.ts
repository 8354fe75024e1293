import { css, html, nothing, type TemplateResult } from 'lit';
import type { PublicCompany } from '../../shared/company.ts';
import type { Words } from '../words/words.ts';
import '../elements/mb-icon.ts';

export interface Phone {
  label: string;
  number: string;
}

/** One of the company's, in the language that is read; null where it has none of the kind. */
export function phoneOf(
  { company, words }: { company: PublicCompany; words: Words },
  wanted: PublicCompany['phones'][number]['kind'],
): Phone | null {
  const phone = company.phones.find(({ kind }) => kind === wanted);
  return phone ? { label: phone.label[words.language] ?? '', number: phone.number } : null;
}

/** Whom to call when water runs: in sight whatever is on the screen. */
export const renderEmergency = (phone: Phone | null): TemplateResult | typeof nothing =>
  phone
    ? html`<p class="emergency"><mb-icon name="phone"></mb-icon><span>${phone.label}<b>${phone.number}</b></span></p>`
    : nothing;

export const emergencyStyles = css`
  .emergency {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    line-height: 1.15;
  }
  .emergency b {
    display: block;
    white-space: nowrap;
  }
  .emergency mb-icon {
    color: var(--error);
  }
`;
