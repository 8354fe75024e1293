import { v7 as uuidv7 } from 'uuid';
import { maxPhotosPerMessage, messageText } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, MessageId, OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { MessageDraft, MessageToWrite, Support } from '../screens/support-seam.ts';
import { type StorageProblem, storageProblem } from '../storage/storage-error.ts';
import { follow } from '../store/follow.ts';
import type { Store } from '../store/store.ts';
import type { SaveAnswer } from '../store/views.ts';
import { type SupportRows, type SupportView, supportView } from '../store/views-support.ts';
import { preparePhoto } from './prepare-photo.ts';

/** The conversations in the device's databases. How messages fare with the server is the sync's. */
export class DeviceSupport implements Support {
  readonly #store: Store;
  readonly #now: () => EpochMs;
  readonly #report: (error: unknown) => void;

  constructor({ store, now, report }: { store: Store; now: () => EpochMs; report: (error: unknown) => void }) {
    this.#store = store;
    this.#now = now;
    this.#report = report;
  }

  watch(account: AccountId, listener: (view: SupportView | null) => void): () => void {
    return follow(() => this.#rows(account), {
      next: (rows) => listener(rows && supportView(account, rows, this.#now())),
      error: this.#report,
    });
  }

  async write({ account, conversation, topic, text, photos }: MessageToWrite): Promise<SaveAnswer> {
    const { outboxDb } = this.#store;
    let pictures: { id: PhotoId; bytes: ArrayBuffer }[];
    let session: Awaited<ReturnType<Store['session']>>;
    try {
      session = await this.#store.session();
      pictures = await Promise.all(
        photos.slice(0, maxPhotosPerMessage).map(async (blob) => ({ id: uuidv7(), bytes: await blob.arrayBuffer() })),
      );
    } catch (error) {
      return { saved: false, problems: [storageProblem(error) ?? { code: 'storage_unavailable' }], ask: false };
    }
    const user = session?.user ?? '';
    return this.#store.save({
      account,
      kind: 'message-written',
      body: { conversation, topic, text: messageText(text), photos: pictures.map(({ id }) => id) },
      draft: null,
      also: {
        tables: [outboxDb.photos, outboxDb.photoBytes, outboxDb.messageDrafts],
        write: async (operation: OperationId) => {
          const row = { user, account, operation, of: 'message', state: 'queued', problem: null } as const;
          await outboxDb.photos.bulkAdd(pictures.map(({ id }) => ({ ...row, id })));
          await outboxDb.photoBytes.bulkAdd(pictures);
          await outboxDb.messageDrafts.delete([user, account, conversation ?? 'new']);
        },
      },
    });
  }

  async saveDraft(account: AccountId, draft: MessageDraft): Promise<StorageProblem | null> {
    try {
      const session = await this.#store.session();
      if (session) await this.#putDraft(session.user, account, draft);
      return null;
    } catch (error) {
      const problem = storageProblem(error);
      if (!problem) throw error;
      return problem;
    }
  }

  async markRead(conversation: ConversationId, message: MessageId): Promise<void> {
    const { cacheDb } = this.#store;
    await cacheDb.transaction('rw', cacheDb.state, async () => {
      const read = (await cacheDb.read('read')) ?? {};
      if (read[conversation] !== message) await cacheDb.write('read', { ...read, [conversation]: message });
    });
  }

  preparePhoto(file: Blob): Promise<Blob | null> {
    return preparePhoto(file);
  }

  async photo(id: PhotoId): Promise<Blob | null> {
    const kept = await this.#store.outboxDb.photoBytes.get(id);
    return kept ? new Blob([kept.bytes], { type: 'image/jpeg' }) : null;
  }

  async dismissPhoto(id: PhotoId): Promise<void> {
    const { photos, photoBytes } = this.#store.outboxDb;
    await this.#store.outboxDb.transaction('rw', photos, photoBytes, async () => {
      if ((await photos.get(id))?.state !== 'refused') return;
      await photos.delete(id);
      await photoBytes.delete(id);
    });
  }

  async #putDraft(user: UserId, account: AccountId, { conversation, topic, text }: MessageDraft): Promise<void> {
    const { messageDrafts } = this.#store.outboxDb;
    if (text.trim() === '') await messageDrafts.delete([user, account, conversation]);
    else await messageDrafts.put({ user, account, conversation, topic, text });
  }

  /** Null while nobody is signed in. */
  async #rows(account: AccountId): Promise<SupportRows | null> {
    const { cacheDb, outboxDb } = this.#store;
    // All at once, because each look into the device's databases takes as long as all of them.
    const [session, read, conversations, messages, meters, readings, operations, photos, drafts] = await Promise.all([
      cacheDb.read('session'),
      cacheDb.read('read'),
      cacheDb.conversations.where({ account }).toArray(),
      cacheDb.messages.where({ account }).toArray(),
      cacheDb.meters.where({ account }).toArray(),
      cacheDb.readings.where({ account }).toArray(),
      outboxDb.operations.where({ account }).toArray(),
      outboxDb.photos.where({ account }).toArray(),
      outboxDb.messageDrafts.where({ account }).toArray(),
    ]);
    if (!session) return null;
    // I10: others may have used this account on this device.
    const own = ({ user }: { user: UserId }) => user === session.user;
    const asked = new Set(conversations.map(({ reading }) => reading));
    return {
      user: session.user,
      conversations,
      messages,
      meters,
      readings: readings.filter(({ id }) => asked.has(id)),
      operations: operations.filter((row) => own(row) && row.sealed.kind === 'message-written'),
      photos: photos.filter(own),
      drafts: drafts.filter(own),
      read: read ?? {},
    };
  }
}
