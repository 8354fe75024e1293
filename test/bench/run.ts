import { benchImport } from './import.ts';
import { benchImportAndPush } from './import-and-push.ts';
import { benchTown } from './import-town.ts';
import { benchLedger } from './ledger.ts';
import { benchPull } from './pull.ts';
import { benchPush } from './push.ts';
import { type Result, table } from './result.ts';
import { benchWeb } from './web.ts';

/**
 * Measures and prints a table, or with `--json` one object a line. Names of benches as arguments run only those.
 * Figures of one line were taken in one run, in turn; quote the ratios, machines differ.
 */
const benches: Readonly<Record<string, () => Promise<Result[]>>> = {
  push: benchPush,
  pull: benchPull,
  web: benchWeb,
  ledger: benchLedger,
  import: benchImport,
  town: benchTown,
  'import-and-push': benchImportAndPush,
};

const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!json && process.stderr.isTTY) process.stderr.write(`${name} …\n`);
  const measured = await bench();
  results.push(...measured);
  if (json) for (const result of measured) process.stdout.write(`${JSON.stringify(result)}\n`);
}
if (!json) process.stdout.write(`${table(results)}\n`);
