import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { modes, readConfig } from '../../../server/config.ts';
import { startServer } from '../../../server/main.ts';
import { fixture } from '../../support/fixtures.ts';

test('browsers are told to insist on HTTPS in production, and only there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-hsts-'));
  after(() => rm(folder, { recursive: true, force: true }));
  for (const mode of modes) {
    const config = readConfig({
      METERBOOK_MODE: mode,
      METERBOOK_COMPANY: 'ddzksu',
      METERBOOK_DATABASE: join(folder, `${mode}.db`),
      METERBOOK_URL: 'https://portal.test',
      METERBOOK_SMTP: 'smtps://portal.test',
      METERBOOK_LOG: 'silent',
      PORT: '0',
    });
    const server = await startServer({
      ...config,
      webFolder: fixture('web'),
      officeFolder: fixture('web'),
      kioskFolder: fixture('web'),
    });
    try {
      for (const path of ['/', '/assets/app-0a1b2c3d.js', '/trpc/none', '/nothing.js']) {
        const { headers } = await fetch(`${server.url}${path}`);
        const expected = mode === 'production' ? 'max-age=63072000; includeSubDomains' : null;
        assert.equal(headers.get('strict-transport-security'), expected, `${mode} ${path}`);
      }
    } finally {
      await server.stop();
    }
  }
});
