import { importAccounts } from './import-accounts.ts';
import { importAcknowledgement } from './import-acknowledgement.ts';
import { importLedger } from './import-ledger.ts';
import { importMeters } from './import-meters.ts';
import { importPayments } from './import-payments.ts';
import { importReadings } from './import-readings.ts';
import type { ImportOptions, ImportReport } from './import-run.ts';
import { importStatements } from './import-statements.ts';

export const importKinds = [
  'accounts',
  'meters',
  'readings',
  'acknowledgement',
  'statements',
  'ledger',
  'payments',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** What is done with a file of each kind. */
export const importers: Readonly<Record<ImportKind, (options: ImportOptions) => Promise<ImportReport>>> = {
  accounts: importAccounts,
  meters: importMeters,
  readings: importReadings,
  acknowledgement: importAcknowledgement,
  statements: importStatements,
  ledger: importLedger,
  payments: importPayments,
};
