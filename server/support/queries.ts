import type { Row, Writer } from '../db/tables.ts';

export async function insertConversation(tx: Writer, conversation: Row<'conversations'>): Promise<void> {
  await tx.insertInto('conversations').values(conversation).execute();
}

export async function insertMessage(tx: Writer, message: Row<'messages'>): Promise<void> {
  await tx.insertInto('messages').values(message).execute();
}
