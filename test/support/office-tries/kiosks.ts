import { v7 } from 'uuid';
import { addKiosk } from '../../../server/kiosks/manage.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** A kiosk that has not typed its code yet. */
export async function standKiosk(
  { services }: TestServer,
  name = `Kiosk ${v7()}`,
): Promise<{ id: string; name: string; code: string }> {
  const { id, code } = await addKiosk(services, name, 'test');
  return { id, name, code };
}

export const kiosksTries: OfficeTries = {
  'kiosks.list': { least: 'manager' },
  'kiosks.add': { least: 'manager', input: async () => ({ name: `Kiosk ${v7()}` }) },
  'kiosks.rename': {
    least: 'manager',
    input: async (server) => {
      const { id, name } = await standKiosk(server);
      return { id, was: name, name: `Kiosk ${v7()}` };
    },
  },
  'kiosks.renewCode': { least: 'manager', input: async (server) => ({ id: (await standKiosk(server)).id }) },
  'kiosks.revoke': { least: 'manager', input: async (server) => ({ id: (await standKiosk(server)).id }) },
};
