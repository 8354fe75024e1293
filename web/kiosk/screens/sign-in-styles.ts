import { css } from 'lit';

/** Over `besideKeys`: side by side where there is room, by password and by phone, until the keys are there. */
export const signInStyles = css`
  form {
    display: contents;
  }
  .phone {
    grid-area: phone;
  }
  .screen {
    padding-bottom: 1rem;
  }
  @container (min-width: 34rem) {
    .screen.typing {
      grid-template: "title hand" auto "typed hand" auto "phone phone" 1fr / minmax(0, 1fr) minmax(0, 1fr);
      row-gap: 0.75rem;
    }
  }
  @container (min-width: 30rem) {
    .screen:not(.typing) {
      display: grid;
      grid-template: "title title" auto "typed phone" auto "hand hand" auto / minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
      max-width: 60rem;
    }
    .screen.met {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: "title" "phone" "hand";
      max-width: 36rem;
    }
  }
  /* What it is about says the heading; beside the keys every line counts. */
  .typing .card {
    padding-block: 0.75rem;
  }
`;
