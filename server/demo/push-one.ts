import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { bodyVersions, type OperationBodies, type OperationKind } from '../../shared/operation.ts';
import type { Database } from '../db/database.ts';
import { enterOperation, seal } from '../sync/enter.ts';

/** Who hands something in, and for which account. */
export interface Home {
  user: string;
  account: string;
}

/** A device of the demo's, with the number of the last operation of its stream. */
export interface DemoDevice {
  stream: string;
  number: number;
}

/**
 * Hands something in as a phone does: `wall` is what it takes for now, `contact` when it was last in contact (C1). Answers its
 * id. Throws where the rules refuse it.
 */
export async function pushOne<K extends OperationKind>(
  { db, company }: { db: Database; company: Company },
  { user, account }: Home,
  device: DemoDevice,
  {
    kind,
    body,
    wall,
    contact,
    arrived,
  }: { kind: K; body: OperationBodies[K]; wall: EpochMs; contact: EpochMs | null; arrived: EpochMs },
): Promise<string> {
  const id = v7();
  const beacon = contact === null ? null : String(contact);
  const head = {
    id,
    stream: device.stream,
    number: ++device.number,
    user,
    account,
    kind,
    version: bodyVersions[kind],
    body: body as unknown as Record<string, unknown>,
    capture: { wall: toInstant(wall), offset: 0, beacon },
    hash: '',
  };
  const { content, hash } = seal(head);
  // Made here and now: nobody's signature needs to be checked.
  const beacons = { issue: () => '', read: (text: string | null) => (text === null ? null : Number(text)) };
  const result = await db.write((tx) =>
    enterOperation(
      tx,
      { company, beacons },
      { head: { ...head, hash }, content, hash },
      { user, at: arrived, companions: new Set(), linkedAs: user },
    ),
  );
  if (result.outcome === 'rejected' || result.outcome === 'retry') {
    throw new Error(`the demo's ${kind} is refused: ${JSON.stringify(result.problems)}`);
  }
  return id;
}
