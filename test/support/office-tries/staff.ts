import { v7 } from 'uuid';
import { createToken } from '../../../server/auth/tokens.ts';
import { codeOf, equip } from '../office-access.ts';
import { hire, officeClient, type TestStaff } from '../staff.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** The answer to a right password of somebody who has a second factor, and the code of it. */
async function secondStep(server: TestServer): Promise<{ challenge: string; code: string }> {
  const { email, password, secret } = await equip(server);
  const { challenge } = await officeClient(server.url).staff.signIn.mutate({ email, password });
  return { challenge, code: codeOf(secret) };
}

/** A link of an invitation. */
async function linkOf({ services }: TestServer, { id }: TestStaff): Promise<string> {
  return services.db.write((tx) =>
    createToken(tx, { purpose: 'staff-password', staff: id }, { now: services.clock.now() }),
  );
}

/** Gives the one who calls a password and a second factor that was not used yet. */
async function bothFactors(server: TestServer, { id }: TestStaff): Promise<{ current: string; code: string }> {
  const { id: other, password, secret } = await equip(server);
  await server.services.db.write(async (tx) => {
    const { password_hash } = await tx
      .selectFrom('staff')
      .where('id', '=', other)
      .select('password_hash')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('staff')
      .set({ password_hash, totp_secret: secret, totp_step: null })
      .where('id', '=', id)
      .execute();
  });
  return { current: password, code: codeOf(secret) };
}

export const staffTries: OfficeTries = {
  'staff.signIn': {
    least: null,
    input: async (server) => {
      const { email, password } = await equip(server);
      return { email, password };
    },
  },
  'staff.enterCode': { least: null, input: secondStep },
  'staff.requestPassword': {
    least: null,
    input: async () => ({ email: `${v7()}@office.example.lv`, language: 'lv' }),
  },
  'staff.openLink': {
    least: null,
    input: async (server) => ({ token: await linkOf(server, await hire(server)) }),
    unaudited: 'a link is looked at, and nothing is changed',
  },
  'staff.setPassword': {
    least: null,
    input: async (server) => ({ token: await linkOf(server, await hire(server)), password: 'wet leaves in autumn' }),
  },
  'staff.me': { least: 'clerk' },
  'staff.access': { least: 'clerk' },
  'staff.setLanguage': { least: 'clerk', input: async () => ({ language: 'ru' }) },
  'staff.changePassword': {
    least: 'clerk',
    input: async (server, staff) => ({ ...(await bothFactors(server, staff)), password: 'wet leaves in autumn' }),
  },
  'staff.beginSecondFactor': { least: 'clerk', input: bothFactors },
  'staff.confirmSecondFactor': {
    least: 'clerk',
    input: async (server, staff) => {
      const confirmed = await bothFactors(server, staff);
      const { challenge, secret } = await staff.client.staff.beginSecondFactor.mutate(confirmed);
      return { challenge, code: codeOf(secret) };
    },
  },
  'staff.renewRecoveryCodes': { least: 'clerk', input: bothFactors },
  'staff.list': { least: 'administrator' },
  'staff.invite': {
    least: 'administrator',
    input: async () => ({ email: `${v7()}@office.example.lv`, name: 'Oļegs Petrovs', role: 'clerk', language: 'lv' }),
  },
  'staff.setRole': {
    least: 'administrator',
    input: async (server) => ({ id: (await hire(server)).id, from: 'clerk', role: 'manager' }),
  },
  'staff.disable': { least: 'administrator', input: async (server) => ({ id: (await hire(server)).id }) },
  'staff.enable': {
    least: 'administrator',
    input: async (server) => {
      const { id } = await hire(server);
      await server.services.db.write(async (tx) => {
        await tx.updateTable('staff').set({ disabled_at: '2026-11-01T09:00:00.000Z' }).where('id', '=', id).execute();
      });
      return { id };
    },
  },
  'staff.resetAccess': { least: 'administrator', input: async (server) => ({ id: (await hire(server)).id }) },
  'staff.signOut': { least: 'clerk' },
};
