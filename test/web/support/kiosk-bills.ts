import type { Statement } from '../../../shared/bill.ts';
import type { KioskBill, KioskBills, KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { sampleBills } from './bills.ts';

/** The newest first, as a kiosk is told of them. */
export const statements: readonly Statement[] = sampleBills(3).statements.toReversed() as Statement[];
export const newest = statements[0] as Statement;

export const billOf = ({ id, number, period, total, due }: Statement, change: Partial<KioskBill> = {}): KioskBill => ({
  id,
  number,
  period,
  total,
  due,
  state: 'paid',
  left: 0,
  ...change,
});

/** The newest bill is to be paid, the others are. */
export const flat = (change: Partial<KioskBills> = {}): KioskBills => ({
  id: newest.account,
  number: '12345',
  address: 'Rīgas iela 7, dz. 12',
  balance: newest.total,
  bills: [
    billOf(newest, { state: 'open', left: newest.total }),
    ...statements.slice(1).map((statement) => billOf(statement)),
  ],
  ...change,
});

export const garage: KioskBills = {
  id: '01890000-0000-7000-8000-00000a0000f2',
  number: '20777',
  address: 'Cietokšņa iela 3, garāža 4',
  balance: -1250,
  bills: [],
};

/** `until`: when the visit is over, by the stage's clock (7:00). */
export const signedIn = (
  accounts: readonly KioskBills[] = [flat()],
  until = '2026-11-28T07:05:00Z',
): KioskSignedIn => ({
  visit: { token: `visit-${until}`, until },
  language: 'lv',
  accounts,
});
