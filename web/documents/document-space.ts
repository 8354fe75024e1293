import type { Statement } from '../../shared/bill.ts';
import type { StatementId } from '../../shared/ids.ts';
import type { DocumentRow } from '../store/document-row.ts';

/** So many bills of each account are kept without being asked for, the newest ones. */
export const newestKept = 12;

/** All documents together never take more bytes than this … */
const mostBytes = 60_000_000;
/** … nor more than this part of what the browser would still give. */
const mostOfFree = 0.2;
/** Where the browser does not say how much it gives. */
const bytesUntold = 20_000_000;

/** Which of an account's bills are kept without being asked for; in no order. */
export const newestOf = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort((a, b) => (ageOf(a) > ageOf(b) ? -1 : 1)).slice(0, newestKept);

/** What the documents may take together, in bytes; `kept` is what they take now. */
export function documentBudget({ usage, quota }: StorageEstimate, kept: number): number {
  if (usage === undefined || quota === undefined) return bytesUntold;
  return Math.min(mostBytes, Math.round(kept + Math.max(0, quota - usage) * mostOfFree));
}

/** What is weighed when space runs out. */
type Weighed = Pick<DocumentRow, 'key' | 'account' | 'statement' | 'size'>;

/**
 * Which documents have to go so that the wanted one fits in, the first to go first; null where it is itself the one to
 * stay out. Bills beyond the newest twelve of their account go first, then the others, always the oldest; the ledgers,
 * which tell of all months, go last. Pure.
 */
export function makeRoom(
  wanted: Weighed,
  kept: readonly Weighed[],
  budget: number,
  statements: readonly Statement[],
): Weighed[] | null {
  const rankOf = ranking(statements);
  const others = kept.filter(({ key }) => key !== wanted.key);
  const sum = others.reduce((all, { size }) => all + size, wanted.size);
  const inOrder = [...others, wanted].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const leaving: Weighed[] = [];
  for (let left = sum; left > budget; ) {
    const next = inOrder[leaving.length];
    if (!next || next === wanted) return null;
    leaving.push(next);
    left -= next.size;
  }
  return leaving;
}

/** Texts that sort as documents leave. */
function ranking(statements: readonly Statement[]): (document: Weighed) => string {
  const byAccount = new Map<string, Statement[]>();
  for (const one of statements) byAccount.set(one.account, [...(byAccount.get(one.account) ?? []), one]);
  const newest = new Set([...byAccount.values()].flatMap((bills) => newestOf(bills).map(({ id }) => id)));
  const ages = new Map<StatementId, string>(statements.map((one) => [one.id, ageOf(one)]));
  return ({ statement }) => {
    if (statement === null) return '2';
    return `${newest.has(statement) ? 1 : 0} ${ages.get(statement) ?? ''}`;
  };
}

/** Sorts by age, the oldest first, as the screens do. */
const ageOf = ({ period, issuedOn, number }: Statement): string => `${period} ${issuedOn} ${number}`;
