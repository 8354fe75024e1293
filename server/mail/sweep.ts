import { toInstant } from '../../shared/instant.ts';
import { deleteTokensBefore } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import { deleteMailsBefore } from './queries.ts';

const days = 86_400_000;
/** That a letter went out can be looked up for a month. */
const mailsKept = 30 * days;
/** For a week whoever comes with an old link is told that it has expired; after that it is unknown. */
const tokensKept = 7 * days;

/** Drops what is left of letters and links that ended long ago. */
export async function sweepMail({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await db.write(async (tx) => {
    await deleteMailsBefore(tx, toInstant(now - mailsKept));
    await deleteTokensBefore(tx, toInstant(now - tokensKept));
  });
}
