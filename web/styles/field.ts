import { css } from 'lit';

/** Ordinary form fields: label above, hint below, a border that can be seen. */
export const field = css`
  label,
  .field {
    display: grid;
    gap: 0.375rem;
  }
  .field label,
  label > span:first-child {
    font-weight: 600;
  }
  input,
  select {
    width: 100%;
    min-height: 3.25rem;
    padding: 0.5rem 0.875rem;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-size: 1.125rem;
  }
  input:focus-visible,
  select:focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 1px;
  }
  input[aria-invalid="true"] {
    border-color: var(--error);
    border-width: 2px;
  }
  .error {
    color: var(--error);
    font-weight: 600;
  }
`;
