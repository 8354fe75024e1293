import { expect } from 'chai';
import { requestDeadline } from '../../../web/contact/answer.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { endSession } from '../../../web/store/session-rows.ts';
import { DocumentsBench, textOf } from '../support/documents-bench.ts';
import { anna, boris, home } from '../support/household.ts';
import { turn } from '../support/virtual-clock.ts';

describe('the documents on the device', () => {
  let bench: DocumentsBench;
  let documents: DocumentsBench['documents'];
  beforeEach(async () => {
    bench = new DocumentsBench();
    ({ documents } = bench);
    await bench.open();
  });
  afterEach(() => bench.close());

  const pathOf = (id: string, language: string) => `/documents/statements/${id}.pdf?language=${language}`;
  const kept = async () => (await bench.databases.cache.documents.toArray()).map(({ key }) => key);

  it('a bill that is not here, without a network or without an answer, is refused with the reason', async () => {
    bench.online = false;
    expect(await documents.statement(bench.bill(0), 'lv')).to.deep.equal({ ok: false, problem: 'no-network' });
    bench.online = true;
    bench.serve = () => () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await documents.statement(bench.bill(0), 'lv')).to.deep.equal({ ok: false, problem: 'unanswered' });
  });

  it('an answer that is no PDF of ours is none: a café’s page, a broken body, JSON of somebody else', async () => {
    for (const answer of [
      new Response('<html>Free Wi-Fi</html>'),
      new Response('%PD'),
      new Response('gone', { status: 502 }),
      Response.json(null, { status: 500 }),
      Response.json({ error: 'no' }, { status: 403 }),
    ]) {
      bench.serve = () => async () => answer;
      expect(await documents.statement(bench.bill(0), 'lv')).to.deep.equal({ ok: false, problem: 'unanswered' });
    }
    expect(await kept()).to.deep.equal([]);
  });

  it('an answer that never comes is given up', async () => {
    bench.serve = () => () => new Promise(() => {});
    const answer = documents.statement(bench.bill(0), 'lv');
    while (bench.clock.next === null) await turn();
    await bench.clock.advance(requestDeadline);
    expect(await answer).to.deep.equal({ ok: false, problem: 'unanswered' });
  });

  it('a refusal is said by its problem; a session that is over wakes the sync', async () => {
    bench.serve = () => ({ status: 404, problem: { code: 'not_found' } });
    expect(await documents.statement(bench.bill(0), 'lv')).to.deep.equal({
      ok: false,
      problem: { code: 'not_found' },
    });
    expect(bench.signedOut).to.equal(0);
    bench.serve = () => ({ status: 401, problem: { code: 'signed_out' } });
    expect(await documents.statement(bench.bill(0), 'lv')).to.deep.equal({
      ok: false,
      problem: { code: 'signed_out' },
    });
    expect(bench.signedOut).to.equal(1);
  });

  it('a bill that was fetched is here, without a network too, and nobody is asked again', async () => {
    const bill = bench.bill(3);
    const path = pathOf(bill.id, 'lv');
    expect(await textOf(await documents.statement(bill, 'lv'))).to.equal(`of ${path}`);
    bench.online = false;
    const answer = await documents.statement(bill, 'lv');
    expect(answer).to.deep.include({ ok: true, outdated: false });
    expect(answer.ok && answer.pdf.type).to.equal('application/pdf');
    expect(await textOf(answer)).to.equal(`of ${path}`);
    expect(bench.asked).to.deep.equal([path]);
    expect(await documents.kept(home)).to.deep.equal(new Set([bill.id]));
  });

  it('billing’s own PDF is the same in all languages; a drawn one is fetched in each, and the last one stays', async () => {
    const printed = { ...bench.bill(0), printed: true };
    await documents.statement(printed, 'lv');
    await documents.statement(printed, 'ru');
    expect(bench.asked).to.deep.equal([pathOf(printed.id, 'lv')]);
    const drawn = bench.bill(1);
    await documents.statement(drawn, 'lv');
    await documents.statement(drawn, 'ru');
    expect(bench.asked.slice(1)).to.deep.equal([pathOf(drawn.id, 'lv'), pathOf(drawn.id, 'ru')]);
    expect(await kept()).to.have.length(2);
  });

  it('without a network a drawn one in another language is better than none, and is not out of date', async () => {
    const bill = bench.bill(0);
    await documents.statement(bill, 'lv');
    bench.online = false;
    const answer = await documents.statement(bill, 'ru');
    expect(answer).to.deep.include({ ok: true, outdated: false });
    expect(await textOf(answer)).to.equal(`of ${pathOf(bill.id, 'lv')}`);
  });

  it('a bill that changed is fetched anew; until that is possible the former one is given as out of date', async () => {
    const bill = bench.bill(0);
    await documents.statement(bill, 'lv');
    bench.online = false;
    expect(await documents.statement(bench.changed(bill), 'lv')).to.deep.include({ ok: true, outdated: true });
    // Whoever has to sign in again can still read what is here.
    bench.online = true;
    bench.serve = () => ({ status: 401, problem: { code: 'signed_out' } });
    expect(await documents.statement(bench.changed(bill), 'lv')).to.deep.include({ ok: true, outdated: true });
    bench.serve = () => 'new';
    expect(await textOf(await documents.statement(bench.changed(bill), 'lv'))).to.equal('new');
    bench.online = false;
    expect(await documents.statement(bench.changed(bill), 'lv')).to.deep.include({ ok: true, outdated: false });
  });

  it('the ledger is out of date as soon as one month of it has changed', async () => {
    const { ledger } = bench.bills;
    expect(await textOf(await documents.ledger(home, ledger, 'ru'))).to.equal(
      `of /documents/ledger/${home}.pdf?language=ru`,
    );
    bench.online = false;
    expect(await documents.ledger(home, ledger, 'ru')).to.deep.include({ ok: true, outdated: false });
    const later = ledger.map((row, at) => (at === 2 ? { ...row, revision: 9 } : row));
    expect(await documents.ledger(home, later, 'ru')).to.deep.include({ ok: true, outdated: true });
    expect(await documents.kept(home)).to.deep.equal(new Set());
  });

  it('what comes after somebody else has signed in, or after the account was taken away, is shown and not kept', async () => {
    const storage = new DexieSyncStorage(bench.databases.outbox, bench.databases.cache);
    for (const meanwhile of [
      () => bench.databases.signIn({ id: boris, name: 'Boris' }),
      async () => {
        await bench.databases.signIn({ id: anna, name: 'Anna' });
        await storage.revoke(anna, [home]);
      },
    ]) {
      bench.serve = () => async () => {
        await meanwhile();
        return new Response('%PDF-late');
      };
      expect(await textOf(await documents.statement(bench.bill(0), 'lv'))).to.equal('late');
      expect(await kept()).to.deep.equal([]);
    }
  });

  it('signing out, another user, an account taken away and a reset leave no document behind', async () => {
    const { databases } = bench;
    const storage = new DexieSyncStorage(databases.outbox, databases.cache);
    const changes = {
      accounts: [],
      meters: [],
      readings: [],
      statements: [],
      ledger: [],
      payments: [],
      onlinePayments: [],
      conversations: [],
      messages: [],
      removed: [],
    };
    for (const leave of [
      () => endSession(databases.cache, { farewell: false }),
      () => databases.signIn({ id: boris, name: 'Boris' }),
      () => storage.revoke(anna, [home]),
      async () => {
        const page = { account: home, epoch: 'new', version: 1, reset: true, more: false, changes };
        expect(await storage.apply(anna, null, page)).to.equal(true);
      },
    ]) {
      await databases.signIn();
      await documents.statement(bench.bill(0), 'lv');
      await documents.ledger(home, bench.bills.ledger, 'lv');
      expect(await kept()).to.have.length(2);
      await leave();
      expect(await kept()).to.deep.equal([]);
      expect(await databases.cache.documentBytes.count()).to.equal(0);
    }
  });
});
