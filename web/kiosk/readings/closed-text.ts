import type { MeterAtKiosk } from '../../../shared/kiosk-answers.ts';
import type { Words } from '../../words/words.ts';
import type { MeterState } from './round.ts';

/** Why nothing can be typed for a meter now; and of the others where they stand. */
export function closedText(words: Words, { retiredOn }: MeterAtKiosk, state: MeterState): string {
  switch (state.kind) {
    case 'closed':
      return words.text('kiosk-readings-closed', {
        forPeriod: words.forPeriod(state.next.period),
        from: words.day(state.next.opensOn, 'from'),
        until: words.day(state.next.closesOn, 'until'),
      });
    case 'elsewhen':
      return words.text('kiosk-readings-elsewhen', { forPeriod: words.forPeriod(state.period) });
    case 'retired':
      return words.text('problem-meter_retired', { day: retiredOn === null ? '' : words.date(retiredOn) });
    case 'given':
      return words.text('kiosk-readings-given', { forPeriod: words.forPeriod(state.reading.period) });
    case 'open':
      return words.text('state-none');
  }
}
