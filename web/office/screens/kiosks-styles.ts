import { css } from 'lit';
import { slips } from '../slips-styles.ts';

/** A row a kiosk; where columns have no room, a slip. */
export const kioskList = [
  slips(css`48rem`),
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
  td small.warned {
    margin-block: 0.25rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 4px solid var(--warn-line);
    color: var(--ink);
    min-width: 9rem;
    max-width: 14rem;
    white-space: normal;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.375rem;
  }
  tr:not(.revoked) .actions {
    min-width: 15rem;
  }
  .actions button {
    flex: none;
    white-space: nowrap;
    min-height: 2.5rem;
    padding-block: 0.25rem;
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
  @container (max-width: 48rem) {
    tr {
      gap: 0.25rem;
    }
    [data-of]::before {
      content: attr(data-of) ": ";
      content: attr(data-of) ": " / "";
      color: var(--ink-soft);
    }
    tr:not(.revoked) .actions {
      min-width: 0;
    }
    .actions {
      justify-content: start;
      margin-top: 0.5rem;
    }
  }
`,
];
