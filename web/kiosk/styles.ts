import { css } from 'lit';
import { controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';

/** The measure of a kiosk's screens: one column, one task, very large. `kiosk` is all that a screen needs. */
const measure = css`
  :host {
    container-type: inline-size;
  }
  .screen {
    display: grid;
    gap: 1.25rem;
    max-width: 36rem;
    min-width: 0;
    margin-inline: auto;
    padding: 1.25rem 1.25rem 2rem;
    overflow-wrap: break-word;
  }
  .screen > * {
    min-width: 0;
  }
  /* Where there is room beside it: what is typed into, and the keys. */
  .split {
    display: grid;
    gap: 1.25rem;
  }
  @container (min-width: 40rem) {
    .screen:has(> .split) {
      max-width: 60rem;
    }
    .split {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
  }
  .lead {
    font-size: 1.125rem;
  }
  .small {
    font-size: max(24px, 0.9375rem);
  }
  .stack {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  .row > .grow {
    flex: 1 1 8rem;
  }
  .spread {
    justify-content: space-between;
  }
  .card {
    display: grid;
    gap: 0.75rem;
    padding: 1rem 1.25rem;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  button,
  .button {
    min-height: var(--target);
    padding-inline: 1rem;
    border-width: 2px;
  }
  input {
    min-height: var(--target);
    border-width: 2px;
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
    -webkit-user-select: text;
    user-select: text;
  }
  .failure,
  .notice {
    display: flex;
    gap: 0.75rem;
    padding: 0.875rem 1rem;
    border-radius: var(--radius-small);
  }
  .failure {
    background: var(--error-wash);
    color: var(--error);
    font-weight: 600;
  }
  .notice {
    border: 2px solid var(--warn-line);
    background: var(--warn-wash);
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8rem, auto) 1fr;
    gap: 0.375rem 1.25rem;
  }
  .facts dt {
    color: var(--ink-soft);
  }
  .facts dd {
    min-width: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 26rem) {
    .screen {
      padding-inline: 1rem;
    }
    .facts {
      grid-template-columns: 1fr;
    }
    .facts dd + dt {
      margin-top: 0.5rem;
    }
  }
  @media (max-width: 40rem) {
    .small {
      font-size: 0.9375rem;
    }
  }
`;

export const kiosk = [controls, field, measure];
