import type { SlipId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import { serialHours } from './serial-tries.ts';
import { deleteSerialTriesBefore } from './serial-try-queries.ts';
import { closeSlip, emptySlip, typedKept } from './slip-keeping.ts';
import { slipsToEmpty, undoneSlips } from './slip-keeping-queries.ts';
import { triesFadeDays } from './tries.ts';
import { deleteUnlockedBefore } from './try-queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;

const hour = 3_600_000;
/** So many slips are written in one transaction: whoever else writes waits no longer than that takes. */
const slipsAtOnce = 100;

/** Drops of what was left at kiosks whatever nobody needs any more (`slip-keeping`), and wrong proofs that count no more. */
export async function sweepKiosks({ db, clock }: Needs): Promise<void> {
  const now = clock.now();
  await closeSlips({ db }, toInstant(now));
  await emptySlips({ db }, { doneBy: toInstant(now - typedKept), at: toInstant(now) });
  await db.write(async (tx) => {
    await deleteUnlockedBefore(tx, toInstant(now - 24 * triesFadeDays * hour));
    await deleteSerialTriesBefore(tx, toInstant(now - serialHours * hour));
  });
}

/** A reading leaves the review without the office too: a later one takes its place, a window is held open, billing acknowledges it. */
async function closeSlips({ db }: Pick<Needs, 'db'>, at: Instant): Promise<void> {
  let after: SlipId | null = null;
  let some: readonly SlipId[];
  do {
    some = await undoneSlips(db.reader, { after, most: slipsAtOnce });
    const ids = some;
    await db.write(async (tx) => {
      for (const id of ids) await closeSlip(tx, id, at);
    });
    after = some.at(-1) ?? null;
  } while (some.length === slipsAtOnce);
}

async function emptySlips({ db }: Pick<Needs, 'db'>, { doneBy, at }: { doneBy: Instant; at: Instant }): Promise<void> {
  let some: readonly SlipId[];
  do {
    some = await slipsToEmpty(db.reader, doneBy, slipsAtOnce);
    const ids = some;
    await db.write(async (tx) => {
      for (const id of ids) await emptySlip(tx, id, at);
    });
  } while (some.length === slipsAtOnce);
}
