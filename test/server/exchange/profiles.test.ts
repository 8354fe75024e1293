import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { guessUpload } from '../../../server/exchange/preview.ts';
import { guessKind } from '../../../server/exchange/propose.ts';
import { openUpload, receiveUpload } from '../../../server/exchange/uploads.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import { mappingProfile } from '../../../shared/mapping-profile.ts';
import { forEachEngine } from '../../support/databases.ts';
import { column, constant, plainProfile } from '../../support/mapping-profiles.ts';
import { hire, type OfficeClient, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { textRow, workbookFile } from '../../support/workbook-file.ts';
import { smallPdf } from '../../support/zip-file.ts';

const problemOf = (code: string) => (error: { data?: { problem?: { code: string } } }) => {
  assert.equal(error.data?.problem?.code, code);
  return true;
};

forEachEngine((engine) => {
  let server: TestServer;
  let clerk: TestStaff;
  let exchange: OfficeClient['exchange'];
  before(async () => {
    server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    clerk = await hire(server);
    exchange = (await hire(server, { role: 'manager' })).client.exchange;
  });

  async function bring(content: string | Uint8Array): Promise<string> {
    const bytes = (async function* () {
      yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
    })();
    return (await receiveUpload(server.services, { name: 'konti', actor: clerk.id, bytes })).id;
  }

  describe('a profile', () => {
    const profile = plainProfile('payments', { separator: ';' });

    it('is refused where a field is missing, its name is taken, or somebody else was faster', async () => {
      const { account, ...fields } = profile.fields;
      assert.ok(account);
      const save = exchange.profiles.save.mutate;
      await assert.rejects(
        save({ id: null, name: 'Banka', profile: { ...profile, fields }, changedAt: null }),
        problemOf('bad_input'),
      );
      const saved = await save({ id: null, name: 'Banka', profile, changedAt: null });
      await assert.rejects(save({ id: null, name: 'Banka', profile, changedAt: null }), problemOf('name_taken'));
      const next = await save({ ...changeOf(saved), name: 'Banka 2' });
      await assert.rejects(save({ ...changeOf(saved), name: 'Banka 3' }), problemOf('changed_meanwhile'));
      await exchange.profiles.remove.mutate({ id: next.id });
      await assert.rejects(save(changeOf(next)), problemOf('not_found'));
      await assert.rejects(exchange.profiles.remove.mutate({ id: next.id }), problemOf('not_found'));
    });

    it('is kept as it was, renamed, and listed by kind', async () => {
      const saved = await exchange.profiles.save.mutate({ id: null, name: 'Žurnāls', profile, changedAt: null });
      const other = plainProfile('accounts');
      await exchange.profiles.save.mutate({ id: null, name: 'Konti', profile: other, changedAt: null });
      await exchange.profiles.save.mutate({ ...changeOf(saved), name: 'Banka' });
      const listed = (kind: ExchangeKind | null) => clerk.client.exchange.profiles.list.query({ kind });
      assert.deepEqual(
        (await listed(null)).map(({ name }) => name),
        ['Banka', 'Konti'],
      );
      assert.deepEqual(
        (await listed('payments')).map((one) => one.profile),
        [profile],
      );
    });

    const changeOf = ({ id, name, changedAt }: { id: string; name: string; changedAt: string }) => ({
      ...{ id, name, changedAt, profile },
    });
  });

  describe('a file that is looked at', () => {
    it('says why nothing can be read of it', async () => {
      const look = async (content: string | Uint8Array) =>
        await clerk.client.exchange.preview.query({
          ...{ upload: await bring(content), kind: 'payments', profile: null, encoding: null },
        });
      const pdf = await look(smallPdf('x'));
      assert.deepEqual([pdf.file, pdf.read, pdf.problem?.code], [null, null, 'not_a_table']);
      const columns = await look('Konts;Datums\n1;2\n');
      assert.equal(columns.problem?.code, 'column_missing');
      assert.deepEqual(
        columns.file?.rows.map(({ cells }) => cells),
        [
          ['Konts', 'Datums'],
          ['1', '2'],
        ],
      );
      const open = await look('account;date;amount;number;source\n1;2026-01-01;5;"x');
      assert.deepEqual([open.problem?.code, open.file?.rows.length], ['quote_open', 0]);
      const empty = await look('');
      assert.equal(empty.problem?.code, 'file_empty');
    });

    it('shows its titles, its first thirty rows, and what each cell becomes', async () => {
      const rows = Array.from(
        { length: 100 },
        (_, at) => `${at};${at === 1 ? '31.02.2026' : '31.03.2026'};5,00;${at}\n`,
      );
      const text = `Izraksts SIA "Nams"\nKonts;Datums;Summa;Nr\n${rows.join('')}`;
      const profile = plainProfile('payments', {
        skipRows: 1,
        dates: { order: 'DMY', mark: '.', years: 4 },
        numbers: { decimal: ',', thousands: '' },
        fields: {
          account: column('Konts'),
          date: column('Datums'),
          amount: column('Summa'),
          number: column('Nr'),
          source: constant('Banka'),
        },
      });
      const upload = await bring(text);
      const preview = await clerk.client.exchange.preview.query({ upload, kind: 'payments', profile, encoding: null });
      assert.equal(preview.problem, null);
      assert.deepEqual(preview.file?.rows[0], { line: 1, cells: ['Izraksts SIA "Nams"'] });
      assert.deepEqual([preview.file?.rows.length, preview.read?.rows.length], [30, 30]);
      assert.deepEqual([preview.file?.separator, preview.file?.container], [';', 'csv']);
      assert.deepEqual(preview.read?.rows[0]?.values, ['0', '2026-03-31', '5.00', '0', 'Banka']);
      const [problem] = preview.read?.rows[1]?.problems ?? [];
      assert.deepEqual(
        [problem?.field, problem?.column, problem?.problem.code],
        ['date', 'Datums', 'day_not_in_style'],
      );
    });

    it('is read with a draft of a profile as well, which says what it lacks', async () => {
      const profile = plainProfile('payments', { fields: { account: column('Konts') } });
      const upload = await bring('Konts;Datums\n1;2\n');
      const preview = await clerk.client.exchange.preview.query({ upload, kind: 'payments', profile, encoding: null });
      assert.equal(preview.problem?.code, 'column_missing');
    });
  });

  describe('a proposal', () => {
    const guess = async (content: string | Uint8Array, kind: ExchangeKind) =>
      clerk.client.exchange.guess.query({ upload: await bring(content), kind, encoding: null });

    it('is none for a file that is no table', async () => {
      assert.deepEqual((await guess(smallPdf('x'), 'payments')).problem?.code, 'not_a_table');
    });

    it('is looked for once in a list of objects that breaks: nothing stands above it', async () => {
      const file = await openUpload(server.services.db, await bring('[{"account":1}'));
      let reads = 0;
      const counted = {
        ...file,
        open: () => {
          reads++;
          return file.open();
        },
      };
      const { problem } = await guessUpload(counted, server.services.company, { kind: 'payments', encoding: null });
      assert.equal(problem?.code, 'json_broken');
      assert.ok(reads < 10, `${reads} times`);
    });

    it('of what a file is about reads a list or a workbook that breaks once, and not once a title', async () => {
      const book = workbookFile([{ name: 'Konti', rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }]);
      for (const content of ['[{"account":1}', book]) {
        const file = await openUpload(server.services.db, await bring(content));
        let begun = 0;
        const counted = {
          ...file,
          open: () => {
            begun++;
            return file.open();
          },
          range: {
            ...file.range,
            open: (start: number, end: number) => {
              begun += start === 0 ? 1 : 0;
              return file.range.open(start, end);
            },
          },
        };
        assert.equal(await guessKind(counted, server.services.company), null);
        assert.ok(begun < 10, `${begun} times`);
      }
    });

    it('finds Russian, Latvian and English columns, below a title', async () => {
      const russian = await guess(
        'Реестр ООО "Банк"\n\nЛицевой счёт;Дата платежа;Сумма;Номер платежа\n1;31.03.2026;1 234,50;5\n2;01.04.2026;1,00;6\n',
        'payments',
      );
      assert.deepEqual(russian.guess?.missing, []);
      const { profile } = russian.guess as NonNullable<typeof russian.guess>;
      assert.deepEqual(profile.fields, {
        account: column('Лицевой счёт'),
        date: column('Дата платежа'),
        amount: column('Сумма'),
        number: column('Номер платежа'),
        source: constant('billing'),
      });
      assert.deepEqual(profile.dates, { order: 'DMY', mark: '.', years: 4 });
      assert.deepEqual(profile.numbers, { decimal: ',', thousands: ' ' });
      assert.equal(profile.skipRows, 2);

      const latvian = await guess(
        'Klienta kods,Skaitītāja Nr.,Pakalpojums,Mēnesis,Rādījums,Nolasīts\n1,A,Aukstais ūdens,2026-03,12.5,2026-03-31\n',
        'readings',
      );
      assert.deepEqual(latvian.guess?.missing, []);
      const fields = latvian.guess?.profile.fields;
      assert.deepEqual(fields?.service, column('Pakalpojums', { replace: { 'Aukstais ūdens': 'cold-water' } }));
      assert.deepEqual(fields?.serial, column('Skaitītāja Nr.'));
      assert.deepEqual([fields?.register, fields?.kind], [constant('B'), constant('actual')]);
      assert.equal(mappingProfile.safeParse(latvian.guess?.profile).success, true);
    });

    it('is of a workbook too, and says what it found nothing for', async () => {
      const book = workbookFile([
        { rows: textRow(3, ['Account', 'Name', 'E-mail']) + textRow(4, ['1', 'Anna', 'a@b.lv']) },
      ]);
      const { guess: found } = await guess(book, 'accounts');
      assert.deepEqual(found?.missing, ['address']);
      assert.deepEqual(found?.profile.fields.holder, column('Name'));
      assert.equal(found?.profile.skipRows, 2);
    });
  });
});
