import { css } from 'lit';

/** What lists of readings share: the values of a reading at the end of its line, what was noticed about it below. */
export const reading = css`
  .values {
    display: grid;
    gap: 0.125rem;
    font-variant-numeric: tabular-nums lining-nums;
    text-align: end;
  }
  .values b {
    font-size: 1.125rem;
    font-weight: 650;
  }
  .notes {
    flex: 1 0 100%;
    grid-column: 1 / -1;
    display: grid;
    gap: 0.5rem;
  }
  .notes:empty {
    display: none;
  }
  @media (max-width: 26rem) {
    .values {
      text-align: start;
    }
  }
`;
