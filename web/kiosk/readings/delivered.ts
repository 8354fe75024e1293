import type { Delivery } from '../../../shared/kiosk-answers.ts';

/**
 * The truth about a reading of a slip. received: the company has it. office: the company has it, and somebody of the office looks
 * at it. kept: it is on this tablet and goes out by itself. refused: it did not arrive whole.
 */
export type Delivered = 'received' | 'office' | 'kept' | 'refused';

/** What became of each of so many readings, in the order of the slip. */
export function deliveredOf(delivery: Delivery | null, count: number): Delivered[] {
  const all = (state: Delivered): Delivered[] => Array.from({ length: count }, () => state);
  switch (delivery?.outcome) {
    case undefined:
    case 'retry':
      return all('kept');
    case 'refused':
      return all('refused');
    case 'held':
      return all('office');
    default: {
      const readings = delivery?.readings ?? [];
      // Where it is not told of each, all that is known is that the company has it.
      return all('received').map((state, at) => {
        const outcome = readings[at]?.outcome;
        return outcome === undefined || outcome === 'accepted' ? state : 'office';
      });
    }
  }
}

/** What is to be said of all of them: the gravest. */
export const togetherOf = (states: readonly Delivered[]): Delivered =>
  (['refused', 'kept', 'office'] as const).find((state) => states.includes(state)) ?? 'received';
