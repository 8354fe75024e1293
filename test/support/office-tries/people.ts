import { v7 } from 'uuid';
import { activate } from '../../../server/accounts/activation.ts';
import { insertUser, linkUser } from '../../../server/accounts/queries.ts';
import { toInstant } from '../../../shared/instant.ts';
import { addAccount, type TestAccount } from '../household.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** A user with an account, as registering makes one, who never signed in. */
export async function settle(
  { services, clock }: TestServer,
  { name = 'Zane Kalniņa', phone = null }: { name?: string; phone?: string | null } = {},
): Promise<{ id: string; name: string; email: string; account: TestAccount }> {
  const id = v7();
  const email = `${id}@example.lv`;
  const account = await addAccount(services, { number: `8${id.slice(-8)}`, holder: name });
  const at = toInstant(clock.now());
  await services.db.write(async (tx) => {
    await insertUser(tx, { id, email, name, language: 'lv', password_hash: 'none', created_at: at, phone });
    await linkUser(tx, { user_id: id, account_id: account.id, linked_at: at, linked_by: id });
  });
  return { id, name, email, account };
}

export const peopleTries: OfficeTries = {
  'people.list': { least: 'clerk', input: async () => ({ search: '', after: null }) },
  'people.open': { least: 'clerk', input: async (server) => ({ user: (await settle(server)).id }) },
  'people.checkApplication': {
    least: 'clerk',
    input: async (server) => {
      const { account, name } = await settle(server);
      return { accounts: [account.number], name, address: null, email: null };
    },
  },
  'people.create': {
    least: 'clerk',
    input: async ({ services }) => {
      const { number } = await addAccount(services, { number: `9${v7().slice(-8)}` });
      return { accounts: [number], name: 'Zane Kalniņa', email: null, language: 'lv', by: 'letter' };
    },
  },
  'people.link': {
    least: 'clerk',
    input: async (server) => ({
      user: (await settle(server)).id,
      account: (await settle(server)).account.number,
    }),
  },
  'people.unlink': {
    least: 'clerk',
    input: async (server) => {
      const { id, account } = await settle(server);
      return { user: id, account: account.id };
    },
  },
  'people.endDevice': {
    least: 'clerk',
    input: async (server) => {
      const { id } = await settle(server);
      await server.services.db.write((tx) => server.services.sessions.start(tx, id, 'test'));
      const { id_hash } = await server.services.db.reader
        .selectFrom('sessions')
        .where('user_id', '=', id)
        .select('id_hash')
        .executeTakeFirstOrThrow();
      return { user: id, device: id_hash };
    },
  },
  'people.endDevices': { least: 'clerk', input: async (server) => ({ user: (await settle(server)).id }) },
  'people.sendLink': { least: 'clerk', input: async (server) => ({ user: (await settle(server)).id }) },
  'people.printLetter': { least: 'clerk', input: async (server) => ({ user: (await settle(server)).id }) },
  'people.letters': {
    least: 'clerk',
    input: async (server, staff) => {
      const { id } = await settle(server);
      const now = server.clock.now();
      const letter = { by: 'letter', token: v7(), validUntil: now + 1_000 } as const;
      await server.services.db.write((tx) => activate(tx, id, letter, { now, actor: staff.id }));
      return { after: null };
    },
  },
  'people.changeEmail': {
    least: 'manager',
    input: async (server) => {
      const { id, email } = await settle(server);
      return { user: id, was: email, email: `new-${email}` };
    },
  },
  'people.previewMerge': { least: 'manager', input: twoUsers },
  'people.merge': {
    least: 'manager',
    input: async (server, staff) => {
      const pair = await twoUsers(server);
      return { ...pair, seal: (await staff.client.people.previewMerge.query(pair)).seal };
    },
  },
  'people.previewDeletion': { least: 'administrator', input: async (server) => ({ user: (await settle(server)).id }) },
  'people.remove': {
    least: 'administrator',
    input: async (server, staff) => {
      const { id, name } = await settle(server);
      return { user: id, typed: name, seal: (await staff.client.people.previewDeletion.query({ user: id })).seal };
    },
  },
};

async function twoUsers(server: TestServer): Promise<{ stays: string; goes: string }> {
  return { stays: (await settle(server)).id, goes: (await settle(server)).id };
}
