import { setImmediate } from 'node:timers/promises';
import type { AccountId, MeterId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { lastDayOf, type Period } from '../../shared/period.ts';
import type { VerificationFilter } from '../../shared/progress-forms.ts';
import type { WindowException } from '../../shared/window.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import type { ClaimedJob, JobContext, JobEnd, JobKind } from '../jobs/kinds.ts';
import { setJobResult } from '../jobs/queries.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import type { MailIntent } from '../mail/intents.ts';
import { exceptionsOf } from '../periods/queries.ts';
import { nextPiece, spoilCount } from './count-queries.ts';
import { remindingQueue } from './kinds.ts';
import { type Among, missingMeters, noteReminders, premisesBehind, usersByMail } from './missing-queries.ts';
import { openUntil } from './open-until.ts';
import { lockOf } from './queries.ts';
import { type DuePlace, dueMeters, dueMetersOf, noteVerificationReminders } from './verification-queries.ts';
import { daysOfStep, isWanted, stepOn, todayOf } from './verifications.ts';

type Needs = Pick<Services, 'db' | 'clock' | 'company'>;

/** What is kept of a job while it runs, so that whoever goes on with it goes on behind the last piece. */
export interface Reminding {
  /** Behind which account, place or meter; null: from the beginning. */
  after: unknown;
  seen: number;
  accounts: number;
  letters: number;
}
const begun: Reminding = { after: null, seen: 0, accounts: 0, letters: 0 };

/**
 * Not all at once: whoever has forgotten a password meanwhile is not to wait behind a whole town, and mail servers grow wary of
 * those who send too much.
 */
const lettersPerSecond = 5;
const piecesOf = 250;

/** Writing reminders, piece by piece; a piece that is committed is never written again, whoever goes on. */
export const reminderJobs = (needs: Needs): JobKind[] => [
  {
    kind: 'remind-readings',
    queue: remindingQueue,
    run: (job, context) => work(needs, job, context, (tx, kept) => remindOfReadings(needs, tx, job, kept)),
  },
  {
    kind: 'remind-verifications',
    queue: remindingQueue,
    run: (job, context) => work(needs, job, context, (tx, kept) => remindOfVerifications(needs, tx, job, kept)),
  },
];

async function work(
  { db }: Needs,
  job: ClaimedJob,
  { signal, progress }: JobContext,
  /** Null: nothing is left. */
  piece: (tx: Writer, kept: Reminding) => Promise<Reminding | null>,
): Promise<JobEnd> {
  let kept = (job.keptResult as Reminding | null) ?? begun;
  for (;;) {
    if (signal.aborted) {
      return signal.reason === 'cancelled' ? { state: 'cancelled', result: resultOf(kept) } : 'handed-back';
    }
    const before = kept;
    const after = await db.write(async (tx) => {
      const done = await piece(tx, before);
      if (done) await setJobResult(tx, { id: job.id, result: JSON.stringify(done) });
      return done;
    });
    if (!after) return { state: 'done', result: resultOf(kept) };
    kept = after;
    progress(kept.seen, null);
    // SQLite answers at once: whoever else asks is served here.
    await setImmediate();
  }
}

const resultOf = ({ accounts, letters }: Reminding) => ({ accounts, letters });

async function remindOfReadings(
  { company, clock }: Needs,
  tx: Writer,
  job: ClaimedJob,
  kept: Reminding,
): Promise<Reminding | null> {
  const { period, building } = job.content as { period: Period; building: string | null };
  const isLocked = (await lockOf(tx, period)) !== null;
  const piece = isLocked ? null : await nextOf(tx, building, kept.after as string | null);
  if (!piece) {
    if (kept.accounts > 0) await spoilCount(tx, period);
    return null;
  }
  const now = clock.now();
  const exceptions: WindowException[] = await exceptionsOf(tx, period);
  const rows = await missingMeters(tx, { period, lastDay: lastDayOf(period), among: piece.among });
  const open = rows.filter((row) => openUntil(company, row, { period, exceptions, now }) !== null);
  const users = usersByAccount(await usersByMail(tx, [...new Set(open.map(({ account }) => account))]));
  const at = toInstant(now);
  const reminded = await noteReminders(
    tx,
    [...users.keys()].map((account) => ({ account_id: account, period, sent_at: at })),
  );
  const intents = reminded.flatMap((account) =>
    (users.get(account) ?? []).map((user): MailIntent => ({ kind: 'reading-reminder', user, account, period })),
  );
  await send(tx, intents, { now, before: kept.letters });
  return {
    after: piece.until,
    seen: kept.seen + piece.size,
    accounts: kept.accounts + reminded.length,
    letters: kept.letters + intents.length,
  };
}

/** Pieces of all accounts, or of the places of one building. */
async function nextOf(
  tx: Writer,
  building: string | null,
  after: string | null,
): Promise<{ among: Among; until: string; size: number } | null> {
  if (building === null) {
    const piece = await nextPiece(tx, after ?? '');
    if (!piece) return null;
    const { accounts, ...among } = piece;
    return { among, until: piece.until, size: accounts };
  }
  const behind = after === null ? null : { building, id: after };
  const places = await premisesBehind(tx, { building, after: behind, most: piecesOf });
  const last = places.at(-1);
  return last ? { among: { premises: places.map(({ id }) => id) }, until: last.id, size: places.length } : null;
}

async function remindOfVerifications(
  needs: Needs,
  tx: Writer,
  job: ClaimedJob,
  kept: Reminding,
): Promise<Reminding | null> {
  const filter = job.content as VerificationFilter;
  const today = todayOf(needs);
  const days = daysOfStep(filter.step, today);
  const rows = await dueMeters(tx, { ...days, after: kept.after as DuePlace | null, most: piecesOf });
  const last = rows.at(-1);
  if (!last) return null;
  const now = needs.clock.now();
  const at = toInstant(now);
  const wanted = [...new Set(rows.filter((row) => isWanted(row, filter)).map(({ account_id }) => account_id))];
  const users = usersByAccount(await usersByMail(tx, wanted));
  // Whoever gets a letter reads of all their meters in it.
  const meters = await dueMetersOf(tx, { accounts: [...users.keys()], until: daysOfStep(null, today).until });
  const noted = await noteVerificationReminders(
    tx,
    meters.flatMap(({ id, verified_until }) => {
      const step = stepOn(verified_until, today);
      return step === null ? [] : [{ meter_id: id, verified_until, step, sent_at: at }];
    }),
  );
  const accountOf = new Map(meters.map(({ id, account_id }) => [id, account_id]));
  const byAccount = new Map<AccountId, MeterId[]>();
  for (const id of noted) {
    const account = accountOf.get(id) as AccountId;
    byAccount.set(account, [...(byAccount.get(account) ?? []), id]);
  }
  const intents = [...byAccount].flatMap(([account, ids]) =>
    (users.get(account) ?? []).map(
      (user): MailIntent => ({ kind: 'verification-reminder', user, account, meters: ids }),
    ),
  );
  await send(tx, intents, { now, before: kept.letters });
  return {
    after: { verifiedUntil: last.verified_until, id: last.id } satisfies DuePlace,
    seen: kept.seen + rows.length,
    accounts: kept.accounts + byAccount.size,
    letters: kept.letters + intents.length,
  };
}

function usersByAccount(rows: readonly { user_id: UserId; account_id: AccountId }[]): Map<AccountId, UserId[]> {
  const users = new Map<AccountId, UserId[]>();
  for (const { user_id, account_id } of rows) users.set(account_id, [...(users.get(account_id) ?? []), user_id]);
  return users;
}

async function send(
  tx: Writer,
  intents: readonly MailIntent[],
  { now, before }: { now: EpochMs; before: number },
): Promise<void> {
  for (const [index, intent] of intents.entries()) {
    const dueAt = toInstant(now + Math.floor((before + index) / lettersPerSecond) * 1000);
    await enqueueMail(tx, intent, toInstant(now), { dueAt });
  }
}
