import { css } from 'lit';

/** What stands around every screen, of residents and of the office: the way past the menu, the bar along the top. */
export const frame = css`
  :host {
    min-height: 100dvh;
  }
  .skip {
    position: absolute;
    z-index: 10;
    inset: 0.5rem auto auto 0.5rem;
    padding: 0.75rem 1rem;
    background: var(--card);
    border-radius: var(--radius-small);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    border-bottom: 1px solid var(--line);
    background: var(--card);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-height: var(--target);
    color: var(--ink);
    font-weight: 650;
    text-decoration: none;
  }
  .brand mb-icon {
    color: var(--accent-text);
  }
  main {
    display: block;
    min-width: 0;
  }
  @media print {
    header {
      display: none;
    }
  }
`;
