import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { Problem } from '../../../shared/problem.ts';
import { addLedgerMonth, addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { goldenLedger } from '../../support/golden-ledger.ts';
import { addAccount, addUser, type TestAccount } from '../../support/household.ts';
import { readPdf } from '../../support/printed-pdf.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { smallPdf } from '../../support/zip-file.ts';

forEachEngine((engine) => {
  describe('documents of an account', () => {
    let server: TestServer;
    let account: TestAccount;
    let bill: string;
    let semyonov: TestDevice;
    let stranger: TestDevice;
    let households = 0;
    before(async () => {
      server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-01T09:00:00+03:00' });
    });
    beforeEach(async () => {
      const moveIn = async (holder: string) => {
        const number = `679-${households++}`;
        const own = await addAccount(server.services, { number, holder });
        const user = await addUser(server.services, { name: holder, accounts: [own] });
        return { own, device: await new TestDevice(server).signIn(user, number) };
      };
      ({ own: account, device: semyonov } = await moveIn('Семёнов П.П.'));
      ({ device: stranger } = await moveIn('Чужой Ч.Ч.'));
      bill = await addStatement(server.services, account, { period: '2017-06', number: '679/30' });
      for (const month of goldenLedger()) await addLedgerMonth(server.services, account, month);
    });

    const billPath = (query = '') => `/documents/statements/${bill}.pdf${query}`;
    const ledgerPath = (query = '') => `/documents/ledger/${account.id}.pdf${query}`;
    const ask = (path: string, device: TestDevice | null = semyonov, init: RequestInit = {}) =>
      fetch(`${server.url}${path}`, {
        ...init,
        headers: { ...(device && { cookie: device.cookie }), ...(init.headers as Record<string, string>) },
      });
    async function refused(answer: Promise<Response>, status: number, problem: Problem): Promise<void> {
      const { status: found, headers, ...body } = await received(answer);
      assert.equal(found, status);
      assert.match(headers.get('content-type') ?? '', /^application\/json/);
      assert.equal(headers.get('cache-control'), 'private, no-store');
      const { error } = JSON.parse(body.text) as { error: { data: { problem: Problem } } };
      assert.deepEqual(error.data.problem, problem);
    }

    it('are nobody’s who is not signed in', async () => {
      for (const path of [billPath(), ledgerPath(), '/documents/', '/documents/x', billPath('?language=xx')]) {
        await refused(ask(path, null), 401, { code: 'signed_out' });
        await refused(ask(path, null, { headers: { cookie: `meterbook=${'0'.repeat(40)}` } }), 401, {
          code: 'signed_out',
        });
      }
    });

    it('are as if they were not there for another resident', async () => {
      for (const path of [billPath(), ledgerPath()]) await refused(ask(path, stranger), 404, { code: 'not_found' });
    });

    it('are not there under any other address', async () => {
      for (const path of [
        `/documents/statements/${v7()}.pdf`,
        `/documents/ledger/${v7()}.pdf`,
        // One is not the other.
        `/documents/statements/${account.id}.pdf`,
        `/documents/ledger/${bill}.pdf`,
        `/documents/statements/${bill}`,
        `/documents/statements/${bill.toUpperCase()}.pdf`,
        `/documents/statements/${bill}.pdf/`,
        `/documents/statements/${"'".repeat(36)}.pdf`,
        '/documents/',
        '/documents/%00',
        '/documents/%E0%A4%A',
      ]) {
        await refused(ask(path), 404, { code: 'not_found' });
      }
    });

    it('are refused in a language that the company does not speak', async () => {
      for (const query of [
        '?language=lv',
        '?language=',
        '?language=RU',
        '?language=ru&language=en',
        '?language=constructor',
      ]) {
        await refused(ask(billPath(query)), 400, { code: 'bad_input', path: 'language' });
      }
    });

    it('are refused to pages of other sites, and to every method but those that read', async () => {
      for (const site of ['cross-site', 'same-site', 'x']) {
        await refused(ask(billPath(), semyonov, { headers: { 'sec-fetch-site': site } }), 403, { code: 'forbidden' });
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        const answer = await ask(billPath(), semyonov, { method });
        assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD']);
      }
    });

    it('are no longer the resident’s once the account is taken away', async () => {
      await server.services.db.write((tx) =>
        tx.deleteFrom('user_accounts').where('account_id', '=', account.id).execute(),
      );
      for (const path of [billPath(), ledgerPath()]) await refused(ask(path), 404, { code: 'not_found' });
    });

    it('are drawn so many times an hour, and no more', async () => {
      const { limits } = server.services;
      const user = semyonov.user?.id ?? '';
      for (let at = 0; at < 300; at++) await limits.consume('document-user', user);
      for (const path of [billPath(), ledgerPath()]) {
        const answer = await ask(path);
        assert.equal(answer.status, 429);
        assert.match(await answer.text(), /"too_many"/);
      }
    });

    it('are drawn in the language that is asked for, or the company’s first', async () => {
      const [russian] = (await readPdf(await bytesOf(ask(billPath())))).pages;
      assert.equal(russian?.headings[0], 'Квитанция 679/30');
      const english = await readPdf(await bytesOf(ask(billPath('?language=en'))));
      assert.deepEqual([english.pages[0]?.headings[0], english.language], ['Bill 679/30', 'en']);
      const ledger = await readPdf(await bytesOf(ask(ledgerPath('?language=ru'))));
      assert.equal(ledger.pages[0]?.headings[0], `Ведомость ${account.number}`);
      assert.equal(ledger.pages[0]?.tables[0]?.length, 1 + 4 * 6);
    });

    it('are billing’s own where there is one, as it came', async () => {
      const bytes = smallPdf('of billing');
      const sha = hash('sha256', bytes, 'hex');
      await server.services.db.write(async (tx) => {
        const { batch_id } = await tx
          .updateTable('statements')
          .set({ file_hash: sha })
          .where('id', '=', bill)
          .returning('batch_id')
          .executeTakeFirstOrThrow();
        const row = { statement_id: bill, hash: sha, bytes, stored_at: '2017-07-01T06:00:00.000Z', batch_id };
        await tx.insertInto('statement_files').values(row).execute();
      });
      assert.deepEqual(Buffer.from(await bytesOf(ask(billPath('?language=en')))), bytes);
      await refused(ask(billPath(), stranger), 404, { code: 'not_found' });
      // The statement changed, and its file is not right any more.
      await server.services.db.write((tx) =>
        tx.updateTable('statements').set({ file_hash: null }).where('id', '=', bill).execute(),
      );
      assert.notDeepEqual(Buffer.from(await bytesOf(ask(billPath()))), bytes);
    });

    it('come with headers that keep them to themselves, and a name to be saved under', async () => {
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(ledgerPath(), semyonov, { method, headers: { 'sec-fetch-site': 'same-origin' } });
        const headers = Object.fromEntries(answer.headers);
        assert.equal(answer.status, 200);
        assert.equal(headers['content-type'], 'application/pdf');
        assert.equal(headers['cache-control'], 'private, no-store');
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
        assert.match(
          headers['content-security-policy'] ?? '',
          /^default-src 'none';.* frame-ancestors 'none'; sandbox$/,
        );
        const name = `Ведомость ${account.number} 2017-03 – 2017-06.pdf`;
        const disposition = headers['content-disposition'] ?? '';
        assert.match(disposition, /^inline; filename="[ -~]+"; filename\*=UTF-8''/);
        assert.equal(decodeURIComponent(disposition.split("UTF-8''")[1] ?? ''), name);
        const { byteLength } = await answer.arrayBuffer();
        assert.equal(byteLength, method === 'HEAD' ? 0 : Number(headers['content-length']));
        assert.ok(Number(headers['content-length']) > 10_000);
      }
    });

    it('are drawn beside each other’s, each the right one', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) => bytesOf(ask(at % 2 ? ledgerPath() : billPath()))),
      );
      assert.equal(new Set(answers.map((bytes) => hash('sha256', bytes))).size, 2);
      for (const at of [0, 1, 10, 11]) assert.deepEqual(answers[at], answers[at % 2]);
    });
  });
});

async function received(asked: Promise<Response>): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await asked;
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function bytesOf(answer: Promise<Response>): Promise<Uint8Array> {
  const { status } = await answer;
  const bytes = new Uint8Array(await (await answer).arrayBuffer());
  assert.equal(status, 200, Buffer.from(bytes).toString('latin1').slice(0, 300));
  return bytes;
}
