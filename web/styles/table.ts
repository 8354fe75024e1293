import { css } from 'lit';

/** Tables as on a bill: hair lines, figures under each other. Wide ones scroll inside their own frame. */
export const table = css`
  .frame {
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: 0.625rem 0.75rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    border-bottom: 1.5px solid var(--line-strong);
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.25;
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 600;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  thead .number {
    white-space: normal;
  }
  /* Where three columns have no room the rows become slips of two lines; the roles in the markup keep them a table. */
  @container (max-width: 21rem) {
    .slips,
    .slips tbody {
      display: block;
    }
    .slips thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .slips tr {
      display: flex;
      flex-wrap: wrap;
      padding-block: 0.5rem;
      border-bottom: 1px solid var(--line);
    }
    .slips tbody :is(th, td) {
      display: flex;
      flex: 1 1 100%;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 0.75rem;
      padding: 0;
      border: 0;
      white-space: normal;
    }
    /* The column's heading, which is out of sight; who hears the table hears it anyway. */
    .slips [data-of]::before {
      content: attr(data-of);
      content: attr(data-of) / "";
      color: var(--ink-soft);
    }
  }
  @media print {
    th,
    td {
      border-color: #000000;
      color: #000000;
    }
  }
`;
