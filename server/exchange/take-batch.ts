import type { OutForm } from '../../shared/exchange-desk.ts';
import type { BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { batchFile, batchWorkbook } from './export-readings.ts';
import { batchById } from './queries.ts';
import type { FileFormat } from './readings-out-file.ts';

const formats: Readonly<Record<Exclude<OutForm, 'xlsx'>, FileFormat>> = {
  csv: {},
  excel: { separator: 'semicolon', bom: true, decimalComma: true },
  json: { json: true },
};

/**
 * The file of a batch of readings, the same again whenever it is asked for; who took it out is noted. Throws the problem
 * `not_found`.
 */
export async function takeBatch(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { id, form, actor }: { id: BatchId; form: OutForm; actor: string },
): Promise<{ name: string; bytes: AsyncIterable<string | Uint8Array> }> {
  const batch = await batchById(db.reader, id);
  if (batch?.kind !== 'readings-out' || batch.period === null || batch.state === 'undone') {
    throw new ProblemError({ code: 'not_found' });
  }
  const at = toInstant(clock.now());
  await db.write((tx) => appendAudit(tx, { at, actor, action: 'download-batch', subject: id, detail: { form } }));
  const extension = form === 'excel' ? 'csv' : form;
  return {
    name: `readings-${batch.period}-${id.slice(-8)}.${extension}`,
    bytes: form === 'xlsx' ? batchWorkbook(db, id) : batchFile(db, id, { format: formats[form] }),
  };
}
