import { captureInterval } from '../../shared/capture.ts';
import { type AccountId, isUuid, type SlipId } from '../../shared/ids.ts';
import { type Instant, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { DeliveredReading, Delivery } from '../../shared/kiosk-answers.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Problem } from '../../shared/problem.ts';
import { accountsByNumber } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { isTransient, isUniqueViolation } from '../db/database.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { type KioskCaller, lockCaller } from './credentials.ts';
import type { KioskSelf } from './enrol.ts';
import { type EnteredSlip, enterSlip, notEntered } from './enter-slip.ts';
import { type EnvelopeFault, openEnvelope, type ReadEnvelope, readEnvelope } from './open-envelope.ts';
import { kioskById, lockKiosk } from './queries.ts';
import { keptAtFirst } from './slip-keeping.ts';
import { admitSlip, refuseWhereFull } from './slip-limits.ts';
import { insertSlip, slipById } from './slip-queries.ts';
import { resultsIn, toDelivered } from './slip-results.ts';

type Needs = Pick<Services, 'db' | 'company' | 'clock' | 'log' | 'beacons' | 'limits' | 'visits'>;

/** `may`: before the transaction asks once more. */
type Caller = Pick<KioskCaller, 'kiosk' | 'credentialHash' | 'may'>;

/** reused: the id has another content. */
type Fault = EnvelopeFault | 'reused';

/**
 * Takes in what a kiosk has sealed: each envelope in a transaction of its own, in the order in which they were sent, so that a bad
 * one never takes a good one with it. `visit`: with whose leave, if any; where it does not hold any more, the slips are taken in
 * without it. Throws `signed_out` where the credential is not even good for that.
 *
 *   sent ─▶ read ─▶ known? ─▶ of a kiosk of ours? ─▶ open ─▶ kiosk locked ─▶ entered: received
 *             │       │            │                   │            └─ its credential has ended, or another kiosk sealed it,
 *             └───────┴────────────┴───────────────────┴─▶ refused,     as which the tablet was set up before ─▶ held
 *                                                          and audited
 *
 * Both at once, and the tablet keeps it until it is set up anew: whoever has found an old tablet, or copied what it had, makes up
 * nothing in the name of others.
 */
export async function deliver(
  services: Needs,
  caller: Caller,
  { visit, envelopes }: { visit: string | null; envelopes: readonly unknown[] },
): Promise<Delivery[]> {
  const visited = visit === null ? null : accountVisited(services, visit, caller.kiosk);
  const results: Delivery[] = [];
  for (const sent of envelopes) results.push(await takeInOrPutOff(services, caller, sent, visited));
  return results;
}

function accountVisited({ visits }: Pick<Services, 'visits'>, token: string, { id }: KioskSelf): AccountId | null {
  try {
    const { of } = visits.read(token, id);
    return 'account' in of ? of.account : null;
  } catch (error) {
    // It is over by now: what was saved in it is good all the same.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** Whatever fails here is one envelope's failure; the answers of the others go out. */
async function takeInOrPutOff(
  services: Needs,
  caller: Caller,
  sent: unknown,
  visited: AccountId | null,
): Promise<Delivery> {
  const take = () => takeIn(services, caller, sent, visited);
  try {
    // I3: somebody entered the same in this very moment; the second look finds it.
    return await take().catch((error: unknown) => (isUniqueViolation(error) ? take() : Promise.reject(error)));
  } catch (error) {
    if (error instanceof ProblemError) {
      if (error.problem.code === 'too_many') return putOff(sent, error.problem);
      throw error;
    }
    if (!isTransient(error)) services.log.error({ err: error, envelope: idOf(sent) }, 'an envelope failed');
    return putOff(sent, { code: 'try_again' });
  }
}

async function takeIn(services: Needs, caller: Caller, sent: unknown, visited: AccountId | null): Promise<Delivery> {
  const { db, clock } = services;
  const read = readEnvelope(sent);
  if ('fault' in read) return refuse(services, caller, sent, read.fault);
  const { kiosk: sealedBy } = read.envelope;
  const isOwn = sealedBy === caller.kiosk.id;
  const known = await slipById(db.reader, read.envelope.envelope);
  if (!known && !isOwn) {
    if (caller.may !== 'all') return putOff(sent, { code: 'signed_out' });
    if (!takesFrom(await kioskById(db.reader, sealedBy))) return refuse(services, caller, sent, 'kiosk');
  }
  const opened = known ? null : await openEnvelope(db.reader, read);
  if (opened && 'fault' in opened) return refuse(services, caller, sent, opened.fault);
  if (opened) await admitSlip(services, { by: caller, slip: opened.slip, isOwn, visited });
  const at = clock.now();

  const done = await db.write(async (tx): Promise<Delivery | { fault: Fault }> => {
    // Each of two kiosks may bring what the other one sealed: of both the lower id is locked first.
    if (!isOwn && sealedBy < caller.kiosk.id) await lockKiosk(tx, sealedBy);
    const { may } = await lockCaller(tx, caller.credentialHash, at);
    const present = await slipById(tx, read.envelope.envelope);
    if (present) return present.hash === read.hash ? meetAgain(present, visited) : { fault: 'reused' };
    if (!opened) throw new Error('a slip has gone');
    const { slip } = opened;
    if (!isOwn && may !== 'all') return putOff(sent, { code: 'signed_out' });
    if (!isOwn && !takesFrom(await lockKiosk(tx, sealedBy))) return { fault: 'kiosk' };
    if (may !== 'all' || !isOwn) {
      await hold(tx, slip);
      return answer(slip.id, 'held', null);
    }
    const entered = await enterSlip(tx, services, slip, {
      kiosk: sealedBy,
      provenBy: { visit: visited },
      at,
      receivedAt: at,
    });
    await keepSlip(tx, slip, entered);
    return answer(slip.id, 'received', told(entered.account, entered.results, visited));
  });
  return 'fault' in done ? refuse(services, caller, sent, done.fault) : done;

  async function hold(tx: Writer, slip: KioskSlip): Promise<void> {
    await refuseWhereFull(tx, caller.kiosk.id, isOwn);
    const account = (await accountsByNumber(tx, [slip.account])).get(slip.account)?.id ?? null;
    await keepSlip(tx, slip, { state: 'held', account, results: notEntered(slip) });
    if (isOwn) return;
    const detail = { envelope: slip.id };
    const note = { at: toInstant(at), actor: caller.kiosk.id, subject: sealedBy };
    await appendAudit(tx, { ...note, action: 'kiosk-hand-in-for-another', detail });
  }

  async function keepSlip(
    tx: Writer,
    slip: KioskSlip,
    { state, account, results }: Omit<EnteredSlip, 'state'> & { state: Row<'kiosk_slips'>['state'] },
  ): Promise<void> {
    const { hash } = read as ReadEnvelope;
    await insertSlip(tx, {
      id: slip.id,
      kiosk_id: sealedBy,
      brought_by: isOwn ? null : caller.kiosk.id,
      hash,
      state,
      account_id: account,
      ...keptAtFirst(slip, { waits: state !== 'entered' || results.some(({ outcome }) => outcome !== 'accepted'), at }),
      results: JSON.stringify(results),
      saved_at: savedAt(services, slip, at),
      received_at: toInstant(at),
      settled_at: null,
      settled_by: null,
      note: null,
      emptied_at: null,
    });
  }
}

/** Whether what it sealed is taken in, where another one brings it: a kiosk of ours, in use or revoked. */
const takesFrom = (kiosk: Row<'kiosks'> | undefined): boolean =>
  kiosk !== undefined && kiosk.enrolled_at !== null && kiosk.closed_at === null;

/** C2. */
function savedAt({ beacons }: Pick<Services, 'beacons'>, { capture }: KioskSlip, arrivedAt: number): Instant {
  const clock = { wall: toEpochMs(capture.wall), offset: capture.offset };
  return toInstant(captureInterval(clock, beacons.read(capture.beacon), arrivedAt).best);
}

const meetAgain = (slip: Row<'kiosk_slips'>, visited: AccountId | null): Delivery =>
  answer(
    slip.id,
    slip.state === 'held' ? 'held' : 'duplicate',
    told(slip.account_id, resultsIn(slip).map(toDelivered), visited),
  );

/** Only who proved to be of the account hears of it: to all others the answer is the same, whatever was right. */
const told = <T>(account: AccountId | null, results: T, visited: AccountId | null): T | null =>
  visited !== null && account === visited ? results : null;

/** Notes that it was, and why, without a word of what was sent. Throws `too_many` where that is noted all the time. */
async function refuse(
  { db, clock, limits }: Needs,
  { kiosk: { id: kiosk }, may }: Caller,
  sent: unknown,
  fault: Fault,
): Promise<Delivery> {
  // What comes by credentials that have ended takes nothing from the tablet in use.
  await limits.consume('kiosk-envelope-refused', may === 'all' ? kiosk : `ended ${kiosk}`);
  const at = toInstant(clock.now());
  const envelope = idOf(sent);
  const detail = { why: fault, envelope };
  await db.write((tx) =>
    appendAudit(tx, { at, actor: kiosk, action: 'kiosk-envelope-refused', subject: kiosk, detail }),
  );
  return { envelope: envelope ?? '', outcome: 'refused', problem: problemOf(fault), readings: null };
}

function problemOf(fault: Fault): Problem {
  return fault === 'reused' ? { code: 'id_reused' } : { code: 'malformed', path: fault };
}

/** The id of what cannot be read is told, where there is one, so that the kiosk knows what is meant. */
const idOf = (sent: unknown): SlipId | null =>
  typeof sent === 'object' && sent !== null && 'envelope' in sent && isUuid(sent.envelope) ? sent.envelope : null;

const answer = (
  envelope: SlipId,
  outcome: Delivery['outcome'],
  readings: readonly DeliveredReading[] | null,
): Delivery => ({ envelope, outcome, problem: null, readings });

const putOff = (sent: unknown, problem: Problem): Delivery => ({
  envelope: idOf(sent) ?? '',
  outcome: 'retry',
  problem,
  readings: null,
});
