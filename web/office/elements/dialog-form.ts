import { css } from 'lit';
import { office } from '../styles.ts';

/** A form inside a dialog: lines close together, two days side by side, what is wrong below its line. */
export const dialogForm = [
  ...office,
  css`
    form {
      display: grid;
      gap: 0.875rem;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: 0.875rem;
    }
    .error:empty,
    [role="alert"]:empty {
      display: none;
    }
    .field .tick {
      display: flex;
      align-items: start;
      gap: 0.75rem;
      font-weight: 400;
    }
    .tick input {
      flex: none;
      width: 1.5rem;
      min-height: 0;
      height: 1.5rem;
      margin: 0;
      accent-color: var(--accent);
    }
  `,
];
