import type { EpochMs } from '../../shared/instant.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type Counted = Pick<Row<'rate_limits'>, 'points' | 'expires_at'>;

/** `latest`: a window that ends after it was begun by a clock that has been set back since; it has ended too. */
interface Window {
  now: EpochMs;
  latest: EpochMs;
}

export async function pointsOf(db: Reader, key: string, { now, latest }: Window): Promise<Counted | undefined> {
  const [row] = await livePoints(db, { key, now, latest });
  return row;
}

const livePoints = prepared((db, param: { key: string } & Window) =>
  db
    .selectFrom('rate_limits')
    .where('key', '=', param.key)
    .where('expires_at', '>', param.now)
    .where('expires_at', '<=', param.latest)
    .select(['points', 'expires_at']),
);

/** Adds points to those of the window, or begins a window with them: one statement, so that none is lost between two callers. */
export async function addPoints(
  tx: Writer,
  { key, points, now, latest, expiresAt }: { key: string; points: number; expiresAt: EpochMs } & Window,
): Promise<Counted> {
  return tx
    .insertInto('rate_limits')
    .values({ key, points, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => {
        const goesOn = row.and([row('rate_limits.expires_at', '>', now), row('rate_limits.expires_at', '<=', latest)]);
        return {
          points: row
            .case()
            .when(goesOn)
            .then(row('rate_limits.points', '+', points))
            .else(row.ref('excluded.points'))
            .end(),
          expires_at: row
            .case()
            .when(goesOn)
            .then(row.ref('rate_limits.expires_at'))
            .else(row.ref('excluded.expires_at'))
            .end(),
        };
      }),
    )
    .returning(['points', 'expires_at'])
    .executeTakeFirstOrThrow();
}

/** Takes points away from those of the window, if it still goes on. */
export async function takePoints(
  tx: Writer,
  { key, points, now }: { key: string; points: number; now: EpochMs },
): Promise<Counted | undefined> {
  return tx
    .updateTable('rate_limits')
    .set((row) => ({ points: row('points', '-', points) }))
    .where('key', '=', key)
    .where('expires_at', '>', now)
    .where('points', '>=', points)
    .returning(['points', 'expires_at'])
    .executeTakeFirst();
}

export async function deletePointsBefore(tx: Writer, now: EpochMs): Promise<void> {
  await tx.deleteFrom('rate_limits').where('expires_at', '<=', now).execute();
}
