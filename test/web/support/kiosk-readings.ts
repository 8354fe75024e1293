import type { KioskAccount } from '../../../shared/kiosk-answers.ts';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { KioskEntry } from '../../../web/kiosk/session.ts';
import { coldWater, electricity, flat, history } from './flat.ts';
import { type Stage, type } from './mount.ts';

/** What the server tells of an account: without a word the whole flat, with two years of readings. */
export function foundWith({
  meters = flat,
  readings = history(),
  ...change
}: { meters?: readonly Meter[]; readings?: readonly Reading[] } & Partial<
  Omit<KioskAccount, 'meters'>
> = {}): KioskAccount {
  return {
    visit: { token: 'visit', until: '2026-11-28T07:05:00Z' },
    holder: 'A••• B•••',
    address: 'Rīgas iela 7, dz. ••',
    exceptions: [],
    locked: [],
    ...change,
    meters: meters.map((meter) => ({
      meter,
      building: 'Rīgas iela 7',
      readings: readings.filter(({ meter: of }) => of === meter.id).reverse(),
    })),
  };
}

/** Cold water and both tariffs of electricity, as they were typed. */
export const water: KioskEntry = {
  serial: coldWater.serial,
  service: 'cold-water',
  meter: coldWater,
  typed: ['261.000'],
  claims: noClaims,
};
export const current: KioskEntry = {
  serial: electricity.serial,
  service: 'electricity',
  meter: electricity,
  typed: ['9959.24', '3090.25'],
  claims: noClaims,
};

/** The fields that can be seen, in order. */
export const shownFields = (stage: Stage): HTMLInputElement[] =>
  stage.all<HTMLInputElement>('input').filter((field) => field.checkVisibility());

/** Types this over what stands in the field. */
export async function enter(stage: Stage, text: string, field = 0): Promise<void> {
  const input = shownFields(stage)[field];
  if (!input) throw new Error(`there is no field ${field}`);
  input.select();
  input.setRangeText('');
  type(input, text);
  await stage.settled();
}

export async function press(stage: Stage, name: string): Promise<void> {
  stage.button(name).click();
  await stage.settled();
}

/** What has the focus, through every shadow root. */
export const focused = (root: Document | ShadowRoot = document): Element | null =>
  (root.activeElement?.shadowRoot && focused(root.activeElement.shadowRoot)) || root.activeElement;
