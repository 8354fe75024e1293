import type { Words } from '../words/words.ts';
import type { KioskOutbox } from './kiosk-context.ts';

/** What was left here and is still on this tablet, in numbers alone: more than that nobody can read here. Empty where nothing is. */
export function waitingWords(words: Words, { waiting, refused }: Pick<KioskOutbox, 'waiting' | 'refused'>): string[] {
  return [
    ...(waiting > 0 ? [words.text('kiosk-waiting', { count: waiting })] : []),
    ...(refused > 0 ? [words.text('kiosk-waiting-refused', { count: refused })] : []),
  ];
}
