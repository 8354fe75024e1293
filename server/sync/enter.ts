import { hash as sha256 } from 'node:crypto';
import { captureInterval } from '../../shared/capture.ts';
import type { KioskId, OperationId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import { dependencies, type Operation } from '../../shared/operation.ts';
import { operationText } from '../../shared/operation-text.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OperationResult, Outcome } from '../../shared/protocol.ts';
import { type OperationHead, parseBody } from '../../shared/sync.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import type { Arrival, Effect } from './arrival.ts';
import { perform } from './kinds.ts';
import { insertOperation, keepConflict, knownOperations, ledgerEntries, lockAccount, setHead } from './queries.ts';

/** A well-formed operation with the text of its content and the true hash of it. */
export interface Arriving {
  head: OperationHead;
  content: string;
  hash: string;
}

/** Throws a RangeError where the body is nested too deep to be one of ours. */
export function seal(head: OperationHead): Arriving {
  const content = operationText(head as unknown as Operation);
  return { head, content, hash: sha256('sha256', content, 'hex') };
}

/** In whose name it comes, and with which operations before it. */
export interface Sender {
  /** The id of a user, or of a kiosk. */
  user: UserId | KioskId;
  source: Arrival['source'];
  /** When it is entered. */
  at: EpochMs;
  /** When it came: before `at` where the office has held it back. */
  receivedAt: EpochMs;
  companions: ReadonlySet<OperationId>;
}

/** Whose push it came in. */
export interface Envelope extends Pick<Sender, 'at' | 'companions'> {
  user: UserId;
  /** Whose accounts count: the user's own, or those of the user into which that one was merged. */
  linkedAs: UserId;
}

/**
 * One operation in one transaction (I1): lock the account, look the operation up in the ledger, do it, write the answer
 * beside it. Refused ones are entered too (I7); known ones get their stored answer again (I2).
 */
export async function enterOperation(
  tx: Writer,
  services: Pick<Services, 'company' | 'beacons'>,
  arriving: Arriving,
  { user, linkedAs, at, companions }: Envelope,
): Promise<OperationResult> {
  // The lock comes first, so that the same push twenty times at once waits here and then finds the first one's entry.
  const [account] = await lockAccount(tx, { account: arriving.head.account, user: linkedAs });
  return enterLocked(tx, services, arriving, account, { user, source: 'resident', at, receivedAt: at, companions });
}

/** The same, once the account is locked; undefined where there is none, or none that is the sender's. */
export async function enterLocked(
  tx: Writer,
  { company, beacons }: Pick<Services, 'company' | 'beacons'>,
  arriving: Arriving,
  account: { head: number } | undefined,
  { user, source, at, receivedAt, companions }: Sender,
): Promise<OperationResult> {
  const { head, content, hash } = arriving;
  const [known] = await ledgerEntries(tx, { id: head.id, stream: head.stream, number: head.number });
  if (known) return meetAgain(tx, known, arriving, { user, at });

  const parsed = parseBody(head);
  const version = account?.head ?? 0;
  let effect: Effect;
  if (hash !== head.hash) effect = refused({ code: 'hash_mismatch' });
  else if (!account) effect = refused({ code: 'account_unknown' });
  else if (!parsed.ok) {
    effect = refused(parsed.code === 'malformed' ? { code: 'malformed', path: parsed.path } : { code: 'kind_unknown' });
  } else {
    if (await waitsForCompanion(tx, dependencies(parsed.operation), companions, user)) return tryAgain(head.id);
    const capture = captureInterval(
      { wall: toEpochMs(head.capture.wall), offset: head.capture.offset },
      beacons.read(head.capture.beacon),
      receivedAt,
    );
    effect = await perform(tx, parsed.operation, { company, source, at, receivedAt, capture, version });
  }

  const { outcome, problems, rows } = effect;
  const newVersion = version + rows;
  if (rows > 0) await setHead(tx, { account: head.account, head: newVersion });
  await insertOperation(tx, {
    id: head.id,
    hash,
    stream: head.stream,
    number: head.number,
    user_id: user,
    account_id: head.account,
    kind: head.kind,
    content,
    outcome,
    problems: JSON.stringify(problems),
    version: newVersion,
    received_at: toInstant(receivedAt),
  });
  return { id: head.id, outcome, problems, version: newVersion };
}

export const tryAgain = (id: string): OperationResult => ({
  id,
  outcome: 'retry',
  problems: [{ code: 'try_again' }],
  version: 0,
});

/** The id names something that no operation made. The content is kept, as in any conflict. */
export async function refuseReused(
  { db }: Pick<Services, 'db'>,
  { head: { id }, content, hash }: Arriving,
  { user, at }: Pick<Envelope, 'user' | 'at'>,
): Promise<OperationResult> {
  const conflict = { id, hash, user_id: user, content, received_at: toInstant(at) };
  await db.write((tx) => keepConflict(tx, conflict));
  return { id, outcome: 'conflict', problems: [{ code: 'id_reused' }], version: 0 };
}

/** I2: the same again gets the stored answer; another content under the same id or number is kept beside it. */
async function meetAgain(
  tx: Writer,
  known: Pick<Row<'operations'>, 'id' | 'hash' | 'outcome' | 'problems' | 'version'>,
  { head: { id }, content, hash }: Arriving,
  { user, at }: Pick<Envelope, 'user' | 'at'>,
): Promise<OperationResult> {
  // The hash covers the user, so nobody gets another one's answer.
  if (known.id === id && known.hash === hash) {
    const problems = JSON.parse(known.problems) as Problem[];
    return { id, outcome: 'duplicate', first: known.outcome as Outcome, problems, version: known.version };
  }
  await keepConflict(tx, { id, hash, user_id: user, content, received_at: toInstant(at) });
  const problem: Problem = { code: known.id === id ? 'id_reused' : 'stream_reused' };
  return { id, outcome: 'conflict', problems: [problem], version: 0 };
}

/**
 * An operation that speaks of another one of the same push makes sense only after it. Normally it comes after it; where
 * the other one had to be put off, this one is put off too.
 */
async function waitsForCompanion(
  tx: Writer,
  needed: readonly string[],
  companions: ReadonlySet<string>,
  user: UserId,
): Promise<boolean> {
  const together = needed.filter((id) => companions.has(id));
  return together.length > 0 && (await knownOperations(tx, user, together)).length < together.length;
}

const refused = (problem: Problem): Effect => ({ outcome: 'rejected', problems: [problem], rows: 0 });
