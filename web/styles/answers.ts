import { css } from 'lit';

/** A question in a dialog: its text, and its answers one below the other. */
export const answers = css`
  .answers,
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    overflow-wrap: anywhere;
  }
  button {
    padding-inline: min(1.125rem, 4vw);
    hyphens: auto;
  }
`;
