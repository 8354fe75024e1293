import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditPackages, describeAudit } from './support/audit.ts';
import { findChromium } from './support/chromium.ts';
import { startPostgres } from './support/postgres.ts';

/**
 * All tests: first, side by side, those of rules and server (Node's runner) and those of the web app's parts
 * (web-test-runner); then those of the whole in a browser. One PostgreSQL serves all of them. Meanwhile the registry is
 * asked for known vulnerabilities of the packages. `node dist/test/run.js shared server` runs only these folders.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);
/** The tests that stand beside this file. */
const topLevel = 'architecture';
/** Many times what the longest file takes on two cores. */
const minutesPerFile = 10;
const wants = (folder: string): boolean => wanted.length === 0 || wanted.includes(folder);

const auditing = wants('audit') ? auditPackages(root) : null;
const nodeFolders = ['shared', 'server', topLevel].filter(wants);
const needsPostgres = wants('server') || wants('e2e');
const postgres = needsPostgres ? await startPostgres() : null;
const env = {
  ...process.env,
  ...(postgres ? { METERBOOK_TEST_POSTGRES: postgres.url } : {}),
  ...(wants('web') || wants('e2e') ? { CHROME_PATH: await findChromium() } : {}),
};

try {
  const files = (await Promise.all(nodeFolders.map(testFiles))).flat();
  const first = await Promise.all([
    files.length > 0 ? nodeTests(files, 2) : true,
    wants('web') ? run('web-test-runner', [join(root, 'node_modules/@web/test-runner/dist/bin.js')]) : true,
  ]);
  const whole = wants('e2e') ? await testFiles('e2e') : [];
  // One browser at a time: two would only share the cores.
  const second = whole.length > 0 ? await nodeTests(whole, 1) : true;
  const audit = await auditing;
  if (audit) process.stdout.write(`${describeAudit(audit)}\n`);
  // Where nobody could be asked nothing is known against the packages; the line above says so.
  const sound = !audit?.done || audit.grave.length === 0;
  process.exitCode = first.every(Boolean) && second && sound ? 0 : 1;
} finally {
  await postgres?.stop();
}

function nodeTests(files: readonly string[], concurrency: number): Promise<boolean> {
  const reporter = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  return run('node --test', [
    '--enable-source-maps',
    '--test',
    `--test-concurrency=${concurrency}`,
    // What waits for something that never comes fails by name, instead of holding up the run. A file counts as a test, too.
    `--test-timeout=${minutesPerFile * 60_000}`,
    ...reporter,
    ...files,
  ]);
}

async function testFiles(folder: string): Promise<string[]> {
  const compiled = join(root, 'dist/test', folder === topLevel ? '' : folder);
  const names = await readdir(compiled, { recursive: folder !== topLevel });
  return names.filter((name) => name.endsWith('.test.js')).map((name) => join(compiled, name));
}

/** Runs a Node program with our own standard output; true when it ends well. */
function run(name: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code !== 0) process.stderr.write(`${name} failed (${signal ?? code})\n`);
      resolve(code === 0);
    });
  });
}
