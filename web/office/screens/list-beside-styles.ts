import { css } from 'lit';

/** A list (`.list`), and beside it what is chosen of it; on a narrow screen one or the other (`.chosen`), with a way `.back`. */
export const listBeside = css`
  .list {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
  }
  .back {
    display: none;
  }
  @container (min-width: 58rem) {
    .list {
      position: sticky;
      top: 1rem;
      max-height: calc(100dvh - 2rem);
      overflow-y: auto;
    }
  }
  @container (max-width: 57.99rem) {
    .chosen .list {
      display: none;
    }
    .chosen .back {
      display: inline-flex;
      margin-bottom: 0.75rem;
    }
  }
`;
