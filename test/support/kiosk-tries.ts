import { v7 } from 'uuid';
import { beginUserVisit } from '../../server/kiosks/user-visit.ts';
import { addStatement } from './bills.ts';
import { addMeter } from './household.ts';
import type { TestKiosk } from './kiosk.ts';
import { chosenAt } from './kiosk-pairing.ts';
import type { TestResident } from './residents.ts';
import type { TestServer } from './test-server.ts';

/** A kiosk, a resident, and what a kiosk has shown by its visits. */
export interface KioskScene {
  server: TestServer;
  kiosk: TestKiosk;
  anna: TestResident;
}

interface KioskTry {
  /** Whose visit it goes on with, if it needs one; put into the input as `visit`. */
  visit?: 'account' | 'user' | 'any';
  input?(scene: KioskScene): Promise<object> | object;
  /** It leaves no row in the audit log where it is answered well. */
  unaudited?: true;
  /** It is answered to a kiosk that was revoked as well. */
  afterwards?: true;
}

/** What a kiosk could ask by each procedure, and would be answered. */
export const kioskTries: Readonly<Record<string, KioskTry>> = {
  lookUp: { input: ({ server, anna }) => proofOf(server, anna) },
  deliver: { afterwards: true, unaudited: true, input: () => ({ visit: null, envelopes: [] }) },
  signIn: { input: ({ anna }) => ({ name: anna.email, password: anna.user.password }) },
  pair: { unaudited: true },
  paired: {
    input: async ({ kiosk, anna }) => ({ code: await chosenAt(kiosk, anna) }),
  },
  stay: { visit: 'any', unaudited: true },
  holds: { visit: 'any', unaudited: true },
  notThem: { visit: 'user' },
  bills: { visit: 'user', unaudited: true },
  bill: {
    visit: 'user',
    unaudited: true,
    input: async ({ server, anna }) => ({
      bill: await addStatement(server.services, anna.accounts[0], { period: '2026-10', number: v7() }),
    }),
  },
};

/** What a resident reads off the receipt and off a meter. */
export async function proofOf(
  { services }: TestServer,
  { accounts: [account] }: Pick<TestResident, 'accounts'>,
): Promise<{ account: string; serial: string }> {
  const serial = v7();
  await addMeter(services, account, { serial, service: 'hot-water' });
  return { account: account.number, serial };
}

/** What a kiosk may go on with after a proof, or after a sign-in; without either, as nobody has to wait for a password. */
export async function visitAt({ server, kiosk, anna }: KioskScene, of: 'account' | 'user' | 'any'): Promise<string> {
  const { db, visits } = server.services;
  if (of !== 'user') return visits.begin(kiosk.id, { account: anna.accounts[0].id }).token;
  const whose = { kiosk: kiosk.id, user: anna.user.id, now: server.clock.now() };
  return visits.prolong(await db.write((tx) => beginUserVisit(tx, whose))).token;
}

/** The whole of what is sent. */
export async function kioskInput(scene: KioskScene, path: string): Promise<Record<string, unknown> | undefined> {
  const { visit, input } = kioskTries[path] ?? {};
  if (!visit && !input) return undefined;
  return { ...(await input?.(scene)), ...(visit && { visit: await visitAt(scene, visit) }) };
}
