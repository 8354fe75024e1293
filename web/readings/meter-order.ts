import type { Meter } from '../../shared/meter.ts';

/** Meters that can be read before those taken out, then by service, place and serial. */
export function inOrder(a: Meter, b: Meter): number {
  const key = ({ retiredOn, service, place, serial, id }: Meter): string =>
    [retiredOn === null ? '0' : '1', service, place, serial, id].join('\u0000');
  return key(a) < key(b) ? -1 : 1;
}
