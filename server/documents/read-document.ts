import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import { localDay } from '../../shared/window.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { readWords } from '../words.ts';
import type { Draw } from './drawing.ts';
import { ledgerToPrint, statementToPrint } from './queries.ts';

export interface PdfDocument {
  bytes: Uint8Array;
  /** What it is called where it is saved; any sign may stand in it. */
  name: string;
}

interface Asked<Id> {
  id: Id;
  language: Language;
}

type Needs = Pick<Services, 'db' | 'company' | 'clock' | 'limits'> & { draw: Draw };

const words = readWords('documents/words', { isolating: false });

/** Billing's own PDF of a bill, or else the one that is drawn. Throws `not_found` where the bill is not the user's. */
export async function readStatement(
  { db, limits, draw }: Needs,
  user: Resident,
  { id, language }: Asked<StatementId>,
): Promise<PdfDocument> {
  const found = await statementToPrint(db.reader, { user: user.id, id });
  if (!found) throw new ProblemError({ code: 'not_found' });
  const { statement, account, file } = found;
  const name = words[language]('bill-file', { account: account.number, period: statement.period });
  if (file) return { bytes: file, name };
  await limits.consume('document-user', user.id);
  return { bytes: await draw({ kind: 'statement', statement, account, language }, user.id), name };
}

/** The whole ledger of an account, drawn. Throws `not_found` where the account is not the user's. */
export async function readLedger(
  { db, company, clock, limits, draw }: Needs,
  user: Resident,
  { id, language }: Asked<AccountId>,
): Promise<PdfDocument> {
  const found = await ledgerToPrint(db.reader, { user: user.id, id });
  if (!found) throw new ProblemError({ code: 'not_found' });
  await limits.consume('document-user', user.id);
  const { account, months } = found;
  const day = localDay(clock.now(), company.timeZone);
  const periods = months.map(({ period }) => period).sort();
  const [from, to] = [periods[0] ?? day.slice(0, 7), periods.at(-1) ?? day.slice(0, 7)];
  const name = words[language]('ledger-file', { account: account.number, from, to });
  return { bytes: await draw({ kind: 'ledger', account, months, language, day }, user.id), name };
}
