import type { AccountId, OperationId, UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { dependencies, type SealedOperation } from '../../shared/operation.ts';
import { isTerminal, maxOperationsPerPush, protocol } from '../../shared/protocol.ts';
import type { Failure } from '../contact/answer.ts';
import { appTime } from '../contact/app-time.ts';
import { call } from './call.ts';
import type { SyncPorts } from './ports.ts';

/** What pushing has led to so far in one cycle. */
export interface Pushed {
  /** Queued operations that wait for the next attempt: the server asked for it, or they build on one that waits. */
  held: Set<OperationId>;
  /** The versions that the cursors must reach. */
  versions: Map<AccountId, number>;
}

/**
 * Sends what is queued of this user until nothing is left to send, in the order of the stream. Answers the failure that
 * stopped it, or null.
 */
export async function push(ports: SyncPorts, user: UserId, pushed: Pushed): Promise<Failure | null> {
  let size = maxOperationsPerPush;
  for (;;) {
    const ops = sendable(await ports.storage.queued(user), pushed.held).slice(0, size);
    if (ops.length === 0) return null;
    const failure = await pushOnce(ports, user, ops, pushed);
    if (failure === null) continue;
    if (!isOfTheContent(failure)) return failure;
    // One operation must not block the others: halve until the culprit is alone, then leave it for another time.
    if (ops.length > 1) size = Math.floor(ops.length / 2);
    else for (const { id } of ops) pushed.held.add(id);
  }
}

async function pushOnce(
  ports: SyncPorts,
  user: UserId,
  ops: readonly SealedOperation[],
  { held, versions }: Pushed,
): Promise<Failure | null> {
  const { clock, network, storage, app } = ports;
  // All operations of a device are of its one stream.
  const stream = ops[0]?.stream ?? '';
  const deviceTime = toInstant(clock.now());
  const answer = await call(ports, user, (signal) =>
    network.push({ protocol, app, stream, user, deviceTime, ops: [...ops] }, signal),
  );
  if (!answer.ok) return answer.failure;

  // I5: only what was sent can be answered.
  const unanswered = new Map(ops.map((operation) => [operation.id, operation]));
  const results = answer.value.results.filter(({ id }) => id !== null && unanswered.has(id));
  await storage.settle(user, results, appTime(clock.now(), await storage.contact()));
  for (const { id, outcome, version } of results) {
    const operation = id !== null && isTerminal(outcome) ? unanswered.get(id) : undefined;
    if (!operation) continue;
    unanswered.delete(operation.id);
    versions.set(operation.account, Math.max(version, versions.get(operation.account) ?? 0));
  }
  for (const id of unanswered.keys()) held.add(id);
  return null;
}

/** In order, without what is held and what builds on it: a correction makes no sense before what it corrects. */
function sendable(queued: readonly SealedOperation[], held: Set<OperationId>): SealedOperation[] {
  return queued.filter((operation) => {
    if (dependencies(operation).some((id) => held.has(id))) held.add(operation.id);
    return !held.has(operation.id);
  });
}

const isOfTheContent = (failure: Failure): boolean =>
  failure.kind === 'refused' && (failure.problem.code === 'too_large' || failure.problem.code === 'bad_input');
