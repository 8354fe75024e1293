import { v7 as uuidv7 } from 'uuid';
import { toInstant } from '../../../shared/instant.ts';
import type { Meter, RegisterValues } from '../../../shared/meter.ts';
import type { OperationBodies, OperationKind, SealedOperation } from '../../../shared/operation.ts';
import type { Period } from '../../../shared/period.ts';
import type { Account, OperationResult, Outcome } from '../../../shared/protocol.ts';
import { noClaims, type Reading } from '../../../shared/reading.ts';
import type { AccountRows } from '../../../web/store/account-view.ts';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import { seal } from '../../../web/store/seal.ts';
import type { PublicCompany } from '../../../web/store/views.ts';

/** Anna, Boris and Anna's flat in Riga, as a device knows them. */
export const anna = '01890000-0000-7000-8000-00000000000a';
export const boris = '01890000-0000-7000-8000-00000000000b';
export const home = '01890000-0000-7000-8000-0000000000f1';
export const stream = '01890000-0000-7000-8000-0000000000e1';

const kitchenTap = '01890000-0000-7000-8000-0000000000c1';

export const at = (text: string): number => Temporal.ZonedDateTime.from(`${text}[Europe/Riga]`).epochMilliseconds;

/** In the window of November 2026, which is open from the 27th to the end of the month. */
export const inWindow = at('2026-11-28T12:00');

const metering = { verification: 'warn', possiblePerDay: '20' } as const;

export const company: Pick<PublicCompany, 'windows' | 'metering'> = {
  windows: [
    { opensOn: 27, closesOn: 31, timeZone: 'Europe/Riga', graceHours: 24, shift: 'none', holidays: [] },
    {
      opensOn: 20,
      closesOn: 25,
      timeZone: 'Europe/Riga',
      graceHours: 24,
      shift: 'none',
      holidays: [],
      service: 'electricity',
    },
  ],
  metering: {
    'cold-water': metering,
    'hot-water': metering,
    gas: metering,
    'liquefied-gas': metering,
    electricity: { ...metering, possiblePerDay: '300' },
    heating: metering,
  },
};

export const account: Account = {
  id: home,
  number: '12345',
  holder: 'Anna Bērziņa',
  building: 'Rīgas iela 1',
  address: 'Rīgas iela 1-5',
};

export const meter: Meter = {
  id: kitchenTap,
  account: home,
  service: 'cold-water',
  serial: 'CW-1',
  place: 'kitchen',
  unit: 'm3',
  ratio: 1,
  installedOn: '2020-01-15',
  verifiedUntil: '2030-01-01',
  retiredOn: null,
  replaces: null,
  registers: [{ code: 'B', digits: 5, decimals: 3, initial: 0 }],
};

export const m3 = (cubicMetres: number): RegisterValues => ({ B: Math.round(cubicMetres * 1000) });

export function reading(period: Period, values: RegisterValues, change: Partial<Reading> = {}): Reading {
  const captured = toInstant(at(`${period}-28T10:00`));
  return {
    id: uuidv7(),
    account: home,
    meter: meter.id,
    period,
    values,
    kind: 'actual',
    source: 'resident',
    state: 'billed',
    capturedAt: captured,
    receivedAt: captured,
    supersedes: null,
    problems: [],
    rollover: false,
    reason: null,
    changedAt: captured,
    ...change,
  };
}

export function rows(change: Partial<AccountRows> = {}): AccountRows {
  return { account, meters: [meter], readings: [], operations: [], drafts: [], locked: [], windows: [], ...change };
}

/** A sealed operation. `number` is its place in the stream. */
export function operation<K extends OperationKind>(
  kind: K,
  body: OperationBodies[K],
  { number = 1, user = anna, id = uuidv7(), capturedAt = inWindow } = {},
): Promise<SealedOperation> {
  const capture = { wall: toInstant(capturedAt), offset: 0, beacon: 'beacon' };
  return seal({ id, stream, number, user, account: home, kind, version: 1, body, capture } as SealedOperation);
}

export function submission(
  number: number,
  change: Partial<OperationBodies['reading-submitted']> & { user?: string; capturedAt?: number } = {},
): Promise<SealedOperation> {
  const { user = anna, capturedAt = inWindow, ...body } = change;
  return operation(
    'reading-submitted',
    { meter: meter.id, period: '2026-11', values: m3(100 + number), claims: noClaims, supersedes: null, ...body },
    { number, user, capturedAt },
  );
}

export function row(sealed: SealedOperation, answer: OperationResult | null = null): OperationRow {
  const { id, number, user, account: of } = sealed;
  return {
    id,
    stream: sealed.stream,
    number,
    user,
    account: of,
    sealed,
    state: answer === null || answer.outcome === 'retry' ? 'queued' : 'received',
    answer,
    attempts: 0,
    settledAt: answer === null ? null : inWindow + 60_000,
    dismissedAt: null,
  };
}

export const answer = (
  { id }: { id: string },
  outcome: Outcome,
  change: Partial<OperationResult> = {},
): OperationResult => ({ id, outcome, problems: [], version: 2, ...change });
