import type { Statement } from '../../shared/bill.ts';
import { languages } from '../../shared/company.ts';
import { owedByMonth } from '../../shared/debt.ts';
import type { StatementId, UserId } from '../../shared/ids.ts';
import type { KioskBills, KioskSignedIn } from '../../shared/kiosk-answers.ts';
import { totalOf } from '../../shared/ledger.ts';
import { billState, ledgerToNow } from '../../shared/standing.ts';
import { localDay } from '../../shared/window.ts';
import { ledgerOnPage, paymentsOnPage, statementsOnPage } from '../accounts/page-queries.ts';
import { liveUserById } from '../accounts/user-queries.ts';
import { accountsOf } from '../auth/queries.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { userOfVisit, type Visit } from './visits.ts';

type Needs = Pick<Services, 'db' | 'company' | 'clock' | 'visits'>;

/** Of the newest so many are told. */
const billsShown = 12;

/** What a user sees at a kiosk, with a later visit. Throws `signed_out` where the user is no more, or the visit is none of a user. */
export async function readBills(needs: Needs, visit: Visit): Promise<KioskSignedIn> {
  const { db, visits } = needs;
  const { user: id } = userOfVisit(visit);
  const user = await liveUserById(db.reader, id);
  if (!user) throw new ProblemError({ code: 'signed_out' });
  const accounts = await accountsOf(db.reader, id);
  return {
    visit: visits.prolong(visit),
    language: languages.find((language) => language === user.language) ?? null,
    accounts: await Promise.all(accounts.map((account) => billsOf(needs, account))),
  };
}

async function billsOf(
  { db: { reader }, company, clock }: Needs,
  { id, number, address }: Pick<KioskBills, 'id' | 'number' | 'address'>,
): Promise<KioskBills> {
  const [statements, ledger, payments] = [
    await statementsOnPage(reader, id),
    await ledgerOnPage(reader, id),
    await paymentsOnPage(reader, id),
  ];
  const today = localDay(clock.now(), company.timeZone);
  const months = ledgerToNow(ledger, { statements, payments });
  const owed = owedByMonth(months);
  const last = months.at(-1);
  return {
    id,
    number,
    address,
    balance: last ? totalOf(last).closing : null,
    bills: newestFirst(statements)
      .slice(0, billsShown)
      .map((bill) => {
        const { id, number, period, total, due } = bill;
        return { id, number, period, total, due, ...billState(bill, { owed, others: statements, today }) };
      }),
  };
}

/** A bill of one of the user's accounts, and the one before it. Throws `not_found`, and `signed_out` as `readBills`. */
export async function readBill(
  { db }: Pick<Services, 'db'>,
  { visit, bill: id }: { visit: Visit; bill: StatementId },
): Promise<{ statement: Statement; previous: Statement | null }> {
  const bills = await billsAround(db, userOfVisit(visit).user, id);
  const at = bills.findIndex((bill) => bill.id === id);
  const statement = bills[at];
  if (!statement) throw new ProblemError({ code: 'not_found' });
  return { statement, previous: bills.slice(at + 1).find(({ period }) => period < statement.period) ?? null };
}

/** The newest bills of that one of the user's accounts which has this bill, the newest first; none where there is no such account. */
async function billsAround({ reader }: Services['db'], user: UserId, id: StatementId): Promise<Statement[]> {
  for (const account of await accountsOf(reader, user)) {
    const bills = await statementsOnPage(reader, account.id);
    if (bills.some((bill) => bill.id === id)) return newestFirst(bills);
  }
  return [];
}

const newestFirst = (bills: readonly Statement[]): Statement[] =>
  [...bills].sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));

const orderOf = ({ period, issuedOn, number }: Statement): string => `${period} ${issuedOn} ${number}`;
