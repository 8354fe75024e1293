import { css } from 'lit';

/**
 * A screen whose hand – the keys, if there are any, and what leads on – is always in reach: at the lower edge, above the frame's
 * own, or beside what is typed where there is room for both.
 */
export const besideKeys = css`
  /* What sticks stays within its area of a grid, by the letter; in a column it has all of it. */
  .screen {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    padding-block: 0.75rem 0;
  }
  .title {
    grid-area: title;
  }
  .typed {
    grid-area: typed;
  }
  .title,
  .typed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.25rem;
  }
  .typed {
    gap: 1rem;
  }
  .hand {
    grid-area: hand;
    position: sticky;
    z-index: 1;
    bottom: var(--footer, 0);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding-block: 0.75rem;
    background: var(--paper);
    /* Letters reach a little over their boxes. */
    box-shadow: -0.5rem 0 var(--paper), 0.5rem 0 var(--paper);
  }
  .on {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .on .primary {
    flex: 2 1 10rem;
  }
  .on button {
    flex: 1 1 6rem;
    min-width: min-content;
    padding: 0.25rem 0.75rem;
    overflow-wrap: normal;
    line-height: 1.15;
  }
  @container (min-width: 34rem) {
    .screen:has(kiosk-keys) {
      display: grid;
      max-width: 60rem;
      grid-template: "title hand" auto "typed hand" 1fr / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 2rem;
    }
    .screen:has(kiosk-keys) .hand {
      top: 0.25rem;
      align-self: start;
      gap: 0.5rem;
      padding-block: 0;
    }
    .screen:has(kiosk-keys) .on {
      gap: 0.5rem;
    }
    .screen:has(kiosk-keys) .on button {
      padding-inline: 0.375rem;
    }
    .screen:has(kiosk-keys) .on .primary {
      flex-basis: 8rem;
    }
  }
  /* Letters grow with the screen’s, keys do not: all of them are to be seen at once. */
  @media (min-width: 40.01rem) {
    .screen:has(kiosk-keys) .hand {
      --target: 72px;
    }
  }
  /* Letters have six rows there, in half of a width that is no height. */
  @media (min-width: 40.01rem) and (max-height: 900px) {
    .hand kiosk-keys[layout="text"] {
      --target: 60px;
    }
    .on button {
      font-size: min(1rem, 26px);
    }
  }
  @media (max-width: 40rem) {
    .on .primary {
      flex-basis: 7rem;
    }
  }
  /* The largest letters in the smallest window: the keys alone would fill it. */
  @media (max-width: 40rem) {
    :host-context(html[large]) .hand:has(kiosk-keys) {
      position: static;
    }
  }
  @media print {
    .hand {
      display: none;
    }
  }
`;
