import { type LedgerMonth, sameServices } from './ledger.ts';
import { comparePeriods } from './period.ts';

/**
 * The services of a ledger as columns: those of the newest month in billing's order, what only earlier months have behind the
 * service that it follows there, and penalties last.
 */
export function ledgerServices(months: readonly LedgerMonth[]): string[] {
  const names: string[] = [];
  let after: LedgerMonth['services'] = [];
  for (const { services } of [...months].sort((a, b) => comparePeriods(b.period, a.period))) {
    if (sameServices(services, after)) continue;
    after = services;
    let at = 0;
    for (const { service } of services) {
      const known = names.indexOf(service);
      if (known < 0) names.splice(at, 0, service);
      at = (known < 0 ? at : known) + 1;
    }
  }
  const penalties = new Set(names.filter(isPenalty));
  return [...names.filter((name) => !penalties.has(name)), ...penalties];
}

/** What billing calls a penalty, in the languages of the companies: the column that people look for at the end. */
const penaltyNames = [
  'пеня',
  'пени',
  'līgumsods',
  'līgumsodi',
  'soda nauda',
  'kavējuma nauda',
  'kavējuma procenti',
  'nokavējuma nauda',
  'nokavējuma procenti',
  'penalty',
  'penalties',
  'late fee',
  'late fees',
];

/** One of these names, or what begins with one as a whole word (`Пени за ХВС`), without regard to case. */
export function isPenalty(service: string): boolean {
  const name = service.normalize('NFC').trim().toLowerCase();
  return penaltyNames.some((penalty) => name.startsWith(penalty) && !isPartOfWord(name.charAt(penalty.length)));
}

/** Of a small sign. The pattern `[\p{L}\d]` takes a phone longer to compile than the whole ledger to lay out as a table. */
const isPartOfWord = (sign: string): boolean => sign !== sign.toUpperCase() || (sign >= '0' && sign <= '9');
