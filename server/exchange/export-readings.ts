import { stringify } from 'csv-stringify/sync';
import { v7 } from 'uuid';
import { useUpTo } from '../../shared/consumption.ts';
import type { BatchId, MeterId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { formatQuantity } from '../../shared/quantity.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { toPastReading } from '../readings/rows.ts';
import { neutralise } from './formula.ts';
import {
  batchById,
  insertBatch,
  lastReadingsBefore,
  lockPeriod,
  putIntoBatch,
  type ReadingOut,
  readingsOfBatch,
  registersOf,
  setBatchRows,
  takeTurn,
} from './queries.ts';

export const readingsOutColumns = [
  'batch',
  'account',
  'holder',
  'address',
  'service',
  'serial',
  'register',
  'period',
  'previous',
  'value',
  'consumption',
  'unit',
  'capturedAt',
  'receivedAt',
  'source',
  'flags',
] as const;

const readingsAtOnce = 2000;

/**
 * Puts every accepted reading of a period that billing has not got yet into a new batch; an estimate is billing's own
 * business and stays here. With `lock` the period is locked in the same transaction: all accounts are locked first, so
 * that a push either is done before, and in the batch, or comes after, and is `late` (W6).
 */
export function startBatch(
  { db, clock, actor }: { db: Database; clock: Clock; actor: string },
  { period, lock }: { period: Period; lock: boolean },
): Promise<Row<'batches'>> {
  return db.write(async (tx) => {
    await takeTurn(tx);
    if (lock) await lockAllAccounts(tx);
    const at = toInstant(clock.now());
    const batch = { id: v7(), kind: 'readings-out', period, created_at: at, created_by: actor, rows: 0 };
    await insertBatch(tx, batch);
    const rows = await putIntoBatch(tx, period, batch.id);
    if (lock) await lockPeriod(tx, { period, locked_at: at, batch_id: batch.id, reason: 'exported to billing' });
    await appendAudit(tx, {
      at,
      actor,
      action: 'export-readings',
      subject: batch.id,
      detail: { period, readings: rows, lock },
    });
    await setBatchRows(tx, batch.id, rows);
    return { ...batch, rows };
  });
}

/**
 * The file of a batch: CSV after RFC 4180 in UTF-8, one row a register, quantities with a point and all their decimals,
 * instants in ISO 8601 UTC. Read without holding the database, and the same again whenever it is asked for.
 */
export async function* batchCsv(
  db: Database,
  id: BatchId,
  { bom = false, onProgress }: { bom?: boolean; onProgress?: (readings: number) => void } = {},
): AsyncGenerator<string> {
  const batch = await batchById(db.reader, id);
  if (batch?.kind !== 'readings-out' || batch.period === null) throw new RangeError('no batch of readings');
  yield (bom ? '\ufeff' : '') + toCsv([readingsOutColumns]);
  const { period } = batch;
  let after: MeterId | null = null;
  let done = 0;
  for (;;) {
    const readings: ReadingOut[] = await readingsOfBatch(db.reader, { batch: id, after, most: readingsAtOnce });
    if (readings.length === 0) return;
    yield toCsv(await rowsOf(db, id, period, readings));
    after = readings.at(-1)?.meter_id ?? null;
    done += readings.length;
    onProgress?.(done);
  }
}

async function rowsOf(
  db: Database,
  batch: BatchId,
  period: Period,
  readings: readonly ReadingOut[],
): Promise<string[][]> {
  const meters = [...new Set(readings.map(({ meter_id }) => meter_id))];
  const registers = new Map((await registersOf(db.reader, meters)).map((one) => [`${one.meter_id} ${one.code}`, one]));
  const before = await lastReadingsBefore(db.reader, meters, period);
  return readings.flatMap((reading) => {
    const past = toPastReading(reading);
    const earlier = before.get(reading.meter_id);
    const previousValues = earlier ? (JSON.parse(earlier.register_values) as RegisterValues) : {};
    const flags = (JSON.parse(reading.findings) as Problem[]).map(({ code }) => code).join(' ');
    return (Object.keys(past.values) as RegisterCode[]).sort().flatMap((code) => {
      const register = registers.get(`${reading.meter_id} ${code}`);
      const value = past.values[code];
      if (!register || value === undefined) return [];
      const previous = previousValues[code] ?? register.initial;
      const use = useUpTo(past, previous, register);
      return [
        [
          batch,
          neutralise(reading.number),
          neutralise(reading.holder),
          neutralise(reading.address),
          reading.service,
          neutralise(reading.serial),
          code,
          reading.period,
          formatQuantity(previous, register.decimals),
          formatQuantity(value, register.decimals),
          // M8: empty where nobody knows; billing decides.
          use === null ? '' : formatQuantity(use * reading.ratio, register.decimals),
          reading.unit,
          reading.captured_best,
          reading.received_at,
          reading.source,
          flags,
        ],
      ];
    });
  });
}

const toCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: '\r\n' });
