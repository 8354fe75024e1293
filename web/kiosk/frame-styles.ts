import { css } from 'lit';

/** What stands around every screen of the kiosk: a bar above for seeing and language, one below for help. */
export const kioskFrame = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  main {
    flex: 1;
    min-width: 0;
  }
  main:focus {
    outline: none;
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    padding: 0.375rem 0.75rem;
    background: var(--card);
  }
  header {
    border-bottom: 2px solid var(--line);
  }
  footer {
    flex-wrap: nowrap;
    column-gap: 0.5rem;
    position: sticky;
    z-index: 2;
    bottom: 0;
    border-top: 2px solid var(--line);
  }
  .brand {
    margin-inline-end: auto;
    font-weight: 650;
  }
  fieldset {
    display: flex;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  button {
    min-width: 72px;
    padding: 0.25rem 0.75rem;
    border-width: 2px;
    position: relative;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .short {
    padding-inline: 0.25rem;
  }
  .larger {
    font-size: 1.375rem;
  }
  .half {
    width: 1.25rem;
    height: 1.25rem;
    border: 0.125rem solid currentColor;
    border-radius: 50%;
    background: linear-gradient(90deg, currentColor 50%, transparent 50%);
  }
  /* One row, whatever the language: its words break instead. */
  footer button {
    min-width: min-content;
    padding-inline: 0.625rem;
    overflow-wrap: normal;
    line-height: 1.15;
  }
  @media (max-width: 40rem) {
    :host-context(html[large]) header:has(fieldset) .brand {
      display: none;
    }
  }
  @media (max-width: 1000px) {
    :host-context(html[large]) footer button mb-icon {
      display: none;
    }
  }
  .emergency {
    flex: 1 1 auto;
    min-width: min-content;
  }
  .offline,
  .ending {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.75rem;
  }
  .offline {
    flex-wrap: nowrap;
    border-bottom: 2px solid var(--line);
    background: var(--well);
  }
  .offline mb-icon {
    flex: none;
  }
  .waiting {
    color: var(--ink-soft);
    font-size: max(24px, 0.9375rem);
  }
  .ending {
    position: sticky;
    z-index: 3;
    top: 0;
    border-bottom: 3px solid var(--warn-line);
    background: var(--warn-wash);
    font-weight: 600;
  }
  .ending p {
    flex: 1 1 12rem;
  }
  .moment {
    display: grid;
    align-content: center;
    justify-items: center;
    padding: 2rem;
  }
  .help {
    display: grid;
    gap: 0.75rem;
  }
  .help b {
    white-space: nowrap;
  }
  @media (max-width: 40rem) {
    .waiting {
      font-size: 0.9375rem;
    }
    button {
      min-width: 3rem;
    }
    header {
      flex-wrap: nowrap;
      column-gap: 0.375rem;
    }
    header .short {
      min-width: 2.25rem;
    }
    .brand {
      flex: 1 0 auto;
    }
    footer {
      column-gap: 0.375rem;
      padding-inline: 0.5rem;
      font-size: 0.9375rem;
    }
    footer button {
      padding-inline: 0.375rem;
      font-size: inherit;
    }
    footer mb-icon {
      display: none;
    }
  }
  @media print {
    :host {
      display: block;
    }
    header,
    footer,
    .offline,
    .ending {
      display: none;
    }
  }
`;
