import { html, type TemplateResult } from 'lit';
import type { ReviewCase } from '../../../shared/review.ts';
import type { Words } from '../../words/words.ts';
import { renderContact } from './contact-link.ts';

/** How whoever handed a reading in can be reached: what was left at the kiosk first, then what is known of the account. */
function reachOf({ slip, account }: Pick<ReviewCase, 'slip' | 'account'>): string[] {
  const known = [slip?.contact, account.phone, account.email].filter((one) => one != null && one !== '');
  return [...new Set(known as string[])];
}

/** Nobody reads in the portal what the office decides: who is to be told, and how. */
export function renderUnread(words: Words, { slip, account }: Pick<ReviewCase, 'slip' | 'account'>): TemplateResult {
  const reach = reachOf({ slip, account });
  return html`<p>${words.text('review-unread')}</p>
    ${
      reach.length === 0
        ? html`<p>${words.text('review-unread-no-contact')}</p>`
        : html`<p class="figures">
            <strong>${reach.map((one, at) => html`${at > 0 ? ', ' : ''}${renderContact(one)}`)}</strong>${slip ? ` · ${words.text(`language-${slip.language}`)}` : ''}
          </p>`
    }`;
}

/** The same in one line, for what is said after a decision. */
export function unreadText(words: Words, of: Pick<ReviewCase, 'slip' | 'account'>): string {
  const reach = reachOf(of);
  if (reach.length === 0) return words.text('review-tell-no-contact');
  const language = of.slip ? ` (${words.text(`language-${of.slip.language}`)})` : '';
  return words.text('review-tell', { reach: `${reach.join(', ')}${language}` });
}
