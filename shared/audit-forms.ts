import { type AuditSubjectKind, auditActionNames } from './audit-actions.ts';
import { isUuid } from './ids.ts';
import { type Instant, isInstant } from './instant.ts';
import { type Day, isDay } from './period.ts';
import { z } from './zod.ts';

/** The schemas of what is asked of the audit log, and what is answered. */

const id = z.string().refine(isUuid);
const day = z.custom<Day>((text) => isDay(text));

/** All of them together; null: whichever. Both days are among those that are looked at. */
const filter = {
  /** Did it, or it was done to them: a user's id, or one of somebody of the office. */
  person: id.nullable(),
  account: id.nullable(),
  action: z.enum(auditActionNames).nullable(),
  from: day.nullable(),
  until: day.nullable(),
};
export const auditFilter = z.strictObject(filter);
export type AuditFilter = z.infer<typeof auditFilter>;

/** A place in the log, from its newest entry to its oldest: `<moment>,<number>`. */
export interface AuditPlace {
  at: Instant;
  seq: number;
}

export const auditPlace = z
  .string()
  .max(50)
  .transform((text, context): AuditPlace => {
    const [at = '', seq = '', ...rest] = text.split(',');
    if (isInstant(at) && /^[1-9]\d{0,14}$/.test(seq) && rest.length === 0) return { at, seq: Number(seq) };
    context.addIssue({ code: 'custom', message: 'no place' });
    return z.NEVER;
  });

export const placeText = ({ at, seq }: AuditPlace): string => `${at},${seq}`;

export const auditSearchInput = z.strictObject({ ...filter, after: auditPlace.nullable() });

export const auditFindInput = z.strictObject({ text: z.string().trim().min(1).max(160) });

/** Whom and what a search may be about. */
export interface AuditFound {
  people: { kind: 'staff' | 'user'; id: string; name: string; email: string | null }[];
  accounts: { id: string; number: string; holder: string }[];
}

/** Somebody or something that an entry names. */
export interface AuditParty {
  /** `text`: not an id of anything: `command line`, `anybody`, a provider's name. */
  kind: Exclude<AuditSubjectKind, 'nothing'> | 'text';
  id: string;
  /** As it is called, as far as it is still there. */
  name: string | null;
  /** Whose it is, where it is an account's: on the account's page there is more. */
  account: { id: string; number: string } | null;
}

export type AuditDetailValue = string | number | boolean | null;

export interface AuditRow {
  seq: number;
  at: Instant;
  actor: AuditParty;
  action: string;
  /** Null: about nothing that can be named. */
  subject: AuditParty | null;
  /** `party`: what the value is an id of. */
  detail: { key: string; value: AuditDetailValue; party: AuditParty | null }[];
}

/** The newest following of the chain of hashes, or the one under way. */
export interface AuditVerification {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  askedAt: Instant;
  endedAt: Instant | null;
  /** Null while it is not over. `seq`: of the last entry, or of the first that is not as it was written. */
  verdict:
    | { ok: true; seq: number; hash: string }
    | { ok: false; seq: number; broken: 'missing' | 'unlinked' | 'changed' }
    | null;
}
