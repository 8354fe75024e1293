import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AxiosResponse } from 'axios';
import { type Document, OpenAPIClientAxios, type UnknownParamsObject } from 'openapi-client-axios';
import { v7 } from 'uuid';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor } from '../../support/described-api.ts';
import { addUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** A client that an independent library makes of nothing but the description that the server gives of itself. */
type Calls = Record<
  string,
  (
    params?: UnknownParamsObject | null,
    body?: unknown,
    config?: { headers?: Record<string, string>; responseType?: 'text' },
    // biome-ignore lint/suspicious/noExplicitAny: what a client without types answers
  ) => Promise<AxiosResponse<any>>
>;

async function generated(server: TestServer, token: string): Promise<Calls> {
  const definition = (await (await fetch(`${server.url}/exchange/v1/openapi.json`)).json()) as Document;
  const api = new OpenAPIClientAxios({ definition });
  api.withServer({ url: `${server.url}/exchange/v1` });
  const client = await api.init();
  client.defaults.headers.common.Authorization = `Bearer ${token}`;
  return client as unknown as Calls;
}

const accounts = 'account;holder;address;premises;email;phone\n10427;Anna Bērziņa;Rīgas iela 1-5;5;;\n';
const meters =
  'account;service;serial;place;register;unit;digits;decimals;installedOn;initial\n' +
  '10427;cold-water;C-1;virtuve;B;m3;5;3;2020-03-01;12,000\n';
const ledger =
  'account;period;service;opening;charged;paid;recalculated;closing\n' +
  '10427;2026-10;Aukstais ūdens;0;20;5;0;15\n10427;2026-10;;0;20;5;0;15\n';
const statement = {
  account: '10427',
  period: '2026-10',
  issuedOn: '2026-11-01',
  number: 'R-1',
  description: 'Rēķins par oktobri',
  due: '2026-11-20',
  total: '20.00',
  service: 'Aukstais ūdens',
  volume: '7.000',
  unit: 'm3',
  tariff: '2.857',
  method: 'meter',
  charged: '20.00',
  recalculated: '0',
};

forEachEngine((engine) => {
  describe('a client that is made of the description', () => {
    it('brings accounts, meters and bills in, exports what residents read, and has it acknowledged', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const { id: key, token } = await keyFor(server);
      const client = await generated(server, token);
      const sent = (type: string) => ({ headers: { 'content-type': type } });
      const once = () => ({ 'Idempotency-Key': v7() });

      async function bring(operation: string, body: unknown, type: string) {
        const { status, data } = (await client[operation]?.(once(), body, sent(type))) ?? {};
        assert.equal(status, 202);
        for (;;) {
          await server.services.jobs.work();
          const { data: job } = (await client.readJob?.({ id: data.job })) ?? {};
          if (job.endedAt === null) continue;
          assert.equal(job.state, 'done', JSON.stringify(job.failure));
          assert.deepEqual(job.import.refused, []);
          assert.equal(job.createdBy, key);
          return job.import;
        }
      }

      assert.equal((await bring('importAccounts', accounts, 'text/csv')).created, 1);
      assert.equal((await bring('importMeters', meters, 'text/csv')).created, 1);
      assert.equal((await bring('importStatements', [statement], 'application/json')).created, 1);
      assert.equal((await bring('importLedger', ledger, 'text/csv')).created, 1);

      const { reader } = server.services.db;
      const account = await reader
        .selectFrom('accounts')
        .where('number', '=', '10427')
        .select(['id', 'number'])
        .executeTakeFirstOrThrow();
      const meter = await reader
        .selectFrom('meters')
        .where('serial', '=', 'C-1')
        .select(['id', 'account_id as account'])
        .executeTakeFirstOrThrow();
      const anna = await addUser(server.services, { accounts: [account] });
      const device = await new TestDevice(server).signIn(anna, account.number);
      const [page] = await device.pull();
      assert.equal(page?.changes.statements[0]?.number, 'R-1');
      assert.equal(page?.changes.ledger[0]?.period, '2026-10');
      const operation = device.reading(meter, { period: '2026-11', values: { B: 19_500 } });
      const [result] = await device.push(operation);
      assert.equal(result?.outcome, 'applied');

      server.clock.set('2026-12-04T09:00:00+02:00');
      const made = await client.exportReadings?.(once(), { period: '2026-11', lock: true });
      assert.equal(made?.status, 201);
      const { batch } = made?.data ?? {};
      assert.equal(batch.rows, 1);
      assert.equal(made?.headers.location, `/exchange/v1/batches/${batch.id}`);
      assert.deepEqual((await client.readBatch?.({ id: batch.id }))?.data, batch);
      assert.equal((await client.listBatches?.())?.data.rows[0].id, batch.id);
      const { data: rows } = (await client.readingsAsJson?.({ id: batch.id })) ?? {};
      assert.equal(rows.length, 1);
      const [{ account: number, serial, register, period, previous, value, consumption }] = rows;
      assert.deepEqual([previous, value, consumption], ['12.000', '19.500', '7.500']);
      const { data: csv } = (await client.readingsAsCsv?.({ id: batch.id }, null, { responseType: 'text' })) ?? {};
      assert.equal(csv.trim().split('\r\n').length, 2);

      const billed = { batch: batch.id, account: number, serial, register, period, state: 'billed' };
      assert.equal((await bring('acknowledge', [billed], 'application/json')).changed, 1);
      const [after] = await device.pull();
      assert.deepEqual(
        after?.changes.readings.map(({ state }) => state),
        ['billed'],
      );
      const trail = await reader.selectFrom('audit').where('actor', '=', key).select('action').execute();
      assert.deepEqual([...new Set(trail.map(({ action }) => action))].sort(), [
        'download-batch',
        'export-readings',
        'import',
        'start-import',
        'upload',
      ]);
    });
  });
});
