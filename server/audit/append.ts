import { createHash } from 'node:crypto';
import type { AuditAction } from '../../shared/audit-actions.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import { insertAuditRow, lockAuditHead } from './queries.ts';

export interface AuditEntry {
  at: Instant;
  /**
   * Who did it: the id of a user, of somebody of the office, of a key or a kiosk; `command line`, a provider of payments by its
   * name, or `anybody` before sign-in.
   */
  actor: string;
  action: AuditAction;
  /** The id of what it was done to; never a name, a number or a secret. */
  subject: string;
  detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Every row carries the hash of the one before it, so that a row cannot be changed or taken out unseen. */
export async function appendAudit(tx: Writer, entry: AuditEntry): Promise<void> {
  const head = await lockAuditHead(tx);
  const row = { ...entry, detail: canonicalJson(entry.detail), seq: head.seq + 1, previous_hash: head.hash };
  await insertAuditRow(tx, { ...row, hash: auditHash(row) });
}

/** SHA-256 over the canonical JSON of all other columns. */
export function auditHash(
  row: Omit<AuditEntry, 'action' | 'detail'> & { seq: number; action: string; detail: string; previous_hash: string },
): string {
  const { seq, at, actor, action, subject, detail, previous_hash } = row;
  const content = canonicalJson({ seq, at, actor, action, subject, detail, previous_hash });
  return createHash('sha256').update(content).digest('hex');
}
