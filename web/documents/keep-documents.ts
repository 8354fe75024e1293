import type { Language, PublicCompany } from '../../shared/company.ts';
import type { CacheDb } from '../store/cache-db.ts';
import { type SyncStatusBoard, SyncStatusChanged } from '../store/sync-status.ts';
import { chooseLanguage } from '../words/choose-language.ts';
import { DeviceDocuments, type Keeping } from './device-documents.ts';
import { newestOf } from './document-space.ts';

export interface KeepDocumentsParts {
  cache: CacheDb;
  company: Pick<PublicCompany, 'languages'>;
  status: SyncStatusBoard;
  signedOut: () => void;
  report: (error: unknown) => void;
  documents?: DeviceDocuments;
  /** Whether fetching what nobody has asked for is all right now. */
  allowed?: () => boolean;
  /** Resolves when the device has nothing better to do. */
  idle?: () => Promise<unknown>;
  locks?: LockManager | undefined;
}

/**
 * After every pull that brought everything: the PDFs of each account's newest bills and of its ledger, one after the other,
 * as far as the device does not have them as they should be. Ends at the first that cannot be had or has no room, and goes
 * on after the next pull. A page's work, not the service worker's. Answers how
 * to stop, which resolves when nothing is at work any more.
 */
export function keepDocuments(given: KeepDocumentsParts): () => Promise<void> {
  const { status, report } = given;
  const parts = complete(given);
  let stopped = false;
  let seen: number | null = null;
  let running: Promise<void> | null = null;
  const look = () => {
    const { state, pulled, lastContactAt } = status.status;
    if (state !== 'idle' || !pulled || lastContactAt === seen || running) return;
    seen = lastContactAt;
    running = keepNow(parts, () => stopped)
      .catch(report)
      .finally(() => {
        running = null;
        // Pulled meanwhile.
        if (!stopped) look();
      });
  };
  status.addEventListener(SyncStatusChanged.type, look);
  look();
  return async () => {
    stopped = true;
    status.removeEventListener(SyncStatusChanged.type, look);
    await running;
  };
}

type Complete = Required<Omit<KeepDocumentsParts, 'locks'>> & { locks: LockManager | undefined };

const complete = (parts: KeepDocumentsParts): Complete => ({
  documents: new DeviceDocuments(parts),
  allowed: byTheNetwork,
  idle: whenIdle,
  locks: navigator.locks,
  ...parts,
});

/** Of several tabs one does it; the others leave it to that one. */
async function keepNow(parts: Complete, stopped: () => boolean): Promise<void> {
  const work = () => keepMissing(parts, stopped);
  if (!parts.locks) return work();
  await parts.locks.request('meterbook-documents', { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

async function keepMissing({ cache, company, documents, allowed, idle }: Complete, stopped: () => boolean) {
  const chosen = (await cache.read('language')) as Language | null;
  const language = chooseLanguage(chosen, navigator.languages, company);
  for (const { keep } of await wanted(cache, documents, language)) {
    await idle();
    if (stopped() || !allowed()) return;
    if (isOver(await keep())) return;
  }
}

interface Wish {
  /** How early it is fetched: 0 for the newest bill of an account. */
  turn: number;
  keep: () => Promise<Keeping>;
}

/** The newest first over all accounts; the ledger beside the newest bill. */
async function wanted(cache: CacheDb, documents: DeviceDocuments, language: Language): Promise<Wish[]> {
  const accounts = await cache.accounts.toCollection().primaryKeys();
  const wishes = await Promise.all(
    accounts.map(async (account): Promise<Wish[]> => {
      const [statements, ledger] = await Promise.all([
        cache.statements.where({ account }).toArray(),
        cache.ledger.where({ account }).toArray(),
      ]);
      const bills = newestOf(statements).map((bill, turn) => ({
        turn,
        keep: () => documents.keepStatement(bill, language),
      }));
      const whole = { turn: 0, keep: () => documents.keepLedger(account, ledger, language) };
      return ledger.length > 0 ? [...bills, whole] : bills;
    }),
  );
  return wishes.flat().sort((a, b) => a.turn - b.turn);
}

/** What holds of one document alone (it cannot be drawn, it is no more) is no reason to leave out the others. */
function isOver(keeping: Keeping): boolean {
  if (typeof keeping === 'string') return keeping === 'no-room';
  const { failure } = keeping;
  return failure.kind === 'unreachable' || !['not_found', 'internal'].includes(failure.problem.code);
}

/** It stands in no standard library of types; Chromium has it. */
type WithConnection = Navigator & { connection?: { saveData?: boolean } };

const byTheNetwork = (): boolean => navigator.onLine && (navigator as WithConnection).connection?.saveData !== true;

const whenIdle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 5_000 });
    else setTimeout(resolve, 200);
  });
