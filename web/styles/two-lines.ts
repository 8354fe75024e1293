import { css } from 'lit';

/**
 * For a table whose rows become slips (`styles/table`): two lines of each, what it is and the sum on the first, and what is
 * `.about` it on the second.
 */
export const twoLines = css`
  /* Below it the card's own edge is the line. */
  .slips tbody tr:last-child,
  .slips tbody tr:last-child > * {
    border-bottom: 0;
  }
  @container (max-width: 21rem) {
    .slips tbody tr > * {
      flex: 1 1 auto;
    }
    .slips tbody .number {
      flex: 0 1 auto;
      order: 1;
    }
    .slips tbody .about {
      flex: 1 1 100%;
      order: 2;
      justify-content: start;
      color: var(--ink-soft);
    }
  }
`;
