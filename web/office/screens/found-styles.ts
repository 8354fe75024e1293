import { css } from 'lit';

/** A search and what it found: a link a line, whose columns the screen lays out. */
export const found = css`
  form {
    display: grid;
    gap: 0.5rem;
  }
  .list {
    display: grid;
    gap: 0.75rem;
    /* What is found comes and goes while it is typed; what stands below does not jump about. */
    min-height: 24rem;
    align-content: start;
  }
  .list > button {
    width: fit-content;
  }
  .found {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    overflow: hidden;
  }
  li a {
    display: grid;
    gap: 0.125rem 1rem;
    padding: 0.625rem 0.75rem;
    border-bottom: 1px solid var(--line);
    color: var(--ink);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  li:last-child a {
    border: 0;
  }
  li a:hover {
    background: var(--well);
  }
  li a:focus-visible {
    outline-offset: -3px;
  }
  strong {
    color: var(--accent-text);
  }
`;
