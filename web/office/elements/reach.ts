import { html, nothing, type TemplateResult } from 'lit';
import { toEpochMs } from '../../../shared/instant.ts';
import type { MissingAccount } from '../../../shared/progress.ts';
import type { OfficeContext } from '../office-context.ts';

/** How somebody can be reached, a line each; when a letter reminded them last. */
export function renderReach(
  { phone, email, byMail, remindedAt }: Pick<MissingAccount, 'phone' | 'email' | 'byMail' | 'remindedAt'>,
  { words, now }: OfficeContext,
): TemplateResult {
  const known = [phone, email].filter((one) => one !== null && one !== '');
  const reminded =
    remindedAt && words.text('progress-reminded', { moment: words.moment(toEpochMs(remindedAt), now()) });
  return html`${known.map((one) => html`<span class="line figures">${one}</span>`)}
    ${byMail ? html`<span class="line soft small">${words.text('progress-by-mail')}</span>` : nothing}
    ${reminded === null ? nothing : html`<span class="line soft small">${reminded}</span>`}
    ${known.length === 0 && !byMail ? html`<span class="line soft">–</span>` : nothing}`;
}
