import { type Kysely, sql } from 'kysely';

/** Kiosks are told apart by their names, and found by their codes; the audit log is read by time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createIndex('kiosks_name')
    .on('kiosks')
    .column('name')
    .unique()
    .where(sql.ref('revoked_at'), 'is', null)
    .execute();
  await schema
    .createIndex('kiosks_code_hash')
    .on('kiosks')
    .column('code_hash')
    .unique()
    .where(sql.ref('code_hash'), 'is not', null)
    .execute();
  // From the newest entry to the oldest, whatever is looked for: a page is a range of one of these.
  await schema.createIndex('audit_at').on('audit').columns(['at', 'seq']).execute();
  await schema.createIndex('audit_actor_action').on('audit').columns(['actor', 'action', 'at', 'seq']).execute();
  // The narrowest comes last: of two that fit alike SQLite takes the one that was made later.
  for (const column of ['action', 'actor', 'subject']) {
    await schema.dropIndex(`audit_${column}`).execute();
    await schema.createIndex(`audit_${column}`).on('audit').columns([column, 'at', 'seq']).execute();
  }
}
