import { requestDetails } from '../words/trouble-words.ts';
import type { Words } from '../words/words.ts';
import type { DocumentOutcome } from './open-document.ts';

/** What there is to say after a document was asked for; null where it speaks for itself. Words of the area `bills`. */
export function documentNote(words: Words, outcome: DocumentOutcome): string | null {
  if (outcome.done) return outcome.outdated ? words.text('document-outdated') : null;
  const { problem } = outcome;
  if (problem === 'press-again') return words.text('document-press-again');
  if (typeof problem === 'string') return words.text('document-silence', { why: problem });
  return words.text(`problem-${problem.code}`, requestDetails(problem));
}
