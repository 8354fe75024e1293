import { css } from 'lit';

/** What every element and screen shares: boxes, focus, headings, links, buttons. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
    overflow-wrap: anywhere;
    letter-spacing: -0.01em;
  }
  h1 {
    font-size: 1.75rem;
    font-weight: 650;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1.25rem;
    font-weight: 650;
  }
  h3 {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  :focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 2px;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: 0.9375rem;
  }
  /* A serial, account or telephone number: never broken at its hyphens and spaces while a line can hold it. */
  .whole {
    display: inline-block;
    max-width: 100%;
  }
  .figures {
    font-variant-numeric: tabular-nums lining-nums;
  }
  a {
    color: var(--accent-text);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: var(--target);
    max-width: 100%;
    /* Where the letters are large, what room there is belongs to the word. */
    padding: 0.5rem min(1.125rem, 6vw);
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    /* One long word in very large letters is broken rather than cut off. */
    overflow-wrap: anywhere;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  button:hover,
  .button:hover {
    background: var(--well);
  }
  button:active,
  .button:active {
    transform: translateY(1px);
  }
  .primary,
  .primary:hover {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .primary:hover {
    filter: brightness(1.08);
  }
  .quiet {
    border-color: transparent;
    padding-inline: 0.75rem;
    color: var(--accent-text);
  }
  .wide {
    width: 100%;
  }
  button[disabled],
  button[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media print {
    .primary {
      border-color: #000000;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border: 2px solid ButtonText;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** A slip of paper on the page. */
export const card = css`
  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
    padding: min(1.125rem, 6vw);
  }
`;
