import { css } from 'lit';

/** The table of a bill's lines; where it has no room each line becomes a card, while the roles in the markup keep it a table. */
export const billLinesStyles = css`
  :host {
    container-type: inline-size;
  }
  th svg {
    display: block;
    width: 100%;
    height: 0.25rem;
    margin-top: 0.375rem;
  }
  .rail {
    fill: var(--well);
  }
  .bar {
    fill: var(--accent);
  }
  tbody th {
    min-width: 8rem;
    overflow-wrap: break-word;
  }
  .amount {
    font-weight: 650;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 650;
    font-size: 1.125rem;
  }
  .method {
    min-height: 1.75rem;
    padding: 0;
    overflow-wrap: normal;
    border: 0;
    color: var(--accent-text);
    font-weight: 500;
    text-align: start;
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
  }
  @container (max-width: 40rem) {
    table,
    tbody,
    tfoot {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    /* The same columns in each card: the bars can be compared, and a long method does not narrow the service's name. */
    tr {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      align-items: baseline;
      padding-block: 0.75rem;
      border-bottom: 1px solid var(--line);
    }
    tfoot tr {
      border-bottom: 0;
    }
    tr > :is(th, td) {
      padding: 0;
      border: 0;
    }
    tbody th {
      grid-area: 1 / 1 / 2 / 5;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    tfoot th {
      grid-area: 1 / 1 / 2 / 4;
    }
    .amount {
      grid-area: 1 / 5 / 2 / 7;
    }
    tfoot .amount {
      grid-column: 4 / 7;
    }
    /* They speak for themselves: 3.400 m³ × 1.32, by meter. */
    .measure {
      grid-column: 1 / 4;
      padding-block: 0.25rem 0;
      text-align: start;
      white-space: normal;
    }
    .how {
      grid-column: 4 / 7;
      justify-self: end;
      text-align: end;
    }
    .measure.none + .how {
      grid-column: 1 / -1;
      justify-self: start;
    }
    td[data-of] {
      display: flex;
      grid-column: 1 / -1;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1rem;
      white-space: normal;
    }
    /* The column's heading, which is out of sight; who hears the table hears it anyway. */
    td[data-of]::before {
      content: attr(data-of);
      content: attr(data-of) / "";
      color: var(--ink-soft);
      font-size: 0.9375rem;
    }
    td:is(.none, .told) {
      display: none;
    }
    .method {
      min-height: var(--target);
      text-align: end;
    }
  }
  /* Large letters on a small phone: one under the other. */
  @container (max-width: 12rem) {
    tr > th,
    tr > .amount,
    tr > .measure,
    tr > .measure.none + .how,
    tr > .how {
      grid-area: auto / 1 / auto / -1;
      justify-self: start;
      text-align: start;
    }
    tfoot tr > :is(th, .amount) {
      grid-area: auto / 1 / auto / -1;
    }
    tbody tr > th {
      justify-self: stretch;
    }
    .amount {
      order: -1;
    }
    tr > th {
      order: -2;
    }
    tfoot :is(th, td) {
      font-size: 1rem;
    }
    .method {
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .rail {
      fill: Canvas;
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }
    .bar {
      fill: CanvasText;
    }
  }
  @media print {
    table {
      font-size: 0.875rem;
    }
    th,
    td {
      padding: 0.375rem;
    }
    th svg {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
    .method {
      min-height: 0;
      color: inherit;
      text-decoration: none;
    }
  }
`;
