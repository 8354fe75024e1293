import { apiScopes } from '../../shared/api-key.ts';
import { z } from '../../shared/zod.ts';
import { outcomeOf } from '../exchange/job-results.ts';
import { takeUpload } from '../exchange/uploads.ts';
import { cancelJob } from '../jobs/cancel.ts';
import { requireScope } from './authenticate.ts';
import { exchangeJob, jobAnswer, refusedFormat, scopeOfJob } from './job-answer.ts';
import { ApiRefused } from './problem.ts';
import { fileTypes, plainRoute, type Route } from './route.ts';
import { id, job } from './shapes.ts';

const params = z.strictObject({ id });
const query = z.strictObject({});

const readJob = plainRoute({
  method: 'GET',
  path: '/jobs/{id}',
  operation: 'readJob',
  summary: 'How far a job is, and what came of it; ask again until it is done, failed or cancelled',
  scopes: ['read:jobs'],
  params,
  query,
  answers: { 200: { says: 'The job', json: job } },
  refusals: ['not_found'],
  async handle({ services, params: asked }) {
    return { status: 200, json: jobAnswer(await exchangeJob(services.db.reader, asked.id)) };
  },
});

const endJob = plainRoute({
  method: 'DELETE',
  path: '/jobs/{id}',
  operation: 'cancelJob',
  summary: 'Ends a job; what an import has entered so far is taken back',
  scopes: apiScopes.filter((scope) => scope !== 'read:jobs'),
  params,
  query,
  answers: {
    200: { says: 'It had not begun, and is cancelled', json: job },
    202: { says: 'It is asked to end; its `state` tells when it has', json: job },
  },
  refusals: ['not_found', 'job_ended'],
  async handle({ services, holder, params: asked }) {
    const { reader } = services.db;
    requireScope(holder, [await scopeOfJob(reader, await exchangeJob(reader, asked.id))]);
    const cancelled = await cancelJob(services, { id: asked.id, actor: holder.id });
    if (cancelled === 'ended') throw new ApiRefused({ code: 'job_ended' });
    const json = jobAnswer(await exchangeJob(reader, asked.id));
    return { status: cancelled === 'cancelled' ? 200 : 202, json };
  },
});

const refusedRows = (format: 'csv' | 'xlsx'): Route =>
  plainRoute({
    method: 'GET',
    path: `/jobs/{id}/refused.${format}`,
    operation: `readRefusedAs${format === 'csv' ? 'Csv' : 'Xlsx'}`,
    summary: `All refused rows with a column that says why; where the file was ${format === 'csv' ? 'CSV or JSON' : 'a workbook'}`,
    scopes: ['read:jobs'],
    params,
    query,
    answers: { 200: { says: 'The file', file: [fileTypes[format]] } },
    refusals: ['not_found'],
    async handle({ services, holder, params: asked }) {
      const outcome = outcomeOf(await exchangeJob(services.db.reader, asked.id));
      const report = outcome?.kind === 'import' ? outcome.report : null;
      if (report?.refusedFile == null || refusedFormat(report) !== format) throw new ApiRefused({ code: 'not_found' });
      const file = await takeUpload(services, { id: report.refusedFile, actor: holder.id });
      return { status: 200, file: { name: file.upload.name, type: fileTypes[format], bytes: file.open() } };
    },
  });

/** What becomes of files. */
export const jobRoutes: readonly Route[] = [readJob, endJob, refusedRows('csv'), refusedRows('xlsx')];
