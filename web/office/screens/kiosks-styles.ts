import { css } from 'lit';

/** A row a kiosk; where columns have no room, a slip. */
export const kioskList = css`
  [role="status"]:empty {
    position: absolute;
  }
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
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      gap: 0.25rem;
      padding-block: 0.875rem;
      border-bottom: 1px solid var(--line);
    }
    tbody :is(th, td) {
      display: block;
      padding: 0;
      border: 0;
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
`;
