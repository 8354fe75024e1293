import { toInstant } from '../../shared/instant.ts';
import { type ReadingState, stands } from '../../shared/reading.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { changesOf, deleteChange, lastChangeBeside } from './batch-changes.ts';
import { changeState } from './queries.ts';
import { broughtReadings, rowsByIds, serialsOf, standingPlaces } from './undo-queries.ts';
import type { LeftReason, Undoing } from './undo-report.ts';
import { accountsOf, idsOf, notedPage, type UndoKey, type UndoStep } from './undo-step.ts';

type Reading = Row<'readings'>;

/** The readings of these ids with their accounts locked, and how each is named. */
async function lockReadings(tx: Writer, keys: readonly UndoKey[]) {
  const found = await rowsByIds(tx, 'readings', idsOf(keys));
  const versions = await lockForVersions(tx, accountsOf(found));
  const rows = await rowsByIds(tx, 'readings', idsOf(keys));
  const serials = await serialsOf(
    tx,
    rows.map(({ meter_id }) => meter_id),
  );
  const stay = ({ leave }: Undoing, row: Reading, reason: LeftReason): void =>
    leave(
      { kind: 'readings', id: row.id, name: `${serials.get(row.meter_id) ?? ''} ${row.period}`.trim(), reason },
      row.account_id,
    );
  return { rows, versions, stay };
}

/** Readings are never deleted: what a batch brought counts no more, and residents see why. */
const refuseMade: UndoStep = {
  page: notedPage('readings', true),
  async undo(tx, keys, undoing) {
    const { batch, now, reason, removed } = undoing;
    const changes = await changesOf(tx, batch, 'readings', idsOf(keys));
    const { rows, versions, stay } = await lockReadings(tx, keys);
    for (const row of rows) {
      const { id, account_id: account } = row;
      if (row.state === 'billed') stay(undoing, row, { code: 'billed' });
      else if (row.batch_id !== null) stay(undoing, row, { code: 'exported' });
      else if (row.version !== changes.get(id)?.version) {
        const by = await lastChangeBeside(tx, { batch, kind: 'readings', id });
        stay(undoing, row, { code: 'changed_since', batch: by });
      } else {
        const version = versions.next(account);
        await changeState(tx, { id, state: 'refused', version, at: toInstant(now), reason });
        await deleteChange(tx, { batch, kind: 'readings', id });
        removed();
      }
    }
    await versions.write();
  },
};

/** I9: what billing itself had read is billed and stays, unless the import never came to its end. */
const refuseBrought: UndoStep = {
  async page(db, batch, after) {
    const [meter, id] = after?.split(' ') ?? [];
    const rows = await broughtReadings(db, { batch, after: meter && id ? [meter, id] : null });
    return rows.map((row) => ({ id: row.id, key: `${row.meter_id} ${row.id}` }));
  },
  async undo(tx, keys, undoing) {
    const { now, reason, unfinished, removed } = undoing;
    const { rows, versions, stay } = await lockReadings(tx, keys);
    for (const row of rows) {
      const { id, account_id: account } = row;
      if (row.state !== 'billed') continue;
      if (!unfinished) {
        stay(undoing, row, { code: 'billed' });
        continue;
      }
      await changeState(tx, { id, state: 'refused', version: versions.next(account), at: toInstant(now), reason });
      removed();
    }
    await versions.write();
  },
};

/** What the batch had set aside, or answered about, is again what it was, where no other reading has its place (I3). */
const restoreStates: UndoStep = {
  page: notedPage('readings', false),
  async undo(tx, keys, undoing) {
    const { batch, now, restored } = undoing;
    const changes = await changesOf(tx, batch, 'readings', idsOf(keys));
    const { rows, versions, stay } = await lockReadings(tx, keys);
    const standing = await standingPlaces(
      tx,
      rows.map(({ meter_id }) => meter_id),
    );
    for (const row of rows) {
      const { id, account_id: account } = row;
      const change = changes.get(id);
      if (!change) continue;
      const before = JSON.parse(change.before) as { state: ReadingState; reason?: string | null };
      const place = `${row.meter_id}\n${row.period}`;
      const other = standing.get(place);
      if (row.version !== change.version) {
        const by = await lastChangeBeside(tx, { batch, kind: 'readings', id });
        stay(undoing, row, { code: 'changed_since', batch: by });
      } else if (stands(before.state) && other !== undefined && other !== id) {
        stay(undoing, row, { code: 'other_stands' });
      } else {
        const reason = before.reason === undefined ? row.reason : before.reason;
        const version = versions.next(account);
        await changeState(tx, { id, state: before.state, version, at: toInstant(now), reason });
        if (stands(before.state)) standing.set(place, id);
        await deleteChange(tx, { batch, kind: 'readings', id });
        restored();
      }
    }
    await versions.write();
  },
};

export const readingSteps: readonly UndoStep[] = [refuseMade, refuseBrought, restoreStates];
export const acknowledgementSteps: readonly UndoStep[] = [restoreStates];
