import { setTimeout } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { takeTurn } from './queries.ts';
import type { UndoReport } from './undo-report.ts';

/** Long work in transactions so short that nobody who writes beside it waits long. */
export interface Slices {
  /** One slice. */
  run<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** As many slices as it takes for all of these. `work` may run again from the start, so it must have no effects but writes. */
  each<T>(
    items: readonly T[],
    work: (tx: Writer, some: readonly T[]) => Promise<void>,
    /** Called after each slice that is written. */
    written?: () => void,
  ): Promise<void>;
}

export interface SliceOptions {
  /** Ends the work between two slices: they throw its reason. */
  signal?: AbortSignal | undefined;
  /** After each slice, where another process waits for the lock by asking for it now and then. */
  pauseMs?: number | undefined;
}

/** What a push waits for at the most, besides the commits: so long nobody looks whether somebody waits. */
const biteMs = 5;
/** Where nobody says that he waits a slice is no longer than that. */
const longestMs = 20;
/** Where everybody does. Somebody may want the work to end. */
const longestUnawaitedMs = 150;
const fewest = 8;
const most = 1000;

/** The work was ended between two slices. */
export class Ended extends Error {
  readonly reason: unknown;
  /** What was taken back because of it. */
  undone: UndoReport | null = null;

  constructor(reason: unknown) {
    super(`ended: ${String(reason)}`);
    this.name = 'Ended';
    this.reason = reason;
  }
}

/**
 * Slices of a database, each with its turn among imports and exports. A commit's wait for the disk is dear: a slice goes on,
 * bite by bite, until somebody waits for the turn to write. How many items make a bite is measured.
 */
export function createSlices(
  { engine, write, queue }: Pick<Database, 'engine' | 'write' | 'queue'>,
  { signal, pauseMs = 0 }: SliceOptions = {},
): Slices {
  // Another process waits without saying so, and on PostgreSQL whoever wants one of the accounts.
  const patienceMs = pauseMs > 0 || engine === 'postgres' ? longestMs : longestUnawaitedMs;
  let size = 64;

  async function run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (signal?.aborted) throw new Ended(signal.reason);
    const value = await write(async (tx) => {
      await takeTurn(tx);
      return work(tx);
    });
    if (pauseMs > 0) await setTimeout(pauseMs);
    return value;
  }

  return {
    run,
    async each(items, work, written) {
      for (let done = 0; done < items.length; ) {
        const begunAt = done;
        done = await run(async (tx) => {
          const begin = performance.now();
          let at = begunAt;
          for (let bite = begin; at < items.length; ) {
            const some = items.slice(at, at + size);
            await work(tx, some);
            at += some.length;
            const now = performance.now();
            const ms = now - bite;
            bite = now;
            // What is left at the end of a list says little of a whole bite, unless it was too long.
            if (some.length === size || ms > biteMs) {
              size = Math.min(most, Math.max(fewest, Math.round(size * Math.min(2, Math.max(0.25, biteMs / ms)))));
            }
            if (Atomics.load(queue, 0) > 0 || now - begin > patienceMs || signal?.aborted) break;
          }
          return at;
        });
        written?.();
      }
    },
  };
}
