import { css } from 'lit';

/** As high as a finger that is not steady; as wide as there is room. */
export const kioskKeysStyles = css`
  :host {
    width: 100%;
    container-type: inline-size;
  }
  .keys {
    display: grid;
    gap: 0.375rem;
  }
  .pad {
    grid-template: repeat(4, minmax(var(--target), auto)) / repeat(4, minmax(0, 1fr));
    max-width: 32rem;
    margin-inline: auto;
  }
  .row {
    display: flex;
    gap: inherit;
  }
  button {
    flex: 1 1 0;
    min-width: 0;
    min-height: var(--target);
    padding: 0;
    border: 2px solid var(--line-strong);
    background: var(--card);
    font-size: min(1.5rem, 5.25cqi);
    overflow-wrap: normal;
    white-space: nowrap;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .pad button {
    font-size: min(1.875rem, 10cqi);
    font-variant-numeric: tabular-nums lining-nums;
  }
  button.word {
    background: var(--well);
    font-size: min(1rem, 3.3cqi);
    line-height: 1.1;
    white-space: normal;
  }
  .pad button.word {
    font-size: min(1.25rem, 5cqi);
  }
  button.clear {
    flex-grow: 1.5;
  }
  button.space {
    flex-grow: 2;
  }
  /* Two rows of what types no sign, where one has no room for the words. */
  @container (max-width: 680px) {
    .row.acts {
      flex-wrap: wrap;
    }
    .acts button {
      flex-basis: 15cqi;
    }
    .acts .space {
      flex-basis: 38cqi;
    }
    .acts .clear {
      flex-basis: 28cqi;
    }
    .acts button.word {
      font-size: min(1rem, 5cqi);
    }
  }
  svg {
    width: 1.5em;
    height: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tall {
    grid-row: span 2;
  }
  button:active {
    transform: none;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  button[aria-pressed="true"] {
    border-color: var(--ink);
    border-width: 3px;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
