import type { AccountId, UserId } from '../../shared/ids.ts';
import { type AccountChanges, type Cursor, protocol } from '../../shared/protocol.ts';
import type { Failure } from '../contact/answer.ts';
import { withDeadline } from '../contact/answer.ts';
import { call } from './call.ts';
import type { SyncPorts } from './ports.ts';

export type Pulled =
  | { failure: Failure }
  /** Somebody else has signed in meanwhile. */
  | 'other-session'
  | {
      /** I6: operations that the server had lost and that are queued again. */
      requeued: number;
      /** The server did not yet show everything that it had acknowledged. */
      behind: boolean;
    };

/** `reconcileInput` takes so many. */
const idsPerReconcile = 500;

/** How often in a row an answer may bring nothing forward before the cycle leaves it for another time. */
const patience = 3;

/** For an account of which nothing was pulled yet. It is named all the same, so that the server can say that it is not ours. */
const beginning: Cursor = { epoch: '', version: 0 };

/**
 * Pulls until nothing more is there and every account has reached the version that was just acknowledged; entries of
 * `versions` that no longer mean anything (another epoch, no longer ours) are dropped.
 */
export async function pull(ports: SyncPorts, user: UserId, versions: Map<AccountId, number>): Promise<Pulled> {
  const { network, storage } = ports;
  let requeued = 0;
  let rows = 0;
  const fresh = new Set<AccountId>();
  for (let stalled = 0; ; ) {
    const cursors = await storage.cursors(user);
    if (cursors === null) return 'other-session';
    const asked = [...cursors].map(([account, cursor]) => [account, cursor ?? beginning] as const);
    const input = { protocol, user, cursors: Object.fromEntries(asked) };
    const answer = await call(ports, user, (signal) => network.pull(input, signal));
    if (!answer.ok) return { failure: answer.failure };

    let moved = false;
    let overtaken = false;
    const { accounts, revoked, locked, windows } = answer.value;
    for (const page of accounts) {
      const from = cursors.get(page.account) ?? null;
      if (from !== null && from.epoch !== page.epoch) versions.delete(page.account);
      // Before the page is applied: were it after, a crash between the two would lose the sign that it is needed.
      const lost = await reconcile(ports, user, page, from);
      if (typeof lost !== 'number') return lost;
      requeued += lost;
      const applied = await storage.apply(user, from, page);
      overtaken ||= !applied;
      moved ||= applied && (from?.version !== page.version || from.epoch !== page.epoch);
      if (from === null) fresh.add(page.account);
      if (fresh.has(page.account)) rows += rowsOf(page);
    }
    for (const account of revoked) versions.delete(account);
    if (revoked.length > 0) await storage.revoke(user, revoked);
    // A server that is older than this app, in the middle of a deploy, knows no windows.
    await storage.setPeriods(user, locked, windows ?? []);

    const more = overtaken || accounts.some((page) => page.more);
    ports.publish(more ? { progress: rows > 0 ? rows : null } : { progress: null, pulled: true });
    const behind = await isBehind(ports, user, versions);
    if (!more && !behind) return { requeued, behind };
    stalled = moved ? 0 : stalled + 1;
    if (stalled === patience) return { requeued, behind: true };
  }
}

/**
 * I6: the account starts anew on this device, because the server was restored from a backup or the cache was lost (who
 * knows what happened to the server meanwhile). What it does not know of the operations kept here is queued again.
 */
async function reconcile(
  { clock, network, storage }: SyncPorts,
  user: UserId,
  page: AccountChanges,
  from: Cursor | null,
): Promise<number | { failure: Failure }> {
  if (from !== null && from.epoch === page.epoch && !page.reset) return 0;
  const kept = await storage.received(user, page.account);
  let requeued = 0;
  for (let at = 0; at < kept.length; at += idsPerReconcile) {
    const ids = kept.slice(at, at + idsPerReconcile);
    const answer = await withDeadline(clock, (signal) => network.reconcile({ protocol, user, ids }, signal));
    if (!answer.ok) return { failure: answer.failure };
    requeued += await storage.requeue(
      user,
      answer.value.missing.filter((id) => ids.includes(id)),
    );
  }
  return requeued;
}

async function isBehind({ storage }: SyncPorts, user: UserId, versions: ReadonlyMap<AccountId, number>) {
  const cursors = await storage.cursors(user);
  return [...versions].some(([account, version]) => (cursors?.get(account)?.version ?? 0) < version);
}

const rowsOf = ({ changes }: AccountChanges): number =>
  Object.values(changes).reduce((sum, rows: unknown[]) => sum + rows.length, 0);
