import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import type { Words } from '../words/words.ts';
import { wordsContext } from '../words/words-context.ts';

/** An element that speaks: it repaints in the new language when the resident changes it. It must stand below a provider. */
export abstract class WordsElement extends LitElement {
  @consume({ context: wordsContext, subscribe: true })
  @state()
  protected words!: Words;
}
