import type { AccountId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { addMonths, type Period } from '../../shared/period.ts';
import { type AccountChanges, type Cursor, type PullAnswer, protocol } from '../../shared/protocol.ts';
import type { PullInput } from '../../shared/sync.ts';
import { changedAccounts } from '../accounts/changes.ts';
import { changedLedger, changedOnlinePayments, changedPayments, changedStatements } from '../bills/changes.ts';
import type { Resident, Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { changedMeters } from '../meters/changes.ts';
import { changedReadings } from '../readings/queries.ts';
import { toReading } from '../readings/rows.ts';
import { changedConversations, changedMessages } from '../support/changes.ts';
import { standOf } from './queries.ts';
import { changedRemovals } from './removed-changes.ts';

/** Rows in one answer, over all accounts; a device asks again while there are more. */
const rowsPerPage = 500;

/** What changed since the device's cursors, account by account, for the accounts that are the user's now. */
export async function pull(services: Services, user: Resident, input: PullInput): Promise<PullAnswer> {
  if (input.user !== user.id) throw new ProblemError({ code: 'other_user' });
  // The oldest protocol that this server can still answer in; only pull may ask for an upgrade.
  if (input.protocol < protocol) throw new ProblemError({ code: 'upgrade_required' });
  const { db, epoch, clock, beacons } = services;
  const now = toInstant(clock.now());
  // Wherever the company is, the window of the month before this one is among them.
  const from = addMonths(now.slice(0, 7) as Period, -2);
  const { heads, locked, windows } = await standOf(db.reader, user.id, from);
  const accounts: AccountChanges[] = [];
  let room = rowsPerPage;
  for (const { account, head } of heads) {
    const cursor = Object.hasOwn(input.cursors, account) ? input.cursors[account] : undefined;
    const page = await pageOf(db.reader, { account, head, cursor, epoch, room });
    if (page === null) continue;
    accounts.push(page.answer);
    room -= page.rows;
  }
  const mine = new Set<AccountId>(heads.map(({ account }) => account));
  return {
    serverTime: now,
    beacon: beacons.issue(),
    accounts,
    revoked: Object.keys(input.cursors).filter((account) => !mine.has(account)),
    locked,
    windows,
  };
}

/** One account's changes in the order of their versions, or null where the device has them all. */
async function pageOf(
  db: Reader,
  {
    account,
    head,
    cursor,
    epoch,
    room,
  }: { account: AccountId; head: number; cursor: Cursor | undefined; epoch: string; room: number },
): Promise<{ answer: AccountChanges; rows: number } | null> {
  // A cursor ahead of the truth is of a history that was restored away, whatever its epoch says.
  const valid = cursor !== undefined && cursor.epoch === epoch && cursor.version <= head;
  if (valid && cursor.version === head) return null;
  const after = valid ? cursor.version : 0;
  // Every kind of row up to the head that was read first: a commit in between shows in the next pull, whole.
  const range = { account, after, upTo: head, most: room + 1 };
  const rows = [
    ...(await changedAccounts(db, range)),
    ...(await changedMeters(db, range)),
    ...(await changedReadings(db, range)).map((row) => ({ version: row.version, reading: toReading(row) })),
    ...(await changedStatements(db, range)),
    ...(await changedLedger(db, range)),
    ...(await changedPayments(db, range)),
    ...(await changedOnlinePayments(db, range)),
    ...(await changedConversations(db, range)),
    ...(await changedMessages(db, range)),
    ...(await changedRemovals(db, range)),
  ].sort((a, b) => a.version - b.version);
  const page = rows.slice(0, room);
  const more = rows.length > page.length;
  const answer: AccountChanges = {
    account,
    epoch,
    // A page of an account whose turn did not come yet leaves the cursor where it was.
    version: more ? (page.at(-1)?.version ?? after) : head,
    reset: cursor !== undefined && !valid,
    more,
    changes: {
      accounts: page.flatMap((row) => ('view' in row ? [row.view] : [])),
      meters: page.flatMap((row) => ('meter' in row ? [row.meter] : [])),
      readings: page.flatMap((row) => ('reading' in row ? [row.reading] : [])),
      statements: page.flatMap((row) => ('statement' in row ? [row.statement] : [])),
      ledger: page.flatMap((row) => ('month' in row ? [row.month] : [])),
      payments: page.flatMap((row) => ('payment' in row ? [row.payment] : [])),
      onlinePayments: page.flatMap((row) => ('onlinePayment' in row ? [row.onlinePayment] : [])),
      conversations: page.flatMap((row) => ('conversation' in row ? [row.conversation] : [])),
      messages: page.flatMap((row) => ('message' in row ? [row.message] : [])),
      removed: page.flatMap((row) => ('removed' in row ? [row.removed] : [])),
    },
  };
  return { answer, rows: page.length };
}
