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
import type { DraftRow, OutboxDb, StreamRow } from './outbox-db.ts';
import { queuedMessages, queuedReadings } from './queued-readings.ts';
import { seal } from './seal.ts';
import type { Draft } from './views.ts';

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

/** What a device does with its own operations and drafts. How they fare with the server is the sync's. */
export class Outbox {
  readonly #db: OutboxDb;

  constructor(db: OutboxDb) {
    this.#db = db;
  }

  /**
   * Commits an operation, takes its number in the stream and deletes the draft, all in one transaction. Resolves only
   * after the commit; rejects, with nothing saved, where there was none.
   */
  async commit(act: Act, at: EpochMs): Promise<OperationId> {
    const id = uuidv7({ msecs: at });
    for (;;) {
      const stream = await this.#stream();
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
      if (await this.#put(sealed, stream, act)) return id;
    }
  }

  async saveDraft(user: UserId, account: AccountId, draft: Draft): Promise<void> {
    const { meter, period, text, supersedes } = draft;
    if (Object.values(text).every((typed) => typed.trim() === ''))
      await this.#db.drafts.delete([user, account, meter, period]);
    else await this.#db.drafts.put({ user, account, meter, period, text, supersedes });
  }

  async dropDrafts(drafts: readonly DraftRow[]): Promise<void> {
    await this.#db.drafts.bulkDelete(drafts.map(({ user, account, meter, period }) => [user, account, meter, period]));
  }

  /** The resident has seen that it was refused. The row stays: only its being in sight ends. */
  async dismiss(operation: OperationId, at: EpochMs): Promise<void> {
    await this.#db.operations
      .where('id')
      .equals(operation)
      .and((row) => row.state === 'received' && row.dismissedAt === null)
      .modify({ dismissedAt: at });
  }

  /** Whose readings and messages wait to be sent: a user for each. */
  async queuedBy(): Promise<{ readings: UserId[]; messages: UserId[] }> {
    const [rows, photos] = await Promise.all([
      this.#db.operations.where({ state: 'queued' }).toArray(),
      this.#db.photos.where({ state: 'queued' }).toArray(),
    ]);
    const queued = rows.map(({ sealed }) => sealed);
    return { readings: queuedReadings(queued), messages: queuedMessages(queued, photos) };
  }

  /** The stream of this installed app; born at its first operation. */
  async #stream(): Promise<StreamRow> {
    const known = await this.#db.meta.get('stream');
    if (known) return known;
    return this.#db.transaction('rw', this.#db.meta, async () => {
      const meanwhile = await this.#db.meta.get('stream');
      if (meanwhile) return meanwhile;
      const born: StreamRow = { key: 'stream', id: uuidv7(), next: 1 };
      await this.#db.meta.add(born);
      return born;
    });
  }

  /** False, with nothing written, when the foreseen number has been taken. */
  #put(sealed: SealedOperation, stream: StreamRow, { draft, also }: Pick<Act, 'draft' | 'also'>): Promise<boolean> {
    const { operations, drafts, meta } = this.#db;
    return this.#db.transaction('rw', [operations, drafts, meta, ...(also?.tables ?? [])], async () => {
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
}
