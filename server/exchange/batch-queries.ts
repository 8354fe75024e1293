import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Reader, Row } from '../db/tables.ts';

/** All imports and exports, newest first. Ids are minted in the order of time. */
export async function newestBatches(
  db: Reader,
  { after, most = rowsPerList }: { after: string | null; most?: number },
): Promise<Page<Row<'batches'>>> {
  let query = db
    .selectFrom('batches')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(most + 1);
  if (after !== null) query = query.where('id', '<', after);
  const rows = await query.execute();
  const page = rows.slice(0, most);
  return { rows: page, next: rows.length > most ? (page.at(-1)?.id ?? null) : null };
}
