import { css } from 'lit';
import { controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { table } from '../styles/table.ts';

/** The measure of the office's screens: a desk's width, lists first, tools over them. `office` is all that a screen needs. */
const desk = css`
  :host {
    container-type: inline-size;
  }
  .screen {
    display: grid;
    gap: 1.25rem;
    max-width: 76rem;
    min-width: 0;
    padding: 1.5rem 1.75rem 3rem;
    overflow-wrap: break-word;
  }
  .screen > * {
    min-width: 0;
  }
  /* What is out of sight in a wide table scrolls with it, and widens no page. */
  .frame {
    position: relative;
  }
  /* Back to the list that a page is one of. */
  .up {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    width: fit-content;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem;
  }
  .tools > .grow {
    flex: 1 1 14rem;
  }
  .card {
    display: grid;
    gap: 0.75rem;
    padding: 1.125rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .spread {
    justify-content: space-between;
  }
  .failure {
    display: flex;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-radius: var(--radius-small);
    background: var(--error-wash);
    color: var(--error);
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(9rem, auto) 1fr;
    gap: 0.25rem 1.25rem;
  }
  .facts dt {
    color: var(--ink-soft);
  }
  .facts dd {
    min-width: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  /* A list beside what is chosen of it. */
  .beside {
    display: grid;
    gap: 1.25rem;
  }
  @container (min-width: 58rem) {
    .beside {
      grid-template-columns: minmax(18rem, 2fr) 3fr;
      align-items: start;
    }
  }
  @container (max-width: 34rem) {
    .screen {
      padding: 1.25rem 1rem 2.5rem;
    }
    .facts {
      grid-template-columns: 1fr;
    }
    .facts dd + dt {
      margin-top: 0.5rem;
    }
  }
`;

export const office = [controls, field, table, desk];
