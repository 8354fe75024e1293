import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Reader, Tables } from './tables.ts';

class Placeholder {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that is built and compiled once per engine, for the paths that every push and pull takes: building a Kysely
 * query costs several times what SQLite takes to run it. `param.x` stands for the value given at each call; it must be
 * used as a plain value (never to decide on the form of the query).
 *
 * A constant limit is written as `sql.lit(n)`: SQLite plans by the value of a bound one, and so prepares the statement
 * anew for every run.
 */
export function prepared<P extends object, R>(
  build: (db: Kysely<Tables>, param: Readonly<Required<P>>) => Compilable<R>,
): (db: Reader, params: P) => Promise<R[]> {
  const placeholders = new Proxy({} as Required<P>, { get: (_, name) => new Placeholder(name) });
  const compiledFor = new Map<unknown, CompiledQuery<R>>();
  return async (db, params) => {
    const engine = db.getExecutor().adapter.constructor;
    let compiled = compiledFor.get(engine);
    if (!compiled) {
      compiled = build(db as Kysely<Tables>, placeholders).compile();
      compiledFor.set(engine, compiled);
    }
    const parameters = compiled.parameters.map((value) =>
      value instanceof Placeholder ? params[value.name as keyof P] : value,
    );
    return (await db.executeQuery<R>({ ...compiled, parameters })).rows;
  };
}
