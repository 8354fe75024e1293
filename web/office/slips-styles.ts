import { type CSSResult, css } from 'lit';

/** A table that has no room for its columns below `width`: each row becomes a slip, its cells below each other. */
export const slips = (width: CSSResult): CSSResult => css`
  @container (max-width: ${width}) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      padding-block: 0.875rem;
      border-bottom: 1px solid var(--line);
    }
    tbody :is(th, td) {
      display: block;
      padding: 0;
      border: 0;
    }
  }
`;
