import { css } from 'lit';

/**
 * The measure of a screen: one column, headings, the rhythm between its parts. It is its own container, so that its parts go
 * by the room that they have in letters, not in pixels. On wide screens the column stands in the middle; a list of meters
 * takes the width for two columns, and `.split` puts what has the class `aside` beside the rest.
 */
export const screen = css`
  :host {
    container-type: inline-size;
  }
  .screen {
    display: grid;
    gap: 1.25rem;
    max-width: 42rem;
    min-width: 0;
    margin-inline: auto;
    padding: 1.25rem 1rem 2rem;
    overflow-wrap: break-word;
  }
  .screen > * {
    min-width: 0;
  }
  .title {
    display: grid;
    gap: 0.25rem;
  }
  /* The way back to where one came from: as high as a finger, without taking more room than its line. */
  .back {
    display: flex;
    gap: 0.25rem;
    align-items: center;
    width: fit-content;
    min-height: var(--target);
    margin-block: -0.75rem;
    overflow-wrap: anywhere;
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
  @container (max-width: 26rem) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd + dt {
      margin-top: 0.625rem;
    }
  }
  /* Very large letters on a narrow screen: a word that has no line to itself is broken as the language breaks it. */
  @container (max-width: 15rem) {
    h1 {
      hyphens: auto;
    }
  }
  @media (min-width: 56rem) {
    .screen {
      max-width: 46rem;
      padding: 2.5rem 2rem 3rem;
    }
    h1 {
      font-size: 2rem;
    }
  }
  /* Room for two columns. */
  @container (min-width: 52rem) {
    .screen:has(> .stack > meter-card):not(:has(> meter-entry)),
    .screen.split {
      max-width: 64rem;
    }
    account-switch {
      max-width: 34rem;
    }
    .stack:has(> window-banner) {
      grid-template-columns: minmax(0, 1fr) 19rem;
      align-items: center;
      gap: 0 1.25rem;
    }
    .stack > window-banner {
      grid-row: span 2;
    }
    .stack > window-banner:last-child {
      grid-column: 1 / -1;
    }
    .stack > window-banner ~ p {
      align-self: start;
      padding-top: 0.5rem;
      text-align: center;
    }
    .stack > window-banner + .button:last-child {
      grid-row: span 2;
    }
    .stack:has(> meter-card) {
      grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
      gap: 1rem;
    }
    .stack:has(> meter-card) > :not(meter-card) {
      grid-column: 1 / -1;
    }
    .screen.split {
      grid-template-columns: minmax(0, 1fr) 23rem;
      grid-auto-flow: row dense;
      align-items: start;
    }
    .split > * {
      grid-column: 1;
    }
    .split > .title,
    .split > .across {
      grid-column: 1 / -1;
    }
    .split > .aside {
      grid-column: 2;
      grid-row: span 9;
    }
    .split > .aside.stack {
      grid-template-columns: minmax(0, 1fr);
    }
    .aside .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .aside .facts dd + dt {
      margin-top: 0.625rem;
    }
  }
`;
