import { css } from 'lit';

/** Without the styles that all elements share: each of their rules is asked for every cell. */
export const ledgerTableStyles = css`
  :host {
    display: block;
    --names: 9rem;
    --beside: 0.625rem;
    --line-height: 2rem;
    --month: calc(6 * var(--line-height));
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .frame:focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 2px;
  }
  .frame {
    max-height: calc(100dvh - 3rem);
    overflow: auto;
    overscroll-behavior-x: contain;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  table,
  tbody,
  thead {
    display: block;
  }
  table {
    --ledger-digit: 1ch;
    width: calc(
      var(--names) + var(--total) + var(--services) * var(--service) +
      (var(--services) + 1) * 2 * var(--beside)
    );
    min-width: 100%;
    font-size: 0.9375rem;
    line-height: 1.25;
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* Laid out when it comes near. */
  .later {
    content-visibility: auto;
    contain-intrinsic-block-size: var(--month);
  }
  tr {
    display: flex;
  }
  /* Lines and grounds are the rows' affair: to paint them for every cell would take as long as the figures. */
  tbody tr {
    height: var(--line-height);
    align-items: stretch;
    border-bottom: 1px solid var(--line);
    box-sizing: border-box;
  }
  th,
  td {
    box-sizing: border-box;
    flex: 0 0 auto;
    width: calc(var(--service) + 2 * var(--beside));
    padding: 0.375rem var(--beside);
    text-align: end;
    white-space: nowrap;
  }
  .name {
    width: var(--names);
    text-align: start;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .total {
    width: calc(var(--total) + 2 * var(--beside));
    font-weight: 600;
  }
  .closing {
    border-bottom-color: var(--line-strong);
    font-weight: 600;
  }
  .closing th {
    color: var(--ink);
    font-weight: 600;
  }
  thead {
    position: sticky;
    z-index: 2;
    top: 0;
  }
  thead th {
    display: flex;
    flex-direction: column;
    justify-content: end;
    padding-block: 0.625rem;
    border-bottom: 1.5px solid var(--line-strong);
    background: var(--card);
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.2;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /* What a figure belongs to stays in sight: the row's name and the total at the left, the services above. */
  .name,
  .total {
    position: sticky;
    z-index: 1;
    left: 0;
    background: var(--card);
  }
  .total {
    left: var(--names);
    border-inline-end: 1px solid var(--line);
  }
  .month th {
    flex: 1 1 auto;
    padding-inline: 0;
    background: var(--well);
    text-align: start;
  }
  .month span {
    position: sticky;
    left: 0;
    padding-inline: 0.625rem;
    font-weight: 650;
  }
  .fault {
    background: var(--error-wash);
    color: var(--error);
    font-weight: 650;
    text-decoration: underline wavy 1px;
    text-underline-offset: 0.2em;
  }
  .fault mb-icon {
    width: 1em;
    height: 1em;
    margin-inline-end: 0.25em;
    vertical-align: -0.125em;
  }
  @media (forced-colors: active) {
    .fault {
      outline: 2px solid CanvasText;
      outline-offset: -2px;
    }
  }
  @media print {
    .frame {
      max-height: none;
      overflow: visible;
      border: 0;
    }
    /* A real table, one page wide; its headings come again on every page. */
    table {
      display: table;
      width: 100%;
      border-collapse: collapse;
      font-size: 6.25pt;
    }
    thead {
      display: table-header-group;
      position: static;
    }
    tbody {
      display: table-row-group;
      break-inside: avoid;
    }
    .later {
      content-visibility: visible;
    }
    tbody tr,
    tr {
      display: table-row;
      height: auto;
    }
    th,
    td,
    thead th,
    .month th {
      display: table-cell;
      width: auto;
      padding: 1.5pt 2pt;
      border-color: #000000;
      background: none;
      color: #000000;
    }
    thead th {
      font-size: 5.5pt;
      vertical-align: bottom;
    }
    .name,
    .total,
    .month span {
      position: static;
      padding-inline: 0;
    }
  }
`;
