import { Html } from '../html.ts';

/** Of the mailbox page: one column that is as good on a phone, by day and by night. */
export const mailboxStyles = new Html(`
:root { color-scheme: light dark; --paper: #f6f3eb; --card: #fffdf8; --ink: #1c1b18; --soft: #4f4b42; --line: #dcd6c7; --link: #0b5c8a }
@media (prefers-color-scheme: dark) {
  :root { --paper: #141310; --card: #1e1d19; --ink: #f3f0e7; --soft: #c3bdae; --line: #38352d; --link: #8fc8ee }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem }
h1 { margin: 0.5rem 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.quiet, time { color: var(--soft) }
.none { margin: 2rem 0; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem }
ol { list-style: none; margin: 1rem 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; overflow: hidden }
li + li { border-top: 1px solid var(--line) }
li a { display: block; padding: 0.75rem 1rem; color: inherit; text-decoration: none }
li a:hover { background: var(--paper) }
li a:focus-visible { outline-offset: -3px }
li b { display: block }
.line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: 0.9375rem }
.to { overflow-wrap: anywhere }
time { font-variant-numeric: tabular-nums; white-space: nowrap }
iframe { display: block; width: 100%; height: 62rem; margin: 1rem 0 0; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); resize: vertical }
pre { margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; font: 0.9375rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
`);
