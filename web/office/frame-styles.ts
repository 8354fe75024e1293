import { css } from 'lit';

/** The frame of the office: a bar along the top, the menu down the side, or behind a button where there is no room. */
export const officeFrame = css`
  header {
    gap: 0.25rem 1rem;
    padding: 0.375rem 1rem;
  }
  .brand {
    margin-inline-end: auto;
  }
  .brand small {
    flex: none;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 1rem;
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .who {
    display: grid;
    align-content: center;
    min-height: var(--target);
    color: var(--ink);
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
  }
  .who:hover span {
    text-decoration: underline;
  }
  .who small {
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  header button,
  header select {
    min-height: 2.625rem;
    padding-block: 0.25rem;
    font-size: 0.9375rem;
  }
  .language {
    display: block;
  }
  select {
    max-width: 100%;
    padding-inline: 0.625rem;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  main:focus {
    outline: none;
  }
  .plain {
    display: grid;
    justify-items: start;
    gap: 1rem;
    max-width: 40rem;
    padding: 1.5rem 1.75rem 3rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  nav a {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.875rem;
    border-radius: var(--radius-small);
    color: var(--ink-soft);
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--well);
  }
  nav a[aria-current] {
    background: var(--accent-wash);
    color: var(--ink);
  }
  nav a[aria-current]::before {
    content: "";
    position: absolute;
    inset: 0.5rem auto 0.5rem 0;
    width: 4px;
    border-radius: 0 4px 4px 0;
    background: var(--accent);
  }
  nav a[aria-current] mb-icon {
    color: var(--accent-text);
  }
  /* Where there is no room beside the screen, the menu comes down over it. */
  @media (max-width: 63.99rem) {
    header {
      position: sticky;
      z-index: 6;
      top: 0;
    }
    nav {
      position: fixed;
      z-index: 5;
      inset: var(--bar, 3.75rem) 0 auto;
      max-height: calc(100dvh - var(--bar, 3.75rem));
      overflow-y: auto;
      padding: 0.5rem 0.5rem 1rem;
      border-bottom: 1px solid var(--line);
      background: var(--card);
      box-shadow: 0 24px 60px -20px rgb(0 0 0 / 45%);
    }
    nav:not(.open) {
      display: none;
    }
    nav ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
    }
  }
  @media (max-width: 52rem) {
    header {
      flex-wrap: nowrap;
    }
    header:has(.menu) .language,
    header .who,
    header .sign-out {
      display: none;
    }
    .brand {
      min-width: 0;
      overflow-wrap: break-word;
    }
    .menu {
      flex-shrink: 0;
    }
    .plain {
      padding-inline: 1rem;
    }
  }
  @media (max-width: 26rem) {
    header {
      column-gap: 0.5rem;
    }
    .brand {
      gap: 0.375rem;
      font-size: 0.9375rem;
    }
  }
  .within {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  .within p,
  .within label {
    padding-inline: 0.875rem;
  }
  .within select {
    width: 100%;
    min-height: var(--target);
  }
  .within button {
    margin-inline: 0.875rem;
  }
  @media (min-width: 52.01rem) {
    .within {
      display: none;
    }
  }
  @media (min-width: 64rem) {
    header {
      padding-inline: 1.75rem;
    }
    .menu {
      display: none;
    }
    .frame {
      display: grid;
      grid-template-columns: 15.5rem minmax(0, 1fr);
    }
    .frame.alone {
      grid-template-columns: 1fr;
    }
    nav {
      position: sticky;
      top: 0;
      align-self: start;
      max-height: 100dvh;
      overflow-y: auto;
      padding: 1.25rem 0.5rem 1rem 0.875rem;
    }
    nav ul {
      display: grid;
      gap: 0.125rem;
    }
  }
  @media (forced-colors: active) {
    nav a[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
  @media print {
    nav,
    .skip {
      display: none;
    }
    .frame {
      display: block;
    }
  }
`;
