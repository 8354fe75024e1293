import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { assetPath } from '../../../server/assets.ts';
import { languages } from '../../../shared/company.ts';

/** Keys, each with the values that it names. */
function messagesOf(language: string): string[] {
  const text = readFileSync(assetPath(`documents/words/${language}.ftl`), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^[a-z]/.test(line))
    .map((line) => [line.split(' ')[0], ...[...line.matchAll(/\$\w+/g)].map(([value]) => value).sort()].join(' '))
    .sort();
}

describe('the words of documents', () => {
  it('are there in every language, with the same values', () => {
    const english = messagesOf('en');
    assert.ok(english.length > 50);
    for (const language of languages) assert.deepEqual(messagesOf(language), english, language);
  });

  it('are all said somewhere', () => {
    const code = ['draw-statement', 'draw-payment', 'draw-ledger', 'read-document', 'parts']
      .map((file) => readFileSync(assetPath(`documents/${file}.ts`), 'utf8'))
      .join('');
    // `field-…`, `method-…`, `ledger-…` and the amounts of lines are put together from data.
    const made =
      /^(field|method)-|^ledger-(opening|charged|paid|recalculated|closing)$|^(charged|recalculated|benefit|penalty)$/;
    for (const message of messagesOf('en')) {
      const key = message.split(' ')[0] ?? '';
      assert.ok(made.test(key) || code.includes(`'${key}'`), key);
    }
  });
});
