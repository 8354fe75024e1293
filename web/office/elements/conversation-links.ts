import { html, type TemplateResult } from 'lit';
import type { ConversationState, ConversationTopic } from '../../../shared/conversation.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Words } from '../../words/words.ts';

interface Linked {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
}

/** Conversations with the way to each, how it stands, and what `more` says of it. The words are of the area `office-support`. */
export const conversationLinks = <T extends Linked>(
  words: Words,
  conversations: readonly T[],
  more: (one: T) => string,
): TemplateResult =>
  html`<ul role="list">
    ${conversations.map(
      (one) =>
        html`<li>
          <a href="/office/support/${one.id}">${words.text(`office-support-topic-${one.topic}`)}</a>
          <span class="soft small">${words.text(`office-support-is-${one.state}`)}, ${more(one)}</span>
        </li>`,
    )}
  </ul>`;
