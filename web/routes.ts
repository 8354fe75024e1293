import { html, type TemplateResult } from 'lit';
import { isUuid, type MeterId } from '../shared/ids.ts';
import { isPeriod, type Period } from '../shared/period.ts';
import type { NavEntry } from './elements/nav-bar.ts';
import { paths } from './screens/paths.ts';
import type { Words } from './words/words.ts';
import './screens/home.ts';
import './screens/sign-in.ts';

export type Route =
  | { name: 'home' | 'readings' | 'history' | 'more' | 'sign-in' | 'not-found' }
  | { name: 'period'; period: Period }
  | { name: 'meter'; meter: MeterId };

/** Account numbers never stand in an address. Whatever is no path of ours is `not-found`. */
export function parsePath(path: string): Route {
  const [first = '', second, ...rest] = path.split('/').slice(1);
  if (rest.length > 0) return { name: 'not-found' };
  if (second === undefined || second === '') {
    if (first === '') return { name: 'home' };
    if (first === 'periods') return { name: 'history' };
    if (first === 'readings' || first === 'more' || first === 'sign-in') return { name: first };
    return { name: 'not-found' };
  }
  if (first === 'periods' && isPeriod(second)) return { name: 'period', period: second };
  if (first === 'meters' && isUuid(second)) return { name: 'meter', meter: second };
  return { name: 'not-found' };
}

export const navEntries: readonly NavEntry[] = [
  { href: paths.home, icon: 'home', word: 'nav-home' },
  { href: paths.readings, icon: 'readings', word: 'nav-readings' },
  { href: paths.history, icon: 'history', word: 'nav-history' },
  { href: paths.more, icon: 'more', word: 'nav-more' },
];

/** The menu entry that a route belongs to. */
export function navEntryOf({ name }: Route): string {
  if (name === 'period' || name === 'meter' || name === 'history') return paths.history;
  return name === 'home' || name === 'readings' || name === 'more' ? paths[name] : '';
}

export function titleOf(route: Route, words: Words): string {
  switch (route.name) {
    case 'period':
      return words.text('period-table', { forPeriod: words.forPeriod(route.period) });
    case 'meter':
      return words.text('meter-history');
    default:
      return words.text(`${route.name}-title`);
  }
}

/**
 * Fetches the code of a screen. Signing in and home are what every start shows, so they come with the app; rejects where
 * the code of another one cannot be had.
 */
export async function loadScreen({ name }: Route): Promise<void> {
  if (name === 'readings') await saving(import('./screens/readings.ts'));
  else if (name === 'history') await saving(import('./screens/history.ts'));
  else if (name === 'period') await saving(import('./screens/period.ts'));
  else if (name === 'meter') await import('./screens/meter.ts');
  else if (name === 'more') await import('./screens/more.ts');
  else if (name === 'not-found') await import('./screens/not-found.ts');
}

/** A screen on which something is saved or withdrawn: with the rules that the store needs for it (`Store.saveReading`). */
async function saving(screen: Promise<unknown>): Promise<void> {
  await Promise.all([screen, import('./store/saving.ts')]);
}

export function renderScreen(route: Route): TemplateResult {
  switch (route.name) {
    case 'home':
      return html`<home-screen></home-screen>`;
    case 'readings':
      return html`<readings-screen></readings-screen>`;
    case 'history':
      return html`<history-screen></history-screen>`;
    case 'period':
      return html`<period-screen .period=${route.period}></period-screen>`;
    case 'meter':
      return html`<meter-screen .meterId=${route.meter}></meter-screen>`;
    case 'more':
      return html`<more-screen></more-screen>`;
    case 'sign-in':
      return html`<sign-in-screen></sign-in-screen>`;
    default:
      return html`<not-found-screen></not-found-screen>`;
  }
}
