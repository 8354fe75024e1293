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
  @media print {
    th,
    td {
      border-color: #000000;
      color: #000000;
    }
  }
`;
