import { css } from 'lit';

export const progressStyles = css`
  .months {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .months button {
    min-width: var(--target);
    padding: 0.5rem;
  }
  .months button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .months strong {
    min-width: 9.5rem;
    text-align: center;
  }
  .next {
    padding: 0.875rem 1.125rem;
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--card);
    line-height: 1.6;
    text-wrap: pretty;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 1rem 1.5rem;
  }
  .tiles > div {
    display: grid;
    gap: 0.125rem;
    align-content: start;
  }
  .tiles .main {
    grid-column: span 2;
  }
  .tiles dt {
    color: var(--ink-soft);
  }
  .tiles dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    align-items: baseline;
  }
  .tiles b {
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.2;
  }
  .tiles .main .small,
  .tiles div:not(.main) .small {
    flex-basis: 100%;
  }
  .pair {
    display: grid;
    gap: 1.25rem;
  }
  section {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    min-width: 0;
  }
  section tbody :is(th, td) {
    padding-block: 0.4375rem;
  }
  section tbody th {
    font-weight: 400;
  }
  tbody tr:last-child :is(th, td) {
    border-bottom: 0;
  }
  .work li {
    display: flex;
    gap: 1rem;
    justify-content: space-between;
    padding-block: 0.4375rem;
    border-bottom: 1px solid var(--line);
  }
  .work li:last-child {
    border-bottom: 0;
  }
  @container (min-width: 52rem) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
