import type { Kysely } from 'kysely';
import type { Reader, Tables, Writer } from './tables.ts';

/** What the domains know of the database: how to read, and how to write in one transaction. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /** By which another connection to the same data is opened. */
  readonly address: string;
  readonly reader: Reader;
  /**
   * Runs `work` in a transaction and answers when its commit is on disk (I1). Whatever `work` throws rolls back its own
   * writes alone. It may run again from the start when the engine asks for it, so it must have no effects but writes.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** Each unit of work as `write` does it, one after the other in this order, however the engine shares commits. */
  writeInOrder<T>(works: readonly ((tx: Writer) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]>;
  /**
   * Lends the turn to write to another connection of this process, behind those who wait already, and holds whoever writes
   * through this one until it is given back. Where connections do not keep each other out nobody waits.
   */
  lend(): Promise<() => void>;
  /** How many wait for the turn to write; other threads see it too. Always none where nobody waits for one. */
  readonly queue: Int32Array<SharedArrayBuffer>;
  /** For migrations only. */
  readonly schema: Kysely<Tables>;
  /** Resolves when the database answers; for `/readyz`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A constraint refused a row that is there already (I3). */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** The engine was busy, full, restarting or gave way to another transaction: the same again may succeed. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_')) return /^SQLITE_(BUSY|LOCKED|FULL|IOERR|INTERRUPT|CANTOPEN)/.test(code);
  // PostgreSQL classes: 08 connection, 40 rollback, 53 resources, 57P operator intervention.
  if (/^(08|40|53|57P)/.test(code) || /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code)) return true;
  // The driver tells of a broken connection in words alone.
  return error instanceof Error && brokenConnection.test(error.message);
}

const brokenConnection =
  /^Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

/** The transaction lost against another one and nothing of it happened. */
export const isGivenWay = (error: unknown): boolean => /^40(001|P01)$/.test(codeOf(error));

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
