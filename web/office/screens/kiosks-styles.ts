import { css } from 'lit';
import { slips } from '../slips-styles.ts';

/** A row a kiosk; where columns have no room, a slip. */
export const kioskList = [
  slips(css`57rem`),
  css`
  .head > :first-child {
    flex: 1 1 24rem;
    min-width: 0;
  }
  .head > button {
    flex: none;
    white-space: nowrap;
  }
  tbody :is(th, td) {
    vertical-align: middle;
  }
  td small {
    display: block;
    color: var(--ink-soft);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  td[data-of] small {
    white-space: normal;
  }
  td small.warned {
    margin-block: 0.25rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 4px solid var(--warn-line);
    color: var(--ink);
    min-width: 9rem;
    max-width: 14rem;
    white-space: normal;
  }
  /* Two columns everywhere, so that the same button stands at the same place in every row. */
  .actions {
    display: grid;
    grid-template-columns: repeat(2, minmax(10.25rem, 1fr));
    gap: 0.375rem;
  }
  tr.revoked .actions {
    grid-template-columns: max-content;
    justify-content: end;
  }
  .actions button {
    white-space: nowrap;
    min-height: 2.5rem;
    padding: 0.25rem 0.625rem;
    font-size: 0.9375rem;
  }
  tr.revoked :is(th, td) {
    color: var(--ink-soft);
  }
  summary {
    min-height: var(--target);
    padding-block: 0.75rem;
    cursor: pointer;
  }
  @container (max-width: 57rem) {
    tr {
      gap: 0.25rem;
    }
    [data-of]::before {
      content: attr(data-of) ": ";
      content: attr(data-of) ": " / "";
      color: var(--ink-soft);
    }
    .actions {
      grid-template-columns: 1fr 1fr;
      max-width: 30rem;
    }
    .actions,
    tr.revoked .actions {
      justify-content: stretch;
      margin-top: 0.5rem;
    }
  }
`,
];
