import type { Problem } from '../../shared/problem.ts';

/**
 * The device's databases cannot be used. `unavailable`: the browser gives none (private mode, a broken profile);
 * `newer`: a newer version of the app has already changed them, this page has to be reloaded.
 */
export class StorageUnavailable extends Error {
  readonly reason: 'unavailable' | 'newer';

  constructor(reason: 'unavailable' | 'newer', cause?: unknown) {
    super(`storage ${reason}`, { cause });
    this.name = 'StorageUnavailable';
    this.reason = reason;
  }
}

export type StorageProblem = Extract<Problem, { code: 'storage_full' | 'storage_unavailable' }>;

/**
 * The problem behind a failed transaction, or null where it was no failure of the storage. Dexie reports a full disk as
 * `AbortError` with the cause in `inner`; browsers call it `QuotaExceededError`, as the transaction or as a request.
 */
export function storageProblem(error: unknown): StorageProblem | null {
  if (error instanceof StorageError) return error.problem;
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 5; depth++) {
    const name = 'name' in cause ? String(cause.name) : '';
    if (name === 'QuotaExceededError' || name === 'QuotaExceeded') return { code: 'storage_full' };
    const inner: unknown = 'inner' in cause ? cause.inner : undefined;
    if (!inner || inner === cause) return unavailable.has(name) ? { code: 'storage_unavailable' } : null;
    cause = inner;
  }
  return null;
}

const unavailable = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'StorageUnavailable',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
]);

/** Nothing was written. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}

/** What failed as a StorageError where the storage was at fault; other faults pass through as they are. */
export async function orStorageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = storageProblem(error);
    throw problem ? new StorageError(problem, error) : error;
  }
}
