import { v7 } from 'uuid';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { insertSlip } from '../../../server/kiosks/slip-queries.ts';
import { mostWrong, tryProof } from '../../../server/kiosks/tries.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { moveIn } from '../residents.ts';
import { standKiosk } from '../stand-kiosk.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** What somebody has left at a kiosk for an account that there is not, as the server keeps it. */
export async function leaveSlip(
  server: TestServer,
  state: 'office' | 'held',
  content: Partial<KioskSlip> = {},
): Promise<string> {
  const { services, clock } = server;
  const { id: kiosk } = await standKiosk(server);
  const at = toInstant(clock.now());
  const reading = { id: v7(), number: 1, serial: '1234567', service: null, typed: ['12,5'], claims: noClaims };
  const slip: KioskSlip = {
    id: v7(),
    account: '99999999',
    serial: '1234567',
    contact: '+371 2912 3456',
    language: 'lv',
    period: '2017-07',
    readings: [reading],
    capture: { wall: at, offset: 0, beacon: null },
    ...content,
  };
  const problems = state === 'held' ? [] : [{ code: 'account_unknown' }];
  await services.db.write((tx) =>
    insertSlip(tx, {
      id: slip.id,
      kiosk_id: kiosk,
      brought_by: null,
      hash: slip.id,
      state,
      account_id: null,
      content: canonicalJson(slip),
      results: JSON.stringify(slip.readings.map(({ id }) => ({ id, outcome: 'office', problems }))),
      saved_at: at,
      received_at: at,
      settled_at: null,
      settled_by: null,
      note: null,
      done_at: null,
      emptied_at: null,
    }),
  );
  return slip.id;
}

/** An account of which somebody has guessed serial numbers at a kiosk until it was locked. */
async function lockAccount(server: TestServer): Promise<{ account: string; kiosk: string }> {
  const { services, clock } = server;
  const { accounts } = await moveIn(server, 'Olga');
  const { id: kiosk } = await standKiosk(server);
  const [account] = accounts;
  const tried = { number: account.number, account: account.id, kiosk, at: toInstant(clock.now()) };
  await services.db.write(async (tx) => {
    for (let at = 0; at < mostWrong; at++) await tryProof(tx, { ...tried, serial: `guess ${v7()}` }, false);
  });
  return { account: account.id, kiosk };
}

export const kiosksTries: OfficeTries = {
  'kiosks.list': { least: 'clerk' },
  'kiosks.add': { least: 'manager', input: async () => ({ name: `Kiosk ${v7()}` }) },
  'kiosks.rename': {
    least: 'manager',
    input: async (server) => {
      const { id, name } = await standKiosk(server);
      return { id, was: name, name: `Kiosk ${v7()}` };
    },
  },
  'kiosks.setPrinting': {
    least: 'manager',
    input: async (server) => ({ id: (await standKiosk(server)).id, prints: true }),
  },
  'kiosks.renewCode': { least: 'manager', input: async (server) => ({ id: (await standKiosk(server)).id }) },
  'kiosks.revoke': { least: 'manager', input: async (server) => ({ id: (await standKiosk(server)).id }) },
  'kiosks.close': {
    least: 'manager',
    input: async (server) => {
      const { id } = await standKiosk(server);
      await revokeKiosk(server.services, id, 'test');
      return { id };
    },
  },
  'kiosks.work': { least: 'clerk' },
  'kiosks.slips': { least: 'clerk', input: async () => ({ state: 'all', after: null }) },
  'kiosks.findSlips': { least: 'clerk', input: async () => ({ number: '1A2B-3C4D', after: null }) },
  'kiosks.slip': { least: 'clerk', input: async (server) => ({ id: await leaveSlip(server, 'office') }) },
  'kiosks.settle': {
    least: 'clerk',
    input: async (server) => ({ id: await leaveSlip(server, 'office'), note: 'Called; read anew.' }),
  },
  'kiosks.settleHeld': {
    least: 'manager',
    input: async (server) => ({ id: await leaveSlip(server, 'held'), note: 'Made up.' }),
  },
  'kiosks.takeIn': { least: 'manager', input: async (server) => ({ id: await leaveSlip(server, 'held') }) },
  'kiosks.locks': { least: 'clerk', input: async () => ({ after: null }) },
  'kiosks.release': { least: 'clerk', input: async (server) => ({ account: (await lockAccount(server)).account }) },
  'kiosks.lockers': { least: 'clerk' },
  'kiosks.releaseAll': {
    least: 'manager',
    input: async (server) => ({ kiosk: (await lockAccount(server)).kiosk }),
  },
  'kiosks.keys': { least: 'administrator' },
  'kiosks.rotateKey': { least: 'administrator' },
};
