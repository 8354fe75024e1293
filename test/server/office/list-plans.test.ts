import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { listingNames, type Measured, measureLists, mostOf } from '../../support/measured-lists.ts';

/** More than any list looks through for one page: what grows with the rows is seen to grow. */
const many = 8_000;
const more = 24_000;

/** By so much pages may differ; beyond it what belongs to the rows of one. */
const spread = 1.5;
const pageWorth = 600;

forEachEngine((engine) => {
  describe('the lists of the office', () => {
    let measured: Map<string, Measured>;
    before(async () => {
      measured = await measureLists(engine, [many, more]);
    });

    if (engine.name === 'sqlite') {
      for (const name of listingNames) {
        it(`read pieces of indexes alone, and sort no more than a page: ${name}`, () => {
          assert.deepEqual(measured.get(name)?.unbounded, []);
        });
      }
    } else {
      for (const name of listingNames) {
        it(`look at as many rows wherever a page is, and however many there are: ${name}`, () => {
          const [few, all] = measured.get(name)?.rows ?? [];
          assert.ok(few && all);
          const most = Math.max(spread * Math.max(few.first, few.behind) + pageWorth, mostOf.get(name) ?? 0);
          assert.ok(all.first <= most && all.behind <= most, JSON.stringify({ [many]: few, [more]: all }));
          assert.ok(all.behind <= spread * all.first + pageWorth, JSON.stringify(all));
        });
      }
    }
  });
});
