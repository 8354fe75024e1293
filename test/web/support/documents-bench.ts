import type { Statement } from '../../../shared/bill.ts';
import type { Problem } from '../../../shared/problem.ts';
import { DeviceDocuments } from '../../../web/documents/device-documents.ts';
import { DocumentShelf } from '../../../web/documents/document-shelf.ts';
import type { DocumentAnswer } from '../../../web/screens/documents.ts';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { sampleBills } from './bills.ts';
import { TestDatabases } from './databases.ts';
import { inWindow } from './household.ts';
import { VirtualClock } from './virtual-clock.ts';

/** What the server answers to one request: the text after `%PDF-`, a problem with its status, or whatever a test makes of it. */
type Served = string | { status: number; problem: Problem } | (() => Promise<Response>);

/** One device's documents over real databases, with a year and a half of bills, and a server that answers as it is told. */
export class DocumentsBench {
  readonly databases = new TestDatabases();
  readonly clock = new VirtualClock(inWindow);
  readonly bills: BillsRows = sampleBills(18);
  /** The paths that were asked for, with the language. */
  readonly asked: string[] = [];
  serve: (path: string) => Served = (path) => `of ${path}`;
  online = true;
  signedOut = 0;
  estimate: StorageEstimate = { usage: 0, quota: 1_000_000_000 };
  readonly shelf = new DocumentShelf(this.databases.cache, async () => this.estimate);
  readonly documents = new DeviceDocuments({
    cache: this.databases.cache,
    clock: this.clock,
    online: () => this.online,
    signedOut: () => {
      this.signedOut++;
    },
    fetch: (input) => this.#answer(String(input)),
    shelf: this.shelf,
  });

  async open(): Promise<void> {
    const { databases, bills } = this;
    await databases.open();
    await databases.signIn();
    await databases.cache.statements.bulkPut([...bills.statements]);
    await databases.cache.ledger.bulkPut([...bills.ledger]);
  }

  close(): Promise<void> {
    return this.databases.close();
  }

  /** The newest bill is 0. */
  bill(age: number): Statement {
    const bill = this.bills.statements.at(-1 - age);
    if (!bill) throw new RangeError(`there is no bill ${age} months old`);
    return bill;
  }

  /** As billing sends it anew: the same bill, changed. */
  changed(bill: Statement, change: Partial<Statement> = {}): Statement {
    return { ...bill, revision: bill.revision + 1, ...change };
  }

  async #answer(url: string): Promise<Response> {
    const { pathname, search } = new URL(url, location.href);
    const path = `${pathname}${search}`;
    this.asked.push(path);
    if (!this.online) throw new TypeError('Failed to fetch');
    const served = this.serve(path);
    if (typeof served === 'function') return served();
    if (typeof served === 'string') return new Response(`%PDF-${served}`);
    const { status, problem } = served;
    return Response.json({ error: { message: problem.code, data: { httpStatus: status, problem } } }, { status });
  }
}

/** What stands in the PDF; throws where there is none. */
export async function textOf(answer: DocumentAnswer): Promise<string> {
  if (!answer.ok) throw new Error(`no document: ${JSON.stringify(answer.problem)}`);
  return (await answer.pdf.text()).replace('%PDF-', '');
}
