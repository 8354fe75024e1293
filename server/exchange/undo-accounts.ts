import type { MeterId } from '../../shared/ids.ts';
import type { Register } from '../../shared/meter.ts';
import { updateAccount } from '../accounts/queries.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { insertRegisters, metersWithReadings, registersOf, updateMeter } from '../meters/queries.ts';
import { changesOf, deleteChange, lastChangeBeside } from './batch-changes.ts';
import {
  accountsInUse,
  deleteAccounts,
  deleteRegisters,
  deleteRows,
  idsOfBatch,
  insertRemoved,
  replacersOf,
  rowsByIds,
  touchedByOffice,
} from './undo-queries.ts';
import type { LeftReason } from './undo-report.ts';
import { accountsOf, idsOf, keysOf, notedPage, type UndoStep } from './undo-step.ts';

const restoreAccounts: UndoStep = {
  page: notedPage('accounts', false),
  async undo(tx, keys, { batch, restored, leave }) {
    const changes = await changesOf(tx, batch, 'accounts', idsOf(keys));
    const versions = await lockForVersions(tx, idsOf(keys));
    for (const row of await rowsByIds(tx, 'accounts', idsOf(keys))) {
      const change = changes.get(row.id);
      if (!change) continue;
      if (row.version !== change.version) {
        const by = await lastChangeBeside(tx, { batch, kind: 'accounts', id: row.id });
        leave({ kind: 'accounts', id: row.id, name: row.number, reason: { code: 'changed_since', batch: by } }, row.id);
        continue;
      }
      const before = JSON.parse(change.before) as Pick<Row<'accounts'>, 'holder' | 'email' | 'phone' | 'premises_id'>;
      await updateAccount(tx, { id: row.id, version: versions.next(row.id), ...before });
      await deleteChange(tx, { batch, kind: 'accounts', id: row.id });
      restored();
    }
    await versions.write();
  },
};

const removeAccounts: UndoStep = {
  page: async (db, batch, after) => keysOf(await idsOfBatch(db, 'accounts', { batch, after })),
  async undo(tx, keys, { batch, removed, leave }) {
    await lockForVersions(tx, idsOf(keys));
    const rows = (await rowsByIds(tx, 'accounts', idsOf(keys))).filter((row) => row.batch_id === batch);
    const used = await accountsInUse(tx, idsOf(keys));
    const going: Row<'accounts'>[] = [];
    for (const row of rows) {
      const by = row.version === 1 ? null : await lastChangeBeside(tx, { batch, kind: 'accounts', id: row.id });
      const reason: LeftReason | null = used.has(row.id)
        ? { code: 'in_use' }
        : row.version === 1
          ? null
          : { code: 'changed_since', batch: by };
      if (reason) leave({ kind: 'accounts', id: row.id, name: row.number, reason }, row.id);
      else going.push(row);
    }
    await deleteAccounts(tx, going);
    for (const _ of going) removed();
  },
};

/** Changed ones first: they may have come to premises that the batch made. */
export const accountSteps: readonly UndoStep[] = [restoreAccounts, removeAccounts];

type MeterBefore = Omit<Row<'meters'>, 'id' | 'account_id' | 'version' | 'batch_id'> & { registers: Register[] };

const restoreMeters: UndoStep = {
  page: notedPage('meters', false),
  async undo(tx, keys, { batch, restored, leave }) {
    const changes = await changesOf(tx, batch, 'meters', idsOf(keys));
    const rows = await rowsByIds(tx, 'meters', idsOf(keys));
    const versions = await lockForVersions(tx, accountsOf(rows));
    const read = await metersWithReadings(tx, rows);
    const registers = await registersOf(tx, idsOf(keys));
    for (const row of rows) {
      const change = changes.get(row.id);
      if (!change) continue;
      const before = JSON.parse(change.before) as MeterBefore;
      const own = registers.filter(({ meter_id }) => meter_id === row.id);
      const reason = await obstacle(tx, { row, before, own, version: change.version, batch, isRead: read.has(row.id) });
      if (reason) {
        leave({ kind: 'meters', id: row.id, name: row.serial, reason }, row.account_id);
        continue;
      }
      const { registers: faces, service: _service, serial: _serial, ...rest } = before;
      await updateMeter(tx, { ...rest, id: row.id, version: versions.next(row.account_id) });
      if (differs(own, before)) {
        await deleteRegisters(tx, [row.id]);
        await insertRegisters(
          tx,
          faces.map((face) => ({ meter_id: row.id, account_id: row.account_id, ...face })),
        );
      }
      await deleteChange(tx, { batch, kind: 'meters', id: row.id });
      restored();
    }
    await versions.write();
  },
};

async function obstacle(
  tx: Writer,
  about: {
    row: Row<'meters'>;
    before: MeterBefore;
    own: readonly Row<'registers'>[];
    version: number;
    batch: string;
    isRead: boolean;
  },
): Promise<LeftReason | null> {
  const { row, before, own, version, batch, isRead } = about;
  if (row.version !== version) {
    return { code: 'changed_since', batch: await lastChangeBeside(tx, { batch, kind: 'meters', id: row.id }) };
  }
  // What readings rest on does not change under them.
  const isOther = differs(own, before) || before.unit !== row.unit || before.ratio !== row.ratio;
  return isRead && isOther ? { code: 'has_readings' } : null;
}

const faceOf = ({ code, digits, decimals, initial }: Register): string => `${code} ${digits} ${decimals} ${initial}`;

const differs = (own: readonly Row<'registers'>[], { registers }: MeterBefore): boolean =>
  own.map(faceOf).sort().join() !== registers.map(faceOf).sort().join();

const removeMeters: UndoStep = {
  // The newest first: one that took the place of another came after it.
  page: async (db, batch, after) => keysOf(await idsOfBatch(db, 'meters', { batch, after, newest: true })),
  async undo(tx, keys, { batch, removed, leave }) {
    const rows = (await rowsByIds(tx, 'meters', idsOf(keys))).filter((row) => row.batch_id === batch);
    const versions = await lockForVersions(tx, accountsOf(rows));
    const read = await metersWithReadings(tx, rows);
    const byOffice = await touchedByOffice(tx, idsOf(keys));
    const replacers = await replacersOf(tx, idsOf(keys));
    const gone = new Set<MeterId>();
    for (const { id, serial, account_id: account } of rows.sort((a, b) => (a.id < b.id ? 1 : -1))) {
      const by = await lastChangeBeside(tx, { batch, kind: 'meters', id });
      const reason: LeftReason | null = read.has(id)
        ? { code: 'has_readings' }
        : byOffice.has(id) || by !== null
          ? { code: 'changed_since', batch: by }
          : replacers.some(({ id: other, replaces }) => replaces === id && !gone.has(other))
            ? { code: 'in_use' }
            : null;
      if (reason) {
        leave({ kind: 'meters', id, name: serial, reason }, account);
        continue;
      }
      gone.add(id);
      await insertRemoved(tx, { account, version: versions.next(account), kind: 'meters', id });
      removed();
    }
    await deleteRegisters(tx, [...gone]);
    await deleteRows(tx, 'meters', [...gone]);
    await versions.write();
  },
};

/** Changed ones first: they may name a meter that the batch made as the one before them. */
export const meterSteps: readonly UndoStep[] = [restoreMeters, removeMeters];
