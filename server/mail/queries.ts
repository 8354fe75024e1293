import type { Row, Writer } from '../db/tables.ts';

export async function insertMail(tx: Writer, mail: Row<'mails'>): Promise<void> {
  await tx.insertInto('mails').values(mail).execute();
}
