import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

describe('a process that started PostgreSQL', () => {
  for (const code of [0, 3]) {
    it(`ends with the code that it chose, ${code}, and not a word, so that only failed tests fail the run`, () => {
      const script = `
        const { startPostgres } = await import(${JSON.stringify(new URL('../../support/postgres.js', import.meta.url).href)});
        const postgres = await startPostgres();
        process.exitCode = ${code};
        await postgres.stop();`;
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      assert.equal(status, code);
    });
  }
});
