import { plainAmount } from '../../shared/amount.ts';
import { isAuditAction } from '../../shared/audit-actions.ts';
import type { AuditDetailValue, AuditParty, AuditRow } from '../../shared/audit-forms.ts';
import type { Language } from '../../shared/company.ts';
import { type EpochMs, isInstant, toEpochMs } from '../../shared/instant.ts';
import { services } from '../../shared/meter.ts';
import { isDay, isPeriod } from '../../shared/period.ts';
import { staffRoles } from '../../shared/staff.ts';
import type { Words } from '../words/words.ts';
import { auditFacts } from './audit-facts.ts';

export const actionText = (words: Words, action: string): string =>
  isAuditAction(action) ? words.text(`audit-action-${action}`) : action;

/** Who or what it is, as an office calls it; of what is no more the end of its id. */
export function partyText(words: Words, { kind, id, name }: AuditParty): string {
  const short = id.slice(-8);
  switch (kind) {
    case 'staff':
      return name ?? short;
    case 'user':
      return name ?? words.text('audit-deleted', { id: short });
    case 'account':
      return words.text('audit-account-of', { number: name ?? short });
    case 'period':
      return isPeriod(id) ? words.period(id) : id;
    case 'reading':
    case 'window':
      return words.text(`audit-${kind}-name`, { period: name !== null && isPeriod(name) ? words.period(name) : short });
    case 'conversation':
      return words.text('audit-conversation-name');
    case 'portal':
      return words.text('audit-portal-name');
    case 'text':
      return texts[id] === undefined ? id : words.text(texts[id]);
    default:
      return words.text(`audit-${kind}-name`, { name: name ?? short });
  }
}

const texts: Readonly<Record<string, string>> = {
  anybody: 'audit-anybody',
  'command line': 'audit-command-line',
  demo: 'audit-demo',
  portal: 'audit-portal-name',
};

/** Work on files has a page of its own. */
const ofFiles: ReadonlySet<string> = new Set(['start-import', 'start-attach', 'start-undo']);

/** Details in this order, the others after them. */
const first = ['kind', 'period', 'account', 'user', 'reason'];

export function inOrder(detail: AuditRow['detail']): AuditRow['detail'] {
  const place = ({ key }: AuditRow['detail'][number]) => (first.includes(key) ? first.indexOf(key) : first.length);
  return [...detail].sort((one, other) => place(one) - place(other));
}

/** Where more is to be seen of it; null: nowhere. Of somebody deleted nothing is left to see. */
export function partyPath({ kind, id, name, account }: AuditParty, action: string | null = null): string | null {
  if (kind === 'job') return action !== null && ofFiles.has(action) ? `/office/exchange/job/${id}` : null;
  if (kind === 'user') return name === null ? null : `/office/people/${id}`;
  if (kind === 'conversation') return `/office/support/${id}`;
  if (kind === 'period') return `/office/windows/${id}`;
  if (kind === 'batch') return `/office/exchange/batch/${id}`;
  if (kind === 'staff') return '/office/staff';
  if (kind === 'kiosk') return '/office/kiosks';
  return account === null ? null : `/office/accounts/${account.id}`;
}

export const factName = (words: Words, key: string): string =>
  auditFacts.has(key) ? words.text(`audit-fact-${key}`) : key;

export function factText(words: Words, { key, value }: AuditRow['detail'][number], now: EpochMs): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return words.text(value ? 'audit-yes' : 'audit-no');
  if (typeof value === 'number') return isMoney(key, value) ? plainAmount(value) : String(value);
  return (
    termText(words, key, value) ?? timeText(words, value, now) ?? (key === 'hash' ? `${value.slice(0, 12)}…` : value)
  );
}

const isMoney = (key: string, value: AuditDetailValue): boolean =>
  (key === 'amount' || key === 'refunded') && Number.isSafeInteger(value);

const files: ReadonlySet<string> = new Set([
  'accounts',
  'meters',
  'readings',
  'statements',
  'ledger',
  'payments',
  'pdfs',
  'acknowledgement',
  'readings-out',
]);

const named: Readonly<Record<Language, true>> = { en: true, lv: true, ru: true };

/** What has words elsewhere: kinds, roles, languages, services. */
function termText(words: Words, key: string, value: string): string | null {
  if (key === 'action' || key === 'why') return actionText(words, value);
  if (key === 'kind' && files.has(value)) return words.text(`audit-file-${value}`);
  if ((staffRoles as readonly string[]).includes(value)) return words.text(`role-${value}`);
  if (key === 'language' && Object.hasOwn(named, value)) return words.text(`language-${value}`);
  if (key === 'service' && (services as readonly string[]).includes(value)) return words.text(`service-${value}`);
  return null;
}

function timeText(words: Words, value: string, now: EpochMs): string | null {
  if (isInstant(value)) return words.moment(toEpochMs(value), now);
  if (isDay(value)) return words.date(value);
  return isPeriod(value) ? words.period(value) : null;
}
