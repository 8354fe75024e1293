import type { OperationId } from '../../shared/ids.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OperationHead } from '../../shared/sync.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { knownOperations } from '../sync/queries.ts';

/**
 * Which of the messages in a push come too fast one after the other. Nothing is lost by it: the device keeps them and tries
 * again. Those that are in the ledger already get their stored answer, whatever the limit.
 */
export async function messagesOverLimit(
  { db, limits }: Pick<Services, 'db' | 'limits'>,
  user: Resident,
  operations: readonly Pick<OperationHead, 'id' | 'kind'>[],
): Promise<ReadonlyMap<OperationId, Problem>> {
  const over = new Map<OperationId, Problem>();
  const messages = operations.filter(({ kind }) => kind === 'message-written').map(({ id }) => id);
  if (messages.length === 0) return over;
  const known = new Set(await knownOperations(db.reader, user.id, messages));
  let refusal: Problem | null = null;
  for (const id of messages.filter((one) => !known.has(one))) {
    try {
      if (refusal === null) await limits.consume('message-user', user.id);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refusal = error.problem;
    }
    if (refusal !== null) over.set(id, refusal);
  }
  return over;
}
