import { html, type TemplateResult } from 'lit';
import type { PublicCompany } from '../../shared/company.ts';
import { toEpochMs } from '../../shared/instant.ts';
import { localDay } from '../../shared/window.ts';
import type { BillsView } from '../store/views-bills.ts';
import { money } from '../words/money.ts';
import type { Words } from '../words/words.ts';
import '../elements/mb-icon.ts';

/** A sentence for each payment on its way. `key` has `$amount`, what of it did not go back, and `$day`, after "since". */
export const comingPayments = (
  words: Words,
  { onTheirWay }: BillsView,
  currency: PublicCompany['currency'],
  key: 'debt-coming' | 'pay-coming',
): TemplateResult[] =>
  onTheirWay.map(({ amount, refunded, startedAt }) => {
    const sum = money(amount - refunded, { locale: words.locale, currency });
    const day = words.day(localDay(toEpochMs(startedAt), words.timeZone), 'from');
    return html`<p class="coming"><mb-icon name="sending"></mb-icon> ${words.text(key, { amount: sum, day })}</p>`;
  });
