import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import { useUpTo } from '../../shared/consumption.ts';
import type { BatchId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { formatQuantity } from '../../shared/quantity.ts';
import { placesOf, ruleAt, type WindowException, windowOf } from '../../shared/window.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { registersOf } from '../meters/queries.ts';
import { exceptionsOf } from '../periods/queries.ts';
import { isLocked } from '../readings/queries.ts';
import { findingsOf, toPastReading } from '../readings/rows.ts';
import {
  type BatchPlace,
  lastReadingsBefore,
  putIntoBatch,
  type ReadingOut,
  readingsOfBatch,
} from './export-queries.ts';
import { batchById, deleteBatch, insertBatch, lockPeriod, type NewBatch, setBatchRows, takeTurn } from './queries.ts';
import { type FileFormat, fileWriter, type ReadingOutRow } from './readings-out-file.ts';
import { readingsWorkbook } from './readings-workbook.ts';

const readingsAtOnce = 2000;

/** The reason of a lock for which nobody gave another. */
export const lockedByExport = 'exported to billing';

export interface BatchRequest {
  period: Period;
  lock: boolean;
  /** Why the period is locked although residents may still read for it; null where it is not. */
  early?: string | null;
  /** Why somebody locks it by hand; else it is locked because it was exported. */
  reason?: string;
}

interface Exporting {
  company: Pick<Company, 'windows'>;
  clock: Clock;
  actor: string;
}

/** The period cannot be locked yet: its readings may still come in. */
export class LockRefused extends Error {
  readonly code = 'window_open';
  readonly period: Period;
  /** From when on it can be. */
  readonly from: EpochMs;

  constructor(period: Period, from: EpochMs) {
    super(`residents may still read for ${period} until ${toInstant(from)}`);
    this.name = 'LockRefused';
    this.period = period;
    this.from = from;
  }
}

/**
 * Puts every accepted reading of a period that billing has not got yet into a new batch, with the adjustments of locked
 * periods that the office has accepted since the last export (W6, I9); an estimate is billing's own business and stays
 * here. Null where there is nothing new: a batch is made for readings only. All accounts are locked first, so that a push
 * either is done before, and in the batch, or comes after, and finds what billing was given (I9).
 * With `lock` the period is locked in the same transaction, and whatever comes after is `late` (W6). Throws LockRefused
 * before the last window of the period and its grace are over, unless it is wanted `early`.
 */
export function startBatch(
  { db, ...exporting }: Exporting & { db: Database },
  request: BatchRequest,
): Promise<NewBatch | null> {
  return db.write(async (tx) => {
    await takeTurn(tx);
    return putOut(tx, exporting, request);
  });
}

/** The same, inside a transaction that has its turn. */
export async function putOut(
  tx: Writer,
  { company, clock, actor }: Exporting,
  { period, lock, early = null, reason = early ?? lockedByExport }: BatchRequest,
): Promise<NewBatch | null> {
  const now = clock.now();
  const locksNow = lock && !(await isLocked(tx, period));
  if (locksNow) {
    const from = lockableFrom(company, period, await exceptionsOf(tx, period));
    if (early === null && now < from) throw new LockRefused(period, from);
  }
  await lockAllAccounts(tx);
  const at = toInstant(now);
  const batch = { id: v7(), kind: 'readings-out', period, created_at: at, created_by: actor, rows: 0 };
  await insertBatch(tx, batch);
  const rows = await putIntoBatch(tx, period, batch.id);
  if (rows === 0) await deleteBatch(tx, batch.id);
  else await setBatchRows(tx, batch.id, rows);
  const made = rows === 0 ? null : { ...batch, rows };
  if (locksNow) {
    await lockPeriod(tx, { period, locked_at: at, batch_id: made?.id ?? null, reason });
  }
  if (made || locksNow) {
    const detail = { period, readings: rows, lock, ...(locksNow && early !== null && { early }) };
    await appendAudit(tx, { at, actor, action: 'export-readings', subject: made?.id ?? period, detail });
  }
  return made;
}

/** W6: when no resident can read for the period any more, by any of its windows, also those by exception, with their grace. */
export function lockableFrom(
  { windows }: Pick<Company, 'windows'>,
  period: Period,
  exceptions: readonly WindowException[],
): EpochMs {
  const places = placesOf(windows, exceptions);
  return Math.max(...places.map((place) => windowOf(ruleAt(windows, place, exceptions), period).graceEndsAt));
}

/**
 * The file of a batch, one row a register, instants in ISO 8601 UTC, quantities with all their decimals; without a batch
 * the file has no rows. Read without holding the database, and the same again whenever it is asked for.
 */
export async function* batchFile(
  db: Database,
  id: BatchId | null,
  { format = {}, onProgress }: { format?: FileFormat; onProgress?: (readings: number) => void } = {},
): AsyncGenerator<string> {
  const write = fileWriter(format);
  yield write.start();
  for await (const rows of batchRows(db, id, onProgress)) yield write.rows(rows);
  yield write.end();
}

/** The same as a workbook (XLSX). */
export const batchWorkbook = (
  db: Database,
  id: BatchId | null,
  { onProgress }: { onProgress?: (readings: number) => void } = {},
): AsyncGenerator<Uint8Array> => readingsWorkbook(batchRows(db, id, onProgress));

async function* batchRows(
  db: Database,
  id: BatchId | null,
  onProgress: ((readings: number) => void) | undefined,
): AsyncGenerator<ReadingOutRow[]> {
  if (id === null) return;
  const batch = await batchById(db.reader, id);
  if (batch?.kind !== 'readings-out' || batch.period === null) throw new RangeError('no batch of readings');
  let after: BatchPlace | null = null;
  let done = 0;
  for (;;) {
    const readings: ReadingOut[] = await readingsOfBatch(db.reader, { batch: id, after, most: readingsAtOnce });
    if (readings.length === 0) return;
    yield await rowsOf(db, id, readings);
    after = readings.at(-1) ?? null;
    done += readings.length;
    onProgress?.(done);
  }
}

async function rowsOf(db: Database, batch: BatchId, readings: readonly ReadingOut[]): Promise<ReadingOutRow[]> {
  const meters = [...new Set(readings.map(({ meter_id }) => meter_id))];
  const registers = new Map((await registersOf(db.reader, meters)).map((one) => [`${one.meter_id} ${one.code}`, one]));
  const before = new Map<Period, Awaited<ReturnType<typeof lastReadingsBefore>>>();
  for (const period of new Set(readings.map((reading) => reading.period))) {
    const ofPeriod = readings.filter((reading) => reading.period === period).map(({ meter_id }) => meter_id);
    before.set(period, await lastReadingsBefore(db.reader, ofPeriod, period));
  }
  return readings.flatMap((reading) => {
    const past = toPastReading(reading);
    const earlier = before.get(reading.period)?.get(reading.meter_id);
    const previousValues = earlier ? (JSON.parse(earlier.register_values) as RegisterValues) : {};
    const found = findingsOf({ ...reading, state: 'accepted' }).map(({ code }) => code as string);
    const flags = [...(reading.adjustment === 1 ? ['adjustment'] : []), ...found].join(' ');
    return (Object.keys(past.values) as RegisterCode[]).sort().flatMap((code) => {
      const register = registers.get(`${reading.meter_id} ${code}`);
      const value = past.values[code];
      if (!register || value === undefined) return [];
      const previous = previousValues[code] ?? register.initial;
      const use = useUpTo(past, previous, register);
      return [
        {
          batch,
          account: reading.number,
          holder: reading.holder,
          address: reading.address,
          service: reading.service,
          serial: reading.serial,
          register: code,
          period: reading.period,
          previous: formatQuantity(previous, register.decimals),
          value: formatQuantity(value, register.decimals),
          // M8: empty where nobody knows; billing decides.
          consumption: use === null ? '' : formatQuantity(use * reading.ratio, register.decimals),
          unit: reading.unit,
          capturedAt: reading.captured_best,
          receivedAt: reading.received_at,
          source: reading.source,
          flags,
        },
      ];
    });
  });
}
