import {
  emptyTally,
  type MissingAccount,
  type MonthProgress,
  type Tally,
  type VerificationRow,
} from '../../../shared/progress.ts';

/** A month as the office sees it on its second day. */
export const tally: Tally = {
  ...emptyTally(),
  expected: { meters: 400, registers: 450 },
  read: { meters: 280, registers: 312 },
  waiting: { meters: 4, registers: 4 },
  missing: { meters: 116, registers: 134 },
  estimated: { meters: 3, registers: 3 },
  review: 4,
  late: 1,
  refused: 2,
  arrivals: [
    { day: '2026-11-26', source: 'office', meters: 10, registers: 12 },
    { day: '2026-11-27', source: 'resident', meters: 150, registers: 160 },
    { day: '2026-11-28', source: 'kiosk', meters: 20, registers: 20 },
    { day: '2026-11-28', source: 'resident', meters: 100, registers: 120 },
  ],
  accounts: { expected: 200, missing: 70, remindable: 41 },
  verifications: { ended: 2, '7': 1, '30': 0, '60': 3 },
};

export const november: MonthProgress = {
  period: '2026-11',
  present: '2026-11',
  today: '2026-11-28',
  state: 'open',
  opensOn: '2026-11-27',
  closesOn: '2026-11-30',
  lockableFrom: '2026-12-03T22:00:00.000Z',
  lockedAt: null,
  now: {
    period: '2026-11',
    opensOn: '2026-11-27',
    closesOn: '2026-11-30',
    countedAt: '2026-11-28T06:58:00.000Z',
    tally,
  },
  lastMonth: {
    period: '2026-10',
    opensOn: '2026-10-27',
    closesOn: '2026-10-31',
    countedAt: '2026-11-28T06:00:00.000Z',
    tally: {
      ...emptyTally(),
      expected: { meters: 100, registers: 100 },
      read: { meters: 90, registers: 90 },
      arrivals: [
        { day: '2026-10-27', source: 'resident', meters: 40, registers: 40 },
        { day: '2026-10-28', source: 'resident', meters: 24, registers: 24 },
        { day: '2026-10-31', source: 'resident', meters: 26, registers: 26 },
      ],
    },
  },
  lastYear: null,
  stale: false,
  openConversations: { count: 1000, more: true },
  jobs: { running: 1, waiting: 1 },
  reminding: false,
};

export const missingFlat: MissingAccount = {
  account: '01890000-0000-7000-8000-0000000000a1',
  number: '10427',
  holder: 'Anna Bērziņa',
  building: 'Rīgas iela 1',
  address: 'Rīgas iela 1, dz. 12',
  phone: '+371 20000001',
  email: 'anna@example.lv',
  byMail: true,
  remindedAt: '2026-11-28T06:00:00.000Z',
  meters: [
    {
      meter: '01890000-0000-7000-8000-0000000000b1',
      service: 'cold-water',
      serial: '21-0048812',
      place: 'virtuve',
      unit: 'm3',
      registers: [{ code: 'B', decimals: 3 }],
      last: { period: '2026-10', values: { B: 253_189 }, estimate: false },
    },
    {
      meter: '01890000-0000-7000-8000-0000000000b2',
      service: 'electricity',
      serial: 'EL-1',
      place: '',
      unit: 'kWh',
      registers: [
        { code: 'T1', decimals: 2 },
        { code: 'T2', decimals: 2 },
      ],
      last: null,
    },
  ],
};

export const dueMeter: VerificationRow = {
  meter: '01890000-0000-7000-8000-0000000000b1',
  service: 'hot-water',
  serial: '21-0051377',
  place: '',
  verifiedUntil: '2026-12-05',
  daysLeft: 7,
  step: '7',
  account: '01890000-0000-7000-8000-0000000000a1',
  number: '10427',
  holder: 'Anna Bērziņa',
  building: 'Rīgas iela 1',
  address: 'Rīgas iela 1, dz. 12',
  phone: null,
  email: null,
  byMail: false,
  remindedAt: null,
};
