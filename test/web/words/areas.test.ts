import { expect } from 'chai';
import { parsePath, wordsAreasOf } from '../../../web/routes.ts';

const areas = ['accounts', 'bills', 'history', 'more', 'readings', 'support'] as const;

const sources = new Map<string, Promise<string>>();
function sourceOf(path: string): Promise<string> {
  const source = sources.get(path) ?? fetch(path).then((answer) => answer.text());
  sources.set(path, source);
  return source;
}

/** The module and what it imports of ours, directly or not. `later`: also what it imports only when it is needed. */
async function modulesFrom(path: string, later: boolean, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(path)) return found;
  found.add(path);
  const source = await sourceOf(path);
  const imports = [
    ...source.matchAll(/^(?:import|export)\s*(?:[\w\s{},*$]+from\s*)?["'](\.[^"']+\.ts)["']/gm),
    ...(later ? source.matchAll(/\bimport\(["'](\.[^"']+\.ts)["']\)/g) : []),
  ];
  for (const [, to] of imports)
    await modulesFrom(new URL(to as string, new URL(path, location.href)).pathname, later, found);
  return found;
}

async function keysOf(area: string): Promise<string[]> {
  const text = await (await fetch(`/shared/words/${area}/en.ftl`)).text();
  return [...text.matchAll(/^([\w-]+)\s*=/gm)].map(([, key]) => key as string);
}

/** What these modules say of areas that are not there, as `module: key (area)`. */
async function unspeakable(modules: Iterable<string>, there: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const area of areas.filter((one) => !there.includes(one))) {
    // Keys of one word are names of other things as well.
    const keys = (await keysOf(area)).filter((key) => key.includes('-'));
    for (const path of modules) {
      const source = await sourceOf(path);
      const said = keys.filter((key) => new RegExp(`text\\([^()]*["'\`]${key}["'\`]`).test(source));
      missing.push(...said.map((key) => `${path}: ${key} (${area})`));
    }
  }
  return missing;
}

describe('the areas of words', () => {
  it('are not needed by anything that comes with the app, but for titles and what is said of a request', async () => {
    const first = await modulesFrom('/web/main.ts', false);
    expect(first).to.include('/web/screens/home.ts');
    // The first names screens whose words have come, the second is called by those that have the accounts' words.
    for (const known of ['/web/routes.ts', '/web/words/trouble-words.ts']) expect(first.delete(known)).to.equal(true);
    expect(await unspeakable(first, [])).to.deep.equal([]);
  });

  for (const [path, screen] of [
    ['/readings', 'readings'],
    ['/periods', 'history'],
    ['/periods/2017-06', 'period'],
    ['/meters/01890000-0000-7000-8000-0000000000a1', 'meter'],
    ['/more', 'more'],
    ['/account', 'account'],
    ['/register', 'getting-in'],
    ['/bills', 'bills-area'],
    ['/bills/01890000-0000-7000-8000-0000000000b1', 'bills-area'],
    ['/ledger', 'ledger'],
    ['/debt', 'paying-area'],
    ['/pay', 'paying-area'],
    ['/support', 'support-area'],
    ['/support/new', 'support-area'],
    ['/support/01890000-0000-7000-8000-0000000000d1', 'support-area'],
    ['/nowhere', 'not-found'],
  ] as const) {
    it(`are those of what ${path} says, now or later`, async () => {
      const modules = await modulesFrom(`/web/screens/${screen}.ts`, true);
      modules.delete('/web/words/trouble-words.ts');
      expect(modules.size).to.be.greaterThan(5);
      expect(await unspeakable(modules, wordsAreasOf(parsePath(path)))).to.deep.equal([]);
    });
  }
});
