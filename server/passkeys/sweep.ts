import { toInstant } from '../../shared/instant.ts';
import { deleteChallengesBefore } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';

/** Drops challenges that have expired: every opening of the sign-in screen leaves one. */
export async function sweepChallenges({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  await db.write((tx) => deleteChallengesBefore(tx, toInstant(clock.now())));
}
