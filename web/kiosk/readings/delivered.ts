import type { Delivery } from '../../../shared/kiosk-answers.ts';

/**
 * The truth about a reading of a slip. received: it is a reading of the company's by now. office: the company has it, and somebody
 * of the office looks at it. arrived: the company has it, and which of both it is was not told, because the visit had ended. kept: it
 * is on this tablet and goes out by itself. refused: it did not arrive whole.
 */
export type Delivered = 'received' | 'arrived' | 'office' | 'kept' | 'refused';

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
      return all('arrived').map((state, at) => {
        const outcome = readings[at]?.outcome;
        return outcome === undefined ? state : outcome === 'accepted' ? 'received' : 'office';
      });
    }
  }
}

/** What is to be said of all of them: the gravest. */
export const togetherOf = (states: readonly Delivered[]): Delivered =>
  (['refused', 'kept', 'office', 'arrived'] as const).find((state) => states.includes(state)) ?? 'received';
