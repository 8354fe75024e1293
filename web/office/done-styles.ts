import { css } from 'lit';

/** The line that says what was done last. It is always there, so that it is read out, and takes no room while it is empty. */
export const done = css`
  .done:empty {
    position: absolute;
  }
  .done:not(:empty) {
    padding: 0.625rem 1rem;
    border-radius: var(--radius-small);
    background: var(--accent-wash);
  }
`;
