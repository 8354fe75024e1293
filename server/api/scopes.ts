import type { ApiScope } from '../../shared/api-key.ts';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { Row } from '../db/tables.ts';
import { ApiRefused } from './problem.ts';

/** What a key must be permitted to bring files of a kind in, and to undo them. */
export const scopeOfKind: Readonly<Record<ExchangeKind | 'pdfs', ApiScope>> = {
  accounts: 'import:accounts',
  meters: 'import:meters',
  readings: 'import:readings',
  statements: 'import:bills',
  ledger: 'import:bills',
  payments: 'import:bills',
  pdfs: 'import:bills',
  acknowledgement: 'acknowledge',
};

/** What a key must be permitted to undo a batch: the same as to make it. */
export function scopeOfBatch({ kind }: Pick<Row<'batches'>, 'kind'>): ApiScope {
  if (kind === 'readings-out') return 'export:readings';
  const scope = scopeOfKind[kind as keyof typeof scopeOfKind];
  if (!scope) throw new ApiRefused({ code: 'not_found' });
  return scope;
}
