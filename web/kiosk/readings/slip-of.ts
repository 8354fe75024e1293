import type { Language } from '../../../shared/company.ts';
import type { MeterAtKiosk } from '../../../shared/kiosk-answers.ts';
import type { RegisterValues, Service } from '../../../shared/meter.ts';
import { formatQuantity } from '../../../shared/quantity.ts';
import { type Claims, noClaims } from '../../../shared/reading.ts';
import type { UnsavedSlip } from '../kiosk-context.ts';
import type { KioskEntry, KioskSession } from '../session.ts';

/** A meter that the kiosk knows, as it goes into the slip: with all digits behind the mark, as it is shown to be read once more. */
export function knownEntry(
  meter: MeterAtKiosk,
  values: Readonly<Record<string, number>>,
  claims: Claims,
  mark: string,
): KioskEntry {
  const typed = meter.registers.map(({ code, decimals }) =>
    formatQuantity((values as RegisterValues)[code] as number, decimals).replace('.', mark),
  );
  return { serial: meter.serial, service: meter.service, meter, typed, claims };
}

/** A meter of which only what was typed is known. `service`: told of one that has no number. */
export const typedEntry = (
  { serial, service = null }: { serial: string; service?: Service | null },
  typed: readonly string[],
): KioskEntry => ({
  serial,
  service,
  meter: null,
  typed,
  claims: noClaims,
});

/** What the summary shows, and nothing else, becomes the slip. Throws where the month is not known: then nothing was read. */
export function slipOf(session: KioskSession, language: Language): UnsavedSlip {
  const { account, serial, contact, period, entries } = session;
  if (period === null) throw new RangeError('a slip is of a month');
  return {
    account,
    serial,
    contact,
    language,
    period,
    readings: entries.map(({ serial: meter, service, typed, claims }) => ({ serial: meter, service, typed, claims })),
  };
}
