import { loadCompany } from '../../server/companies.ts';
import type { Clock } from '../../server/context.ts';
import { openDatabase } from '../../server/db/open.ts';
import { holdQueue } from '../../server/exchange/hold-queue.ts';

/**
 * Has the exchange of a database to itself, as a command of the operator's would, until it is let go: what the office wants
 * meanwhile waits its turn.
 */
export async function occupyExchange(
  database: string,
  { company, clock }: { company: string; clock: Clock },
): Promise<{ letGo(): Promise<void> }> {
  const db = openDatabase(database);
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const content = {
    kind: 'payments',
    upload: null,
    fileName: 'payments.csv',
    profile: null,
    dryRun: false,
    strict: true,
  };
  let working: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    working = holdQueue(
      { db, company: loadCompany(company), clock, actor: 'test' },
      { kind: 'import', content, resultOf: () => ({}) },
      () => {
        resolve();
        return ended;
      },
    );
    working.catch(reject);
  });
  return {
    async letGo() {
      end();
      await working;
      await db.close();
    },
  };
}
