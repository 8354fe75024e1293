import { v7 } from 'uuid';
import { addKiosk } from '../../server/kiosks/manage.ts';
import type { TestServer } from './test-server.ts';

/** A kiosk that has not typed its code yet. */
export async function standKiosk(
  { services }: TestServer,
  name = `Kiosk ${v7()}`,
): Promise<{ id: string; name: string; code: string }> {
  const { id, code } = await addKiosk(services, name, 'test');
  return { id, name, code };
}
