import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { textRow, workbookFile } from '../../support/workbook-file.ts';
import { openSettledOffice } from './billing-office.ts';

/** A month with one service, whose total a formula comes to. */
function monthOf(period: string): string {
  const amounts = '<c><v>0</v></c><c><v>10</v></c><c><v>4</v></c><c><v>0</v></c>';
  const total = '<c><f>D1-E1</f><v>6</v></c>';
  const cells = (service: string): string =>
    ['10427', period, service].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('') + amounts + total;
  return `<row r="2">${cells('water')}</row><row r="3">${cells('')}</row>`;
}

forEachEngine((engine) => {
  test('what formulas came to is counted once, however often the file is read: tried out, foreseen, brought in', async () => {
    const { bring } = await openSettledOffice(engine);
    const columns = ['account', 'period', 'service', 'opening', 'charged', 'paid', 'recalculated', 'closing'];
    const file = workbookFile([{ rows: textRow(1, columns) + monthOf('2026-07') }]);
    for (const options of [{ dryRun: true }, { strict: true }, {}]) {
      const { formulas, refused, created, unchanged } = await bring('ledger', file, options);
      assert.deepEqual(
        { formulas, refused: refused.length, months: created + unchanged },
        { formulas: 2, refused: 0, months: 1 },
      );
    }
  });
});
