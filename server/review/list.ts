import { isUuid, type ReadingId, type StaffId } from '../../shared/ids.ts';
import { isInstant } from '../../shared/instant.ts';
import type { Page } from '../../shared/page.ts';
import { rowsPerList } from '../../shared/page.ts';
import { kindsOf, type QueueRow, type QueueSummary, type ReviewKind } from '../../shared/review.ts';
import type { QueueFilter } from '../../shared/review-forms.ts';
import { z } from '../../shared/zod.ts';
import type { Reader } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import { findingsOf } from '../readings/rows.ts';
import { type Question, type QueuedReading, type QueuePlace, questionsAbout, queuedReadings } from './queries.ts';

/** However long the queue is and however rare what is looked for: no page looks at more of it. */
const mostLookedAt = 2000;
const lookedAtOnce = 500;

/**
 * A page of what waits, oldest first. Where only a few in a long queue are wanted, a page may hold fewer than others, or
 * none, and go on all the same.
 */
export async function listQueue(
  db: Reader,
  { after, ...filter }: QueueFilter & { after: string | null },
  staff: StaffId,
): Promise<Page<QueueRow>> {
  const rows: QueueRow[] = [];
  let at = after === null ? null : placeOf(after);
  const filtered =
    filter.mine || [filter.kind, filter.service, filter.building, filter.period].some((one) => one !== null);
  const atOnce = filtered ? lookedAtOnce : rowsPerList + 1;
  for (let looked = 0; looked < mostLookedAt; ) {
    const found = await queuedReadings(db, at, atOnce);
    const questions = await latestQuestions(db, found);
    for (const one of found) {
      if (rows.length === rowsPerList) return { rows, next: textOf(at as QueuePlace) };
      const question = questions.get(one.id);
      const row = toQueueRow(one, question);
      if (fits(row, filter) && (!filter.mine || question?.assigned_to === staff)) rows.push(row);
      at = { receivedAt: one.received_at, id: one.id };
    }
    if (found.length < atOnce) return { rows, next: null };
    looked += found.length;
  }
  return { rows, next: at && textOf(at) };
}

/** What waits, counted by its reasons, of the oldest of the queue. */
export async function summariseQueue(db: Reader): Promise<QueueSummary> {
  const found = await queuedReadings(db, null, mostLookedAt + 1);
  const rows = found.slice(0, mostLookedAt).map((one) => toQueueRow(one, undefined));
  const kinds: Partial<Record<ReviewKind, number>> = {};
  for (const kind of rows.flatMap((row) => row.kinds)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();
  return {
    total: rows.length,
    more: found.length > mostLookedAt,
    kinds,
    services: distinct(rows.map(({ service }) => service)),
    buildings: distinct(rows.map(({ building }) => building)),
    periods: distinct(rows.map(({ period }) => period)).reverse(),
  };
}

async function latestQuestions(db: Reader, found: readonly QueuedReading[]): Promise<Map<ReadingId, Question>> {
  const latest = new Map<ReadingId, Question>();
  for (const question of await questionsAbout(
    db,
    found.map(({ id }) => id),
  )) {
    if (question.reading_id !== null && !latest.has(question.reading_id)) latest.set(question.reading_id, question);
  }
  return latest;
}

function toQueueRow(row: QueuedReading, question: Question | undefined): QueueRow {
  const { id, number, holder, address, building, service, serial, period, state, source } = row;
  return {
    id,
    account: row.account_id,
    number,
    holder,
    address,
    building,
    service,
    serial,
    period,
    receivedAt: row.received_at,
    kinds: kindsOf({ state, source, problems: findingsOf(row) }),
    question: question?.state ?? null,
  };
}

const fits = (row: QueueRow, { kind, service, building, period }: QueueFilter): boolean =>
  (kind === null || row.kinds.includes(kind)) &&
  (service === null || row.service === service) &&
  (building === null || row.building === building) &&
  (period === null || row.period === period);

const textOf = ({ receivedAt, id }: QueuePlace): string => JSON.stringify([receivedAt, id]);
const place = z.tuple([z.string().refine(isInstant), z.string().refine(isUuid)]);

function placeOf(after: string): QueuePlace {
  const [receivedAt, id] = placeIn(place, after);
  return { receivedAt, id };
}
