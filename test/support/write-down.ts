import { v7 } from 'uuid';
import { nextVersion } from './household.ts';
import type { TestServer } from './test-server.ts';

/** A message of a conversation, entered straight into the tables; with a photo, if it is given one's bytes. */
export async function writeDown(
  { services: { db } }: TestServer,
  {
    account,
    conversation,
    author,
    text,
    photo,
  }: {
    account: string;
    /** Null: it begins one. */
    conversation: string | null;
    author: { resident: string } | { office: string };
    text: string;
    photo?: Buffer;
  },
): Promise<{ conversation: string; message: string; photo: string | null }> {
  const [id, message] = [conversation ?? v7(), v7()];
  const at = '2026-11-20T10:00:00.000Z';
  const photoId = photo ? v7() : null;
  await db.write(async (tx) => {
    if (conversation === null) {
      await tx
        .insertInto('conversations')
        .values({
          id,
          account_id: account,
          version: await nextVersion(tx, account),
          topic: 'meter',
          state: 'open',
          created_at: at,
          changed_at: at,
        })
        .execute();
    }
    await tx
      .insertInto('messages')
      .values({
        id: message,
        conversation_id: id,
        account_id: account,
        version: await nextVersion(tx, account),
        author: 'resident' in author ? 'resident' : 'office',
        author_id: 'resident' in author ? author.resident : author.office,
        text,
        written_at: at,
        received_at: at,
      })
      .execute();
    if (photo && photoId !== null) {
      await tx
        .insertInto('photos')
        .values({
          id: photoId,
          account_id: account,
          version: await nextVersion(tx, account),
          message_id: message,
          media_type: 'image/jpeg',
          width: 1,
          height: 1,
          bytes: photo,
          stored_at: at,
        })
        .execute();
    }
  });
  return { conversation: id, message, photo: photoId };
}
