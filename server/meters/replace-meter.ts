import { v7 } from 'uuid';
import type { MeterId, ReadingId } from '../../shared/ids.ts';
import type { Register, RegisterValues } from '../../shared/meter.ts';
import type { MeterChanged, MeterFace, ReplaceMeterInput, RetireMeterInput } from '../../shared/meter-forms.ts';
import type { Day } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { formatQuantity, parseExactQuantity } from '../../shared/quantity.ts';
import { noClaims } from '../../shared/reading.ts';
import { objections } from '../../shared/review.ts';
import type { Staff } from '../../shared/staff.ts';
import type { Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { readingById } from '../readings/queries.ts';
import { toRival } from '../readings/rows.ts';
import { judgeForOffice } from '../review/judge.ts';
import { enterOfficeReading } from '../review/office-reading.ts';
import { adjusts, lookAtPlace, makeRoom, waits } from '../review/place.ts';
import { type MeterSeen, meterSeen } from '../review/queries.ts';
import { type Change, changeMeter, type Office, refuse, refuseTakenSerial } from './as-seen.ts';
import { insertMeters, insertRegisters } from './queries.ts';
import { takeOut } from './take-out.ts';

/**
 * M6: the replacement of a meter as one event. The old one ends with its final values (`takeOut`), the new one begins with the values
 * that it came with, so that what is used up to its first reading counts from there, and no value of one is ever held against the
 * other's.
 */
export function replaceMeter(office: Office, staff: Staff, input: ReplaceMeterInput): Promise<MeterChanged> {
  const { day, next, waiting, reason } = input;
  return changeMeter(office, staff, input, async (change, old) => {
    await refuseTakenSerial(change, { service: old.service, serial: next.serial, id: null });
    // Before it steps aside for the final values.
    const handedIn = waiting === null ? null : await waitingReading(change, old, waiting);
    const reading = await takeOut(change, old, input);
    const meter = await putIn(change, { service: old.service, installedOn: day, face: next, replaces: old.id });
    const moved =
      handedIn && (await moveReading(change, { old, meter, row: handedIn, override: input.override, reason }));
    await change.note({
      action: 'replace-meter',
      subject: old.id,
      detail: { account: change.account, by: meter, day, reading, ...(moved && { moved }), rollover: input.rollover },
    });
    return meter;
  });
}

/** A meter is taken out, and none comes in its place. */
export function retireMeter(office: Office, staff: Staff, input: RetireMeterInput): Promise<MeterChanged> {
  return changeMeter(office, staff, input, async (change, meter) => {
    const reading = await takeOut(change, meter, input);
    const { day, rollover } = input;
    const detail = { account: change.account, day, reading, rollover };
    await change.note({ action: 'retire-meter', subject: meter.id, detail });
    return meter.id;
  });
}

/** A new meter of the locked account; its serial number is free. */
export async function putIn(
  { tx, account, versions }: Change,
  {
    service,
    installedOn,
    face,
    replaces,
  }: { service: Row<'meters'>['service']; installedOn: Day; face: MeterFace; replaces: MeterId | null },
): Promise<MeterId> {
  const id = v7();
  const { serial, place, unit, ratio, verifiedUntil, registers } = face;
  await insertMeters(tx, [
    {
      id,
      account_id: account,
      version: versions.next(account),
      service,
      serial,
      place,
      unit,
      ratio,
      installed_on: installedOn,
      verified_until: verifiedUntil,
      retired_on: null,
      replaces,
      batch_id: null,
    },
  ]);
  await insertRegisters(
    tx,
    registers.map((register) => ({ meter_id: id, account_id: account, ...register })),
  );
  return id;
}

/** The reading as it waits; throws `changed_meanwhile` where it waits no more. */
async function waitingReading({ tx, account }: Change, old: MeterSeen, id: ReadingId): Promise<Row<'readings'>> {
  const [row] = await readingById(tx, { id, account });
  if (row?.meter_id !== old.id) throw new ProblemError({ code: 'not_found' });
  if (!waits(row)) throw new ProblemError({ code: 'changed_meanwhile' });
  return row;
}

/**
 * What the resident read off the new meter, and could hand in for the old one only, is the new one's reading. A reading is evidence and
 * never rewritten: the new one gets the office's own, as it was captured, and the resident's is superseded.
 */
async function moveReading(
  change: Change,
  { old, meter: id, row, override, reason }: MovedReading,
): Promise<ReadingId> {
  const { tx, company, account, versions, at } = change;
  const meter = await meterSeen(tx, id);
  if (!meter) throw new Error('the new meter is not there');
  const values = shownOn(meter, old, JSON.parse(row.register_values) as RegisterValues);
  const left = await lookAtPlace(tx, { meter: old.id, period: row.period });
  const own = left.readings.find((one) => one.id === row.id);
  // Of a later month than that of the final values it waits still.
  if (own && waits(own)) await makeRoom(tx, { ...left, readings: [own] }, { keep: '', account, versions, at });
  const place = await lookAtPlace(tx, { meter: id, period: row.period });
  const given = adjusts(place);
  if (given !== 'no') refuse([{ code: 'month_given', period: row.period, billed: given === 'billed' }]);
  const { capture } = toRival(row);
  const verdict = await judgeForOffice(tx, company, meter, { ...place, values, claims: noClaims, capture });
  const { problems, stops } = objections(verdict, ({ effect }) => effect !== 'note');
  const refusing = verdict.findings.some(({ effect }) => effect === 'refuse');
  if (problems.length > 0 && (refusing || !override)) refuse(problems, { stops: stops || refusing });
  const decided = await enterOfficeReading(tx, place, {
    account,
    values,
    capture: row,
    supersedes: null,
    problems: verdict.findings.map(({ problem }) => problem),
    reason,
    versions,
    at,
  });
  const detail = { account, meter: id, period: row.period, from: row.id };
  await change.note({ action: 'enter-reading', subject: decided.reading, detail });
  return decided.reading;
}

interface MovedReading {
  old: MeterSeen;
  meter: MeterId;
  row: Row<'readings'>;
  override: boolean;
  reason: string;
}

/** The same digits on another face: nothing is rounded, and what the face does not show is refused. */
function shownOn(
  { registers }: { registers: readonly Register[] },
  old: MeterSeen,
  values: RegisterValues,
): RegisterValues {
  const shown = registers.map((register) => {
    const { code } = register;
    const before = old.registers.find((one) => one.code === code);
    const value = values[code];
    if (!before || value === undefined) return refuse([{ code: 'register_missing', register: code }]);
    const parsed = parseExactQuantity(formatQuantity(value, before.decimals), register);
    return [code, parsed.ok ? parsed.value : refuse([{ ...parsed.problem, register: code } as Problem])];
  });
  return Object.fromEntries(shown);
}
