import { readFileSync } from 'node:fs';
import { assetPath } from '../assets.ts';

let known: ReadonlySet<string> | undefined;

/**
 * Whether a password, in lower case, is one that guessers try first: `common-passwords.txt` holds those of at least eight
 * characters that stand in every leaked list, and their kin in Latvian and Russian, typed in either layout.
 */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(readFileSync(assetPath('accounts/common-passwords.txt'), 'utf8').split('\n'));
  return known.has(password);
}
