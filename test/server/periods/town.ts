import type { Period } from '../../../shared/period.ts';
import type { NewException } from '../../../shared/window-forms.ts';
import type { Engine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser, type TestMeter } from '../../support/household.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

export const building = 'Rīgas iela 1';

/** A server with somebody of the office, and a resident with a meter and a telephone. Days 27 to 31 in Riga. */
export interface Town {
  server: TestServer;
  manager: TestStaff;
  device: TestDevice;
  meter: TestMeter;
  /** Everything that is audited, as `action subject`. */
  audited(action: string): Promise<Record<string, unknown>[]>;
  readings(): Promise<{ id: string; period: Period; state: string; received_at: string; findings: string }[]>;
}

export async function openTown(engine: Engine, now: string): Promise<Town> {
  const server = await startTestServer(engine, { company: 'ddzksu', now });
  const { services } = server;
  const manager = await hire(server, { role: 'manager', name: 'Māra Kalna' });
  const account = await addAccount(services, { number: '10427', building });
  const user = await addUser(services, { accounts: [account] });
  const device = await new TestDevice(server).signIn(user, '10427');
  const meter = await addMeter(services, account, { serial: 'C-1001' });
  return {
    server,
    manager,
    device,
    meter,
    async audited(action) {
      const rows = await services.db.reader
        .selectFrom('audit')
        .where('action', '=', action)
        .select('detail')
        .orderBy('seq')
        .execute();
      return rows.map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);
    },
    readings() {
      return services.db.reader
        .selectFrom('readings')
        .select(['id', 'period', 'state', 'received_at', 'findings'])
        .orderBy('id')
        .execute();
    },
  };
}

/** November held open until the fifth of December, for everybody. */
export const holidays = (change: Partial<NewException> = {}): NewException => ({
  period: '2026-11',
  building: null,
  service: null,
  opensOn: '2026-11-27',
  closesOn: '2026-12-05',
  reason: 'Open longer because of the holidays',
  replaces: null,
  ...change,
});
