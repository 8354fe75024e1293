import { html } from 'lit';
import type { conversation, message } from './conversations.ts';
import type { Stage } from './mount.ts';
import { type Given, type Screen, screenForEachTest, storeWith } from './screen.ts';

interface Rows {
  conversations?: ReturnType<typeof conversation>[];
  messages?: ReturnType<typeof message>[];
}

/** How each test of the suite opens a screen over what residents and the office have written. `use` is told of it. */
export function messagesForEachTest(use: (screen: Screen) => void) {
  const openScreen = screenForEachTest(use);
  return async (
    template = html`<support-screen></support-screen>`,
    rows: Rows = {},
    given: Given = {},
  ): Promise<void> => {
    const filled = given.store ?? (await storeWith(given));
    await filled.databases.cache.conversations.bulkPut(rows.conversations ?? []);
    await filled.databases.cache.messages.bulkPut(rows.messages ?? []);
    await openScreen(template, { ...given, store: filled, areas: ['readings', 'support', 'more'] });
  };
}

export function writeText(stage: Stage, text: string): void {
  const area = stage.find<HTMLTextAreaElement>('textarea');
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
