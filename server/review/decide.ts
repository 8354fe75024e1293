import { toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { type Claims, noClaims, rolledOver, type Verdict } from '../../shared/reading.ts';
import { type Decided, objections } from '../../shared/review.ts';
import type { AcceptInput, CorrectInput, RefuseInput } from '../../shared/review-forms.ts';
import type { Staff } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { closeSlipsOf } from '../kiosks/slip-keeping.ts';
import { claimsOf } from '../readings/judge-again.ts';
import { toRival } from '../readings/rows.ts';
import { everyRegister, judgeForOffice } from './judge.ts';
import { enterOfficeReading } from './office-reading.ts';
import { makeRoom, settle } from './place.ts';
import type { MeterSeen } from './queries.ts';
import { waitingAsSeen } from './waiting.ts';

type Office = Pick<Services, 'db' | 'clock' | 'company'>;

/**
 * The office lets a reading stand: its rivals are superseded (C4). Where billing has the month it becomes an adjustment
 * (W6, I9). What the rules refuse by now takes an override. Whether it passed zero the office may decide (M5): a reading
 * is evidence and never rewritten, so another decision than the resident's is a reading of the office's own.
 */
export function acceptReading(
  { db, clock, company }: Office,
  staff: Staff,
  { reading, seen, rollover, override, reason }: AcceptInput,
): Promise<Decided> {
  return db.write(async (tx): Promise<Decided> => {
    const { row, place, meter, versions } = await waitingAsSeen(tx, { reading, seen });
    const at = toInstant(clock.now());
    const verdict = await judgeWaiting(tx, company, meter, row, rollover);
    const { problems, stops } = objections(verdict, ({ effect }) => effect === 'refuse');
    if (problems.length > 0 && (stops || !override)) return { done: false, problems, stops };
    const account = row.account_id;
    const found = verdict.findings.map(({ problem }) => problem);
    let decided: Extract<Decided, { done: true }>;
    if (rollover !== null && Number(rolledOver(found)) !== row.rollover) {
      decided = await enterOfficeReading(tx, place, {
        account,
        values: JSON.parse(row.register_values) as RegisterValues,
        capture: row,
        supersedes: row.id,
        problems: found,
        reason,
        versions,
        at,
      });
    } else {
      const made = await makeRoom(tx, place, { keep: row.id, account, versions, at });
      await settle(tx, row, { ...made, reason, versions, at });
      decided = { done: true, reading: row.id, state: made.state, adjustment: made.adjustment === 1 };
    }
    await versions.write();
    await closeSlipsOf(tx, account, at);
    await appendAudit(tx, {
      at,
      actor: staff.id,
      action: 'accept-reading',
      subject: row.id,
      detail: {
        account,
        became: decided.reading,
        adjustment: decided.adjustment,
        ...(rollover !== null && { rollover }),
        ...(problems.length > 0 && { overridden: problems.map(({ code }) => code).join(' ') }),
      },
    });
    return decided;
  });
}

/**
 * The office enters what it knows better, with a reason that the resident reads. The rules warn as they would a resident
 * (M, U); with `override` the office stands by it.
 */
export function correctReading(
  { db, clock, company }: Office,
  staff: Staff,
  { reading, seen, values, rollover, override, reason }: CorrectInput,
): Promise<Decided> {
  return db.write(async (tx): Promise<Decided> => {
    const { row, place, meter, versions } = await waitingAsSeen(tx, { reading, seen });
    const at = toInstant(clock.now());
    const verdict = await judgeForOffice(tx, company, meter, {
      ...place,
      values: values as RegisterValues,
      claims: { ...noClaims, rollover: rollover ? everyRegister(meter) : [] },
      capture: toRival(row).capture,
    });
    const { problems, stops } = objections(verdict, ({ effect }) => effect !== 'note');
    if (problems.length > 0 && (stops || !override)) return { done: false, problems, stops };
    const account = row.account_id;
    const decided = await enterOfficeReading(tx, place, {
      account,
      values: values as RegisterValues,
      capture: row,
      supersedes: row.id,
      problems: verdict.findings.map(({ problem }) => problem),
      reason,
      versions,
      at,
    });
    await versions.write();
    await closeSlipsOf(tx, account, at);
    await appendAudit(tx, {
      at,
      actor: staff.id,
      action: 'correct-reading',
      subject: row.id,
      detail: {
        account,
        became: decided.reading,
        adjustment: decided.adjustment,
        ...(problems.length > 0 && { overridden: problems.map(({ code }) => code).join(' ') }),
      },
    });
    return decided;
  });
}

/** The office says no, and why. What stands beside it goes on standing. */
export function refuseReading(
  { db, clock }: Office,
  staff: Staff,
  { reading, seen, reason }: RefuseInput,
): Promise<Decided> {
  return db.write(async (tx): Promise<Decided> => {
    const { row, versions } = await waitingAsSeen(tx, { reading, seen });
    const at = toInstant(clock.now());
    await settle(tx, row, { state: 'refused', adjustment: 0, reason, versions, at });
    await versions.write();
    await closeSlipsOf(tx, row.account_id, at);
    const detail = { account: row.account_id };
    await appendAudit(tx, { at, actor: staff.id, action: 'refuse-reading', subject: row.id, detail });
    return { done: true, reading: row.id, state: 'refused', adjustment: false };
  });
}

/** Today's verdict on a reading as it was handed in; `rollover`: as the office decides instead (null: as declared). */
export async function judgeWaiting(
  tx: Writer,
  company: Services['company'],
  meter: MeterSeen,
  row: Row<'readings'>,
  rollover: boolean | null,
): Promise<Verdict> {
  // M3: an estimate is held against nothing.
  if (row.kind === 'estimate') return { outcome: 'accepted', findings: [] };
  const said = (await claimsOf(tx, row)) ?? noClaims;
  const declared = row.rollover === 1 && said.rollover.length === 0 ? everyRegister(meter) : said.rollover;
  const claims: Claims = {
    ...said,
    rollover: rollover === null ? declared : rollover ? everyRegister(meter) : [],
    // Who decides that it passed zero has decided that it was not replaced.
    replaced: rollover === true ? false : said.replaced,
  };
  return judgeForOffice(tx, company, meter, {
    meter: row.meter_id,
    period: row.period,
    values: JSON.parse(row.register_values) as RegisterValues,
    claims,
    capture: toRival(row).capture,
  });
}
