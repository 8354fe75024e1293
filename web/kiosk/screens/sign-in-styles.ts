import { css } from 'lit';

/** Side by side where there is room: by password and by phone. Under each other once the keys are there. */
export const signInStyles = css`
  .screen {
    grid-template-columns: minmax(0, 1fr);
  }
  form {
    display: contents;
  }
  /* Above the bar at the bottom. */
  kiosk-keys {
    scroll-margin-bottom: 4rem;
  }
  @container (min-width: 40rem) {
    .screen {
      grid-template: "title title" auto "typed phone" auto "on on" auto / minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
      max-width: 60rem;
    }
    .screen.met {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: "title" "phone" "on";
      max-width: 36rem;
    }
    .screen.typing {
      grid-template-areas: "title title" "typed typed" "keys keys" "on on" "phone phone";
    }
    h1 {
      grid-area: title;
    }
    .typed {
      grid-area: typed;
    }
    kiosk-keys {
      grid-area: keys;
    }
    .on {
      grid-area: on;
    }
    .phone {
      grid-area: phone;
    }
    .typing .typed {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .typing .typed > :is(h2, .failure) {
      grid-column: 1 / -1;
    }
  }
`;
