import { isRegisterCode } from '../../shared/meter.ts';
import type { Words } from './words.ts';

/** A code that this release does not know is shown as it is. */
export const registerName = (words: Words, code: string): string =>
  isRegisterCode(code) ? words.text(`register-${code}`) : code;
