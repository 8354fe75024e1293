import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Payment, Statement } from '../../shared/bill.ts';
import { debtOf, owedByMonth } from '../../shared/debt.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import { addMonths, type Day, type Period } from '../../shared/period.ts';
import { billState, ledgerToNow } from '../../shared/standing.ts';

const account = '01890000-0000-7000-8000-0000000000f1';

const month = (period: Period, opening: number, charged: number, paid: number): LedgerMonth => ({
  period,
  services: [],
  total: { opening, charged, paid, recalculated: 0, closing: opening + charged - paid },
});

const bill = (period: Period, total: number, change: Partial<Statement> = {}): Statement => ({
  id: `bill of ${period}`,
  account,
  revision: 1,
  period,
  issuedOn: `${addMonths(period, 1)}-03`,
  number: `R-${period}`,
  description: 'Rent',
  due: `${addMonths(period, 1)}-25`,
  total,
  lines: [],
  printed: false,
  ...change,
});

const payment = (date: Day, amount: number): Payment => ({
  id: `payment of ${date}`,
  account,
  date,
  amount,
  number: '1',
  source: 'bank',
});

const closings = (months: readonly LedgerMonth[]) => months.map(({ period, total }) => [period, total?.closing]);

describe('where the account stands now (B6)', () => {
  const ledger = [month('2026-09', 0, 100, 0), month('2026-10', 100, 120, 100)];

  it('is not known without a ledger, whatever bills and payments there are', () => {
    assert.deepEqual(
      ledgerToNow([], { statements: [bill('2026-10', 120)], payments: [payment('2026-11-02', 50)] }),
      [],
    );
  });

  it('is where the ledger ends, when nothing came after it', () => {
    const found = ledgerToNow([...ledger].reverse(), {
      statements: [bill('2026-09', 100), bill('2026-10', 120)],
      payments: [payment('2026-10-31', 100)],
    });
    assert.deepEqual(found, ledger);
  });

  it('has the bills and payments of later months, and none of those that the ledger has already', () => {
    const statements = [bill('2026-10', 120), bill('2026-11', 130), bill('2026-11', 5, { id: 'second' })];
    const payments = [payment('2026-10-02', 100), payment('2026-11-02', 60), payment('2027-01-02', 200)];
    assert.deepEqual(closings(ledgerToNow(ledger, { statements, payments })), [
      ['2026-09', 100],
      ['2026-10', 120],
      ['2026-11', 120 + 130 + 5 - 60],
      ['2027-01', 195 - 200],
    ]);
  });

  it('has the bills of its last month where that has only begun: it has no charges yet', () => {
    const begun = [...ledger, month('2026-11', 120, 0, 120)];
    const statements = [bill('2026-10', 120), bill('2026-11', 130)];
    const found = ledgerToNow(begun, { statements, payments: [] });
    assert.deepEqual(closings(found), [
      ['2026-09', 100],
      ['2026-10', 120],
      ['2026-11', 130],
    ]);
    const [, november] = statements;
    assert.ok(november);
    assert.deepEqual(billState(november, { owed: owedByMonth(found), others: statements, today: '2026-12-02' }), {
      state: 'open',
      left: 130,
    });
    assert.deepEqual(closings(ledgerToNow(begun, { statements: [], payments: [] })).at(-1), ['2026-11', 0]);
  });

  it('closes at the end of the ledger with everything that came later, in whatever order it came', () => {
    const later = fc.record({ after: fc.integer({ min: 1, max: 30 }), amount: fc.integer({ min: 1, max: 1_000_000 }) });
    fc.assert(
      fc.property(fc.array(later), fc.array(later), (billed, paid) => {
        const statements = billed.map(({ after, amount }) => bill(addMonths('2026-10', after), amount));
        const payments = paid.map(({ after, amount }) => payment(`${addMonths('2026-10', after)}-01`, amount));
        const sum = (of: typeof billed) => of.reduce((all, { amount }) => all + amount, 0);
        const months = ledgerToNow(ledger, { statements, payments });
        assert.equal(months.at(-1)?.total?.closing, 120 + sum(billed) - sum(paid));
        assert.equal(debtOf(months, '2030-01').balance, 120 + sum(billed) - sum(paid));
      }),
    );
  });
});

describe('what became of a bill (B3, B6)', () => {
  const october = bill('2026-10', 120);
  const today: Day = '2026-11-20';
  const stateIn = (
    months: readonly LedgerMonth[],
    of = october,
    others: readonly Statement[] = [of],
    on: Day = today,
  ) => billState(of, { owed: owedByMonth(months), others, today: on });

  it('is not known without its month in the ledger: all of it is left', () => {
    assert.deepEqual(stateIn([]), { state: 'unknown', left: 120 });
    assert.deepEqual(stateIn([month('2026-11', 0, 100, 0)]), { state: 'unknown', left: 120 });
  });

  it('is nothing where there is nothing to pay, also without a ledger', () => {
    for (const total of [0, -500]) {
      assert.deepEqual(stateIn([], bill('2026-10', total)), { state: 'none', left: 0 });
    }
  });

  it('is open until its last day is over, and overdue from the day after', () => {
    const months = [month('2026-10', 0, 120, 0)];
    assert.deepEqual(stateIn(months, october, [october], '2026-11-25'), { state: 'open', left: 120 });
    assert.deepEqual(stateIn(months, october, [october], '2026-11-26'), { state: 'overdue', left: 120 });
  });

  it('is partly paid with the rest in time, and overdue with the rest after it', () => {
    const months = [month('2026-10', 0, 120, 50)];
    assert.deepEqual(stateIn(months), { state: 'partly', left: 70 });
    assert.deepEqual(stateIn(months, october, [october], '2026-12-01'), { state: 'overdue', left: 70 });
  });

  it('is paid when its charge is settled, also long after its last day', () => {
    const months = [month('2026-10', 0, 120, 0), month('2026-11', 120, 130, 120)];
    assert.deepEqual(stateIn(months, october, [october], '2027-03-01'), { state: 'paid', left: 0 });
  });

  it('a payment settles the oldest first: money for October goes to an unpaid September', () => {
    const september = bill('2026-09', 100);
    const months = [month('2026-09', 0, 100, 0), month('2026-10', 100, 120, 120)];
    assert.deepEqual(stateIn(months, september, [september, october]), { state: 'paid', left: 0 });
    assert.deepEqual(stateIn(months, october, [september, october]), { state: 'partly', left: 100 });
  });

  it('is not left open by what is owed of a month that the ledger lacks: that one is', () => {
    const months = [month('2026-10', 0, 120, 120), month('2026-12', 120, 90, 0)];
    assert.deepEqual(stateIn(months), { state: 'paid', left: 0 });
    const november = bill('2026-11', 120);
    assert.deepEqual(stateIn(months, november, [october, november]), { state: 'open', left: 120 });
  });

  it('never has more left than its total, where the ledger has more in that month', () => {
    assert.deepEqual(stateIn([month('2026-10', 0, 500, 0)]), { state: 'open', left: 120 });
  });

  describe('of several bills of a month', () => {
    const months = [month('2026-10', 0, 150, 40)];
    const second = bill('2026-10', 30, { id: 'second', issuedOn: '2026-11-09' });

    it('the older is settled first', () => {
      assert.deepEqual(stateIn(months, october, [october, second]), { state: 'partly', left: 80 });
      assert.deepEqual(stateIn(months, second, [october, second]), { state: 'open', left: 30 });
    });

    it('the number tells which is older where both were issued on one day', () => {
      const sameDay = { ...second, issuedOn: october.issuedOn, number: 'A-1' };
      assert.deepEqual(stateIn(months, sameDay, [october, sameDay]), { state: 'paid', left: 0 });
      assert.deepEqual(stateIn(months, october, [october, sameDay]), { state: 'partly', left: 110 });
    });

    it('one that gives back leaves less of the other, in whatever order they came', () => {
      for (const issuedOn of ['2026-11-01', '2026-11-09'] as const) {
        const back = bill('2026-10', -30, { id: 'back', issuedOn });
        assert.deepEqual(stateIn([month('2026-10', 0, 90, 0)], october, [october, back]), {
          state: 'partly',
          left: 90,
        });
      }
    });

    it('no more is left of all of them than is owed', () => {
      const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(amounts, fc.nat(70_000), (totals, paid) => {
          const charged = totals.reduce((sum, total) => sum + total, 0);
          const bills = totals.map((total, at) => bill('2026-10', total, { id: `${at}`, number: `${at}` }));
          const ledger = [month('2026-10', 0, charged, paid)];
          const left = bills.map((one) => stateIn(ledger, one, bills).left);
          assert.equal(
            left.reduce((sum, one) => sum + one, 0),
            Math.max(0, charged - paid),
          );
        }),
      );
    });
  });
});
