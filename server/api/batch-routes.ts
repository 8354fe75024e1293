import { apiScopes } from '../../shared/api-key.ts';
import type { BatchId } from '../../shared/ids.ts';
import { isPeriod } from '../../shared/period.ts';
import { z } from '../../shared/zod.ts';
import type { Reader, Row } from '../db/tables.ts';
import { newestBatches } from '../exchange/batch-queries.ts';
import { startUndo } from '../exchange/exchange-jobs.ts';
import { putOut } from '../exchange/export-readings.ts';
import { batchById, takeTurn } from '../exchange/queries.ts';
import { takeBatch } from '../exchange/take-batch.ts';
import { lockOfBatch } from '../exchange/undo-queries.ts';
import { requireScope } from './authenticate.ts';
import { batchAnswer } from './batch-answer.ts';
import { begun, jobBegun, keepBegun } from './file-routes.ts';
import type { KeptAnswer } from './once.ts';
import { ApiRefused } from './problem.ts';
import { fileTypes, jsonRoute, plainRoute, type Route } from './route.ts';
import { scopeOfBatch } from './scopes.ts';
import { batch, batches, exportRequest, id, madeExport, readingsOut, undoRequest } from './shapes.ts';

const nothing = z.strictObject({});
const params = z.strictObject({ id });

const makeExport = jsonRoute({
  method: 'POST',
  path: '/exports',
  operation: 'exportReadings',
  summary: 'Puts the readings of a period that billing has not got yet into a batch',
  scopes: ['export:readings'],
  params: nothing,
  query: nothing,
  json: exportRequest,
  answers: {
    201: { says: 'The batch; `Location` is where it is told of', json: madeExport },
    200: { says: 'There is nothing new, and no batch', json: madeExport },
  },
  refusals: ['window_open'],
  async handle({ services: { db, company, clock }, holder, body: { period, lock, early }, keep }) {
    if (!isPeriod(period)) throw new ApiRefused({ code: 'bad_input', path: 'period' });
    if (lock) requireScope(holder, ['export:lock']);
    return db.write(async (tx) => {
      await takeTurn(tx);
      const made = await putOut(tx, { company, clock, actor: holder.id }, { period, lock, early: early ?? null });
      const row = made ? await batchById(tx, made.id) : undefined;
      const answer: KeptAnswer = row
        ? { status: 201, json: { batch: batchAnswer(row) }, location: `/batches/${row.id}` }
        : { status: 200, json: { batch: null } };
      await keep(tx, answer);
      return answer;
    });
  },
});

const listBatches = plainRoute({
  method: 'GET',
  path: '/batches',
  operation: 'listBatches',
  summary: 'All that was brought in and given out, newest first',
  scopes: ['read:jobs'],
  params: nothing,
  query: z.strictObject({ after: id.optional().describe('The `next` of the answer before') }),
  answers: { 200: { says: 'Some of them', json: batches } },
  refusals: [],
  async handle({ services, query: { after = null } }) {
    const { rows, next } = await newestBatches(services.db.reader, { after });
    return { status: 200, json: { rows: rows.map(batchAnswer), next } };
  },
});

const readBatch = plainRoute({
  method: 'GET',
  path: '/batches/{id}',
  operation: 'readBatch',
  summary: 'One of them',
  scopes: ['read:jobs', 'export:readings'],
  params,
  query: nothing,
  answers: { 200: { says: 'The batch', json: batch } },
  refusals: ['not_found'],
  async handle({ services, holder, params: asked }) {
    const row = await storedBatch(services.db.reader, asked.id);
    // Whoever may export sees exports.
    if (row.kind !== 'readings-out') requireScope(holder, ['read:jobs']);
    return { status: 200, json: batchAnswer(row) };
  },
});

const undo = jsonRoute({
  method: 'POST',
  path: '/batches/{id}/undo',
  operation: 'undoBatch',
  summary:
    'Takes back what a batch did, where nobody has built on it since; with the scopes that it takes to make such a batch',
  scopes: apiScopes.filter((scope) => scope !== 'read:jobs' && scope !== 'export:lock'),
  params,
  query: nothing,
  json: undoRequest,
  answers: jobBegun,
  refusals: ['not_found', 'batch_running', 'batch_undone', 'batch_undoing', 'batch_billed', 'batch_too_old'],
  async handle({ services, holder, params: asked, body: { reason = null, dryRun }, keep }) {
    const { reader } = services.db;
    requireScope(holder, [scopeOfBatch(await storedBatch(reader, asked.id))]);
    // W6: with the export goes the lock that it brought.
    if (await lockOfBatch(reader, asked.id)) requireScope(holder, ['export:lock']);
    const within = keepBegun(keep);
    return begun(await startUndo(services, { batch: asked.id, reason, dryRun, actor: holder.id, within }));
  },
});

const readings = (format: 'csv' | 'json' | 'xlsx'): Route =>
  plainRoute({
    method: 'GET',
    path: `/batches/{id}/readings.${format}`,
    operation: `readingsAs${format[0]?.toUpperCase()}${format.slice(1)}`,
    summary: 'The readings of an export, a row a register; the same whenever it is asked for',
    scopes: ['export:readings'],
    params,
    query: nothing,
    answers: {
      200: {
        says: 'The file',
        ...(format === 'json' ? { json: readingsOut, file: [fileTypes.json] } : { file: [fileTypes[format]] }),
      },
    },
    refusals: ['not_found'],
    async handle({ services, holder, params: asked }) {
      const { name, bytes } = await takeBatch(services, { id: asked.id, form: format, actor: holder.id });
      return { status: 200, file: { name, type: fileTypes[format], bytes } };
    },
  });

async function storedBatch(db: Reader, asked: BatchId): Promise<Row<'batches'>> {
  const row = await batchById(db, asked);
  if (!row) throw new ApiRefused({ code: 'not_found' });
  return row;
}

/** Readings out, and what was done as a whole. */
export const batchRoutes: readonly Route[] = [
  makeExport,
  listBatches,
  readBatch,
  readings('csv'),
  readings('json'),
  readings('xlsx'),
  undo,
];
