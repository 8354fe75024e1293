import { css } from 'lit';

/** Over `besideKeys`: on a tablet the camera stands beside the heading, where the keys have a column of their own below it. */
export const identifyStyles = css`
  .above > * {
    grid-area: auto;
  }
  .above {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    align-items: center;
  }
  .scanning .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .title h1 {
    flex: 1 1 auto;
    font-size: 1.5rem;
  }
  .scanning #lead {
    flex-basis: 100%;
  }
  /* Where all of it has no room, the keys stay below the field rather than over the camera. */
  @container (max-width: 34rem) {
    .scanning:not(.sightless) .hand {
      position: static;
    }
  }
  @media (max-width: 40rem) {
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
  @container (min-width: 22rem) {
    .above {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @container (min-width: 34rem) {
    .above {
      display: contents;
    }
    .above > .title {
      grid-area: title;
    }
    .above > receipt-scan {
      grid-area: scan;
    }
    .scanning:has(receipt-scan) {
      grid-template: "title hand" auto "scan hand" auto "typed hand" 1fr / minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (min-width: 34rem) {
    .screen:not(.scanning):has(kiosk-keys) {
      grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
    }
  }
  /* The picture of a meter beside what is said of it. */
  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(5rem, 9.5rem);
    gap: 1rem;
    align-items: center;
  }
  @container (max-width: 20rem) {
    .about {
      grid-template-columns: minmax(0, 1fr);
    }
    meter-serial {
      width: min(100%, 9rem);
    }
  }
  .number {
    font-size: 1.25rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
`;
