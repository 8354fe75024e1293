import { toEpochMs } from '../../shared/instant.ts';
import type { Day } from '../../shared/period.ts';
import { type Amount, type Arrival, emptyTally, stepOf, type Tally } from '../../shared/progress.ts';
import { type ReadingSource, type ReadingState, stands } from '../../shared/reading.ts';
import { verificationDue } from '../../shared/verification.ts';
import { localDay } from '../../shared/window.ts';
import type { CountedRow } from './count-queries.ts';

interface MeterMonth {
  row: CountedRow;
  read: Pick<CountedRow, 'source' | 'received_at' | 'captured_best'> | null;
  waiting: boolean;
  estimated: boolean;
}

interface Sum {
  tally: Tally;
  arrivals: Map<string, Arrival>;
}

/** Adds a month up, for the company and for each building, piece of accounts by piece. */
export class MonthTally {
  readonly #today: Day;
  readonly #timeZone: string;
  readonly #company: Sum = newSum();
  readonly #buildings = new Map<string, Sum>();
  /** A clock on the wall turns no less than a minute at a time, and to ask for its day is slow. */
  readonly #days = new Map<string, Day>();

  constructor({ today, timeZone }: { today: Day; timeZone: string }) {
    this.#today = today;
    this.#timeZone = timeZone;
  }

  /** All meters of whole accounts, each as often as it has readings; `reachable`: accounts that a reminder would reach. */
  add(rows: readonly CountedRow[], reachable: ReadonlySet<string>): void {
    const meters = new Map<string, MeterMonth>();
    for (const row of rows) {
      const month = meters.get(row.meter) ?? { row, read: null, waiting: false, estimated: false };
      meters.set(row.meter, month);
      this.#addReading(month, row);
    }
    const missing = new Map<string, boolean>();
    for (const month of meters.values()) {
      const isMissing = this.#addMeter(month);
      const { account } = month.row;
      missing.set(account, isMissing || (missing.get(account) ?? false));
    }
    const seen = new Set<string>();
    for (const { row } of meters.values()) {
      if (seen.has(row.account)) continue;
      seen.add(row.account);
      const isMissing = missing.get(row.account) ?? false;
      for (const { tally } of this.#sums(row)) {
        tally.accounts.expected++;
        if (!isMissing) continue;
        tally.accounts.missing++;
        if (reachable.has(row.account)) tally.accounts.remindable++;
      }
    }
  }

  get company(): Tally {
    return closed(this.#company);
  }

  get buildings(): { building: string; tally: Tally }[] {
    return [...this.#buildings].map(([building, sum]) => ({ building, tally: closed(sum) }));
  }

  #addReading(month: MeterMonth, { state, kind, adjustment, ...row }: CountedRow): void {
    if (state === null) return;
    const waits = isWaiting(state, adjustment);
    if (stands(state) && kind === 'actual') month.read = row;
    if (stands(state) && kind === 'estimate') month.estimated = true;
    if (waits && kind === 'actual') month.waiting = true;
    if (!waits && state !== 'refused') return;
    for (const { tally } of this.#sums(month.row)) tally[state as 'review' | 'late' | 'refused']++;
  }

  /** Whether it is missing. */
  #addMeter({ row, read, waiting, estimated }: MeterMonth): boolean {
    const registers = Number(row.registers);
    const status = read ? 'read' : waiting ? 'waiting' : 'missing';
    const due = verificationDue({ verifiedUntil: row.verified_until, retiredOn: row.retired_on }, this.#today);
    for (const sum of this.#sums(row)) {
      const { tally } = sum;
      grow(tally.expected, registers);
      grow(tally[status], registers);
      if (!read && estimated) grow(tally.estimated, registers);
      if (due) tally.verifications[stepOf(due)]++;
      if (read) this.#arrive(sum, read, registers);
    }
    return status === 'missing';
  }

  #arrive({ arrivals }: Sum, read: NonNullable<MeterMonth['read']>, registers: number): void {
    const source = read.source as ReadingSource;
    // When billing's file was brought in says nothing of when the meter was read.
    const day = this.#dayOf((source === 'billing' ? read.captured_best : read.received_at) as string);
    const key = `${day} ${source}`;
    const arrival = arrivals.get(key) ?? { day, source, meters: 0, registers: 0 };
    arrivals.set(key, arrival);
    grow(arrival, registers);
  }

  #dayOf(at: string): Day {
    const minute = at.slice(0, 16);
    const known = this.#days.get(minute);
    if (known) return known;
    const day = localDay(toEpochMs(at), this.#timeZone);
    this.#days.set(minute, day);
    return day;
  }

  #sums({ building }: Pick<CountedRow, 'building'>): [Sum, Sum] {
    const own = this.#buildings.get(building) ?? newSum();
    this.#buildings.set(building, own);
    return [this.#company, own];
  }
}

/** What the office accepted as an adjustment waits for nobody, though it is late (I9). */
const isWaiting = (state: ReadingState, adjustment: number | null): boolean =>
  (state === 'review' || state === 'late') && adjustment !== 1;

const newSum = (): Sum => ({ tally: emptyTally(), arrivals: new Map() });

function grow(amount: Amount, registers: number): void {
  amount.meters++;
  amount.registers += registers;
}

/** In one order, so that what has not changed is the same text. */
function closed({ tally, arrivals }: Sum): Tally {
  const ordered = [...arrivals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrival]) => arrival);
  return { ...tally, arrivals: ordered };
}
