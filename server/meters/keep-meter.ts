import type { Register } from '../../shared/meter.ts';
import type { AddMeterInput, CorrectMeterInput, MeterChanged, VerifyMeterInput } from '../../shared/meter-forms.ts';
import type { Staff } from '../../shared/staff.ts';
import { accountById } from '../accounts/user-queries.ts';
import { ProblemError } from '../errors.ts';
import type { MeterSeen } from '../review/queries.ts';
import { changeMeter, changeMeters, type Office, refuse, refuseTakenSerial } from './as-seen.ts';
import { deleteRegisters, setSerial } from './office-queries.ts';
import { insertRegisters, metersWithReadings, updateMeter } from './queries.ts';
import { putIn } from './replace-meter.ts';

/** A meter that takes no other one's place. Throws `not_found`. */
export function addMeter(office: Office, staff: Staff, input: AddMeterInput): Promise<MeterChanged> {
  const { account, service, installedOn, reason: _reason, ...face } = input;
  return changeMeters(office, staff, {
    accountOf: async (tx) => {
      const found = await accountById(tx, account);
      if (!found) throw new ProblemError({ code: 'not_found' });
      return found.id;
    },
    work: async (change) => {
      if (installedOn > change.today) refuse([{ code: 'day_in_future' }]);
      await refuseTakenSerial(change, { service, serial: face.serial, id: null });
      const meter = await putIn(change, { service, installedOn, face, replaces: null });
      await change.note({ action: 'add-meter', subject: meter, detail: { account, service, installedOn } });
      return meter;
    },
  });
}

/** W8: the meter was verified, or its verification was entered wrong. */
export function verifyMeter(office: Office, staff: Staff, input: VerifyMeterInput): Promise<MeterChanged> {
  const { verifiedUntil } = input;
  return changeMeter(office, staff, input, async ({ tx, account, versions, note }, meter) => {
    if (meter.retired_on !== null) refuse([{ code: 'meter_retired', retiredOn: meter.retired_on }]);
    await updateMeter(tx, { ...meter, verified_until: verifiedUntil, version: versions.next(account) });
    const detail = { account, before: meter.verified_until, verifiedUntil };
    await note({ action: 'verify-meter', subject: meter.id, detail });
    return meter.id;
  });
}

/** What was entered wrong. With readings only what they do not rest on: serial number, place, verification. */
export function correctMeter(office: Office, staff: Staff, input: CorrectMeterInput): Promise<MeterChanged> {
  const { serial, place, unit, ratio, installedOn, verifiedUntil, registers } = input;
  return changeMeter(office, staff, input, async (change, meter) => {
    const { tx, account, today, versions, note } = change;
    const fixed = fixedChanges(meter, input);
    if (fixed.length > 0 && (await metersWithReadings(tx, [meter])).has(meter.id)) {
      refuse([{ code: 'meter_has_readings' }]);
    }
    if (installedOn > today) refuse([{ code: 'day_in_future' }]);
    if (meter.retired_on !== null && meter.retired_on < installedOn) {
      refuse([{ code: 'day_before_installed', installedOn }]);
    }
    await refuseTakenSerial(change, { service: meter.service, serial, id: meter.id });
    await updateMeter(tx, {
      ...meter,
      place,
      unit,
      ratio,
      installed_on: installedOn,
      verified_until: verifiedUntil,
      version: versions.next(account),
    });
    if (serial !== meter.serial) await setSerial(tx, { meter: meter.id, serial });
    if (fixed.includes('registers')) {
      await deleteRegisters(tx, meter.id);
      await insertRegisters(
        tx,
        registers.map((register) => ({ meter_id: meter.id, account_id: account, ...register })),
      );
    }
    const changed = [
      ...fixed,
      ...(serial === meter.serial ? [] : ['serial']),
      ...(place === meter.place ? [] : ['place']),
      ...(verifiedUntil === meter.verified_until ? [] : ['verifiedUntil']),
    ];
    const detail = { account, changed: changed.join(' ') };
    await note({ action: 'correct-meter', subject: meter.id, detail });
    return meter.id;
  });
}

/** What readings rest on, of what is to change. */
function fixedChanges(meter: MeterSeen, input: CorrectMeterInput): string[] {
  const plain = (registers: readonly Register[]) =>
    registers
      .map(({ code, digits, decimals, initial }) => `${code} ${digits} ${decimals} ${initial}`)
      .sort()
      .join('\n');
  return [
    ...(meter.unit === input.unit ? [] : ['unit']),
    ...(meter.ratio === input.ratio ? [] : ['ratio']),
    ...(meter.installed_on === input.installedOn ? [] : ['installedOn']),
    ...(plain(meter.registers) === plain(input.registers) ? [] : ['registers']),
  ];
}
