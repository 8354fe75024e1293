import { css } from 'lit';

/** What entering a reading and the reading that was entered share: faces below each other, and what can be done. */
export const entryStyles = css`
  .faces,
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }
  .faces {
    gap: 1.5rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .actions .primary {
    flex: 1 1 12rem;
  }
  /* Large type on a small phone: the longest word still fits. */
  button {
    padding-inline: min(1.125rem, 4vw);
    overflow-wrap: anywhere;
  }
`;
