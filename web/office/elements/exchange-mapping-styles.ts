import { css } from 'lit';

/** A line for each field of ours: its name, where in the file it stands, and what stands there. */
export const mappingStyles = css`
      .settings {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.875rem;
        align-items: end;
      }
      input,
      select {
        min-height: 2.75rem;
        font-size: 1rem;
      }
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--card);
      }
      li {
        display: grid;
        grid-template-columns: minmax(9rem, 3fr) minmax(0, 5fr) minmax(0, 4fr);
        gap: 0.375rem 1rem;
        align-items: center;
        padding: 0.5rem 0.75rem;
        border-bottom: 1px solid var(--line);
      }
      li:last-child {
        border: 0;
      }
      li.missing {
        box-shadow: inset 3px 0 var(--error);
      }
      li > label {
        gap: 0;
      }
      li > label .soft {
        font-weight: 400;
      }
      details {
        grid-column: 2 / -1;
      }
      @container (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        details {
          grid-column: 1;
        }
      }
    `;
