import type { Row } from '../db/tables.ts';
import { causeOf, type Subject } from './explain-error.ts';
import { counted } from './say.ts';

/**
 * What to tell of an export whose file failed after its batch was made: its readings are in the batch and new to no other
 * one, so that the same command again would give a file without them.
 */
export function incompleteFile(
  error: unknown,
  { id, rows }: Pick<Row<'batches'>, 'id' | 'rows'>,
  subject: Subject,
): Error {
  return new Error(
    `${causeOf(error, subject)}; batch ${id} keeps its ${counted(rows, 'reading')}: ` +
      `"meterbook export readings --batch ${id}" gives the file again`,
    { cause: error },
  );
}
