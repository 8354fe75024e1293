import type { Meter } from '../../shared/meter.ts';

type Placed = Pick<Meter, 'retiredOn' | 'service' | 'place' | 'serial' | 'id'>;

/** Meters that can be read before those taken out, then by service, place and serial. */
export function inOrder(a: Placed, b: Placed): number {
  const key = ({ retiredOn, service, place, serial, id }: Placed): string =>
    [retiredOn === null ? '0' : '1', service, place, serial, id].join('\u0000');
  return key(a) < key(b) ? -1 : 1;
}
