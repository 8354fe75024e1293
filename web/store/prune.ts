import type { Message } from '../../shared/conversation.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';
import type { Reading } from '../../shared/reading.ts';
import { isRefused, staysRefused } from './entries.ts';
import type { OperationRow, PhotoRow } from './outbox-db.ts';

/**
 * I6: which operations nobody needs any more. A reading that was seen as billed; and whatever was replaced, withdrawn or
 * dismissed, once a reading of the same meter and the same or a later period was seen as billed. What waits for the
 * office, came late or is accepted stays, and so does everything that was never seen in a pull. A message goes once it was
 * seen there with all of its photos, or was refused and dismissed.
 */
export function prunable(
  rows: readonly OperationRow[],
  readings: readonly Reading[],
  messages: ReadonlyMap<MessageId, Pick<Message, 'photos'>> = new Map(),
  photos: readonly PhotoRow[] = [],
): OperationRow[] {
  const seen = new Map(readings.map((reading) => [reading.id, reading]));
  const submitted = new Map(
    rows.map(({ id, sealed }) => [id, sealed.kind === 'reading-submitted' ? sealed.body : null]),
  );
  const billedUpTo = new Map<string, Period>();
  for (const { meter, period, state } of readings) {
    const known = billedUpTo.get(meter);
    if (state === 'billed' && (known === undefined || period > known)) billedUpTo.set(meter, period);
  }
  const isClosed = (place: { meter: string; period: Period } | null | undefined): boolean =>
    place !== null && place !== undefined && place.period <= (billedUpTo.get(place.meter) ?? '');

  return rows.filter((row) => {
    if (row.state !== 'received') return false;
    const { id, sealed } = row;
    if (sealed.kind === 'message-written') {
      if (isRefused(row)) return row.dismissedAt !== null;
      const seenPhotos = messages.get(id)?.photos;
      // What the server refused of it stays in sight beside it.
      return (
        seenPhotos !== undefined && photos.every((photo) => photo.operation !== id || seenPhotos.includes(photo.id))
      );
    }
    if (staysRefused(row, seen.get(id))) {
      const place = sealed.kind === 'reading-submitted' ? sealed.body : (seen.get(sealed.body.reading) ?? null);
      return row.dismissedAt !== null && isClosed(place);
    }
    if (sealed.kind === 'reading-withdrawn') {
      const { reading } = sealed.body;
      return isOver(seen.get(reading)) && isClosed(seen.get(reading) ?? submitted.get(reading));
    }
    const reading = seen.get(id);
    return reading?.state === 'billed' || (isOver(reading) && isClosed(reading));
  });
}

const isOver = (reading: Reading | undefined): boolean =>
  reading?.state === 'superseded' || reading?.state === 'withdrawn' || reading?.state === 'refused';
