import { css } from 'lit';

/** What the parts of the exchange share: counts beside each other, bars, notes, tables that hold files. */
export const exchangeStyles = css`
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
    gap: 0.5rem;
  }
  .counts > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--card);
  }
  .counts dt {
    color: var(--ink-soft);
    font-size: 0.9375rem;
    line-height: 1.3;
  }
  .counts dd {
    font-size: 1.375rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .counts .wrong dd {
    color: var(--error);
  }
  progress {
    width: 100%;
    height: 0.75rem;
    accent-color: var(--accent);
  }
  .note {
    display: flex;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-radius: var(--radius-small);
    background: var(--accent-wash);
  }
  .note mb-icon,
  .failure mb-icon {
    flex: none;
    margin-top: 0.125rem;
  }
  .mark {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 1rem;
    font-size: 0.875rem;
    font-weight: 400;
    white-space: nowrap;
  }
  .mark.wrong {
    border-color: var(--error);
    color: var(--error);
  }
  .frame {
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--card);
  }
  .frame :is(th, td) {
    padding: 0.4375rem 0.75rem;
    font-size: 0.9375rem;
  }
  .frame :is(th, td):first-child {
    padding-inline-start: 0.75rem;
  }
  .frame :is(th, td):last-child {
    padding-inline-end: 0.75rem;
  }
  .frame tbody tr:last-child :is(th, td) {
    border-bottom: 0;
  }
  section {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    min-width: 0;
  }
  section > * {
    min-width: 0;
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    font-weight: 400;
  }
  .tick input {
    flex: none;
    width: 1.5rem;
    min-height: 0;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .wrap {
    overflow-wrap: anywhere;
  }
`;
