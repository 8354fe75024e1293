import { css, html, type TemplateResult } from 'lit';
import { placeWithoutNumber } from '../../../shared/kiosk-slip.ts';
import { registerName } from '../../words/register-name.ts';
import type { Words } from '../../words/words.ts';
import type { KioskEntry } from '../session.ts';

/** Which meter, as a heading: what is known of it. */
export const entryName = (words: Words, { meter, service, serial }: KioskEntry): TemplateResult =>
  html`<span class="meter">${service ? words.service(service) : words.text('kiosk-summary-meter')}</span>
    <span class="soft figures">${meter?.place ? `${meter.place} · ` : ''}<span class="whole">${numberOf(words, serial)}</span></span>`;

/** Its serial number; of one that has none, where it hangs. */
const numberOf = (words: Words, serial: string): string => {
  const place = placeWithoutNumber(serial);
  if (place === null) return words.text('meter-serial', { serial });
  return place === '' ? words.text('kiosk-readings-no-number') : place;
};

/** What was typed for it, letter for letter as it goes into the slip: a line for each register. */
export const entryValues = (words: Words, { meter, typed }: KioskEntry): TemplateResult[] =>
  typed.map((text, at) => {
    const code = meter?.registers[at]?.code ?? `T${at + 1}`;
    return html`<p class="value figures">
      ${typed.length > 1 ? html`<span class="soft">${registerName(words, code)}</span>` : ''}
      <b>${text}</b>${meter ? ` ${words.unit(meter.unit)}` : ''}
    </p>`;
  });

export const entryLines = css`
  .meter {
    display: block;
    font-weight: 650;
  }
  .meter + .soft {
    font-weight: 400;
  }
  .value b {
    font-size: 1.5em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
`;
