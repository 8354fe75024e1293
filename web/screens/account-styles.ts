import { css } from 'lit';

/** What the parts of "My account" share: forms, notes of what came of it, lists. */
export const accountStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  form.card,
  .card > form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125rem;
  }
  .card > button,
  .card > .button,
  .card > form > .button {
    justify-self: start;
  }
  .card > .wide {
    justify-self: stretch;
  }
  .present {
    display: grid;
    gap: 0.125rem;
    overflow-wrap: anywhere;
  }
  .parts {
    display: grid;
    gap: 1.25rem;
  }
  .error {
    color: var(--error);
    font-weight: 600;
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5rem 0.75rem;
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--warn-line);
    border-radius: var(--radius-small);
    background: var(--warn-wash);
  }
  .trouble mb-icon {
    position: relative;
    top: 0.3em;
  }
  .trouble p {
    flex: 1 1 12rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: var(--target);
  }
  .choice input {
    width: 1.5rem;
    height: 1.5rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  .choice p {
    grid-column: 2;
  }
  .done h2 {
    display: flex;
    gap: 0.5rem;
  }
  .done h2:focus {
    outline: none;
  }
  .done mb-icon {
    color: var(--accent-text);
  }
  .items > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding-block: 0.75rem;
    border-bottom: 1px solid var(--line);
  }
  .items > li:first-child {
    padding-top: 0;
  }
  .items > li:last-child {
    padding-bottom: 0;
    border-bottom: 0;
  }
  .items .what {
    display: grid;
    flex: 1 1 12rem;
    gap: 0.125rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .items .quiet {
    margin-inline: -0.75rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .answers {
    display: grid;
    gap: 0.625rem;
  }
  /* Nothing to say takes no room, and is there to be heard when it comes. */
  [role="status"]:empty,
  [role="alert"]:empty {
    position: absolute;
  }
  @media (forced-colors: active) {
    .items .quiet {
      margin-inline: 0;
    }
    .trouble {
      border: 2px solid CanvasText;
    }
  }
`;
