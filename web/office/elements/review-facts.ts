import { html, nothing, type TemplateResult } from 'lit';
import { toEpochMs } from '../../../shared/instant.ts';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import type { ReadingSeen, ReviewCase } from '../../../shared/review.ts';
import type { OfficeContext } from '../office-context.ts';
import { renderContact } from './contact-link.ts';

type Office = Pick<OfficeContext, 'words' | 'now'>;
type Fact = (key: string, value: unknown) => TemplateResult;

/** What is known of a reading that waits besides its values. */
export function renderReviewFacts(
  { reading, meter, claims, window, slip }: ReviewCase,
  { words, now }: Office,
): TemplateResult {
  const fact: Fact = (key, value) =>
    html`<dt>${words.text(key)}</dt>
      <dd>${value}</dd>`;
  const said = claims
    ? [
        ...(claims.rollover.length > 0 ? ['rollover'] : []),
        ...(claims.confirmed.length > 0 ? ['confirmed'] : []),
        ...(claims.replaced ? ['replaced'] : []),
      ].map((claim) => words.text(`review-claim-${claim}`))
    : [];
  const office = { words, now };
  return html`<dl class="facts">
    ${fact('review-meter', meter.serial)} ${meter.place ? fact('review-place', meter.place) : nothing}
    ${fact('review-verified', meter.verifiedUntil ? words.date(meter.verifiedUntil) : words.text('review-verified-unknown'))}
    ${fact('review-source', words.text(`review-source-${reading.source}`))}
    ${slip ? renderSlip(slip, fact, office) : nothing}
    ${fact('review-captured', capturedText(reading, office))} ${fact('review-received', words.moment(toEpochMs(reading.receivedAt), now()))}
    ${fact('review-window', words.text('review-window-days', { from: words.date(window.opensOn), until: words.date(window.closesOn) }))}
    ${said.length > 0 ? fact('review-claims', said.join('; ')) : nothing}
  </dl>`;
}

/** What whoever stood at the kiosk has left besides. */
function renderSlip(
  { id, contact, language }: NonNullable<ReviewCase['slip']>,
  fact: Fact,
  { words }: Pick<Office, 'words'>,
): TemplateResult {
  const none = html`<span class="soft">${words.text('review-contact-none')}</span>`;
  return html`${fact('review-slip', html`<a class="figures" href="/office/kiosks/slips/${id}">${receiptNumber(id)}</a>`)}
  ${fact('review-contact', contact === null ? none : renderContact(contact))}
  ${fact('review-language', words.text(`language-${language}`))}`;
}

/** C2 in words. */
export function capturedText({ earliest, capturedAt, latest }: ReadingSeen, { words, now }: Office): string {
  const moment = (at: string): string => words.moment(toEpochMs(at), now());
  const best = moment(capturedAt);
  if (earliest === null) return words.text('review-captured-before', { best, latest: moment(latest) });
  if (moment(earliest) === moment(latest)) return words.text('review-captured-exact', { at: best });
  return words.text('review-captured-between', { best, earliest: moment(earliest), latest: moment(latest) });
}
