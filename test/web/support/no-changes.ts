import type { Changes } from '../../../shared/protocol.ts';

/** A page of a pull that brings nothing. */
export const noChanges: Changes = {
  accounts: [],
  meters: [],
  readings: [],
  statements: [],
  ledger: [],
  payments: [],
  onlinePayments: [],
  conversations: [],
  messages: [],
  removed: [],
};
