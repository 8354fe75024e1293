import { css } from 'lit';

export const conversationStyles = css`
  .stack {
    display: grid;
    gap: 0.875rem;
    min-width: 0;
  }
  h2:focus {
    outline: none;
  }
  .state {
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: 1rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .state.open {
    border-color: var(--warn-line);
    background: var(--warn-wash);
  }
  /* Beside the list there is room for names and values in a row, though not for much more. */
  @container (min-width: 22rem) {
    .facts {
      grid-template-columns: minmax(7rem, auto) minmax(0, 1fr);
    }
    .facts dd + dt {
      margin-top: 0;
    }
  }
  .with select,
  form select {
    width: auto;
    max-width: 100%;
    min-height: var(--target);
    font-size: 1rem;
  }
  form select {
    max-width: 14rem;
  }
  .with label {
    color: var(--ink-soft);
  }
  .message {
    display: grid;
    gap: 0.375rem;
    max-width: 90%;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    justify-self: start;
  }
  .message.office {
    border-color: transparent;
    background: var(--accent-wash);
    justify-self: end;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    justify-content: space-between;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .photos {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .photos img {
    display: block;
    width: 10rem;
    height: 10rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
    object-fit: cover;
  }
  textarea {
    min-height: 7rem;
  }
  .done {
    padding: 0.5rem 0.875rem;
    border-inline-start: 4px solid var(--accent);
    background: var(--card);
    font-weight: 600;
  }
  .tick {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: var(--target);
  }
  .tick input {
    width: 1.25rem;
    min-height: 1.25rem;
    accent-color: var(--accent);
  }
  .newer {
    display: flex;
    gap: 0.5rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--warn-line);
    border-radius: var(--radius-small);
    background: var(--warn-wash);
  }
  @media (hover: none) {
    .hint {
      display: none;
    }
  }
`;
