import { expect } from 'chai';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { billsView } from '../../../web/store/views-bills.ts';
import { notOffered, payOffers } from '../../../web/store/views-pay.ts';
import { billId, sampleBills } from '../support/bills.ts';
import { home } from '../support/household.ts';
import { online } from '../support/paying.ts';

function offered(rows: BillsRows, asked: string | null = null) {
  const view = billsView(home, rows, '2026-11-28');
  const offers = payOffers(view, asked);
  return {
    view,
    offers,
    notOffered: notOffered(view, offers, asked),
    said: offers.map(({ bill, amount }) => `${bill?.period ?? 'all'} ${amount}`),
  };
}

const total = (rows: BillsRows, period: string) => rows.statements.find((bill) => bill.period === period)?.total ?? 0;

describe('what is offered to be paid', () => {
  it('is nothing where nothing is owed', () => {
    expect(offered(sampleBills(6, { unpaid: 0 })).offers).to.deep.equal([]);
  });

  it('is the one bill where that is all of it', () => {
    const rows = sampleBills(6, { unpaid: 1 });
    expect(offered(rows).said).to.deep.equal([`2026-10 ${total(rows, '2026-10')}`]);
  });

  it('is everything, and each bill that is not settled, newest first', () => {
    const rows = sampleBills(6, { unpaid: 2 });
    const { view, said } = offered(rows);
    expect(view.debt?.balance).to.equal(total(rows, '2026-10') + total(rows, '2026-09'));
    // What October's recalculation takes off settles the oldest charges (B3): 1.20 of September's.
    expect(said).to.deep.equal([
      `all ${view.debt?.balance}`,
      `2026-10 ${total(rows, '2026-10')}`,
      `2026-09 ${total(rows, '2026-09') - 120}`,
    ]);
  });

  it('is at most twelve bills, and the one that was asked for', () => {
    const rows = sampleBills(20, { unpaid: 20 });
    expect(offered(rows).offers).to.have.length(1 + 12);
    const asked = offered(rows, billId('2025-05'));
    expect(asked.offers).to.have.length(1 + 13);
    expect(asked.offers.at(-1)?.bill?.period).to.equal('2025-05');
  });

  it('has taken off what is on its way for the whole debt', () => {
    const rows = sampleBills(6, { unpaid: 2 });
    const whole = total(rows, '2026-10') + total(rows, '2026-09');
    const { said } = offered({ ...rows, onlinePayments: [online({ amount: whole - 1_000 })] });
    expect(said).to.deep.equal(['all 1000', '2026-10 1000', '2026-09 1000']);
  });

  it('does not offer a bill that is paid by what is on its way', () => {
    const rows = sampleBills(6, { unpaid: 2 });
    const amount = total(rows, '2026-10');
    const onlinePayments = [online({ amount, statement: billId('2026-10') })];
    const seen = offered({ ...rows, onlinePayments }, billId('2026-10'));
    expect(seen.said).to.deep.equal([`all ${total(rows, '2026-09')}`, `2026-09 ${total(rows, '2026-09') - 120}`]);
    expect(seen.notOffered?.bill.period).to.equal('2026-10');
  });

  it('counts what went back as not on its way', () => {
    const rows = sampleBills(6, { unpaid: 1 });
    const amount = total(rows, '2026-10');
    const onlinePayments = [online({ amount, refunded: 500, statement: billId('2026-10') })];
    expect(offered({ ...rows, onlinePayments }).said).to.deep.equal(['2026-10 500']);
  });

  it('is the newest bill, and the one that was asked for, where no ledger tells what is settled', () => {
    const rows = { ...sampleBills(6), ledger: [] };
    expect(offered(rows).said).to.deep.equal([`2026-10 ${total(rows, '2026-10')}`]);
    expect(offered(rows, billId('2026-07')).said).to.deep.equal([
      `2026-10 ${total(rows, '2026-10')}`,
      `2026-07 ${total(rows, '2026-07')}`,
    ]);
  });

  it('is no bill of before the ledger, unless it was asked for: nobody knows whether it is settled', () => {
    const rows = sampleBills(6, { unpaid: 1 });
    const young = { ...rows, ledger: rows.ledger.filter(({ period }) => period >= '2026-09') };
    expect(offered(young).said).to.deep.equal([`2026-10 ${total(rows, '2026-10')}`]);
    expect(offered(young, billId('2026-07')).offers.map(({ bill }) => bill?.period)).to.deep.equal([
      undefined,
      '2026-10',
      '2026-07',
    ]);
  });

  it('says which bill it does not offer: one that is paid, and none that is not there', () => {
    const rows = sampleBills(6, { unpaid: 1 });
    expect(offered(rows, billId('2026-08')).notOffered).to.include({ state: 'paid' });
    expect(offered(rows, billId('1999-01')).notOffered).to.equal(null);
    expect(offered(rows, billId('2026-10')).notOffered).to.equal(null);
  });
});
