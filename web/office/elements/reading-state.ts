import type { Reading } from '../../../shared/reading.ts';
import type { Words } from '../../words/words.ts';

/** How a reading stands. The words are of the area `office-review`. */
export function readingState(
  words: Words,
  { state, adjustment, kind }: Pick<Reading, 'state' | 'adjustment' | 'kind'>,
) {
  const said = words.text(`review-state-${state === 'late' && adjustment ? 'late-accepted' : state}`);
  return kind === 'estimate' ? `${said}, ${words.text('estimate').toLocaleLowerCase(words.locale)}` : said;
}
