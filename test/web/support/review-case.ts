import type { Meter } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import type { QueueRow, ReadingSeen, ReviewCase } from '../../../shared/review.ts';

/** Readings that wait, as the office gets them. */

export const queued = (id: string, more: Partial<QueueRow> = {}): QueueRow => ({
  id,
  account: `account of ${id}`,
  number: `10${id}`,
  holder: 'Anna Bērziņa',
  address: 'Rīgas iela 1-2',
  building: 'Rīgas iela 1',
  service: 'cold-water',
  serial: 'A-1',
  period: '2026-11',
  receivedAt: '2026-11-27T10:00:00.000Z',
  kinds: ['impossible'],
  question: null,
  ...more,
});

const meter: Meter = {
  id: 'meter',
  account: 'account',
  service: 'cold-water',
  serial: 'A-1',
  place: 'kitchen',
  unit: 'm3',
  ratio: 1,
  installedOn: '2020-01-01',
  verifiedUntil: '2028-01-01',
  retiredOn: null,
  replaces: null,
  registers: [{ code: 'B', digits: 5, decimals: 3, initial: 0 }],
};

export const seenReading = (
  id: string,
  period: Period,
  value: number,
  more: Partial<ReadingSeen> = {},
): ReadingSeen => ({
  id,
  account: 'account',
  meter: 'meter',
  period,
  values: { B: value },
  kind: 'actual',
  source: 'resident',
  state: 'billed',
  capturedAt: `${period}-27T09:00:00.000Z`,
  receivedAt: `${period}-27T10:00:00.000Z`,
  supersedes: null,
  problems: [],
  rollover: false,
  reason: null,
  changedAt: `${period}-27T10:00:00.000Z`,
  earliest: `${period}-27T08:00:00.000Z`,
  latest: `${period}-27T10:00:00.000Z`,
  ...more,
});

/** 900 m³ where 3 are usual. */
export function caseOf(id: string, more: Partial<ReviewCase> = {}): ReviewCase {
  const impossible = { code: 'impossible_use', register: 'B', use: 900_000, possible: 620_000 } as const;
  return {
    reading: seenReading(id, '2026-11', 909_000, { state: 'review', problems: [impossible] }),
    kinds: ['impossible'],
    seen: 7,
    account: {
      id: `account of ${id}`,
      number: `10${id}`,
      holder: 'Anna Bērziņa',
      address: 'Rīgas iela 1-2',
      email: null,
      phone: null,
    },
    isRead: true,
    slip: null,
    meter,
    claims: { rollover: [], confirmed: ['B'], replaced: false },
    judged: [{ effect: 'review', problem: impossible }],
    window: { opensOn: '2026-11-27', closesOn: '2026-11-30' },
    adjusts: 'no',
    beside: [],
    history: [
      seenReading('october', '2026-10', 9_000),
      seenReading('september', '2026-09', 6_000),
      seenReading('august', '2026-08', 3_000),
    ],
    decided: [],
    photos: [],
    question: null,
    ...more,
  };
}
