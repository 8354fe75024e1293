import { isSameSerial } from './identity.ts';
import type { MeterId } from './ids.ts';
import type { KioskReading } from './kiosk-slip.ts';
import { isRetired, type Meter, type Register, type RegisterValues, registersInOrder } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';
import { parseQuantity } from './quantity.ts';

/** Which meter a reading of a slip is of, and which value each register has; else all that does not fit. */
export type ResolvedReading =
  | { ok: true; meter: MeterId; values: RegisterValues }
  | { ok: false; problems: readonly Problem[] };

/** What a reading of a slip means (V2, V4), by the meters that the account has. */
export function resolveReading(
  { serial, service, typed }: Pick<KioskReading, 'serial' | 'service' | 'typed'>,
  period: Period,
  meters: readonly Meter[],
): ResolvedReading {
  const [meter, another] = metersNamed({ serial, service }, period, meters);
  if (!meter) return { ok: false, problems: [{ code: 'meter_unknown' }] };
  if (another) return { ok: false, problems: [{ code: 'meter_unclear' }] };
  const { values, problems } = readTyped(meter.registers, typed);
  return problems.length === 0 ? { ok: true, meter: meter.id, values } : { ok: false, problems };
}

/** The meters that a serial number may be of: one, where it is clear. */
export function metersNamed(
  { serial, service }: Pick<KioskReading, 'serial' | 'service'>,
  period: Period,
  meters: readonly Meter[],
): readonly Meter[] {
  const named = meters.filter(
    (meter) => isSameSerial(meter.serial, serial) && (service === null || service === meter.service),
  );
  // One that was taken out before gives way to the one that hangs there now.
  const read = named.filter((meter) => !isRetired(meter, period));
  return read.length > 0 ? read : named;
}

/** The typed texts, in the order in which the registers stand on the meter: that of their codes. */
export function readTyped(
  registers: readonly Register[],
  typed: readonly string[],
): { values: RegisterValues; problems: readonly Problem[] } {
  const inOrder = registersInOrder(registers);
  const values: Record<string, number> = {};
  const problems: Problem[] = [];
  for (const [at, register] of inOrder.entries()) {
    const text = typed[at];
    const value = text === undefined ? null : parseQuantity(text, register);
    if (value === null) problems.push({ code: 'register_missing', register: register.code });
    else if (value.ok) values[register.code] = value.value;
    else problems.push({ ...value.problem, register: register.code } as Problem);
  }
  // What is too much has no code: it is named by its place.
  const surplus = typed.slice(inOrder.length);
  problems.push(
    ...surplus.map((_, at): Problem => ({ code: 'register_unknown', register: `${inOrder.length + at + 1}` })),
  );
  return { values, problems };
}
