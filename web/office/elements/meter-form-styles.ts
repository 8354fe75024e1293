import { css } from 'lit';

/** The form about a meter: as wide as what is typed, with what stands against it in sight of the button. */
export const meterFormStyles = css`
  form {
    gap: 1rem;
    border-color: var(--line-strong);
  }
  h3:focus {
    outline: none;
  }
  h3 span {
    font-weight: 400;
  }
  h4 {
    margin: 0.25rem 0 0;
    font-size: 1rem;
    font-weight: 650;
  }
  .day {
    max-width: 14rem;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.875rem 1rem;
  }
  .tick {
    display: flex;
    gap: 0.625rem;
    align-items: start;
  }
  .tick input {
    flex: none;
    width: 1.25rem;
    min-height: 1.25rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }
  label.tick > span {
    font-weight: 400;
  }
  .waiting {
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--accent-wash);
  }
  .objections {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--error);
    border-radius: var(--radius-small);
    background: var(--error-wash);
  }
  .objections p {
    display: flex;
    gap: 0.5rem;
  }
`;
