import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileKinds, outForms, undoObstacles } from '../../shared/exchange-desk.ts';
import { exchangeFields } from '../../shared/exchange-fields.ts';

const packageRoot = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8');
const words = read('shared/words/office-exchange/en.ftl');
const keys = new Set([...words.matchAll(/^([\w-]+)\s*=/gmu)].map(([, key]) => key as string));

const codesIn = (source: string): string[] => [
  ...new Set([...source.matchAll(/\bcode: '(\w+)'/g)].map(([, code]) => code as string)),
];

/** Between two marks of a source. */
function part(source: string, from: string, to: string): string {
  const begin = source.indexOf(from);
  assert.ok(begin >= 0, from);
  return source.slice(begin, source.indexOf(to, begin));
}

function missing(start: string, names: readonly string[]): string[] {
  assert.ok(names.length > 3, start);
  return names.filter((name) => !keys.has(`${start}${name}`));
}

describe('the words of the exchange', () => {
  it('say everything that can be wrong with a row, in its codes and those that it has of the rules', () => {
    const problems = read('server/tables/problems.ts');
    const shared = [...part(problems, 'type Shared', '/** What is wrong with a row').matchAll(/\| '(\w+)'/g)];
    const codes = [
      ...codesIn(part(problems, 'export type RowProblem', 'export interface CellProblem')),
      ...shared.map(([, code]) => code as string),
      ...codesIn(read('shared/amount.ts')),
    ];
    assert.ok(codes.length > 50);
    assert.deepEqual(missing('exchange-problem-', codes), []);
  });

  it('say everything that can be wrong with a file, and with the work on one', () => {
    const sources = ['server/tables/', 'server/exchange/'].flatMap((folder) =>
      readdirSync(new URL(folder, packageRoot)).map((name) => read(`${folder}${name}`)),
    );
    const refused = sources.flatMap((source) =>
      [...source.matchAll(/new FileRefused\(\s*'(\w+)'/g)].map(([, code]) => code as string),
    );
    const ended = ['not_found', 'no_room', 'gave_up', 'interrupted', 'unexpected'];
    assert.deepEqual(missing('exchange-file-', [...new Set([...refused, ...ended])]), []);
    assert.deepEqual(
      missing('exchange-pdf-', codesIn(part(read('server/exchange/pdf-source.ts'), 'type PdfProblem', ';\n\n'))),
      [],
    );
  });

  it('name kinds, fields, forms, and why a row stays or a batch does', () => {
    const fields = Object.values(exchangeFields).flatMap((all) => all.map(({ name }) => name));
    const left = codesIn(part(read('server/exchange/undo-report.ts'), 'type LeftReason', 'export interface LeftRow'));
    assert.deepEqual(missing('exchange-field-', fields), []);
    assert.deepEqual(missing('exchange-kind-', [...fileKinds, 'readings-out']), []);
    assert.deepEqual(missing('exchange-form-', [...outForms]), []);
    assert.deepEqual(missing('exchange-left-', [...left, 'changed_by_batch']), []);
    for (const why of undoObstacles) assert.ok(words.includes(`[${why}]`), why);
  });
});
