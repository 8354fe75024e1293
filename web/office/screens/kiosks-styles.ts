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
  .actions {
    display: flex;
    justify-content: end;
    gap: 0.375rem;
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
    .actions {
      flex-wrap: wrap;
      justify-content: start;
      margin-top: 0.5rem;
    }
  }
`,
];
