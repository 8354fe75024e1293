import type { EpochMs } from '../../shared/instant.ts';
import type { Clock } from '../context.ts';
import type { Letter } from './letter.ts';
import type { Transport } from './transport.ts';

export interface KeptLetter extends Letter {
  id: string;
  /** When it was delivered, by the server's clock. */
  at: EpochMs;
}

/** Where letters arrive that have no mail server: in demo, development and tests. It lives as long as the process. */
export interface Mailbox extends Transport {
  /** The newest first. */
  letters(): readonly KeptLetter[];
}

const mostLetters = 200;

export function createMailbox(clock: Clock): Mailbox {
  let kept: readonly KeptLetter[] = [];
  return {
    async send(letter) {
      kept = [{ ...letter, at: clock.now() }, ...kept].slice(0, mostLetters);
    },
    letters: () => kept,
  };
}
