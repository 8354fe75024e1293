import { expect } from 'chai';
import type { Statement } from '../../../shared/bill.ts';
import { documentBudget, makeRoom, newestOf } from '../../../web/documents/document-space.ts';
import { sampleBills } from '../support/bills.ts';
import { home } from '../support/household.ts';

const garage = '01890000-0000-7000-8000-0000000000f2';

describe('the space for documents', () => {
  const flat = [...sampleBills(14).statements];
  const others = flat.slice(-2).map((bill): Statement => ({ ...bill, id: `garage ${bill.period}`, account: garage }));
  const statements = [...others, ...flat];
  const documentOf = ({ id, account }: Statement, size = 100) => ({ key: id, account, statement: id, size });
  const ledger = { key: 'ledger', account: home, statement: null, size: 100 };
  const bill = (age: number): Statement => flat.at(-1 - age) as Statement;

  const leaving = (wanted: Statement, kept: readonly (Statement | 'ledger')[], budget: number) =>
    makeRoom(
      documentOf(wanted),
      kept.map((one) => (one === 'ledger' ? ledger : documentOf(one))),
      budget,
      statements,
    )?.map(({ key }) => key) ?? null;
  const keysOf = (...bills: Statement[]) => bills.map(({ id }) => id);

  it('is sixty megabytes at the most, a fifth of what is free, or little where the browser does not say', () => {
    expect(documentBudget({ usage: 1e9, quota: 100e9 }, 0)).to.equal(60e6);
    expect(documentBudget({ usage: 40e6, quota: 140e6 }, 0)).to.equal(20e6);
    // What documents take already is not free any more, and theirs all the same.
    expect(documentBudget({ usage: 50e6, quota: 140e6 }, 10e6)).to.equal(28e6);
    expect(documentBudget({ usage: 150e6, quota: 140e6 }, 10e6)).to.equal(10e6);
    expect(documentBudget({}, 0)).to.equal(20e6);
  });

  it('keeps the newest twelve bills of each account', () => {
    expect(newestOf(flat)).to.have.length(12);
    expect(newestOf([...flat].reverse())).to.deep.equal(newestOf(flat));
    expect(newestOf(flat)).not.to.include(bill(12));
    expect(newestOf(others)).to.have.length(2);
  });

  it('takes nothing away while there is room', () => {
    expect(leaving(bill(0), [bill(1), 'ledger'], 300)).to.deep.equal([]);
  });

  it('is given back by bills beyond the newest twelve first, however they came here, and then by the oldest', () => {
    const kept = [bill(1), bill(13), 'ledger', bill(11), bill(12)] as const;
    expect(leaving(bill(0), kept, 500)).to.deep.equal(keysOf(bill(13)));
    expect(leaving(bill(0), kept, 400)).to.deep.equal(keysOf(bill(13), bill(12)));
    expect(leaving(bill(0), kept, 300)).to.deep.equal(keysOf(bill(13), bill(12), bill(11)));
    expect(leaving(bill(0), kept, 299)).to.deep.equal(keysOf(bill(13), bill(12), bill(11), bill(1)));
  });

  it('is given back over all accounts alike, each with its own newest twelve', () => {
    const second = others[0] as Statement;
    expect(second.period).to.equal(bill(1).period);
    expect(leaving(bill(0), [second, bill(12)], 200)).to.deep.equal(keysOf(bill(12)));
    expect(leaving(bill(0), [second, bill(5)], 200)).to.deep.equal(keysOf(bill(5)));
  });

  it('has none for a bill that would be the next to go', () => {
    expect(leaving(bill(13), [bill(0), bill(1)], 299)).to.equal(null);
    expect(leaving(bill(13), [bill(0), bill(1)], 300)).to.deep.equal([]);
    expect(leaving(bill(0), [], 99)).to.equal(null);
  });

  it('a document that comes anew counts once', () => {
    expect(leaving(bill(0), [bill(0), bill(1)], 200)).to.deep.equal([]);
  });
});
