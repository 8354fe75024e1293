import { html, nothing, type TemplateResult } from 'lit';
import { isLine } from '../../../shared/contact.ts';
import { typedSerial, withoutNumber } from '../../../shared/kiosk-slip.ts';
import type { Words } from '../../words/words.ts';

/**
 * Why it goes on without the meters being known. unanswered: nobody has. busy: too much was asked. without: whoever stands there
 * has no number that fits.
 */
export type Blind = 'unanswered' | 'busy' | 'without';

/** What goes on the slip of what was typed, or not, as the serial number. */
export const serialOnSlip = (typed: string): string => (isLine(typed) && typedSerial(typed)) || withoutNumber();

const texts: Readonly<Record<Blind, string>> = {
  unanswered: 'kiosk-identify-offline',
  busy: 'kiosk-identify-busy',
  without: 'kiosk-identify-without',
};

/** The question whether to go on so. `again`: to ask once more; `back`: to type another number. */
export function renderBlind(
  words: Words,
  why: Blind,
  { goOn, again, back }: Record<'goOn' | 'again' | 'back', () => void>,
): TemplateResult {
  const button = (key: string, press: () => void) =>
    html`<button type="button" @click=${press}>${words.text(key)}</button>`;
  return html`<div class="screen">
    <h1 tabindex="-1">${words.text(`kiosk-identify-${why}-title`)}</h1>
    <p>${words.text(texts[why])}</p>
    <button class="primary" type="button" @click=${goOn}>${words.text('kiosk-identify-go-on')}</button>
    ${why === 'unanswered' ? button('kiosk-identify-try-again', again) : nothing}
    ${why === 'without' ? button('kiosk-identify-back', back) : nothing}
  </div>`;
}

/** Nobody goes on here, and the desk is told of as the way. `why`: what happened, in words. */
export const renderLocked = (words: Words, { why, end }: { why: unknown; end: () => void }): TemplateResult =>
  html`<div class="screen">
    <h1 tabindex="-1">${words.text('kiosk-identify-locked-title')}</h1>
    ${why}
    <button class="primary" type="button" @click=${end}>${words.text('kiosk-identify-end')}</button>
  </div>`;
