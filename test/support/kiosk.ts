import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { createTRPCClient, httpLink } from '@trpc/client';
import { v7 } from 'uuid';
import type { KioskRouter } from '../../server/kiosk-router.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Delivery, KioskGreeting } from '../../shared/kiosk-answers.ts';
import {
  envelopeContext,
  envelopeInfo,
  envelopeProtocol,
  type KioskEnvelope,
  paddedSlip,
} from '../../shared/kiosk-envelope.ts';
import type { KioskReading, KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Capture } from '../../shared/operation.ts';
import { noClaims } from '../../shared/reading.ts';
import { standKiosk } from './stand-kiosk.ts';
import type { TestServer } from './test-server.ts';

export type KioskClient = ReturnType<typeof createTRPCClient<KioskRouter>>;

/** The kiosks' client over real HTTP; without a cookie, of a browser that is none. */
export const kioskClient = (url: string, cookie?: string): KioskClient =>
  createTRPCClient<KioskRouter>({
    links: [
      httpLink({
        url: `${url}/kiosk/trpc`,
        methodOverride: 'POST',
        headers: () => ({ 'x-meterbook': '1', ...(cookie !== undefined && { cookie }) }),
      }),
    ],
  });

/** A tablet that the office has enrolled, as the server sees it: its cookie, its stream, what it seals. Its clock is right. */
export interface TestKiosk {
  readonly id: string;
  readonly name: string;
  /** The header with which a request is the kiosk's. */
  readonly cookie: string;
  readonly client: KioskClient;
  /** What it was told last: by enrolling, then by each `hello`. */
  greeting: KioskGreeting;
  hello(said?: { waiting?: number; oldest?: string | null; refused?: number }): Promise<Response>;
  capture(): Capture;
  /** A reading of a slip, with the next number of the stream. */
  reading(serial: string, typed: readonly string[], overrides?: Partial<KioskReading>): KioskReading;
  slip(content: Pick<KioskSlip, 'account' | 'serial' | 'period' | 'readings'> & Partial<KioskSlip>): KioskSlip;
  /** `overrides`: what stands around the slip is sealed as it is given. */
  seal(slip: unknown, overrides?: Partial<KioskEnvelope>): Promise<KioskEnvelope>;
  /** Hands envelopes in without a visit. */
  deliver(...envelopes: unknown[]): Promise<Delivery[]>;
}

export async function enrolKiosk(server: TestServer, name?: string): Promise<TestKiosk> {
  const stood = await standKiosk(server, name);
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${server.url}/kiosk/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
      body: JSON.stringify({ appVersion: '1.0.0', ...body }),
    });
  const enrolled = await post('enrol', { code: stood.code });
  if (!enrolled.ok) throw new Error(`enrolling answered ${enrolled.status}`);
  const cookie = enrolled.headers.getSetCookie()[0]?.split(';')[0] as string;
  const client = kioskClient(server.url, cookie);
  let number = 0;
  const kiosk: TestKiosk = {
    id: stood.id,
    name: stood.name,
    cookie,
    client,
    greeting: (await enrolled.json()) as KioskGreeting,
    async hello(said = {}) {
      const answer = await post('hello', said, cookie);
      if (answer.ok) kiosk.greeting = (await answer.clone().json()) as KioskGreeting;
      return answer;
    },
    capture: () => ({ wall: toInstant(server.clock.now()), offset: 0, beacon: kiosk.greeting.beacon }),
    reading: (serial, typed, overrides = {}) => ({
      id: v7(),
      number: overrides.number ?? ++number,
      serial,
      service: null,
      typed,
      claims: noClaims,
      ...overrides,
    }),
    slip: (content) => ({ id: v7(), contact: null, language: 'lv', capture: kiosk.capture(), ...content }),
    seal: (slip, overrides = {}) =>
      sealSlip(slip, {
        protocol: envelopeProtocol,
        kiosk: stood.id,
        envelope: (slip as Partial<KioskSlip> | null)?.id ?? v7(),
        key: kiosk.greeting.key.id,
        publicKey: kiosk.greeting.key.publicKey,
        ...overrides,
      }),
    deliver: async (...envelopes) => (await client.deliver.mutate({ visit: null, envelopes })).results,
  };
  return kiosk;
}

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

async function sealSlip(
  slip: unknown,
  {
    publicKey,
    ...around
  }: Pick<KioskEnvelope, 'protocol' | 'kiosk' | 'envelope' | 'key'> & Partial<KioskEnvelope> & { publicKey: string },
): Promise<KioskEnvelope> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(Buffer.from(publicKey, 'base64url'));
  const plain = paddedSlip(typeof slip === 'string' ? slip : canonicalJson(slip));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: envelopeInfo() }, plain, envelopeContext(around));
  return {
    enc: Buffer.from(enc).toString('base64url'),
    sealed: Buffer.from(ct).toString('base64url'),
    ...around,
  };
}
