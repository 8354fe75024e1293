import type { Services } from '../../server/context.ts';
import type { MailKind } from '../../server/mail/intents.ts';

/** A mail server that nobody runs: letters to anybody wait, and with them what they were asked for with. */
export const noMailServer = 'smtp://127.0.0.1:9';

/** What letters were asked for, the oldest first; of those that nobody gets, and of those that were sent, the kind alone. */
export async function intentsOf(
  { db }: Pick<Services, 'db'>,
  kind?: MailKind,
): Promise<({ kind: string } & Record<string, unknown>)[]> {
  const rows = await db.reader.selectFrom('mails').select(['id', 'kind', 'content']).execute();
  return (
    rows
      .filter((row) => kind === undefined || row.kind === kind)
      // Not by the database, which may sort as a language does.
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map((row) => ({ kind: row.kind, ...(JSON.parse(row.content) as object) }))
  );
}
