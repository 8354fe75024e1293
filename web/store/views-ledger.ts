import type { LedgerRow } from '../../shared/bill.ts';
import { checkLedger, type LedgerFault } from '../../shared/ledger.ts';
import { type LedgerTable, ledgerTable } from '../../shared/ledger-table.ts';
import { comparePeriods } from '../../shared/period.ts';

/** What the ledger's screen shows. */
export interface LedgerView {
  /** Newest first; empty where the history is so short that nobody looks for a year. */
  years: readonly string[];
  /** Of the year, or of all of them; its columns are the services that these months have. */
  table: LedgerTable;
}

/** From this many months on a year can be chosen. */
const longHistory = 25;

/** Pure. `year` is one of `years`; null for all. */
export function ledgerView(ledger: readonly LedgerRow[], year: string | null): LedgerView {
  const all = [...new Set(ledger.map(({ period }) => period.slice(0, 4)))].sort().reverse();
  const shown = year === null ? ledger : ledger.filter(({ period }) => period.startsWith(`${year}-`));
  return {
    years: ledger.length < longHistory ? [] : all,
    table: ledgerTable(shown),
  };
}

/** B2: what does not add up in the whole history, newest month first. */
export const ledgerFaults = (ledger: readonly LedgerRow[]): LedgerFault[] =>
  checkLedger(ledger).sort((a, b) => comparePeriods(b.period, a.period));

/** Equal for two states of an account's ledger with the same content: a row that changes gets a new revision. */
export const ledgerState = (ledger: readonly LedgerRow[]): string =>
  ledger.map(({ account, period, revision }) => `${account} ${period} ${revision}`).join('\n');
