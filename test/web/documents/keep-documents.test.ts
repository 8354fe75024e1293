import { expect } from 'chai';
import { type KeepDocumentsParts, keepDocuments } from '../../../web/documents/keep-documents.ts';
import { SyncStatusBoard } from '../../../web/store/sync-status.ts';
import { DocumentsBench } from '../support/documents-bench.ts';
import { account, home } from '../support/household.ts';
import { until } from '../support/mount.ts';
import { turn } from '../support/virtual-clock.ts';

const garage = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '54321' };

describe('keeping documents', () => {
  let bench: DocumentsBench;
  let status: SyncStatusBoard;
  let contacts: number;
  const faults: unknown[] = [];
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    bench = new DocumentsBench();
    status = new SyncStatusBoard();
    contacts = 0;
    await bench.open();
    await bench.databases.cache.write('language', 'ru');
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await bench.close();
    expect(faults.splice(0)).to.deep.equal([]);
  });

  const start = (change: Partial<KeepDocumentsParts> = {}) => {
    const { documents } = bench;
    const stop = keepDocuments({
      cache: bench.databases.cache,
      company: { languages: ['lv', 'ru'] },
      status,
      signedOut: () => {},
      report: (fault) => faults.push(fault),
      documents,
      allowed: () => bench.online,
      idle: turn,
      locks: undefined,
      ...change,
    });
    stops.push(stop);
    return stop;
  };
  const pulled = () => status.publish({ state: 'idle', pulled: true, lastContactAt: ++contacts });
  const kept = async (): Promise<number> => (await bench.databases.cache.documents.toArray()).length;
  const asks = async (count: number) => until(() => bench.asked.length === count);
  const atRest = async () => {
    for (let turns = 0; turns < 50; turns++) await turn();
  };

  it('begins only when a pull has brought everything', async () => {
    start();
    status.publish({ state: 'working', pulled: true, lastContactAt: 1 });
    status.publish({ state: 'idle', pulled: false, lastContactAt: 1 });
    status.publish({ state: 'offline', pulled: true, lastContactAt: 1 });
    await atRest();
    expect(bench.asked).to.deep.equal([]);
  });

  it('fetches nothing that nobody asked for where the resident saves data or has no network', async () => {
    start({ allowed: () => false });
    pulled();
    await atRest();
    expect(bench.asked).to.deep.equal([]);
  });

  it('fetches the newest bill, the ledger and then eleven more bills, in the language of the app', async () => {
    start();
    pulled();
    await until(async () => (await kept()) === 13);
    const wanted = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
      (age) => `/documents/statements/${bench.bill(age).id}.pdf?language=ru`,
    );
    wanted.splice(1, 0, `/documents/ledger/${home}.pdf?language=ru`);
    expect(bench.asked).to.deep.equal(wanted);
  });

  it('after the next pull fetches only what has changed', async () => {
    pulled();
    start();
    await until(async () => (await kept()) === 13);
    await bench.databases.cache.statements.put(bench.changed(bench.bill(4)));
    pulled();
    await asks(14);
    expect(bench.asked.at(-1)).to.contain(bench.bill(4).id);
    await atRest();
    expect(bench.asked).to.have.length(14);
  });

  it('looks after every account of the user, the newest bills first', async () => {
    const { cache } = bench.databases;
    const [first, second] = [bench.bill(0), bench.bill(1)].map((bill, at) => ({
      ...bill,
      id: `01890000-0000-7000-8000-00000000090${at}`,
      account: garage.id,
    })) as [ReturnType<typeof bench.bill>, ReturnType<typeof bench.bill>];
    await cache.accounts.add(garage);
    await cache.statements.bulkAdd([first, second]);
    start();
    pulled();
    await until(async () => (await kept()) === 15);
    const at = (id: string) => bench.asked.findIndex((path) => path.includes(id));
    expect(at(first.id)).to.be.lessThan(at(bench.bill(1).id));
    expect(at(second.id)).to.be.lessThan(at(bench.bill(2).id));
  });

  it('ends at the first silence, and goes on after the next pull', async () => {
    start();
    bench.serve = () => (bench.asked.length === 3 ? () => Promise.reject(new TypeError('gone')) : 'a bill');
    pulled();
    await asks(3);
    await atRest();
    expect(bench.asked).to.have.length(3);
    expect(await kept()).to.equal(2);
    pulled();
    await until(async () => (await kept()) === 13);
  });

  it('ends where the session is over, and goes round what cannot be drawn or is no more', async () => {
    start();
    bench.serve = () => ({ status: 401, problem: { code: 'signed_out' } });
    pulled();
    await asks(1);
    await atRest();
    expect(bench.asked).to.have.length(1);
    bench.serve = (path) =>
      path.includes(bench.bill(0).id) ? { status: 404, problem: { code: 'not_found' } } : 'a bill';
    pulled();
    await until(async () => (await kept()) === 12);
  });

  it('ends where there is no room, and goes on when there is some again', async () => {
    start();
    bench.estimate = { usage: 1_000, quota: 1_000 };
    pulled();
    await asks(1);
    await atRest();
    expect(bench.asked).to.have.length(1);
    bench.estimate = { usage: 0, quota: 1_000_000 };
    pulled();
    await until(async () => (await kept()) === 13);
  });

  it('of two tabs one fetches', async () => {
    start({ locks: navigator.locks });
    start({ locks: navigator.locks });
    pulled();
    await until(async () => (await kept()) === 13);
    await atRest();
    expect(bench.asked).to.have.length(13);
  });

  it('ends in the middle when it is told to', async () => {
    const stop = start();
    bench.serve = () => {
      if (bench.asked.length === 2) void stop();
      return 'a bill';
    };
    pulled();
    await asks(2);
    await atRest();
    expect(bench.asked).to.have.length(2);
  });
});
