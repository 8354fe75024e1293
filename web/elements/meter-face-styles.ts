import { css } from 'lit';

/** The plate, the counter in its bezel, and the line of the previous reading, all on one grid of drums. */
export const meterFaceStyles = css`
  :host {
    container-type: inline-size;
    --drums: calc(var(--whole) + var(--fraction));
  }
  .plate {
    display: grid;
    gap: 0.75rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.125rem 0.75rem;
  }
  label,
  .name {
    font-weight: 650;
  }
  .counter {
    position: relative;
    display: grid;
    grid-template-columns:
      repeat(var(--whole), minmax(0, 2.875rem))
      var(--mark-width) repeat(var(--fraction), minmax(0, 2.875rem));
    grid-template-rows: max(3.25rem, calc(var(--digit) * 1.6)) auto;
    --mark-width: 0.75rem;
    --digit: clamp(1rem, calc(100cqi / (var(--drums) + 1.5) * 0.86), 2.25rem);
    justify-content: start;
    column-gap: 2px;
    padding: 0.4375rem 0.4375rem 0;
    border: 1px solid var(--plate-line);
    border-radius: 0.75rem;
    background: var(--plate);
    font-variant-numeric: tabular-nums lining-nums;
    font-size: var(--digit);
    line-height: 1;
    text-align: center;
    width: fit-content;
    max-width: 100%;
  }
  .counter.whole-only {
    --mark-width: 0px;
    grid-template-columns: repeat(var(--whole), minmax(0, 2.875rem));
  }
  .bezel {
    position: absolute;
    inset: -4px;
    grid-row: 1 / 2;
    grid-column: 1 / -1;
    border-radius: 0.5rem;
    background: var(--bezel);
    box-shadow: inset 0 1px 3px rgb(0 0 0 / 70%);
  }
  .drum {
    grid-row: 1;
    position: relative;
    display: grid;
    place-items: center;
    border-radius: 0.25rem;
    overflow: hidden;
    background: linear-gradient(
      var(--drum-edge),
      var(--drum) 22%,
      var(--drum) 78%,
      var(--drum-edge)
    );
    color: var(--drum-rest);
    font-weight: 600;
  }
  .drum.typed {
    color: var(--drum-ink);
  }
  .drum.decimal {
    background: linear-gradient(#4a0f0c, var(--decimal-rest) 22%, var(--decimal-rest) 78%, #4a0f0c);
    color: var(--decimal-rest-ink);
  }
  .drum.decimal.typed {
    background: linear-gradient(var(--decimal-edge), var(--decimal) 22%, var(--decimal) 78%, var(--decimal-edge));
    color: var(--drum-ink);
  }
  .digit {
    animation: roll 160ms ease-out;
  }
  @keyframes roll {
    from {
      transform: translateY(45%);
      opacity: 0.2;
    }
  }
  .mark {
    grid-row: 1;
    position: relative;
    align-self: end;
    padding-bottom: 0.4375rem;
    color: #ffffff;
    font-size: 1.25rem;
    font-weight: 700;
  }
  .selected {
    outline: 2px solid #ffffff;
    outline-offset: -3px;
  }
  .caret::before,
  .caret-end::after {
    content: "";
    position: absolute;
    z-index: 1;
    inset-block: 0.375rem;
    width: 3px;
    border-radius: 2px;
    background: #ffffff;
  }
  .caret::before {
    inset-inline-start: 0;
  }
  .caret-end::after {
    inset-inline-end: 0;
  }
  input {
    position: absolute;
    inset: 0;
    z-index: 2;
    grid-row: 1 / 2;
    grid-column: 1 / -1;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0 0.5rem;
    border: 0;
    border-radius: 0.375rem;
    background: transparent;
    color: transparent;
    caret-color: transparent;
    font: inherit;
    font-weight: 600;
    letter-spacing: 0.05em;
    appearance: none;
    touch-action: manipulation;
  }
  input::selection {
    background: transparent;
  }
  .counter:focus-within {
    outline: 3px solid var(--accent-text);
    outline-offset: 2px;
  }
  input:focus-visible {
    outline: none;
  }
  /* Text that no face can show is shown as it was typed. */
  .unreadable input {
    color: #ffffff;
    caret-color: #ffffff;
    background: var(--bezel);
  }
  .unreadable input::selection {
    background: #ffffff;
    color: #000000;
  }
  .invalid .bezel {
    box-shadow: 0 0 0 3px var(--error);
  }
  .previous {
    grid-row: 2;
    padding-block: 0.375rem 0.4375rem;
    color: var(--ink);
    font-size: max(1rem, calc(var(--digit) * 0.62));
  }
  .previous.same {
    color: var(--ink-soft);
  }
  .caption {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
    gap: 0.125rem;
    padding-top: 0.5rem;
  }
  .beside {
    display: grid;
    gap: 0.625rem;
  }
  .use {
    font-weight: 650;
    font-size: 1.1875rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .use .soft {
    font-weight: 400;
    font-size: 1.0625rem;
  }
  .below {
    color: var(--error);
  }
  .error {
    display: flex;
    gap: 0.5rem;
    color: var(--error);
    font-weight: 600;
  }
  @container (min-width: 34rem) {
    .body {
      display: flex;
      align-items: start;
      gap: 1.5rem;
    }
  }
  .body {
    min-width: 0;
  }
  @media (forced-colors: active) {
    /* Forced colours would bring the field's own text out over the drums. */
    input {
      forced-color-adjust: none;
    }
    .drum {
      border: 1px solid CanvasText;
      background: Canvas;
      color: GrayText;
    }
    .drum.typed {
      color: CanvasText;
      border-width: 2px;
    }
    .drum.decimal {
      border-style: double;
      border-width: 3px;
      background: Canvas;
    }
    .mark {
      color: CanvasText;
    }
    .caret::before,
    .caret-end::after {
      background: Highlight;
    }
    .selected {
      outline-color: Highlight;
    }
    .unreadable input {
      background: Field;
      color: FieldText;
      caret-color: FieldText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .digit {
      animation: none;
    }
  }
`;
