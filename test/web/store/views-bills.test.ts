import { expect } from 'chai';
import type { OnlinePayment } from '../../../shared/bill.ts';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { billsView, isLoud, leftToPay } from '../../../web/store/views-bills.ts';
import { sampleBills } from '../support/bills.ts';
import { home } from '../support/household.ts';

const today = '2026-11-28';
const viewOf = (rows: BillsRows, on: typeof today | '2026-12-01' = today) => billsView(home, rows, on);

const online = (change: Partial<OnlinePayment>): OnlinePayment => ({
  id: '01890000-0000-7000-8000-0000000000e1',
  account: home,
  statement: null,
  amount: 5_000,
  refunded: 0,
  reference: 'MB-1',
  state: 'received',
  startedAt: '2026-11-27T10:00:00.000Z',
  changedAt: '2026-11-27T10:01:00.000Z',
  ...change,
});

describe('what the screens of billing show', () => {
  it('is nothing known of what is owed without a ledger, and each bill for itself (B6)', () => {
    const { bills, debt } = viewOf({ ...sampleBills(2), ledger: [] });
    expect(debt).to.equal(null);
    expect(bills.map(({ state, left, bill }) => [state, left - bill.total])).to.deep.equal([
      ['unknown', 0],
      ['unknown', 0],
    ]);
    expect(viewOf({ statements: [], ledger: [], payments: [], onlinePayments: [] })).to.deep.include({
      bills: [],
      debt: null,
      onTheirWay: [],
    });
  });

  it('has everything with the newest first, in whatever order it was read', () => {
    const rows = sampleBills(3);
    const mixed = { ...rows, statements: [...rows.statements].reverse(), ledger: [...rows.ledger].reverse() };
    for (const view of [viewOf(rows), viewOf(mixed)]) {
      expect(view.bills.map(({ bill }) => bill.period)).to.deep.equal(['2026-10', '2026-09', '2026-08']);
      expect(view.ledger.map(({ period }) => period)).to.deep.equal(['2026-10', '2026-09', '2026-08']);
      expect(view.payments.map(({ date }) => date)).to.deep.equal(['2026-10-20', '2026-09-20']);
    }
  });

  it('has the newest bill of an earlier month to compare with, also across a month without one', () => {
    const { statements, ...rest } = sampleBills(4);
    const [july, , september, october] = statements;
    if (!july || !september || !october) throw new Error('four bills');
    const second = { ...october, id: 'second', number: 'R-2' };
    const { bills } = viewOf({ ...rest, statements: [july, september, october, second] });
    expect(bills.map(({ bill, previous }) => [bill.number, previous?.period ?? null])).to.deep.equal([
      ['R-202610-12345', '2026-09'],
      ['R-2', '2026-09'],
      ['R-202609-12345', '2026-07'],
      ['R-202607-12345', null],
    ]);
  });

  it('knows what became of each bill, by the day (B3)', () => {
    const rows = sampleBills(3);
    const states = (view = viewOf(rows)) => view.bills.map(({ state }) => state);
    expect(states()).to.deep.equal(['open', 'paid', 'paid']);
    expect(states(viewOf(rows, '2026-12-01'))).to.deep.equal(['overdue', 'paid', 'paid']);
    expect(states(viewOf(sampleBills(3, { unpaid: 0 })))).to.deep.equal(['paid', 'paid', 'paid']);
  });

  it('a payment that was begun here changes neither debt nor bill until billing has booked it', () => {
    const rows = sampleBills(2);
    const paid = viewOf({ ...rows, onlinePayments: [online({})] });
    expect(paid.debt).to.deep.equal(viewOf(rows).debt);
    expect(paid.bills[0]).to.deep.include({ state: 'open', left: paid.bills[0]?.bill.total });
  });

  it('tells what is on its way from what else became of payments', () => {
    const states = (['begun', 'received', 'confirmed', 'failed', 'refunded'] as const).map((state, at) =>
      online({ id: `${at}`, state, startedAt: `2026-11-2${at}T10:00:00.000Z` }),
    );
    const { onTheirWay, onlinePayments } = viewOf({ ...sampleBills(1), onlinePayments: states });
    expect(onTheirWay.map(({ state }) => state)).to.deep.equal(['received']);
    expect(onlinePayments.map(({ state }) => state)).to.deep.equal(['refunded', 'failed', 'confirmed', 'begun']);
  });
});

describe('what is left to pay', () => {
  it('is the balance less what is on its way and did not go back, and never less than nothing', () => {
    const rows = sampleBills(2);
    const balance = viewOf(rows).debt?.balance ?? 0;
    const left = (...onlinePayments: OnlinePayment[]) => leftToPay(viewOf({ ...rows, onlinePayments }));
    expect(left()).to.equal(balance);
    expect(left(online({}), online({ id: '2', amount: 1_000, refunded: 400 }))).to.equal(balance - 5_600);
    expect(left(online({ state: 'begun' }), online({ id: '2', state: 'failed' }))).to.equal(balance);
    expect(left(online({ amount: balance + 1 }))).to.equal(0);
  });

  it('is nothing where it is not known, or was paid in advance', () => {
    expect(leftToPay({ debt: null, onTheirWay: [] })).to.equal(0);
    expect(leftToPay({ debt: { balance: -500, since: null, months: 0 }, onTheirWay: [] })).to.equal(0);
  });
});

describe('what is owed is said loudly (B3)', () => {
  it('never while all of it is on bills that can still be paid in time', () => {
    const rows = sampleBills(3);
    expect(isLoud(viewOf(rows), 0)).to.equal(false);
    expect(isLoud(viewOf(rows, '2026-12-01'), 0)).to.equal(true);
  });

  it('only above the threshold of months', () => {
    const view = viewOf(sampleBills(6, { unpaid: 3 }));
    expect(view.debt?.months).to.equal(3);
    expect([2, 3].map((threshold) => isLoud(view, threshold))).to.deep.equal([true, false]);
  });

  it('not where nothing is owed or nothing is known', () => {
    expect(isLoud(viewOf(sampleBills(3, { unpaid: 0 })), 0)).to.equal(false);
    expect(isLoud({ debt: null, bills: [] }, 0)).to.equal(false);
  });
});
