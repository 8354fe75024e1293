import { receiveUpload } from '../../../server/exchange/uploads.ts';
import { plainProfile } from '../mapping-profiles.ts';
import type { TestStaff } from '../staff.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

const bring = async ({ services }: TestServer, { id }: TestStaff): Promise<string> => {
  const bytes = Buffer.from('account;holder;address;premises\n10427;Anna;Rīgas iela 1;5\n');
  const chunks = (async function* () {
    yield bytes;
  })();
  return (await receiveUpload(services, { name: 'accounts.csv', actor: id, bytes: chunks })).id;
};

let names = 0;
const save = () => ({ id: null, name: `Profile ${names++}`, profile: plainProfile('payments'), changedAt: null });

export const exchangeTries: OfficeTries = {
  'exchange.preview': {
    least: 'clerk',
    input: async (server, staff) => ({
      upload: await bring(server, staff),
      kind: 'accounts',
      profile: null,
      encoding: null,
    }),
  },
  'exchange.guess': {
    least: 'clerk',
    input: async (server, staff) => ({ upload: await bring(server, staff), kind: 'accounts', encoding: null }),
  },
  'exchange.profiles.list': { least: 'clerk', input: async () => ({ kind: null }) },
  'exchange.profiles.save': { least: 'manager', input: async () => save() },
  'exchange.profiles.remove': {
    least: 'manager',
    input: async (_, staff) => ({ id: (await staff.client.exchange.profiles.save.mutate(save())).id }),
  },
};
