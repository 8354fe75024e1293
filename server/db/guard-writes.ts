import type { Database } from './database.ts';
import type { Writer } from './tables.ts';

/** The same database, of which every transaction that writes begins by asking; what `ask` throws refuses it. */
export function guardWrites(db: Database, ask: (tx: Writer) => Promise<void>): Database {
  const guarded =
    <T>(work: (tx: Writer) => Promise<T>) =>
    async (tx: Writer): Promise<T> => {
      await ask(tx);
      return work(tx);
    };
  return {
    ...db,
    write: (work) => db.write(guarded(work)),
    writeInOrder: (works) => db.writeInOrder(works.map((work) => guarded(work))),
  };
}
