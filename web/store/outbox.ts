import type { AccountId, OperationId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { DraftRow, OutboxDb } from './outbox-db.ts';
import { queuedMessages, queuedReadings } from './queued-readings.ts';
import type { Draft } from './views.ts';

/**
 * What a device does with its own operations and drafts, but for committing (`commit.ts`). How they fare with the server is
 * the sync's.
 */
export class Outbox {
  readonly #db: OutboxDb;

  constructor(db: OutboxDb) {
    this.#db = db;
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
}
