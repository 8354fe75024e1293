import type { Table } from 'dexie';
import { v7 as uuidv7 } from 'uuid';
import type { AccountId, MeterId, OperationId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import {
  bodyVersions,
  type Capture,
  type Operation,
  type OperationBodies,
  type OperationKind,
  type SealedOperation,
} from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { OutboxDb, StreamRow } from './outbox-db.ts';
import { seal } from './seal.ts';

/** What a resident did, before it has a place in the stream. */
export interface Act<K extends OperationKind = OperationKind> {
  user: UserId;
  account: AccountId;
  kind: K;
  body: OperationBodies[K];
  capture: Capture;
  /** The draft that this act brings to its end; deleted in the same transaction. */
  draft: { meter: MeterId; period: Period } | null;
  /** What else is saved in the same transaction, or nothing is: photos. */
  also?: { tables: readonly Table[]; write: (operation: OperationId) => Promise<unknown> };
}

/**
 * Commits an operation, takes its number in the stream and deletes the draft, all in one transaction. Resolves only
 * after the commit; rejects, with nothing saved, where there was none.
 */
export async function commit(db: OutboxDb, act: Act, at: EpochMs): Promise<OperationId> {
  const id = uuidv7({ msecs: at });
  for (;;) {
    const stream = await streamOf(db);
    // The number is part of what is hashed and the browser hashes asynchronously, which would end a transaction. So
    // the number is foreseen, and the transaction begins by looking whether another tab has taken it meanwhile.
    const { user, account, kind, body, capture } = act;
    const operation = {
      id,
      stream: stream.id,
      number: stream.next,
      user,
      account,
      kind,
      version: bodyVersions[kind],
    };
    const sealed = await seal({ ...operation, body, capture } as Operation);
    if (await put(db, sealed, stream, act)) return id;
  }
}

/** The stream of this installed app; born at its first operation. */
async function streamOf(db: OutboxDb): Promise<StreamRow> {
  const known = await db.meta.get('stream');
  if (known) return known;
  return db.transaction('rw', db.meta, async () => {
    const meanwhile = await db.meta.get('stream');
    if (meanwhile) return meanwhile;
    const born: StreamRow = { key: 'stream', id: uuidv7(), next: 1 };
    await db.meta.add(born);
    return born;
  });
}

/** False, with nothing written, when the foreseen number has been taken. */
function put(
  db: OutboxDb,
  sealed: SealedOperation,
  stream: StreamRow,
  { draft, also }: Pick<Act, 'draft' | 'also'>,
): Promise<boolean> {
  const { operations, drafts, meta } = db;
  return db.transaction('rw', [operations, drafts, meta, ...(also?.tables ?? [])], async () => {
    const now: StreamRow | undefined = await meta.get('stream');
    if (now?.id !== stream.id || now.next !== sealed.number) return false;
    const { id, number, user, account } = sealed;
    await operations.add({
      id,
      stream: stream.id,
      number,
      user,
      account,
      sealed,
      state: 'queued',
      answer: null,
      attempts: 0,
      settledAt: null,
      dismissedAt: null,
    });
    await meta.put({ ...stream, next: number + 1 });
    if (draft) await drafts.delete([user, account, draft.meter, draft.period]);
    await also?.write(id);
    return true;
  });
}
