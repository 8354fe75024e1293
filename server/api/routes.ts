import { z } from '../../shared/zod.ts';
import { batchRoutes } from './batch-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { describeApi } from './openapi.ts';
import { plainRoute, type Route } from './route.ts';

const description = plainRoute({
  method: 'GET',
  path: '/openapi.json',
  operation: 'describe',
  summary: 'This description',
  scopes: [],
  params: z.strictObject({}),
  query: z.strictObject({}),
  answers: { 200: { says: 'OpenAPI 3.1', json: z.looseObject({ openapi: z.string() }) } },
  refusals: [],
  async handle({ services }) {
    return { status: 200, json: describeApi(apiRoutes, { url: `${services.baseUrl()}/exchange/v1` }) };
  },
});

/** All that is answered under `/exchange/v1`. */
export const apiRoutes: readonly Route[] = [...fileRoutes, ...jobRoutes, ...batchRoutes, description];
