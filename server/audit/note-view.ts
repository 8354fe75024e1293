import { canonicalJson } from '../../shared/canonical.ts';
import type { AccountId, KioskId, StaffId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import { type AuditEntry, appendAudit } from './append.ts';
import { newestAuditRow } from './queries.ts';

/** A page is read again after everything that is done on it; so long it is one look. */
const oneLook = 15 * 60_000;

/** Whose data it was; of a slip that is of no account, at which kiosk it was left. */
type Seen = { account: AccountId } | { person: UserId } | { slipOf: KioskId };

/** Notes that somebody of the office looked at a resident's data: once for each look, not for each time that a page is read. */
export async function noteView(
  tx: Writer,
  { now, staff, detail = {}, ...seen }: { now: EpochMs; staff: StaffId; detail?: AuditEntry['detail'] } & Seen,
): Promise<void> {
  const about =
    'account' in seen
      ? ({ action: 'view-account', subject: seen.account } as const)
      : 'person' in seen
        ? ({ action: 'view-person', subject: seen.person } as const)
        : ({ action: 'view-slip', subject: seen.slipOf } as const);
  const entry = { actor: staff, ...about, detail };
  const noted = await newestAuditRow(tx, { ...entry, detail: canonicalJson(detail) });
  if (noted && toEpochMs(noted.at) > now - oneLook) return;
  await appendAudit(tx, { at: toInstant(now), ...entry });
}
