import { css } from 'lit';

export const ledgerCardsStyles = css`
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
  }
  li:not(.rest) {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  /* Laid out when it comes near; until then it is taken to be this high. */
  .later {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(6rem - 2px);
  }
  summary {
    display: grid;
    min-height: calc(6rem - 2px);
    align-content: center;
    grid-template-columns: minmax(0, 1fr) auto 1.25rem;
    align-items: baseline;
    gap: 0.125rem 0.75rem;
    padding: 0.5rem 0.75rem 0.5rem 1.125rem;
    border-radius: var(--radius);
    list-style: none;
    cursor: pointer;
    font-variant-numeric: tabular-nums lining-nums;
    -webkit-tap-highlight-color: transparent;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  summary strong {
    font-weight: 650;
    font-size: 1.0625rem;
  }
  summary .balance {
    font-weight: 650;
    text-align: end;
  }
  summary .soft {
    font-size: 0.875rem;
    line-height: 1.35;
  }
  summary .pair {
    display: block;
  }
  summary .of-balance {
    text-align: end;
  }
  summary .mark {
    grid-area: 1 / 3 / span 2 / 4;
    align-self: center;
    color: var(--ink-soft);
    transition: rotate 0.15s;
  }
  details[open] .mark {
    rotate: 90deg;
  }
  .faulty {
    color: var(--error);
  }
  table,
  tbody,
  tr,
  th,
  td {
    display: block;
  }
  table {
    padding: 0 1.125rem 0.5rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  tr {
    padding-block: 0.625rem;
    border-top: 1px solid var(--line);
  }
  th {
    padding-bottom: 0.125rem;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
  }
  td {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
  }
  td::before {
    flex: 1 1 auto;
    content: attr(data-of);
    content: attr(data-of) / "";
    color: var(--ink-soft);
  }
  td.none {
    display: none;
  }
  td.closing {
    font-weight: 600;
  }
  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .fault {
    color: var(--error);
    font-weight: 650;
    text-decoration: underline wavy 1px;
    text-underline-offset: 0.2em;
  }
  .fault mb-icon {
    order: 1;
    width: 1em;
    height: 1em;
  }
  .fault .figure {
    order: 2;
  }
  @media (forced-colors: active) {
    .fault {
      outline: 1px solid CanvasText;
    }
  }
`;
