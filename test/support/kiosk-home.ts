import { v7 } from 'uuid';
import type { Row } from '../../server/db/tables.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import type { KioskReading, KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Engine } from './databases.ts';
import { furnish, type Home } from './home.ts';
import { addMeter, type TestMeter } from './household.ts';
import { enrolKiosk, type TestKiosk } from './kiosk.ts';

export const july = '2017-07' as const;

export interface MeterOnWall extends TestMeter {
  serial: string;
}

/** Anna’s flat in the July window, and a kiosk in the office. */
export interface KioskHome extends Home {
  kiosk: TestKiosk;
  /** A meter of Anna’s account, of which the serial number can be read. */
  hang(options?: Partial<Parameters<typeof addMeter>[2]>): Promise<MeterOnWall>;
  /** A slip for one meter of Anna’s account, with its number as the proof. */
  slipOf(meter: MeterOnWall, typed: readonly string[], overrides?: Partial<KioskSlip & KioskReading>): KioskSlip;
  /** Seals a slip and hands it in. `visit`: with leave for that account. */
  hand(slip: KioskSlip, visit?: { account: string }): ReturnType<TestKiosk['deliver']>;
  slipRow(id: string): Promise<Row<'kiosk_slips'> | undefined>;
  results(id: string): Promise<readonly DeliveredReading[]>;
  /** The newest entries of the log, newest first. */
  audits(most: number): Promise<Pick<Row<'audit'>, 'actor' | 'action' | 'subject' | 'detail'>[]>;
}

export async function furnishWithKiosk(engine: Engine): Promise<KioskHome> {
  const home = await furnish(engine);
  const { services } = home.server;
  const { reader } = services.db;
  const kiosk = await enrolKiosk(home.server);
  const slipRow: KioskHome['slipRow'] = (id) =>
    reader.selectFrom('kiosk_slips').where('id', '=', id).selectAll().executeTakeFirst();
  return {
    ...home,
    kiosk,
    slipRow,
    async hang(options = {}) {
      const serial = options.serial ?? v7().slice(-12);
      return { ...(await addMeter(services, home.account, { ...options, serial })), serial };
    },
    slipOf: ({ serial }, typed, overrides = {}) =>
      kiosk.slip({
        account: overrides.account ?? home.account.number,
        serial,
        period: overrides.period ?? july,
        readings: [
          kiosk.reading(serial, typed, {
            ...(overrides.number !== undefined && { number: overrides.number }),
            ...(overrides.service !== undefined && { service: overrides.service }),
            ...(overrides.claims !== undefined && { claims: overrides.claims }),
          }),
        ],
        ...(overrides.id !== undefined && { id: overrides.id }),
        ...(overrides.contact !== undefined && { contact: overrides.contact }),
        ...(overrides.capture !== undefined && { capture: overrides.capture }),
        ...(overrides.readings !== undefined && { readings: overrides.readings }),
      }),
    async hand(slip, visit) {
      const token = visit ? services.visits.begin(kiosk.id, visit).token : null;
      const envelopes = [await kiosk.seal(slip)];
      return (await kiosk.client.deliver.mutate({ visit: token, envelopes })).results;
    },
    async results(id) {
      return JSON.parse((await slipRow(id))?.results ?? '[]') as DeliveredReading[];
    },
    audits: (most) =>
      reader
        .selectFrom('audit')
        .select(['actor', 'action', 'subject', 'detail'])
        .orderBy('seq', 'desc')
        .limit(most)
        .execute(),
  };
}
