import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import { importAccounts } from './import-accounts.ts';
import { importAcknowledgement } from './import-acknowledgement.ts';
import { importLedger } from './import-ledger.ts';
import { importMeters } from './import-meters.ts';
import { importPayments } from './import-payments.ts';
import { importReadings } from './import-readings.ts';
import type { ImportOptions, ImportReport } from './import-run.ts';
import { importStatements } from './import-statements.ts';

/** What is done with a file of each kind. */
export const importers: Readonly<Record<ExchangeKind, (options: ImportOptions) => Promise<ImportReport>>> = {
  accounts: importAccounts,
  meters: importMeters,
  readings: importReadings,
  acknowledgement: importAcknowledgement,
  statements: importStatements,
  ledger: importLedger,
  payments: importPayments,
};
