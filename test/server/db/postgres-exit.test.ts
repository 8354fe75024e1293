import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

describe('a process that started PostgreSQL', () => {
  it('ends with the code that it chose, so that failed tests fail the run', () => {
    const script = `
      const { startPostgres } = await import(${JSON.stringify(new URL('../../support/postgres.js', import.meta.url).href)});
      const postgres = await startPostgres();
      process.exitCode = 3;
      await postgres.stop();`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.equal(status, 3, stderr);
  });
});
