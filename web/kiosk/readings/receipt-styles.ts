import { css } from 'lit';

/**
 * The receipt on the screen and on paper: a roll of 58 or 80 mm, of which 48 or 72 mm can be printed on, or a sheet of A4. Alone
 * on it, black on white.
 */
export const receiptStyles = css`
  h1 {
    display: flex;
    align-items: start;
    gap: 0.75rem;
  }
  h1 mb-icon,
  .state mb-icon {
    color: var(--accent-text);
  }
  .refused mb-icon {
    color: var(--error);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
  }
  payment-code {
    width: 9rem;
    flex: none;
  }
  .number {
    font-size: 2rem;
    font-weight: 700;
    letter-spacing: 0.04em;
    white-space: nowrap;
  }
  .entries {
    display: grid;
    gap: 0.75rem;
  }
  .entries li {
    display: grid;
    gap: 0.25rem;
    padding-top: 0.75rem;
    border-top: 2px solid var(--line);
  }
  .state {
    display: flex;
    gap: 0.5rem;
    font-weight: 600;
  }
  @media print {
    .said {
      display: none;
    }
    .screen {
      display: block;
      max-width: 72mm;
      margin: 0;
      padding: 0;
    }
    .receipt {
      page: receipt;
      gap: 2mm;
      padding: 0;
      border: 0;
      color: #000000;
      background: #ffffff;
      font-size: 10pt;
      line-height: 1.3;
    }
    .small,
    .lead {
      font-size: inherit;
    }
    .soft,
    .state mb-icon {
      color: #000000;
    }
    .head {
      gap: 2mm;
    }
    .number {
      font-size: 16pt;
    }
    payment-code {
      width: 26mm;
    }
    .facts {
      display: block;
    }
    .facts dt,
    .facts dd {
      display: inline;
    }
    .facts dt::after {
      content: ": ";
    }
    .facts dd::after {
      content: "\\a";
      white-space: pre;
    }
    .entries {
      gap: 2mm;
    }
    .entries li {
      gap: 0.5mm;
      padding-top: 2mm;
      border-top: 1px dashed #000000;
      break-inside: avoid;
    }
    .value b {
      font-size: 1.25em;
    }
  }
`;
