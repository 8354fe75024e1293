import { css } from 'lit';

/** A list beside what is chosen of it: a button a line, the chosen one marked at its edge. */
export const choiceList = css`
  ul {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    overflow: hidden;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.0625rem 0.75rem;
    align-items: baseline;
    justify-content: stretch;
    width: 100%;
    min-height: 0;
    padding: 0.5rem 0.875rem;
    border: 0;
    border-inline-start: 4px solid transparent;
    border-radius: 0;
    font-weight: 400;
    text-align: start;
  }
  button:active {
    transform: none;
  }
  button:focus-visible {
    outline-offset: -3px;
  }
  button[aria-current="true"] {
    border-inline-start-color: var(--accent);
    background: var(--well);
  }
  /* What it is about. */
  .topic {
    font-weight: 650;
  }
  .end {
    text-align: end;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .across {
    grid-column: 1 / -1;
  }
`;
