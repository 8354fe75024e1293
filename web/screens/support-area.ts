/** Everything about the conversations with the office: whoever opens one screen of it goes on to the others. */
import './conversation.ts';
import './new-conversation.ts';
import './support.ts';
