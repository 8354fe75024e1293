import MagicString from 'magic-string';
import type { ESTree, Plugin } from 'vite';

/** Where the start leaves for the parts that are loaded later what they import from it. */
const shelf = 'globalThis.meterbookStart';

/**
 * Makes the entry, a module, a classic script. What a browser has compiled of classic scripts it keeps from the moment
 * at which the service worker stores them; modules it compiles anew at every start
 * (https://v8.dev/blog/code-caching-for-devs, "Use service worker caches"), which took a cold start a tenth longer.
 *
 * The entry must hold all that it imports statically (`codeSplitting` in the Vite configuration). The lazy parts stay
 * modules; what they import from the entry they find on a shelf, as it was when the entry had run: a binding that
 * changes later is not shared. Whatever cannot be done so stops the build and says why.
 */
export function classicStart(): Plugin {
  return {
    name: 'meterbook-classic-start',
    apply: 'build',
    enforce: 'post',
    // The names of the files tell apart what this makes of them.
    augmentChunkHash: () => 'classic start 1',
    generateBundle: {
      // After Vite has written down what is to be preloaded with each part.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const [entry, ...others] = chunks.filter(({ isEntry }) => isEntry);
        if (!entry || others.length > 0) this.error(`one entry was expected, not ${others.length + (entry ? 1 : 0)}`);
        for (const chunk of chunks) {
          const program = this.parse(chunk.code);
          const fail: Fail = (why) => this.error(`${chunk.fileName} ${why}`);
          chunk.code =
            chunk === entry
              ? asScript(chunk.code, program, fail)
              : importingFrom(entry.fileName, chunk.code, program, fail);
        }
        // Throws where the code is none for a classic script.
        this.parse(entry.code, { sourceType: 'script' });
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const parts = html.split('<script type="module" crossorigin ');
        if (parts.length !== 2) throw new Error('index.html was expected to load one module');
        return parts.join('<script defer ');
      },
    },
  };
}

type Fail = (why: string) => never;

/** The module's code in a function of its own, because a script's own names would be the whole page's. */
function asScript(code: string, program: ESTree.Program, fail: Fail): string {
  const script = new MagicString(code);
  const shared: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ExportNamedDeclaration' && !statement.source && !statement.declaration) {
      for (const { exported, local } of statement.specifiers) shared.push(`${nameOf(exported)}:${nameOf(local)}`);
      script.remove(statement.start, statement.end);
    } else if (statement.type === 'ImportDeclaration' || statement.type.startsWith('Export')) {
      fail(`is the start and must not have "${code.slice(statement.start, statement.end).slice(0, 80)}"`);
    }
  }
  const meta = 'importMeta';
  if (code.includes(meta)) fail(`has the name ${meta} already`);
  script.replaceAll('import.meta', meta);
  script.prepend(`(function(${meta}){"use strict";`);
  script.append(`;${shelf}={${shared.join()}}})({url:document.currentScript.src});\n`);
  return script.toString();
}

/** The module's code with the names that it imports from the entry taken from the shelf. */
function importingFrom(entry: string, code: string, program: ESTree.Program, fail: Fail): string {
  const file = `./${entry.split('/').at(-1)}`;
  const module = new MagicString(code);
  for (const statement of program.body) {
    if (!('source' in statement) || statement.source?.value !== file) continue;
    if (statement.type !== 'ImportDeclaration') fail('exports what the start holds');
    else module.overwrite(statement.start, statement.end, taking(statement.specifiers));
  }
  const changed = module.toString();
  if (changed.includes(file)) fail(`loads the start, which is no module`);
  return changed;
}

function taking(specifiers: ESTree.ImportDeclarationSpecifier[]): string {
  const names = specifiers.map((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return `...${specifier.local.name}`;
    const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    return `${imported}:${specifier.local.name}`;
  });
  return `const{${names.join()}}=${shelf};`;
}

const nameOf = (name: ESTree.ModuleExportName): string =>
  name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
