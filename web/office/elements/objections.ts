import { css, html, nothing } from 'lit';
import type { Meter } from '../../../shared/meter.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Words } from '../../words/words.ts';
import { findingText } from '../finding-words.ts';

/** What the rules have against what the office wants. */
export interface Objections {
  problems: readonly Problem[];
  /** No override helps. */
  stops: boolean;
}

/** Them in words, with the tick (`#override`) by which the office stands by it. `missing`: it was not ticked. */
export const renderObjections = (
  words: Words,
  objections: Objections | null,
  { meter, missing }: { meter: Meter; missing: boolean },
): unknown =>
  objections === null
    ? nothing
    : html`<div class="objections" role="alert">
        <strong>${words.text(objections.stops ? 'review-stops' : 'review-objections')}</strong>
        <ul>
          ${objections.problems.map((problem) => html`<li>${findingText(words, problem, meter)}</li>`)}
        </ul>
        ${
          objections.stops
            ? nothing
            : html`<label class="tick"><input id="override" type="checkbox" /><span>${words.text('review-override')}</span></label>
                ${missing ? html`<p class="error">${words.text('review-override-missing')}</p>` : nothing}`
        }
      </div>`;

/** Boxes to tick, and the objections. */
export const objectionStyles = css`
  .tick {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-height: 2rem;
  }
  .tick input {
    flex: none;
    width: 1.25rem;
    min-height: 1.25rem;
    accent-color: var(--accent);
  }
  .tick span {
    font-weight: 400;
  }
  .objections {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--warn-line);
    border-radius: var(--radius-small);
    background: var(--warn-wash);
  }
`;
