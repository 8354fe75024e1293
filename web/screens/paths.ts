import type { ConversationId, MeterId, StatementId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';

/** The parts of "My account" that have a screen of their own. */
export const accountSections = ['email', 'phone', 'password', 'premises', 'devices', 'passkeys'] as const;
export type AccountSection = (typeof accountSections)[number];

/** Every address of the app; `routes.ts` reads them back. Those of links in letters (`/set-password#…`) stand there alone. */
export const paths = {
  home: '/',
  readings: '/readings',
  history: '/periods',
  more: '/more',
  signIn: '/sign-in',
  register: '/register',
  forgotPassword: '/forgot-password',
  account: '/account',
  accountSection: (section: AccountSection) => `/account/${section}`,
  period: (period: Period) => `/periods/${period}`,
  meter: (meter: MeterId) => `/meters/${meter}`,
  bills: '/bills',
  bill: (statement: StatementId) => `/bills/${statement}`,
  support: '/support',
  newConversation: '/support/new',
  conversation: (conversation: ConversationId) => `/support/${conversation}`,
  ledger: '/ledger',
  debt: '/debt',
  pay: '/pay',
  payBill: (statement: StatementId) => `/pay/${statement}`,
} as const;
