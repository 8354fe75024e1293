import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationPage } from '../../../shared/conversation.ts';
import { type EpochMs, toEpochMs } from '../../../shared/instant.ts';
import { registerName } from '../../words/register-name.ts';
import type { Words } from '../../words/words.ts';

/** One message of a conversation, with its photos; its styles are those of the conversation. */
export function renderMessage(
  words: Words,
  now: EpochMs,
  { author, name, text, writtenAt, receivedAt, photos }: ConversationPage['messages'][number],
): TemplateResult {
  const written = words.moment(toEpochMs(writtenAt), now);
  const received = words.moment(toEpochMs(receivedAt), now);
  const who = name ?? words.text(author === 'office' ? 'office-support-somebody' : 'office-support-resident');
  return html`<li class="message ${author}">
    <p class="head">
      <strong>${who}</strong>
      <span class="soft small figures"
        >${written}${
          // Written without a connection, and handed in later.
          author === 'resident' && received !== written
            ? html`, ${words.text('office-support-received', { at: received })}`
            : nothing
        }</span
      >
    </p>
    ${text === '' ? nothing : html`<p class="text">${text}</p>`}
    ${
      photos.length === 0
        ? nothing
        : html`<ul role="list" class="photos">
            ${photos.map(
              (id, at) =>
                html`<li>
                  <a href="/office/photos/${id}" target="_blank"
                    ><img
                      src="/office/photos/${id}"
                      alt=${words.text('office-support-photo', { number: at + 1 })}
                      loading="lazy"
                  /></a>
                </li>`,
            )}
          </ul>`
    }
  </li>`;
}

/** `123,000 m³`, or those of several registers with their names. */
export function valuesText(
  { registers, values, unit }: NonNullable<ConversationPage['reading']>,
  words: Words,
): string {
  return registers
    .flatMap(({ code, decimals }) => {
      const value = values[code];
      if (value === undefined) return [];
      const shown = `${words.quantity(value, decimals)}\u00a0${words.unit(unit)}`;
      return registers.length === 1 ? [shown] : [`${registerName(words, code)} ${shown}`];
    })
    .join(', ');
}
