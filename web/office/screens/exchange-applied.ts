import { html, nothing, type TemplateResult } from 'lit';
import type { UploadView } from '../exchange-types.ts';
import { kindText } from '../exchange-words.ts';
import type { OfficeContext } from '../office-context.ts';

/** Said before a file is brought in that has been already, or is being so. */
export function renderApplied(
  { words, now }: OfficeContext,
  applied: UploadView['applied'],
): TemplateResult | typeof nothing {
  if (applied.length === 0) return nothing;
  return html`<div class="note" role="note">
    <mb-icon name="warning"></mb-icon>
    <div>
      ${applied.map((one) => {
        const who = one.by ?? words.text('exchange-by-program');
        const values = { kind: kindText(words, one.kind), at: words.moment(Date.parse(one.at), now()), who };
        return html`<p>
          ${words.text(one.isOver ? 'exchange-applied' : 'exchange-being-applied', values)}
          <a href="/office/exchange/job/${one.job}">${words.text('exchange-look')}</a>
        </p>`;
      })}
    </div>
  </div>`;
}
