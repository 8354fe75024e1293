import { expect } from 'chai';
import { type LedgerColumn, ledgerColumns } from '../../../shared/ledger.ts';
import type { Period } from '../../../shared/period.ts';
import { ledgerFaults, ledgerState, ledgerView } from '../../../web/store/views-ledger.ts';
import { changed, fullLedger, goldenLedger, printedLedger } from '../support/golden-ledger.ts';

describe('the view of the ledger', () => {
  it('finds nothing wrong with the golden ledger (B2)', async () => {
    const { table, years } = ledgerView(await goldenLedger(), null);
    expect(ledgerFaults(await goldenLedger())).to.deep.equal([]);
    expect(table.services).to.deep.equal((await printedLedger()).columns.slice(1));
    expect(table.months.map(({ period }) => period)).to.deep.equal(['2017-06', '2017-05', '2017-04', '2017-03']);
    expect(years).to.deep.equal([]);
  });

  it('names every cell that is one kopeck off, or the one that must follow from it (B2)', async () => {
    const ledger = await goldenLedger();
    const { columns, periods } = await printedLedger();
    const names = [null, ...columns.slice(1)];
    const cells = periods.flatMap((period) =>
      names.flatMap((service) => ledgerColumns.map((column) => [period, column, service] as const)),
    ) satisfies (readonly [Period, LedgerColumn, string | null])[];
    expect(cells).to.have.length(4 * 16 * 5);
    for (const cell of cells) {
      const [period, column, service] = cell;
      for (const by of [1, -1]) {
        const faults = ledgerFaults(changed(ledger, cell, by));
        const named = faults.filter((one) => one.period === period && one.service === service);
        expect(
          named.map((one) => one.column),
          cell.join(' '),
        ).to.satisfy((found: LedgerColumn[]) => found.includes(column) || found.includes('closing'));
      }
    }
  });

  it('tells of faults newest first', async () => {
    const ledger = await goldenLedger();
    const twice = changed(changed(ledger, ['2017-03', 'charged', 'ХВС'], 1), ['2017-05', 'charged', 'ХВС'], 1);
    expect(ledgerFaults(twice).map(({ period }) => period)).to.deep.equal(['2017-05', '2017-05', '2017-03', '2017-03']);
  });

  it('offers years where the history is long, and shows the months and services of one', () => {
    expect(ledgerView(fullLedger(24), null).years).to.deep.equal([]);
    const long = fullLedger(25);
    const { years } = ledgerView(long, null);
    expect(years).to.deep.equal(['2026', '2025', '2024']);
    const [newest, ...older] = long as [(typeof long)[0], ...typeof long];
    const extra = { service: 'Lift', opening: 0, charged: 0, paid: 0, recalculated: 0, closing: 0 };
    const withLift = [{ ...newest, services: [...newest.services, extra] }, ...older];
    const shown = ledgerView(withLift, '2024').table;
    expect(shown.months.map(({ period }) => period)).to.deep.equal(['2024-12', '2024-11', '2024-10']);
    expect(shown.services).not.to.include('Lift');
  });

  it('tells a change of a row by its revision', async () => {
    const ledger = await goldenLedger();
    expect(ledgerState(structuredClone(ledger))).to.equal(ledgerState(ledger));
    expect(ledgerState(ledger.map((row, at) => (at === 2 ? { ...row, revision: 9 } : row)))).not.to.equal(
      ledgerState(ledger),
    );
    expect(ledgerState(ledger.slice(1))).not.to.equal(ledgerState(ledger));
  });
});
