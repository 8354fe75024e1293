import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { refusalsOfRoute } from '../../../server/api/openapi.ts';
import { apiProblems } from '../../../server/api/problem.ts';
import { apiRoutes } from '../../../server/api/routes.ts';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor, type Program, startProgram } from '../../support/described-api.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const someId = '01930000-0000-7000-8000-000000000000';

forEachEngine((engine) => {
  describe('the description of the exchange', () => {
    let server: TestServer;
    let program: Program;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      program = await startProgram(server, (await keyFor(server)).token);
    });

    it('is OpenAPI 3.1, says an independent reader', async () => {
      const validator = new Validator();
      const verdict = await validator.validate(JSON.parse(JSON.stringify(program.description)));
      assert.deepEqual(verdict.errors ?? [], []);
      assert.equal(verdict.valid, true);
      assert.equal(validator.version, '3.1');
    });

    it('has every route of the server, and no other', () => {
      const described = Object.entries(program.description.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      assert.deepEqual(described.sort(), apiRoutes.map(({ method, path }) => `${method} ${path}`).sort());
      const names = apiRoutes.map(({ operation }) => operation);
      assert.equal(new Set(names).size, names.length);
    });

    it('is answered by the server at every address that it names, and at none with another method', async () => {
      for (const [template, methods] of Object.entries(program.description.paths)) {
        const path = template.replace('{id}', someId);
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
          const { status, headers } = await fetch(`${server.url}/exchange/v1${path}`, { method });
          if (methods[method.toLowerCase()]) assert.equal(status, template === '/openapi.json' ? 200 : 401, template);
          else {
            assert.equal(status, 405, `${method} ${path}`);
            assert.equal(headers.get('allow'), Object.keys(methods).join(', ').toUpperCase());
          }
        }
      }
    });

    it('names the scopes and the refusals of each route as the server has them', () => {
      for (const route of apiRoutes) {
        const operation = program.description.paths[route.path]?.[route.method.toLowerCase()];
        assert.deepEqual(
          operation?.security.map(({ key }) => key),
          route.scopes.map((scope) => [scope]),
        );
        const statuses = refusalsOfRoute(route).map((code) => apiProblems[code][0]);
        for (const status of statuses) assert.ok(operation?.responses[status], `${route.operation} ${status}`);
        const once = operation?.parameters?.some(({ name, required }) => name === 'Idempotency-Key' && required);
        assert.equal(once ?? false, route.method === 'POST');
      }
    });

    it('is for anybody, and nothing else at these addresses is', async () => {
      assert.equal((await program.call({ path: '/openapi.json', token: null })).status, 200);
      for (const path of ['', '/', '/jobs', '/imports', '/../trpc', '/openapi.json/', '/%2e%2e/x']) {
        assert.equal((await program.call({ path, token: null })).status, 404, path);
      }
      assert.equal((await fetch(`${server.url}/exchange`)).status, 404);
      assert.equal((await fetch(`${server.url}/exchange/v2/jobs`)).status, 404);
    });
  });
});
