import { expect } from 'chai';
import { type BillsView, billsView } from '../../../web/store/views-bills.ts';
import { onlineNews, owedParts } from '../../../web/store/views-debt.ts';
import { sampleBills } from '../support/bills.ts';
import { home } from '../support/household.ts';
import { online } from '../support/paying.ts';

const view = (rows: Parameters<typeof billsView>[1]): BillsView => billsView(home, rows, '2026-11-28');

describe('what is owed, by months (B3, B6)', () => {
  it('is nothing where nothing is owed, and where there is no ledger to tell', () => {
    const none = { months: [], earlier: null };
    expect(owedParts(view(sampleBills(6, { unpaid: 0 })))).to.deep.equal(none);
    expect(owedParts(view({ ...sampleBills(6), ledger: [] }))).to.deep.equal(none);
  });

  it('is the newest charges that add up to the balance, newest month first', () => {
    const seen = view(sampleBills(12, { unpaid: 3 }));
    const { months, earlier } = owedParts(seen);
    expect(months.map(({ period }) => period)).to.deep.equal(['2026-10', '2026-09', '2026-08']);
    expect(months.reduce((sum, { owed }) => sum + owed, 0)).to.equal(seen.debt?.balance);
    expect(earlier).to.equal(null);
  });

  it('counts a bill of a month that the ledger does not have yet', () => {
    const { ledger, ...rows } = sampleBills(6, { unpaid: 2 });
    const { months } = owedParts(view({ ...rows, ledger: ledger.slice(0, -1) }));
    expect(months.map(({ period }) => period)).to.deep.equal(['2026-10', '2026-09']);
  });

  it('names apart what was owed before the first month that is known', () => {
    const rows = sampleBills(2, { unpaid: 2 });
    const ledger = rows.ledger.map(({ services, ...month }) => ({
      ...month,
      services: [
        ...services,
        { service: 'Parāds', opening: 5_000, charged: 0, paid: 0, recalculated: 0, closing: 5_000 },
      ],
    }));
    const { months, earlier } = owedParts(view({ ...rows, ledger }));
    expect(months).to.have.length(2);
    // What October's recalculation takes off settles the oldest: 1.20 of it.
    expect(earlier).to.deep.equal({ owed: 4_880, before: '2026-09' });
  });
});

describe('news of payments that were begun in the portal', () => {
  const news = (...payments: ReturnType<typeof online>[]) =>
    onlineNews(view({ ...sampleBills(3), onlinePayments: payments }));

  it('leaves out what is on its way, and what billing has booked', () => {
    expect(news(online(), online({ state: 'confirmed' }))).to.deep.equal([]);
  });

  it('tells what is not known yet, what came to nothing, and what went back', () => {
    for (const change of [
      { state: 'begun' },
      { state: 'failed' },
      { state: 'refunded', refunded: 12_000 },
      { state: 'confirmed', refunded: 2_000 },
    ] as const) {
      expect(news(online(change)), JSON.stringify(change)).to.have.length(1);
    }
  });

  it('is forgotten after three months', () => {
    const failed = (changedAt: string) => online({ state: 'failed', changedAt } as Partial<ReturnType<typeof online>>);
    expect(news(failed('2026-08-01T00:00:00.000Z'))).to.have.length(1);
    expect(news(failed('2026-07-31T23:59:59.999Z'))).to.deep.equal([]);
  });
});
