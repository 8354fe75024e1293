import { css } from 'lit';

/** Over `besideKeys`: on a tablet the camera stands beside the heading, where the keys have a column of their own below it. */
export const identifyStyles = css`
  receipt-scan {
    grid-area: scan;
  }
  .scanning:has(receipt-scan) {
    grid-template: "title" auto "scan" auto "typed" 1fr "hand" auto / minmax(0, 1fr);
  }
  /* Where all of it has no room, the keys stay below the field rather than over the camera. */
  @container (max-width: 34rem) {
    .hand {
      position: static;
    }
  }
  .on .primary {
    flex: 3 1 auto;
  }
  .on button {
    flex: 1 1 auto;
  }
  @container (min-width: 24rem) {
    .scanning:has(receipt-scan) {
      grid-template: "title scan" auto "typed typed" 1fr "hand hand" auto / minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (min-width: 34rem) {
    .scanning:has(receipt-scan) {
      grid-template: "title hand" auto "scan hand" auto "typed hand" 1fr / minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  /* The picture of a meter beside what is said of it. */
  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(5rem, 9.5rem);
    gap: 1rem;
    align-items: center;
  }
  .number {
    font-size: 1.25rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
`;
