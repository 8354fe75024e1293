import { html, type TemplateResult } from 'lit';
import { type ConversationId, isUuid, type MeterId, type StatementId } from '../shared/ids.ts';
import { isPeriod, type Period } from '../shared/period.ts';
import type { NavEntry } from './elements/nav-bar.ts';
import { type AccountSection, accountSections, paths } from './screens/paths.ts';
import type { WordsArea } from './words/load-words.ts';
import type { Words } from './words/words.ts';
import './screens/home.ts';
import './screens/sign-in.ts';

/** For those who are not in yet. The last two are opened by a link in a letter. */
type GettingIn = 'register' | 'forgot-password' | 'set-password' | 'confirm-email';

export type Route =
  | { name: 'home' | 'readings' | 'history' | 'more' | 'sign-in' | 'not-found' | GettingIn }
  | { name: 'bills' | 'ledger' | 'debt' }
  /** Opened by the code that a kiosk shows. */
  | { name: 'at-kiosk' }
  | { name: 'bill'; statement: StatementId }
  /** What is paid: a bill, or null for the whole debt or another amount. */
  | { name: 'pay'; statement: StatementId | null }
  | { name: 'support' | 'new-conversation' }
  | { name: 'conversation'; conversation: ConversationId }
  | { name: 'account'; section: AccountSection | null }
  | { name: 'period'; period: Period }
  | { name: 'meter'; meter: MeterId };

const gettingIn: readonly string[] = [
  'register',
  'forgot-password',
  'set-password',
  'confirm-email',
] satisfies GettingIn[];

/** Open to everybody, whether or not somebody is signed in. */
export const isOpen = ({ name }: Route): boolean => name === 'sign-in' || gettingIn.includes(name);

/** Account numbers never stand in an address. Whatever is no path of ours is `not-found`. */
export function parsePath(path: string): Route {
  const [first = '', second, ...rest] = path.split('/').slice(1);
  if (rest.length > 0) return { name: 'not-found' };
  if (second === undefined || second === '') {
    if (first === '') return { name: 'home' };
    if (first === 'periods') return { name: 'history' };
    if (first === 'account') return { name: first, section: null };
    if (first === 'pay') return { name: first, statement: null };
    if (first === 'bills' || first === 'ledger' || first === 'debt') return { name: first };
    if (first === 'support' || first === 'at-kiosk') return { name: first };
    if (first === 'readings' || first === 'more' || first === 'sign-in') return { name: first };
    if (gettingIn.includes(first)) return { name: first as GettingIn };
    return { name: 'not-found' };
  }
  if (first === 'periods' && isPeriod(second)) return { name: 'period', period: second };
  if (first === 'meters' && isUuid(second)) return { name: 'meter', meter: second };
  if (first === 'bills' && isUuid(second)) return { name: 'bill', statement: second };
  if (first === 'pay' && isUuid(second)) return { name: 'pay', statement: second };
  if (first === 'support' && second === 'new') return { name: 'new-conversation' };
  if (first === 'support' && isUuid(second)) return { name: 'conversation', conversation: second };
  const section = accountSections.find((one) => one === second);
  if (first === 'account' && section) return { name: first, section };
  return { name: 'not-found' };
}

export const navEntries: readonly NavEntry[] = [
  { href: paths.home, icon: 'readings', word: 'nav-readings' },
  { href: paths.bills, icon: 'bills', word: 'nav-bills' },
  { href: paths.ledger, icon: 'ledger', word: 'nav-ledger' },
  { href: paths.more, icon: 'more', word: 'nav-more' },
];

const isSupport = (name: Route['name']): boolean => ['support', 'new-conversation', 'conversation'].includes(name);

/** The menu entry that a route belongs to. */
export function navEntryOf({ name }: Route): string {
  if (['home', 'readings', 'history', 'period', 'meter'].includes(name)) return paths.home;
  if (['bills', 'bill', 'debt', 'pay'].includes(name)) return paths.bills;
  if (name === 'account' || isSupport(name)) return paths.more;
  return name === 'ledger' || name === 'more' ? paths[name] : '';
}

export function titleOf(route: Route, words: Words): string {
  switch (route.name) {
    case 'period':
      return words.text('period-table', { forPeriod: words.forPeriod(route.period) });
    case 'meter':
      return words.text('meter-history');
    case 'account':
      return words.text(route.section ? `account-${route.section}` : 'account-title');
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
  else if (name === 'bills' || name === 'bill') await import('./screens/bills-area.ts');
  else if (name === 'ledger') await import('./screens/ledger.ts');
  else if (name === 'debt' || name === 'pay') await import('./screens/paying-area.ts');
  else if (name === 'more') await import('./screens/more.ts');
  else if (isSupport(name)) await saving(import('./screens/support-area.ts'));
  else if (name === 'account') await import('./screens/account.ts');
  else if (gettingIn.includes(name)) await import('./screens/getting-in.ts');
  else if (name === 'at-kiosk') await import('./screens/at-kiosk.ts');
  else if (name === 'not-found') await import('./screens/not-found.ts');
}

/** A screen on which something is saved or withdrawn: with what the store needs for it (`Store.saveReading`). */
async function saving(screen: Promise<unknown>): Promise<void> {
  await Promise.all([screen, import('./store/save.ts')]);
}

/** What a screen says beside the words that come with the app. */
export function wordsAreasOf({ name }: Route): readonly WordsArea[] {
  if (name === 'readings') return ['readings'];
  if (['history', 'period', 'meter'].includes(name)) return ['readings', 'history'];
  if (['bills', 'bill', 'ledger', 'debt', 'pay'].includes(name)) return ['bills'];
  if (name === 'more') return ['more'];
  if (name === 'account') return ['accounts', 'more'];
  if (isSupport(name)) return ['more', 'readings', 'support'];
  return name === 'at-kiosk' || gettingIn.includes(name) ? ['accounts'] : [];
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
    case 'bills':
      return html`<bills-screen></bills-screen>`;
    case 'bill':
      return html`<bill-screen .statementId=${route.statement}></bill-screen>`;
    case 'ledger':
      return html`<ledger-screen></ledger-screen>`;
    case 'debt':
      return html`<debt-screen></debt-screen>`;
    case 'pay':
      return html`<pay-screen .statementId=${route.statement}></pay-screen>`;
    case 'more':
      return html`<more-screen></more-screen>`;
    case 'account':
      return html`<account-screen .section=${route.section}></account-screen>`;
    case 'support':
      return html`<support-screen></support-screen>`;
    case 'new-conversation':
      return html`<new-conversation-screen></new-conversation-screen>`;
    case 'conversation':
      return html`<conversation-screen .conversation=${route.conversation}></conversation-screen>`;
    case 'sign-in':
      return html`<sign-in-screen></sign-in-screen>`;
    case 'register':
      return html`<register-screen></register-screen>`;
    case 'forgot-password':
      return html`<forgot-password-screen></forgot-password-screen>`;
    case 'set-password':
      return html`<set-password-screen></set-password-screen>`;
    case 'confirm-email':
      return html`<confirm-email-screen></confirm-email-screen>`;
    case 'at-kiosk':
      return html`<at-kiosk-screen></at-kiosk-screen>`;
    default:
      return html`<not-found-screen></not-found-screen>`;
  }
}
