import type { AccountPage, OfficeMeter, OfficeReading } from '../../../shared/account-page.ts';

/** Anna's account as the office sees it: a meter that was read in October and waits to be read in November. */

export const cold: OfficeMeter = {
  id: '01890000-0000-7000-8000-0000000000c1',
  account: '01890000-0000-7000-8000-0000000000a1',
  service: 'cold-water',
  serial: '21-0048812',
  place: 'bathroom',
  unit: 'm3',
  ratio: 1,
  installedOn: '2023-07-12',
  verifiedUntil: '2028-07-20',
  retiredOn: null,
  replaces: null,
  registers: [{ code: 'B', digits: 5, decimals: 3, initial: 0 }],
  version: 7,
  hasReadings: true,
};

export const october: OfficeReading = {
  id: '01890000-0000-7000-8000-0000000000b1',
  account: cold.account,
  meter: cold.id,
  period: '2026-10',
  values: { B: 253_189 },
  kind: 'actual',
  source: 'resident',
  state: 'billed',
  capturedAt: '2026-10-28T08:00:00.000Z',
  receivedAt: '2026-10-28T08:00:00.000Z',
  supersedes: null,
  problems: [],
  rollover: false,
  reason: null,
  changedAt: '2026-10-28T08:00:00.000Z',
  by: 'Anna',
  exported: true,
};

export const accountPage = (change: Partial<AccountPage> = {}): AccountPage => ({
  account: {
    id: cold.account,
    version: 3,
    number: '10427',
    holder: 'Anna Bērziņa',
    building: 'Cietokšņa iela 48',
    address: 'Cietokšņa iela 48, 12',
    email: 'anna@example.lv',
    phone: null,
  },
  meters: [cold],
  readings: [october],
  readingsFrom: '2024-10',
  rejected: [],
  locked: ['2026-10'],
  statements: [],
  ledger: [],
  payments: [],
  onlinePayments: [],
  users: [],
  conversations: [],
  done: [],
  ...change,
});
