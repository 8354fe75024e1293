import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Database } from './database.ts';
import type { Writer } from './tables.ts';

/** What all instances over one database share. */
export interface Identity {
  /** Changes when the database is restored from a backup, so that devices send again what it lost (I6). */
  epoch: string;
  beaconKey: Buffer;
  /** Signs the cookies of known devices. */
  deviceKey: Buffer;
  /** Signs visits at kiosks. */
  visitKey: Buffer;
}

/** Reads the identity, making it where the database is new; of two instances starting at once, one makes it. */
export async function readIdentity(db: Database): Promise<Identity> {
  const fresh = [
    { key: 'epoch', value: v7() },
    { key: 'beacon-key', value: randomBytes(32).toString('hex') },
    { key: 'device-key', value: randomBytes(32).toString('hex') },
    { key: 'visit-key', value: randomBytes(32).toString('hex') },
  ];
  await db.write(async (tx) => {
    await tx
      .insertInto('meta')
      .values(fresh)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  });
  const rows = await db.reader.selectFrom('meta').selectAll().execute();
  const value = (key: string): string => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) throw new Error(`the database has no ${key}`);
    return row.value;
  };
  return {
    epoch: value('epoch'),
    beaconKey: Buffer.from(value('beacon-key'), 'hex'),
    deviceKey: Buffer.from(value('device-key'), 'hex'),
    visitKey: Buffer.from(value('visit-key'), 'hex'),
  };
}

/**
 * I6: gives the database another epoch; answers with it. For a database that was restored from a backup, before it is
 * served: servers read the epoch at their start.
 */
export async function renewEpoch(tx: Writer): Promise<string> {
  const value = v7();
  await tx
    .insertInto('meta')
    .values({ key: 'epoch', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return value;
}
