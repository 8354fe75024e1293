import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { startSession } from '../../server/auth/start-session.ts';
import { createToken, type TokenContent } from '../../server/auth/tokens.ts';
import { pairingTokens } from '../../server/kiosks/pairing-tokens.ts';
import { appRouter } from '../../server/router.ts';
import type { Problem } from '../../shared/problem.ts';
import { protocol } from '../../shared/protocol.ts';
import { Authenticator } from './authenticator.ts';
import {
  addAccount,
  addMeter,
  addReading,
  addUser,
  type TestAccount,
  type TestMeter,
  type TestUser,
} from './household.ts';
import { standKiosk } from './stand-kiosk.ts';
import { TestDevice, withCookie } from './test-device.ts';
import type { TestServer } from './test-server.ts';

/** Every procedure there is, by its path. */
export const procedures: readonly string[] = Object.keys(appRouter._def.procedures);

/** A resident with two accounts, two devices, a passkey and a meter that was read. */
export interface TestResident {
  user: TestUser;
  email: string;
  accounts: [TestAccount, TestAccount];
  holder: string;
  device: TestDevice;
  /** Signed in as well. */
  other: TestDevice;
  passkey: Authenticator;
  meter: TestMeter;
  reading: string;
}

let households = 0;

export async function moveIn(server: TestServer, name: string): Promise<TestResident> {
  const { services } = server;
  const number = () => String(10_000 + households++);
  const holder = `${name} Ozols`;
  const accounts = [
    await addAccount(services, { number: number(), holder }),
    await addAccount(services, { number: number(), holder }),
  ] as [TestAccount, TestAccount];
  const email = `${name.toLowerCase()}-${households}@example.lv`;
  const user = await addUser(services, { name, accounts, email });
  const meter = await addMeter(services, accounts[0], { serial: v7() });
  const reading = await addReading(services, meter, { period: '2026-10', values: { B: 1_000 } });
  const device = await enter(server, user);
  const passkey = new Authenticator(services.baseUrl());
  const { options } = await device.client.passkeys.begin.mutate({ current: user.password });
  await device.client.passkeys.finish.mutate({ response: passkey.create(options) });
  const other = new TestDevice(server);
  const asked = await other.client.auth.passkeyOptions.mutate();
  await other.client.auth.signInWithPasskey.mutate({ response: passkey.get(asked.options) });
  other.user = user;
  return { user, email, accounts, holder, device, other, passkey, meter, reading };
}

/** A browser in which this user has signed in. Nothing is verified: a sign-in by password costs four hashes. */
async function enter(server: TestServer, user: TestUser): Promise<TestDevice> {
  const { services } = server;
  const device = new TestDevice(server);
  const browser = {
    address: '127.0.0.1',
    device: 'test',
    sessionToken: null,
    staffToken: null,
    knownDevice: null,
    kioskCredential: null,
  };
  const cookies = await services.db.write((tx) => startSession(services, tx, user, browser));
  device.cookie = cookies.reduce(withCookie, '');
  device.user = user;
  return device;
}

export const linkTo = ({ services, clock }: TestServer, content: TokenContent, token?: string): Promise<string> =>
  services.db.write((tx) => createToken(tx, content, { now: clock.now(), ...(token !== undefined && { token }) }));

/** The number that stands at the kiosk whose code was opened by `kioskCode`. */
export const metNumber = '47';

/** What a kiosk shows to be scanned; with `of`, after this resident's phone has opened it, or chosen the number as well. */
export async function kioskCode(
  server: TestServer,
  of?: Pick<TestResident, 'user'>,
  as: 'met' | 'chosen' = 'met',
): Promise<string> {
  const { id: kiosk } = await standKiosk(server);
  const code = await linkTo(server, { purpose: 'kiosk-pairing', kiosk });
  if (!of) return code;
  const user = of.user.id;
  const names = pairingTokens(code);
  const met = { purpose: 'kiosk-met', kiosk, user, number: metNumber, numbers: ['13', metNumber, '96'] } as const;
  await linkTo(server, met, names.met);
  if (as === 'chosen') await linkTo(server, { purpose: 'kiosk-paired', kiosk, user }, names.paired);
  return code;
}

/** The public id of a device: the hash of its session's token. */
export const deviceId = ({ services }: TestServer, { cookie }: TestDevice): string =>
  createHash('sha256')
    .update(services.sessions.read(cookie) ?? '')
    .digest('hex');

type InputOf = (server: TestServer, of: TestResident) => unknown | Promise<unknown>;

/** What the resident could send to each procedure, and would be answered. */
export const properInputs: Readonly<Record<string, InputOf>> = {
  'auth.signIn': (_, { user, email }) => ({ name: email, password: user.password }),
  'auth.passkeyOptions': () => undefined,
  'auth.signInWithPasskey': async (server, { passkey }) => {
    const { options } = await new TestDevice(server).client.auth.passkeyOptions.mutate();
    return { response: passkey.get(options) };
  },
  'auth.signOut': () => undefined,
  'sync.push': (server, { device, user, meter }) => ({
    protocol,
    app: 'test',
    stream: device.stream,
    user: user.id,
    deviceTime: new Date(server.clock.now()).toISOString(),
    ops: [device.reading(meter, { period: '2026-11', values: { B: 2_000 } })],
  }),
  'sync.pull': (_, { user }) => ({ protocol, user: user.id, cursors: {} }),
  'sync.reconcile': (_, { user }) => ({ protocol, user: user.id, ids: [v7()] }),
  'registration.register': async (server, { holder }) => {
    const { number } = await addAccount(server.services, { number: String(10_000 + households++), holder });
    return { number, holder, proof: null, email: 'new@example.lv', phone: null, language: 'lv' };
  },
  'registration.requestPassword': (_, { email }) => ({ email, language: 'lv' }),
  'registration.openLink': async (server, { user }) => ({
    token: await linkTo(server, { purpose: 'password', user: user.id }),
  }),
  'registration.setPassword': async (server, { user }) => ({
    token: await linkTo(server, { purpose: 'password', user: user.id }),
    password: 'another password',
    endOthers: true,
  }),
  'registration.confirmEmail': async (server, { user }) => ({
    token: await linkTo(server, { purpose: 'email', user: user.id, email: `new-${v7()}@example.lv` }),
  }),
  'profile.read': () => undefined,
  'profile.changePassword': (_, { user }) => ({
    current: user.password,
    password: 'another password',
    endOthers: true,
  }),
  'profile.changeEmail': (_, { user }) => ({ current: user.password, email: 'new@example.lv' }),
  'profile.changePhone': (_, { user }) => ({ current: user.password, phone: '+371 2912 3456' }),
  'profile.setLanguage': () => ({ language: 'ru' }),
  'profile.endDevice': (server, { other }) => ({ id: deviceId(server, other) }),
  'profile.endOtherDevices': () => undefined,
  'accounts.add': async (server, { holder }) => {
    const { number } = await addAccount(server.services, { number: String(10_000 + households++), holder });
    return { number, holder, proof: null };
  },
  'accounts.remove': (_, { accounts }) => ({ account: accounts[1].id }),
  'accounts.meetKiosk': async (server) => ({ code: await kioskCode(server) }),
  'accounts.showAtKiosk': async (server, of) => ({ code: await kioskCode(server, of), number: metNumber }),
  'accounts.endAtKiosk': async (server, of) => ({ code: await kioskCode(server, of, 'chosen') }),
  'passkeys.begin': (_, { user }) => ({ current: user.password }),
  'passkeys.finish': async (server, { device, user }) => {
    const { options } = await device.client.passkeys.begin.mutate({ current: user.password });
    return { response: new Authenticator(server.services.baseUrl()).create(options) };
  },
  'passkeys.remove': (_, { passkey }) => ({ id: passkey.id }),
  'payments.begin': (_, { accounts }) => ({ account: accounts[0].id, statement: null, amount: 12_34, language: 'lv' }),
};

/** A call as our own pages make it. */
export async function call(
  server: TestServer,
  procedure: string,
  { input, cookie = '' }: { input: unknown; cookie?: string },
): Promise<{ problem: Problem | null; data: unknown; text: string }> {
  const answer = await fetch(`${server.url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-meterbook': '1', ...(cookie ? { cookie } : {}) },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const text = await answer.text();
  const body = JSON.parse(text);
  return { problem: body.error?.data.problem ?? null, data: body.result?.data, text };
}

/**
 * Everything in the database, each row as text after the name of its table; but for what the mail worker does meanwhile:
 * how often it tried to send a letter, and the links that it made.
 */
export async function everyRow({ services: { db } }: TestServer): Promise<string[]> {
  const tables = await db.schema.introspection.getTables();
  const rows = tables.map(async ({ name }) => {
    const all: Record<string, unknown>[] = await db.schema
      .selectFrom(name as 'meta')
      .selectAll()
      .execute();
    const kept = all
      .filter(({ series, id_hash }) => name !== 'tokens' || series === id_hash)
      .map((row) => (name === 'mails' ? { id: row.id, kind: row.kind } : row));
    return kept.map((row) => `${name} ${JSON.stringify(row)}`);
  });
  return (await Promise.all(rows)).flat().sort();
}

/** Rows that are in one of the two lists alone. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((row) => !is.has(row)), ...after.filter((row) => !was.has(row))];
}

/** Traces of what was tried, and by whom; links and challenges, which permit nothing before they are used. */
const traces = /^(audit|rate_limits|mails|tokens|operations|operation_conflicts) /;

/** The rows that are the resident's: those in which one of the resident's ids stands. */
export async function rowsOf(server: TestServer, { user, accounts, meter }: TestResident): Promise<string[]> {
  const ids = [user.id, ...accounts.map(({ id }) => id), meter.id];
  return (await everyRow(server)).filter((row) => !traces.test(row) && ids.some((id) => row.includes(id)));
}
