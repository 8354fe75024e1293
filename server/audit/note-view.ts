import { canonicalJson } from '../../shared/canonical.ts';
import type { AccountId, StaffId } from '../../shared/ids.ts';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import { type AuditEntry, appendAudit } from './append.ts';
import { newestAuditRow } from './queries.ts';

/** A page is read again after everything that is done on it; so long it is one look. */
const oneLook = 15 * 60_000;

/** Notes that somebody of the office looked at a resident's data: once for each look, not for each time that a page is read. */
export async function noteView(
  tx: Writer,
  {
    now,
    staff,
    account,
    detail = {},
  }: { now: EpochMs; staff: StaffId; account: AccountId; detail?: AuditEntry['detail'] },
): Promise<void> {
  const entry = { actor: staff, action: 'view-account', subject: account, detail } as const;
  const noted = await newestAuditRow(tx, { ...entry, detail: canonicalJson(detail) });
  if (noted && toEpochMs(noted.at) > now - oneLook) return;
  await appendAudit(tx, { at: toInstant(now), ...entry });
}
