import { moveIn } from '../residents.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** A resident has asked something; the conversation has the id of its first message. */
async function asked(server: TestServer): Promise<string> {
  const { device, accounts } = await moveIn(server, 'Olga');
  const body = { conversation: null, topic: 'bill', text: 'Why is it more than in May?', photos: [] } as const;
  const operation = device.operation('message-written', accounts[0].id, body);
  await device.push(operation);
  return operation.id;
}

const seen = async (server: TestServer): Promise<{ id: string; seen: string }> => {
  const id = await asked(server);
  return { id, seen: id };
};

export const supportTries: OfficeTries = {
  'support.list': {
    least: 'clerk',
    input: async () => ({ state: 'open', assigned: 'all', topic: null, after: null }),
  },
  'support.search': { least: 'clerk', input: async () => ({ text: 'May' }) },
  'support.open': { least: 'clerk', input: async (server) => ({ id: await asked(server) }) },
  'support.colleagues': { least: 'clerk' },
  'support.begin': {
    least: 'clerk',
    input: async (server) => {
      const { accounts } = await moveIn(server, 'Olga');
      return { account: accounts[0].id, topic: 'meter', text: 'We change your meter on Monday.' };
    },
  },
  'support.answer': { least: 'clerk', input: async (server) => ({ ...(await seen(server)), text: 'It was colder.' }) },
  'support.assign': {
    least: 'clerk',
    input: async (server, staff) => ({ id: await asked(server), staff: staff.id, was: null }),
  },
  'support.close': { least: 'clerk', input: seen },
  'support.reopen': {
    least: 'clerk',
    input: async (server) => {
      const input = await seen(server);
      await server.services.db.write((tx) =>
        tx.updateTable('conversations').set({ state: 'closed' }).where('id', '=', input.id).execute(),
      );
      return input;
    },
  },
};
