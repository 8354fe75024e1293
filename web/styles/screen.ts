import { css } from 'lit';

/** The measure of a screen: one column, headings, the rhythm between its parts. */
export const screen = css`
  .screen {
    display: grid;
    gap: 1.25rem;
    max-width: 42rem;
    min-width: 0;
    margin-inline: auto;
    padding: 1.25rem 1rem 2rem;
  }
  .screen > * {
    min-width: 0;
  }
  .title {
    display: grid;
    gap: 0.25rem;
  }
  .stack {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .spread {
    justify-content: space-between;
  }
  .grow {
    flex: 1 1 12rem;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8rem, auto) 1fr;
    gap: 0.375rem 1.25rem;
  }
  .facts dt {
    color: var(--ink-soft);
  }
  .facts dd {
    min-width: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 26rem) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd + dt {
      margin-top: 0.625rem;
    }
  }
  @media (min-width: 56rem) {
    .screen {
      margin-inline: 0;
      padding: 2.25rem 2rem 3rem;
    }
    h1 {
      font-size: 2rem;
    }
  }
`;
