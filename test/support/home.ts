import { v7 } from 'uuid';
import type { Engine } from './databases.ts';
import {
  addAccount,
  addMeter,
  addUser,
  type TestAccount,
  type TestMeter,
  type TestUser,
  type twoTariffs,
} from './household.ts';
import { TestDevice } from './test-device.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Anna’s flat in Moscow in the July window, and a stranger’s. */
export interface Home {
  server: TestServer;
  account: TestAccount;
  anna: TestUser;
  device(): Promise<TestDevice>;
  meter(options?: { registers?: typeof twoTariffs }): Promise<TestMeter>;
  meterOfStranger(): Promise<TestMeter>;
  readings(meter: TestMeter): Promise<{ id: string; register_values: string; state: string }[]>;
  states(meter: TestMeter): Promise<Record<string, string>>;
  ledger(id: string): Promise<{ hash: string; outcome: string; version: number } | undefined>;
  conflicts(id: string): Promise<{ hash: string; content: string }[]>;
  head(): Promise<number>;
}

export async function furnish(engine: Engine): Promise<Home> {
  const server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
  const { services } = server;
  const { reader } = services.db;
  const account = await addAccount(services, { number: '1001' });
  const stranger = await addAccount(services, { number: '2002', holder: 'Иванов И.И.' });
  const anna = await addUser(services, { name: 'Anna', accounts: [account] });
  // The stranger's account has a user as well: it is closed to Anna, not to everybody.
  await addUser(services, { name: 'Ivan', accounts: [stranger] });
  const readings = (meter: TestMeter) =>
    reader
      .selectFrom('readings')
      .where('meter_id', '=', meter.id)
      .select(['id', 'register_values', 'state'])
      .orderBy('version')
      .execute();
  return {
    server,
    account,
    anna,
    readings,
    device: () => new TestDevice(server).signIn(anna, account.number),
    meter: (options = {}) => addMeter(services, account, { serial: v7(), ...options }),
    meterOfStranger: () => addMeter(services, stranger, { serial: v7() }),
    async states(meter) {
      return Object.fromEntries((await readings(meter)).map((row) => [row.register_values, row.state]));
    },
    ledger: (id) =>
      reader.selectFrom('operations').where('id', '=', id).select(['hash', 'outcome', 'version']).executeTakeFirst(),
    conflicts: (id) =>
      reader.selectFrom('operation_conflicts').where('id', '=', id).select(['hash', 'content']).execute(),
    async head() {
      const row = await reader
        .selectFrom('account_versions')
        .where('account_id', '=', account.id)
        .select('head')
        .executeTakeFirstOrThrow();
      return row.head;
    },
  };
}
