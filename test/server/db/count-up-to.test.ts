import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countUpTo } from '../../../server/db/count-up-to.ts';
import { forEachEngine } from '../../support/databases.ts';

forEachEngine((engine) => {
  describe('rows that are counted up to a bound', () => {
    it('are as many as there are, or as many as the bound, as a number', async () => {
      const db = await engine.open();
      const values = ['a', 'b', 'c'].map((letter) => ({ key: `counted ${letter}`, value: '' }));
      await db.write(async (tx) => void (await tx.insertInto('meta').values(values).execute()));
      const counted = db.reader.selectFrom('meta').where('key', 'like', 'counted %').select('key');
      assert.equal(await countUpTo(db.reader, counted, 4), 3);
      assert.equal(await countUpTo(db.reader, counted, 3), 3);
      assert.equal(await countUpTo(db.reader, counted, 2), 2);
      assert.equal(await countUpTo(db.reader, counted.where('value', '=', 'none'), 2), 0);
    });
  });
});
