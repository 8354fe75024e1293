import { css } from 'lit';

/** What the screens have in common on which somebody gets in: one narrow column, one form, one thing to do. */
export const entrance = css`
  .screen {
    max-width: 30rem;
    margin-inline: auto;
  }
  form {
    display: grid;
    gap: 1.125rem;
  }
  .card {
    display: grid;
    gap: 1.125rem;
  }
  /* Nothing to say takes no room, not even a gap, and is there to be heard when it comes. */
  form [role="status"]:empty {
    position: absolute;
  }
  .go {
    min-height: 3.5rem;
    font-size: 1.125rem;
  }
`;
