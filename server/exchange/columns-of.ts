import type { Company } from '../../shared/company.ts';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { Columns } from '../tables/columns.ts';
import { ledgerColumns, paymentColumns, statementColumns } from './bill-columns.ts';
import { accountColumns, acknowledgementColumns, meterColumns, readingColumns } from './household-columns.ts';

/** The columns of each kind of file, as a company has them. */
export function columnsOf(kind: ExchangeKind, company: Pick<Company, 'accountNumber'>): Columns {
  switch (kind) {
    case 'accounts':
      return accountColumns(company);
    case 'meters':
      return meterColumns;
    case 'readings':
      return readingColumns;
    case 'acknowledgement':
      return acknowledgementColumns;
    case 'statements':
      return statementColumns;
    case 'ledger':
      return ledgerColumns;
    case 'payments':
      return paymentColumns;
  }
}
