import assert from 'node:assert/strict';
import type { KioskPaired } from '../../shared/kiosk-answers.ts';
import type { TestKiosk } from './kiosk.ts';
import type { TestDevice } from './test-device.ts';

type Stands = Pick<TestKiosk, 'client'>;
interface Holds {
  device: TestDevice;
}

/** The number that the kiosk shows for this code. */
export async function numberAt({ client }: Stands, code: string): Promise<string> {
  const told = await client.paired.mutate({ code });
  assert.equal(told.state, 'met');
  return told.number;
}

/** Somebody scans what the kiosk shows, and names the number that stands there: the code. */
export async function chosenAt(kiosk: Stands, { device }: Holds): Promise<string> {
  const { code } = await kiosk.client.pair.mutate();
  const { accounts } = device.client;
  await accounts.meetKiosk.mutate({ code });
  const { shown } = await accounts.showAtKiosk.mutate({ code, number: await numberAt(kiosk, code) });
  assert.ok(shown);
  return code;
}

/** The kiosk has gone on with them: the code, and what it was told. */
export async function pairedAt(
  kiosk: Stands,
  resident: Holds,
): Promise<{ code: string } & Extract<KioskPaired, { state: 'paired' }>> {
  const code = await chosenAt(kiosk, resident);
  const told = await kiosk.client.paired.mutate({ code });
  assert.equal(told.state, 'paired');
  return { code, ...told };
}
