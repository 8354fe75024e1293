import { type AuditSubjectKind, auditActions, isAuditAction } from '../../shared/audit-actions.ts';
import type { AuditDetailValue, AuditParty, AuditRow } from '../../shared/audit-forms.ts';
import { isUuid } from '../../shared/ids.ts';
import { isPeriod } from '../../shared/period.ts';
import type { Reader, Row } from '../db/tables.ts';
import { type Called, type LookedUp, lookups } from './party-queries.ts';

/** What a detail is an id of. */
const kindsOfDetails: Readonly<Record<string, LookedUp>> = {
  account: 'account',
  batch: 'batch',
  became: 'reading',
  by: 'meter',
  conversation: 'conversation',
  from: 'reading',
  into: 'user',
  meter: 'meter',
  merged: 'user',
  moved: 'reading',
  person: 'user',
  reading: 'reading',
  replaces: 'window',
  to: 'staff',
  upload: 'upload',
  user: 'user',
};

/** Who does something: people, and programs that have ids of their own. */
const kindsOfActors: readonly LookedUp[] = ['staff', 'user', 'kiosk', 'key'];

type Known = Readonly<Record<LookedUp, ReadonlyMap<string, Called>>>;

/** The entries of a page with everybody and everything that they name, as it is called today. */
export async function namedRows(db: Reader, rows: readonly Row<'audit'>[]): Promise<AuditRow[]> {
  const entries = rows.map((row) => ({
    row,
    detail: Object.entries(JSON.parse(row.detail) as Record<string, AuditDetailValue>),
  }));
  const wanted = new Map<LookedUp, Set<string>>();
  const want = (kind: LookedUp, id: unknown): void => {
    if (!isUuid(id)) return;
    const ids = wanted.get(kind);
    if (ids) ids.add(id);
    else wanted.set(kind, new Set([id]));
  };
  for (const { row, detail } of entries) {
    for (const kind of kindsOfActors) want(kind, row.actor);
    const kind = subjectKindOf(row);
    for (const one of kind === 'user' ? (['user', 'staff'] as const) : isLookedUp(kind) ? [kind] : []) {
      want(one, row.subject);
    }
    for (const [key, value] of detail) for (const one of kindsOfDetail(key)) want(one, value);
  }
  const known = Object.fromEntries(
    await Promise.all(
      (Object.keys(lookups) as LookedUp[]).map(async (kind) => {
        const ids = [...(wanted.get(kind) ?? [])];
        const found = ids.length === 0 ? [] : await lookups[kind](db, ids);
        return [kind, new Map(found.map((one) => [one.id, one]))] as const;
      }),
    ),
  ) as unknown as Known;
  return entries.map(({ row, detail }) => ({
    seq: row.seq,
    at: row.at,
    actor: actorOf(row.actor, known),
    action: row.action,
    subject: subjectOf(row, known),
    detail: detail.map(([key, value]) => ({ key, value, party: detailParty(key, value, known) })),
  }));
}

const isLookedUp = (kind: AuditSubjectKind): kind is LookedUp => Object.hasOwn(lookups, kind);

const subjectKindOf = ({ action }: Row<'audit'>): AuditSubjectKind =>
  isAuditAction(action) ? auditActions[action] : 'nothing';

/** A person is mostly a resident. */
const kindsOfDetail = (key: string): LookedUp[] => {
  const kind = kindsOfDetails[key];
  if (!kind) return [];
  return key === 'person' ? ['user', 'staff'] : [kind];
};

function party(kind: AuditParty['kind'], id: string, found: Called | undefined): AuditParty {
  const { name = null, account = null, number = null } = found ?? {};
  return { kind, id, name, account: account === null || number === null ? null : { id: account, number } };
}

function actorOf(actor: string, known: Known): AuditParty {
  for (const kind of kindsOfActors) {
    const found = known[kind].get(actor);
    if (found) return party(kind, actor, found);
  }
  // Of people only residents go for good.
  return party(isUuid(actor) ? 'user' : 'text', actor, undefined);
}

function subjectOf(row: Row<'audit'>, known: Known): AuditParty | null {
  const { subject } = row;
  if (subject === '') return null;
  const kind = subjectKindOf(row);
  // An export of nothing has no batch: what is noted is the month.
  if (isPeriod(subject)) return party('period', subject, undefined);
  if (kind === 'nothing') return party('text', subject, undefined);
  return party(kind, subject, isLookedUp(kind) ? known[kind].get(subject) : undefined);
}

function detailParty(key: string, value: AuditDetailValue, known: Known): AuditParty | null {
  const [first, ...others] = kindsOfDetail(key);
  if (first === undefined || !isUuid(value)) return null;
  const kind = [first, ...others].find((one) => known[one].has(value)) ?? first;
  return party(kind, value, known[kind].get(value));
}
