import { css } from 'lit';

/**
 * A bill on the screen and on paper: a sheet of A4, or a roll of 58 or 80 mm, which is as narrow as its printer says. Where its
 * table has no room each line becomes a slip by itself.
 */
export const billStyles = css`
  .amount {
    font-size: min(2.5rem, 11.5vw);
    font-weight: 650;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  /* Whole between what stands above and below the screens, also on a tablet that lies on its side. */
  payment-code {
    width: min(100%, 22rem, 55vh);
    justify-self: center;
  }
  .print-only {
    display: none;
  }
  @media print {
    .print-only {
      display: block;
    }
    .no-print {
      display: none;
    }
    .screen {
      display: block;
      max-width: none;
      padding: 0;
    }
    .card {
      gap: 2mm;
      padding: 3mm 0;
      border: 0;
      border-top: 1px solid #000000;
      border-radius: 0;
      background: #ffffff;
      color: #000000;
      font-size: 10pt;
    }
    .paying {
      break-inside: avoid;
    }
    .amount {
      font-size: 18pt;
    }
    .soft {
      color: #000000;
    }
    .small {
      font-size: inherit;
    }
    .facts {
      grid-template-columns: minmax(0, auto) minmax(0, 1fr);
      gap: 0.5mm 3mm;
    }
    .facts dd + dt {
      margin-top: 0;
    }
    payment-code {
      width: min(6cm, 100%);
      justify-self: start;
    }
  }
`;
