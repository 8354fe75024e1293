import { css } from 'lit';

/** Room for several lines, as the fields of `field.ts` look; it grows with what is typed. */
export const textArea = css`
  textarea {
    width: 100%;
    max-height: 60dvh;
    padding: 0.625rem 0.875rem;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    line-height: 1.5;
    resize: vertical;
    field-sizing: content;
  }
  textarea:focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 1px;
  }
  textarea[aria-invalid="true"] {
    border-color: var(--error);
    border-width: 2px;
  }
`;
