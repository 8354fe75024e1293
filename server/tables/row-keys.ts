import { hash } from 'node:crypto';

/** Three words of the key's digest, the line that named it first, and a note. An empty place has line 0. */
const words = 5;

/**
 * The keys that rows of a file have named, however many: 96 bits of SHA-256 in place of each, twenty to forty bytes a key.
 * Texts would be several times that, and would hold on to the chunk of the file that they are parts of.
 */
export class RowKeys {
  #places = 1024;
  #table = new Uint32Array(this.#places * words);
  #size = 0;

  /**
   * The line that named this key first and what was noted with it; null where nobody did, and from now on `line` has, with
   * `note` (32 bits).
   */
  meet(key: string, line: number, note = 0): { line: number; note: number } | null {
    const digest = digestOf(key);
    const at = this.#find(digest);
    const first = this.#table[at + 3] as number;
    if (first !== 0) return { line: first, note: this.#table[at + 4] as number };
    this.#table.set([...digest, line, note], at);
    this.#size++;
    if (this.#size * 4 > this.#places * 3) this.#grow();
    return null;
  }

  /** What is known of the key; null where nobody named it. */
  find(key: string): { line: number; note: number } | null {
    const at = this.#find(digestOf(key));
    const line = this.#table[at + 3] as number;
    return line === 0 ? null : { line, note: this.#table[at + 4] as number };
  }

  /** Notes something else with a key that is known. */
  note(key: string, note: number): void {
    this.#table[this.#find(digestOf(key)) + 4] = note;
  }

  /** Where the key is, or is to be put. */
  #find([a, b, c]: Digest): number {
    const table = this.#table;
    for (let place = a & (this.#places - 1); ; place = (place + 1) & (this.#places - 1)) {
      const at = place * words;
      if (table[at + 3] === 0 || (table[at] === a && table[at + 1] === b && table[at + 2] === c)) return at;
    }
  }

  #grow(): void {
    const old = this.#table;
    this.#places *= 2;
    this.#table = new Uint32Array(this.#places * words);
    for (let at = 0; at < old.length; at += words) {
      if (old[at + 3] === 0) continue;
      const entry = old.subarray(at, at + words);
      this.#table.set(entry, this.#find([entry[0] as number, entry[1] as number, entry[2] as number]));
    }
  }
}

type Digest = readonly [number, number, number];

function digestOf(key: string): Digest {
  const bytes = hash('sha256', key, 'buffer');
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
}

/** 32 bits that tell whether two rows say the same: enough for the words of a refusal, which comes either way. */
export const noteOf = (said: string): number => hash('sha256', said, 'buffer').readUInt32LE(0);
