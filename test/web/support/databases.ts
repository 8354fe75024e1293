import { v7 as uuidv7 } from 'uuid';
import { toInstant } from '../../../shared/instant.ts';
import { openDatabase } from '../../../web/storage/open-database.ts';
import { CacheDb } from '../../../web/store/cache-db.ts';
import { OutboxDb } from '../../../web/store/outbox-db.ts';
import { beginSession } from '../../../web/store/session-rows.ts';
import { Store } from '../../../web/store/store.ts';
import { account, anna, inWindow } from './household.ts';

/** Real databases of their own for one test. */
export class TestDatabases {
  readonly name = uuidv7();
  readonly events = new EventTarget();
  readonly outbox = new OutboxDb(`outbox-${this.name}`);
  readonly cache = new CacheDb(`cache-${this.name}`);
  /** What the device's clock shows. */
  wall = inWindow;
  readonly store = new Store(this.outbox, this.cache, this.events, () => this.wall);

  async open(): Promise<void> {
    await openDatabase(this.outbox, this.events);
    await openDatabase(this.cache, this.events);
  }

  /** As after a contact just now, with a server whose clock is so far ahead. */
  async signIn(user = { id: anna, name: 'Anna' }, offset = 0): Promise<void> {
    const contact = { serverTime: this.wall + offset, offset, beacon: 'beacon', at: this.wall };
    await beginSession(this.cache, user, [account], contact);
  }

  async close(): Promise<void> {
    await this.outbox.delete();
    await this.cache.delete();
  }

  get wallText(): string {
    return toInstant(this.wall);
  }
}
