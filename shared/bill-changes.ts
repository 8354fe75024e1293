import { amountOf, type ChargeMethod, type Statement, type StatementLine } from './bill.ts';
import type { Period } from './period.ts';

/**
 * Why a line comes to another amount, as far as billing's own numbers tell (B4). Volumes and tariffs as billing wrote them,
 * the rest in minor units. charged: neither volume nor tariff nor method explains another charge.
 */
export type ChangeReason =
  | { kind: 'volume' | 'tariff'; from: string; to: string; units: readonly [from: string | null, to: string | null] }
  | { kind: 'method'; from: ChargeMethod; to: ChargeMethod }
  | { kind: 'recalculated' | 'benefit' | 'penalty' | 'charged'; from: number; to: number };

export interface LineChange {
  service: string;
  kind: 'new' | 'ended' | 'changed';
  /** What it comes to now, less what it came to before. */
  difference: number;
  /** Of a line that was there before and is there now. */
  reasons: readonly ChangeReason[];
}

/** What a bill has in it that the one before had not, and the other way round. */
export interface BillChanges {
  since: Period;
  /** Of the totals. */
  difference: number;
  /** The biggest first. */
  changes: readonly LineChange[];
  /** The lines that are as they were. */
  same: { count: number; amount: number };
}

/** B4: compares what stands on two bills, line by line; nothing is calculated anew. */
export function billChanges(bill: Statement, previous: Statement): BillChanges {
  const before = byService(previous.lines);
  const now = byService(bill.lines);
  const changes = [...new Set([...now.keys(), ...before.keys()])]
    .map((key) => changeOf(before.get(key), now.get(key)))
    .filter((change) => change !== null)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const same = [...now].flatMap(([key, line]) => (changeOf(before.get(key), line) === null ? amountOf(line) : []));
  return {
    since: previous.period,
    difference: bill.total - previous.total,
    changes,
    same: { count: same.length, amount: same.reduce((sum, amount) => sum + amount, 0) },
  };
}

/** Two lines of one service (two meters, say) are told apart by their order. */
function byService(lines: readonly StatementLine[]): Map<string, StatementLine> {
  const found = new Map<string, StatementLine>();
  for (const line of lines) {
    let key = line.service;
    for (let at = 2; found.has(key); at++) key = `${line.service}\n${at}`;
    found.set(key, line);
  }
  return found;
}

function changeOf(before: StatementLine | undefined, now: StatementLine | undefined): LineChange | null {
  if (now && before) {
    const difference = amountOf(now) - amountOf(before);
    const reasons = reasonsOf(before, now);
    return difference === 0 && reasons.length === 0
      ? null
      : { service: now.service, kind: 'changed', difference, reasons };
  }
  if (now) return { service: now.service, kind: 'new', difference: amountOf(now), reasons: [] };
  return before ? { service: before.service, kind: 'ended', difference: -amountOf(before), reasons: [] } : null;
}

function reasonsOf(before: StatementLine, now: StatementLine): ChangeReason[] {
  const units = [before.unit, now.unit] as const;
  const explained: ChangeReason[] = [];
  for (const kind of ['volume', 'tariff'] as const) {
    const from = before[kind];
    const to = now[kind];
    const differs = kind === 'volume' && before.unit !== now.unit;
    if (from !== null && to !== null && (differs || plain(from) !== plain(to))) {
      explained.push({ kind, from, to, units });
    }
  }
  if (before.method && now.method && before.method !== now.method) {
    explained.push({ kind: 'method', from: before.method, to: now.method });
  }
  if (explained.length === 0 && before.charged !== now.charged) {
    explained.push({ kind: 'charged', from: before.charged, to: now.charged });
  }
  for (const kind of ['recalculated', 'benefit', 'penalty'] as const) {
    if (before[kind] !== now[kind]) explained.push({ kind, from: before[kind], to: now[kind] });
  }
  return explained;
}

/** `3.500` and `3.5` are one number. */
const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
