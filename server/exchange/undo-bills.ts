import { toInstant } from '../../shared/instant.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row } from '../db/tables.ts';
import { batchesOfFiles, setFileHash } from './attach-queries.ts';
import { changesOf, deleteChange, ledgerRowId } from './batch-changes.ts';
import {
  deleteStatementFile,
  ledgerMonths,
  statementsByFile,
  updateLedgerMonth,
  updatePayment,
  updateStatement,
} from './bill-queries.ts';
import {
  confirmedOnline,
  deleteLedgerMonth,
  dropFileName,
  filesOfBatch,
  ledgerOfBatch,
  paidOnline,
  setOnlinePaymentState,
} from './undo-bill-queries.ts';
import { deleteRows, idsOfBatch, insertRemoved, rowsByIds } from './undo-queries.ts';
import type { LeftReason } from './undo-report.ts';
import { accountsOf, idsOf, keysOf, notedPage, type UndoStep } from './undo-step.ts';

const removeStatements: UndoStep = {
  page: async (db, batch, after) => keysOf(await idsOfBatch(db, 'statements', { batch, after })),
  async undo(tx, keys, { batch, removed, leave }) {
    const changed = await changesOf(tx, batch, 'statements', idsOf(keys));
    const ids = idsOf(keys).filter((id) => !changed.has(id));
    if (ids.length === 0) return;
    const versions = await lockForVersions(tx, accountsOf(await rowsByIds(tx, 'statements', ids)));
    const rows = (await rowsByIds(tx, 'statements', ids)).filter((row) => row.batch_id === batch);
    const paid = await paidOnline(tx, ids);
    const going: string[] = [];
    for (const { id, account_id: account, number, file_hash } of rows) {
      const reason: LeftReason | null = paid.has(id)
        ? { code: 'paid_online' }
        : file_hash !== null
          ? { code: 'has_pdf' }
          : null;
      if (reason) {
        leave({ kind: 'statements', id, name: number, reason }, account);
        continue;
      }
      going.push(id);
      await insertRemoved(tx, { account, version: versions.next(account), kind: 'statements', id });
      removed();
    }
    await deleteRows(tx, 'statements', going);
    await versions.write();
  },
};

const restoreStatements: UndoStep = {
  page: notedPage('statements', false),
  async undo(tx, keys, { batch, restored, leave }) {
    const changes = await changesOf(tx, batch, 'statements', idsOf(keys));
    const versions = await lockForVersions(tx, accountsOf(await rowsByIds(tx, 'statements', idsOf(keys))));
    const rows = await rowsByIds(tx, 'statements', idsOf(keys));
    const files = await batchesOfFiles(tx, idsOf(keys));
    for (const row of rows) {
      const { id, account_id: account, number } = row;
      const change = changes.get(id);
      if (!change) continue;
      const before = JSON.parse(change.before) as Omit<Row<'statements'>, 'id' | 'account_id' | 'version' | 'number'>;
      const stay = (reason: LeftReason): void => leave({ kind: 'statements', id, name: number, reason }, account);
      if (row.version !== change.version) {
        const by = files.get(id) ?? (row.batch_id === batch ? null : row.batch_id);
        stay({ code: 'changed_since', batch: by });
        continue;
      }
      const owner = before.file === null ? undefined : (await statementsByFile(tx, [before.file])).get(before.file);
      if (owner && owner.id !== id) {
        // Another bill of this batch took the name, and goes back to its own as well.
        const [other] = await rowsByIds(tx, 'statements', [owner.id]);
        const own = (await changesOf(tx, batch, 'statements', [owner.id])).get(owner.id);
        if (!other || !own || own.version !== other.version) {
          stay({ code: 'file_taken' });
          continue;
        }
        await dropFileName(tx, owner.id);
      }
      // Billing's PDF of what it says again went when it was changed.
      await updateStatement(tx, { ...before, id, version: versions.next(account), file_hash: null });
      await deleteChange(tx, { batch, kind: 'statements', id });
      restored();
    }
    await versions.write();
  },
};

/** Those that it made first: they may have the names of files that others had. */
export const statementSteps: readonly UndoStep[] = [removeStatements, restoreStatements];

const parted = (id: string): readonly [string, string] => {
  const at = id.lastIndexOf('/');
  return [id.slice(0, at), id.slice(at + 1)];
};

const removeMonths: UndoStep = {
  page: async (db, batch, after) =>
    keysOf(
      (await ledgerOfBatch(db, { batch, after: after === null ? null : parted(after) })).map(({ account_id, period }) =>
        ledgerRowId(account_id, period),
      ),
    ),
  async undo(tx, keys, { batch, removed }) {
    const changed = await changesOf(tx, batch, 'ledger', idsOf(keys));
    const places = idsOf(keys)
      .filter((id) => !changed.has(id))
      .map(parted);
    if (places.length === 0) return;
    const versions = await lockForVersions(
      tx,
      places.map(([account]) => account),
    );
    const rows = await ledgerMonths(tx, places);
    for (const { account_id: account, period, batch_id } of rows) {
      // A later batch has another word of this month.
      if (batch_id !== batch) continue;
      await deleteLedgerMonth(tx, { account, period });
      await insertRemoved(tx, { account, version: versions.next(account), kind: 'ledger', id: period });
      removed();
    }
    await versions.write();
  },
};

const restoreMonths: UndoStep = {
  page: notedPage('ledger', false),
  async undo(tx, keys, { batch, restored, leave }) {
    const changes = await changesOf(tx, batch, 'ledger', idsOf(keys));
    const places = idsOf(keys).map(parted);
    const versions = await lockForVersions(
      tx,
      places.map(([account]) => account),
    );
    for (const row of await ledgerMonths(tx, places)) {
      const { account_id: account, period } = row;
      const id = ledgerRowId(account, period);
      const change = changes.get(id);
      if (!change) continue;
      if (row.version !== change.version) {
        const by = row.batch_id === batch ? null : row.batch_id;
        leave({ kind: 'ledger', id, name: period, reason: { code: 'changed_since', batch: by } }, account);
        continue;
      }
      const before = JSON.parse(change.before) as Pick<Row<'ledger_months'>, 'services' | 'total' | 'batch_id'>;
      await updateLedgerMonth(tx, { account_id: account, period, version: versions.next(account), ...before });
      await deleteChange(tx, { batch, kind: 'ledger', id });
      restored();
    }
    await versions.write();
  },
};

export const ledgerSteps: readonly UndoStep[] = [removeMonths, restoreMonths];

const removePayments: UndoStep = {
  page: async (db, batch, after) => keysOf(await idsOfBatch(db, 'payments', { batch, after })),
  async undo(tx, keys, { batch, removed }) {
    const changed = await changesOf(tx, batch, 'payments', idsOf(keys));
    const ids = idsOf(keys).filter((id) => !changed.has(id));
    if (ids.length === 0) return;
    const versions = await lockForVersions(tx, accountsOf(await rowsByIds(tx, 'payments', ids)));
    const rows = (await rowsByIds(tx, 'payments', ids)).filter((row) => row.batch_id === batch);
    for (const { id, account_id: account } of rows) {
      await insertRemoved(tx, { account, version: versions.next(account), kind: 'payments', id });
      removed();
    }
    await deleteRows(
      tx,
      'payments',
      rows.map(({ id }) => id),
    );
    await versions.write();
  },
};

const restorePayments: UndoStep = {
  page: notedPage('payments', false),
  async undo(tx, keys, { batch, restored, leave }) {
    const changes = await changesOf(tx, batch, 'payments', idsOf(keys));
    const versions = await lockForVersions(tx, accountsOf(await rowsByIds(tx, 'payments', idsOf(keys))));
    for (const row of await rowsByIds(tx, 'payments', idsOf(keys))) {
      const { id, account_id: account, number } = row;
      const change = changes.get(id);
      if (!change) continue;
      if (row.version !== change.version) {
        const by = row.batch_id === batch ? null : row.batch_id;
        leave({ kind: 'payments', id, name: number, reason: { code: 'changed_since', batch: by } }, account);
        continue;
      }
      const before = JSON.parse(change.before) as Pick<Row<'payments'>, 'date' | 'amount' | 'source' | 'batch_id'>;
      await updatePayment(tx, { id, version: versions.next(account), ...before });
      await deleteChange(tx, { batch, kind: 'payments', id });
      restored();
    }
    await versions.write();
  },
};

/** What its payments confirmed is not confirmed any more. It is no row of the batch, and not counted. */
const unconfirm: UndoStep = {
  page: notedPage('online-payments', false),
  async undo(tx, keys, { batch, now, leave }) {
    const changes = await changesOf(tx, batch, 'online-payments', idsOf(keys));
    const versions = await lockForVersions(tx, accountsOf(await confirmedOnline(tx, idsOf(keys))));
    for (const { id, account_id: account, version, reference } of await confirmedOnline(tx, idsOf(keys))) {
      const change = changes.get(id);
      if (!change) continue;
      if (version !== change.version) {
        const reason = { code: 'changed_since', batch: null } as const;
        leave({ kind: 'online-payments', id, name: reference, reason }, account);
        continue;
      }
      const { state } = JSON.parse(change.before) as Pick<Row<'online_payments'>, 'state'>;
      await setOnlinePaymentState(tx, { id, state, version: versions.next(account), at: toInstant(now) });
      await deleteChange(tx, { batch, kind: 'online-payments', id });
    }
    await versions.write();
  },
};

export const paymentSteps: readonly UndoStep[] = [removePayments, restorePayments, unconfirm];

/** PDFs. One that took the place of an earlier PDF goes as well: the earlier one is not kept, and the portal draws the bill. */
export const pdfSteps: readonly UndoStep[] = [
  {
    page: async (db, batch, after) => keysOf(await filesOfBatch(db, batch, after)),
    async undo(tx, keys, { batch, removed }) {
      const rows = await rowsByIds(tx, 'statements', idsOf(keys));
      const versions = await lockForVersions(tx, accountsOf(rows));
      const files = await batchesOfFiles(tx, idsOf(keys));
      for (const { id, account_id: account } of rows) {
        // A later batch brought another one.
        if (files.get(id) !== batch) continue;
        await deleteStatementFile(tx, { statement: id });
        await setFileHash(tx, { id, hash: null, version: versions.next(account) });
        removed();
      }
      await versions.write();
    },
  },
];
