import assert from 'node:assert/strict';
import { followedAfterMs, writtenAfterMs } from '../../server/kiosks/rotation.ts';
import type { TestKiosk } from './kiosk.ts';
import type { TestServer } from './test-server.ts';

/** Greets with that cookie, as whoever has a copy of it; no tablet hears what the answer sets. */
export async function greetWith(
  server: TestServer,
  cookie: string,
  said: object = {},
): Promise<{ status: number; cookie: string | null }> {
  const answer = await fetch(`${server.url}/kiosk/hello`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
    body: JSON.stringify({ appVersion: '1.0.0', ...said }),
  });
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? null };
}

/** Of all credentials of a kiosk, in the order in which they were given. */
export async function credentialStates(server: TestServer, { id }: Pick<TestKiosk, 'id'>): Promise<string[]> {
  const rows = await server.services.db.reader
    .selectFrom('kiosk_credentials')
    .where('kiosk_id', '=', id)
    .orderBy('given_at')
    .select('state')
    .execute();
  return rows.map(({ state }) => state);
}

/** The tablet has taken on another one; answers what it had before. */
export async function rotate(server: TestServer, kiosk: TestKiosk): Promise<string> {
  const former = kiosk.cookie;
  server.clock.advance(followedAfterMs);
  await kiosk.hello();
  server.clock.advance(writtenAfterMs);
  assert.equal((await kiosk.hello()).status, 200);
  return former;
}
