import type { StaffId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export async function insertToken(tx: Writer, token: Row<'tokens'>): Promise<void> {
  await tx.insertInto('tokens').values(token).execute();
}

export function tokenByHash(db: Reader, idHash: string): Promise<Row<'tokens'> | undefined> {
  return db.selectFrom('tokens').where('id_hash', '=', idHash).selectAll().executeTakeFirst();
}

/** Answers whether nobody had consumed it; writing the row locks it until the transaction ends. */
export async function consumeTokenRow(tx: Writer, idHash: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('id_hash', '=', idHash)
    .where('consumed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function consumeTokenSeries(tx: Writer, series: string, at: Instant): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('series', '=', series)
    .where('consumed_at', 'is', null)
    .execute();
}

/** Whether a token of this series was consumed. */
export async function isSeriesConsumed(db: Reader, series: string): Promise<boolean> {
  const row = await db
    .selectFrom('tokens')
    .where('series', '=', series)
    .where('consumed_at', 'is not', null)
    .select('id_hash')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every link that a user still has in the mail. */
export async function consumeTokensOf(tx: Writer, user: UserId, at: Instant): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('user_id', '=', user)
    .where('consumed_at', 'is', null)
    .execute();
}

/** What shows this user's bills at kiosks, or is about to. */
export async function consumeKioskTokensOf(tx: Writer, user: UserId, at: Instant): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('user_id', '=', user)
    .where('purpose', 'in', ['kiosk-met', 'kiosk-paired', 'kiosk-visit'])
    .where('consumed_at', 'is', null)
    .execute();
}

/** Every link and challenge that somebody of the office still has. */
export async function consumeStaffTokens(tx: Writer, staff: StaffId, at: Instant): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('staff_id', '=', staff)
    .where('consumed_at', 'is', null)
    .execute();
}

/** Those of everybody of the office. */
export async function consumeAllStaffTokens(tx: Writer, at: Instant): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ consumed_at: at })
    .where('staff_id', 'is not', null)
    .where('consumed_at', 'is', null)
    .execute();
}

export async function deleteTokensBefore(tx: Writer, expiredAt: Instant): Promise<void> {
  await tx.deleteFrom('tokens').where('expires_at', '<=', expiredAt).execute();
}

/** Challenges, which nobody comes back with. */
export async function deleteChallengesBefore(tx: Writer, expiredAt: Instant): Promise<void> {
  await tx
    .deleteFrom('tokens')
    .where('purpose', 'in', [
      'passkey-creation',
      'passkey-sign-in',
      'staff-sign-in',
      'staff-second-factor',
      'kiosk-pairing',
      'kiosk-met',
      'kiosk-paired',
      'kiosk-visit',
    ])
    .where('expires_at', '<=', expiredAt)
    .execute();
}
