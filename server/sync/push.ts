import { isUuid, type UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { OperationResult, PushAnswer } from '../../shared/protocol.ts';
import { operationHead, type PushInput, pathOf } from '../../shared/sync.ts';
import type { Resident, Services } from '../context.ts';
import { isTransient, isUniqueViolation } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { messagesOverLimit } from '../support/limit-messages.ts';
import { type Arriving, enterOperation, refuseReused, seal, tryAgain } from './enter.ts';

/**
 * A push: each operation in a transaction of its own, in the order in which they were sent, so that a bad one never
 * takes a good one with it. Simultaneous pushes share commits where the engine can. `linkedAs`: by whose accounts it is judged
 * what the user may, where the user was merged into another.
 */
export async function push(
  services: Services,
  user: Resident,
  input: PushInput,
  { linkedAs = user.id }: { linkedAs?: UserId } = {},
): Promise<PushAnswer> {
  if (input.user !== user.id) throw new ProblemError({ code: 'other_user' });
  const parsed = input.ops.map((sent) => parse(sent, input));
  const entering = parsed.flatMap((one) => ('arriving' in one ? [one.arriving] : []));
  const at = services.clock.now();

  const enter = (arriving: Arriving, index: number) => {
    // An operation can only speak of an earlier one, so that no two wait for each other (I8).
    const companions = new Set(entering.slice(0, index).map(({ head }) => head.id));
    return (tx: Writer) => enterOperation(tx, services, arriving, { user: user.id, linkedAs, at, companions });
  };
  /** Whatever fails here is one operation's failure; the answers of the others go out. */
  const enterAgain = async (arriving: Arriving, index: number, reason: unknown): Promise<OperationResult> => {
    try {
      // I3: somebody entered the same id or number in this very moment; the second look finds it.
      if (!isUniqueViolation(reason)) throw reason;
      try {
        return await services.db.write(enter(arriving, index));
      } catch (error) {
        // Nobody did: the id is that of something else, of an imported reading for instance.
        if (!isUniqueViolation(error)) throw error;
        return await refuseReused(services, arriving, { user: user.id, at });
      }
    } catch (error) {
      if (!isTransient(error)) services.log.error({ err: error, operation: arriving.head.id }, 'an operation failed');
      return tryAgain(arriving.head.id);
    }
  };
  const over = await messagesOverLimit(
    services,
    user,
    entering.map(({ head }) => head),
  );
  const settled = await services.db.writeInOrder(
    entering.map((arriving, index) => {
      const problem = over.get(arriving.head.id);
      return problem ? async () => ({ ...tryAgain(arriving.head.id), problems: [problem] }) : enter(arriving, index);
    }),
  );
  const entered = await Promise.all(
    settled.map((result, index) =>
      result.status === 'fulfilled' ? result.value : enterAgain(entering[index] as Arriving, index, result.reason),
    ),
  );

  let next = 0;
  const results = parsed.map((one) => ('arriving' in one ? (entered[next++] as OperationResult) : one.result));
  return { serverTime: toInstant(services.clock.now()), beacon: services.beacons.issue(), results };
}

/** What cannot even be entered into the ledger is refused right here. */
function parse(sent: unknown, { user }: PushInput): { arriving: Arriving } | { result: OperationResult } {
  const id = typeof sent === 'object' && sent !== null && 'id' in sent && isUuid(sent.id) ? sent.id : null;
  const refuse = (problem: OperationResult['problems'][number]): { result: OperationResult } => ({
    result: { id, outcome: 'rejected', problems: [problem], version: 0 },
  });
  const head = operationHead.safeParse(sent);
  if (!head.success) return refuse({ code: 'malformed', path: pathOf(head.error) });
  // I10: another user's operations do not travel in this envelope.
  if (head.data.user !== user) return refuse({ code: 'other_user' });
  try {
    return { arriving: seal(head.data) };
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'malformed', path: 'body' });
    throw error;
  }
}
