import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The table of ARCHITECTURE.md, "Who may import whom", held against every import of the source. */

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Import {
  from: string;
  /** A path in the repository, or a package's name. */
  to: string;
  typeOnly: boolean;
}

const files = ['shared', 'server', 'web'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const imports = files.flatMap(importsOf);

/** No import from a file that fits `from` goes to one that fits `to`, but for the exceptions. */
function forbid(
  title: string,
  { from, to, except = () => false }: { from: RegExp; to: RegExp; except?: (found: Import) => boolean },
): void {
  it(title, () => {
    const found = imports.filter((one) => from.test(one.from) && to.test(one.to) && !except(one));
    assert.deepEqual(
      found.map((one) => `${one.from} imports ${one.to}`),
      [],
    );
  });
}

describe('shared', () => {
  it('has files, and so do server and web: an empty list would forbid nothing', () => {
    for (const folder of ['shared/', 'server/', 'web/']) {
      assert.ok(imports.filter(({ from }) => from.startsWith(folder)).length > 20, folder);
    }
  });
  forbid('imports nothing of ours and no package but zod', {
    from: /^shared\//,
    to: /./,
    except: ({ to }) => to.startsWith('shared/') || to === 'zod',
  });
  forbid('is what reaches zod for everybody, so that it is configured once', {
    from: /^(server|web)\//,
    to: /^zod$/,
  });
});

describe('the server', () => {
  forbid('imports nothing of the web app', { from: /^server\//, to: /^web\// });
  forbid('knows Lucia in auth/sessions alone', {
    from: /^server\//,
    to: /^lucia$/,
    except: ({ from }) => from === 'server/auth/sessions.ts',
  });
  forbid('knows the engines’ drivers in db/ alone', {
    from: /^server\/(?!db\/)/,
    to: /^(better-sqlite3|pg)$/,
  });
  forbid('writes SQL in queries, changes and db/ alone', {
    from: /^server\/(?!db\/)/,
    to: /^kysely$/,
    except: ({ from }) => /(queries|changes)\.ts$/.test(from),
  });
  forbid('knows tRPC at its edge alone', {
    from: /^server\//,
    to: /^@trpc\//,
    except: ({ from }) => ['server/trpc.ts', 'server/errors.ts', 'server/http/trpc-endpoint.ts'].includes(from),
  });
  forbid('has domains that use another’s verbs and queries, never its router', {
    from: /^server\/\w+\//,
    to: /^server\/\w+\/[\w-]*router\.ts$/,
    except: ({ from, to }) => dirname(from) === dirname(to),
  });
  forbid('has domains that do not reach up to the app, the command line or the start', {
    // Every folder but those above, so that a new domain is held to it as well.
    from: /^server\/(?!(cli|http|demo)\/)\w+\//,
    to: /^server\/(app|main|cli|router|office-router)\.ts$|^server\/(cli|http|demo)\//,
  });
  forbid('reads and writes tables without knowing whose they are', {
    from: /^server\/tables\//,
    to: /^server\/(?!tables\/)/,
  });
  forbid('has a db/ that knows no domain', { from: /^server\/db\//, to: /^server\/\w+\/(?<!db\/)/ });
});

describe('the web app', () => {
  forbid('imports the server’s type of its router, and nothing else of the server', {
    from: /^web\//,
    to: /^server\//,
    except: ({ from, to, typeOnly }) =>
      typeOnly &&
      ((from === 'web/sync/api.ts' && to === 'server/router.ts') ||
        (from === 'web/office/api.ts' && to === 'server/office-router.ts') ||
        (from === 'web/kiosk/api.ts' && to === 'server/kiosk-router.ts')),
  });
  forbid('has screens that know no sync', { from: /^web\/screens\//, to: /^web\/(sync|sw)\// });
  forbid('has screens that know of the store its types and the pure functions of its views', {
    from: /^web\/screens\//,
    to: /^(dexie$|web\/store\/)/,
    except: ({ to, typeOnly }) => typeOnly || /^web\/store\/views-[\w-]+\.ts$/.test(to),
  });
  forbid('has a store that knows no screens, elements or sync', {
    from: /^web\/store\//,
    to: /^web\/(screens|elements|sync|sw)\//,
  });
  forbid('has elements that know no screens or sync, and of the store the types of its views', {
    from: /^web\/elements\//,
    to: /^web\/(store|screens|sync|sw)\//,
    except: ({ to, typeOnly }) => /^web\/store\/views(-[\w-]+)?\.ts$/.test(to) && typeOnly,
  });
  forbid('has a sync core that knows no Dexie, no tRPC and no browser parts of ours', {
    from: /^web\/sync\/(loop|cycle|push|pull|ports|call)\.ts$/,
    to: /^(dexie|@trpc\/|web\/(store|sw|screens|elements)\/)/,
    except: ({ typeOnly }) => typeOnly,
  });
  forbid('has parts about contacts and storage that know of ours only what is shared and each other', {
    from: /^web\/(contact|storage)\//,
    to: /^(web\/(?!(contact|storage)\/)|dexie$|@trpc\/)/,
    except: ({ to, typeOnly }) => to === 'dexie' && typeOnly,
  });
  forbid('has pure parts about readings, which know of ours only what is shared and the type of the words', {
    from: /^web\/readings\//,
    to: /^(web\/(?!readings\/)|dexie$|lit$|@trpc\/)/,
    except: ({ to, typeOnly }) => to.startsWith('web/words/') && typeOnly,
  });
  forbid('has an office that knows elements, words, styles and the frame’s parts, and nothing of the residents’ app', {
    from: /^web\/office\//,
    to: /^(web\/(?!office\/)|dexie$)/,
    except: ({ to }) => /^web\/((elements|words|styles)\/|(company|router|no-start|version)\.ts$)/.test(to),
  });
  forbid(
    'has a kiosk that knows elements, words, styles and what every part may know, and nothing of the residents’ app',
    {
      from: /^web\/kiosk\//,
      to: /^web\/(?!kiosk\/)/,
      except: ({ to }) =>
        /^web\/((elements|words|styles|readings|contact|storage)\/|(company|no-start|version|trusted-script)\.ts$)/.test(
          to,
        ),
    },
  );
  forbid('downloads the kiosk nowhere but in the kiosk', { from: /^web\/(?!kiosk\/)/, to: /^web\/kiosk\// });
  forbid('downloads the office nowhere but in the office', { from: /^web\/(?!office\/)/, to: /^web\/office\// });
  forbid('downloads no schemas: what depends on zod is imported as a type', {
    from: /^web\//,
    to: /^shared\/(sync|company|zod|account-forms|payment-forms|support-forms)\.ts$/,
    except: ({ typeOnly }) => typeOnly,
  });
  forbid('uses no module of Node', { from: /^web\/(?!build\/)/, to: /^node:/ });
});

describe('every source file', () => {
  it('is named in kebab case and holds one concept: 350 lines at the most', () => {
    for (const file of files) {
      assert.match(file, /^[a-z0-9/.-]+$/);
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      assert.ok(lines <= 350, `${file} has ${lines} lines`);
    }
  });

  it('imports packages that package.json names, and what is shipped names none of those for development alone', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const found = imports.filter(({ from, to, typeOnly }) => {
      if (/^(shared|server|web|node:|\.|virtual:)/.test(to)) return false;
      const named = Object.hasOwn(dependencies, to);
      const builds = typeOnly || from.startsWith('web/build/');
      return !named && !(builds && Object.hasOwn(devDependencies, to));
    });
    assert.deepEqual(
      found.map((one) => `${one.from} imports ${one.to}`),
      [],
    );
  });

  it('exports no binding that changes later: the lazy parts would not hear of it (web/build/classic-start)', () => {
    const changing = files.filter((file) => /^export (let|var) /m.test(readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(changing, []);
  });

  it('imports no folder and no barrel', () => {
    const barrels = imports.filter(({ to }) => /(^|\/)index\.ts$/.test(to));
    assert.deepEqual(barrels, []);
  });
});

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = [...source.matchAll(/^(?:import|export)\s([^;]*?\sfrom\s+)?'([^']+)';/gm)].map(
    ([statement, , target]) => ({ target: target as string, typeOnly: isTypeOnly(statement) }),
  );
  const dynamic = [...source.matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, target]) => ({
    target: target as string,
    typeOnly: false,
  }));
  return [...statements, ...dynamic].map(({ target, typeOnly }) => ({
    from: file,
    to: target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : packageOf(target),
    typeOnly,
  }));
}

/** `import type …`, or every name in the braces marked as a type. */
function isTypeOnly(statement: string): boolean {
  if (/^(import|export) type\s/.test(statement)) return true;
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /^import\s+\w/.test(statement)) return false;
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return target;
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}
