import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import { type ResolvedReading, resolveReading } from '../../shared/kiosk-resolve.ts';
import type { KioskReading, KioskSlip } from '../../shared/kiosk-slip.ts';
import { bodyVersions, type OperationOf } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OperationResult, Outcome } from '../../shared/protocol.ts';
import type { OperationHead } from '../../shared/sync.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { toMeter } from '../meters/to-meter.ts';
import { type Arriving, enterLocked, seal } from '../sync/enter.ts';
import { keepConflict } from '../sync/queries.ts';
import { checkSlipProof, type ProvenBy } from './slip-proof.ts';
import { readingsOfNoOperation } from './slip-queries.ts';
import { stateAfter } from './slip-results.ts';

export interface SlipArrival {
  kiosk: KioskId;
  provenBy: ProvenBy;
  /** When it is entered. */
  at: EpochMs;
  /** When it came: before `at` where the office has held it back. */
  receivedAt: EpochMs;
}

export interface EnteredSlip {
  /** office: somebody has to look at it, because not all of it became readings. */
  state: 'entered' | 'office';
  /** The one that is meant, also where the proof is wrong. */
  account: AccountId | null;
  /** In the order of the slip. */
  results: readonly DeliveredReading[];
}

/**
 * Enters what can be entered of a slip: each reading as an operation of the kiosk's stream, by the rules and invariants of
 * whatever a device sends (`sync/enter`). All of it in the transaction of the caller.
 */
export async function enterSlip(
  tx: Writer,
  services: Pick<Services, 'company' | 'beacons'>,
  slip: KioskSlip,
  arrival: SlipArrival,
): Promise<EnteredSlip> {
  const proof = await checkSlipProof(tx, services, slip, arrival);
  const { account, problem } = proof;
  if (account === null || problem) {
    return { state: 'office', account, results: notEntered(slip, problem ? [problem] : []) };
  }
  let { head } = proof;
  const meters = ((await metersOfAccounts(tx, [account])).get(account) ?? []).map(toMeter);
  const taken = await readingsOfNoOperation(
    tx,
    slip.readings.map(({ id }) => id),
  );
  const results: DeliveredReading[] = [];
  for (const reading of slip.readings) {
    const resolved = resolveReading(reading, slip.period, meters);
    if (!resolved.ok) {
      results.push({ id: reading.id, outcome: 'office', problems: resolved.problems });
      continue;
    }
    const arriving = toOperation(slip, reading, resolved, { account, kiosk: arrival.kiosk });
    const result = taken.has(reading.id)
      ? await refuseTaken(tx, arriving, arrival)
      : await enterLocked(tx, services, arriving, { head }, senderOf(arrival));
    // Of one that was known already it is the version of that time.
    head = Math.max(head, result.version);
    results.push({ id: reading.id, outcome: outcomeOf(result), problems: result.problems });
  }
  return { state: stateAfter(results), account, results };
}

const senderOf = ({ kiosk, at, receivedAt }: SlipArrival) =>
  ({ user: kiosk, source: 'kiosk', at, receivedAt, companions: new Set<string>() }) as const;

function toOperation(
  { period, capture }: KioskSlip,
  { id, number, claims }: KioskReading,
  { meter, values }: ResolvedReading & { ok: true },
  { account, kiosk }: { account: AccountId; kiosk: KioskId },
): Arriving {
  const kind = 'reading-submitted';
  const operation: OperationOf<typeof kind> = {
    id,
    stream: kiosk,
    number,
    user: kiosk,
    account,
    kind,
    version: bodyVersions[kind],
    body: { meter, period, values: values as Readonly<Record<string, number>>, claims, supersedes: null },
    capture,
  };
  const { hash } = seal({ ...operation, hash: '' } as unknown as OperationHead);
  return seal({ ...operation, hash } as unknown as OperationHead);
}

/** I3: the id is that of a reading which no operation brought. The content is kept, as in any conflict. */
async function refuseTaken(
  tx: Writer,
  { head: { id }, content, hash }: Arriving,
  { kiosk, receivedAt }: SlipArrival,
): Promise<OperationResult> {
  await keepConflict(tx, { id, hash, user_id: kiosk, content, received_at: toInstant(receivedAt) });
  return { id, outcome: 'conflict', problems: [{ code: 'id_reused' }], version: 0 };
}

const outcomes: Readonly<Partial<Record<Outcome, DeliveredReading['outcome']>>> = {
  applied: 'accepted',
  review: 'review',
  rejected: 'office',
  conflict: 'office',
};

function outcomeOf({ outcome, first }: OperationResult): DeliveredReading['outcome'] {
  const known = outcomes[first ?? outcome];
  // It names no other operation, so that there is nothing to wait for.
  if (!known) throw new Error(`a reading of a slip cannot be answered with ${outcome}`);
  return known;
}

/** What is said of the readings of a slip of which nothing was entered. */
export const notEntered = (slip: KioskSlip, problems: readonly Problem[] = []): DeliveredReading[] =>
  slip.readings.map(({ id }) => ({ id, outcome: 'office', problems }));
