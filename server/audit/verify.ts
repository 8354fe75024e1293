import type { Reader, Row } from '../db/tables.ts';
import { auditHash } from './append.ts';
import { auditAfter } from './queries.ts';

/** `seq`: of the last entry, or of the first one that is not as it was written. */
export type ChainVerdict =
  | { ok: true; seq: number; hash: string }
  | { ok: false; seq: number; broken: 'missing' | 'unlinked' | 'changed' };

const rowsAtOnce = 1000;

/**
 * Follows the log's chain of hashes from the start. What it cannot see is an end that was cut off; for that, whoever
 * verifies compares the last hash with one noted earlier.
 */
export async function verifyAudit(
  db: Reader,
  onProgress: (rows: number) => void | Promise<void> = () => {},
): Promise<ChainVerdict> {
  let seq = 0;
  let hash = '';
  for (;;) {
    const rows = await auditAfter(db, seq, rowsAtOnce);
    if (rows.length === 0) return { ok: true, seq, hash };
    for (const row of rows) {
      const broken = breakOf(row, { seq, hash });
      seq++;
      if (broken) return { ok: false, seq, broken };
      hash = row.hash;
    }
    await onProgress(seq);
  }
}

function breakOf(
  row: Row<'audit'>,
  before: { seq: number; hash: string },
): Extract<ChainVerdict, { ok: false }>['broken'] | null {
  if (row.seq !== before.seq + 1) return 'missing';
  if (row.previous_hash !== before.hash) return 'unlinked';
  return auditHash(row) === row.hash ? null : 'changed';
}
