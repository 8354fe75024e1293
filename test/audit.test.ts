import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditPackages, describeAudit } from './support/audit.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The audit of the packages, put to registries of the test's own. */
describe('the audit of the packages', () => {
  const servers: Server[] = [];
  let cache: string;
  before(async () => {
    cache = await mkdtemp(join(tmpdir(), 'meterbook-npm-'));
  });
  after(async () => {
    for (const server of servers) server.close();
    await rm(cache, { recursive: true, force: true });
  });

  /** A registry that knows of this; null where it takes no questions. */
  async function askOf(known: Record<string, string> | null) {
    const server = createServer((request, response) => {
      request.resume();
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') {
        const name = decodeURIComponent(request.url?.slice(1) ?? '');
        response.end(JSON.stringify({ name, versions: { '1.0.0': { name, version: '1.0.0' } } }));
        return;
      }
      const advisories = Object.entries(known ?? {}).map(([name, severity], id) => [
        name,
        [{ id, url: '', title: 'a hole', severity, vulnerable_versions: '*', cwe: [], cvss: { score: 9 } }],
      ]);
      response.statusCode = known === null ? 405 : 200;
      response.end(JSON.stringify(Object.fromEntries(advisories)));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // A cache of its own: what is invented here must not stay on the machine.
    return auditPackages(root, [`--registry=http://127.0.0.1:${port}`, `--cache=${cache}`]);
  }

  it('fails for what is known as high or critical, by name', async () => {
    const audit = await askOf({ koa: 'high', lucia: 'critical', pg: 'moderate' });
    assert.ok(audit.done);
    assert.deepEqual(audit.grave, ['koa *: high', 'lucia *: critical']);
    assert.match(describeAudit(audit), /FAILED/);
  });

  it('says that it was not done where the registry does not answer the question, and by what', async () => {
    const audit = await askOf(null);
    assert.ok(!audit.done);
    assert.match(describeAudit(audit), /NOT DONE, .*405/);
    assert.doesNotMatch(describeAudit(audit), /:\/\//);
  });

  it('is content with what is less than high, and with packages that only build and test', async () => {
    const audit = await askOf({ pg: 'moderate', chai: 'critical' });
    assert.deepEqual(audit, { done: true, grave: [] });
  });
});
