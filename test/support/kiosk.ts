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

/** The kiosks' client over real HTTP; without a cookie, of a browser that is none. `cookie`: also as it is by then. */
export const kioskClient = (url: string, cookie?: string | (() => string)): KioskClient =>
  createTRPCClient<KioskRouter>({
    links: [
      httpLink({
        url: `${url}/kiosk/trpc`,
        methodOverride: 'POST',
        headers: () => ({
          'x-meterbook': '1',
          ...(cookie !== undefined && { cookie: typeof cookie === 'string' ? cookie : cookie() }),
        }),
      }),
    ],
  });

/** A tablet that the office has enrolled, as the server sees it: its cookie, its stream, what it seals. Its clock is right. */
export interface TestKiosk {
  readonly id: string;
  readonly name: string;
  /** The header with which a request is the kiosk's: what the answers to enrolling and `hello` have set, as a browser keeps it. */
  cookie: string;
  client: KioskClient;
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
  /** From now on another server is there, over a database that knows it. */
  goTo(server: TestServer): void;
}

export const enrolKiosk = async (server: TestServer, name?: string): Promise<TestKiosk> =>
  typeCode(server, await standKiosk(server, name));

/** Somebody types the code of a kiosk at a tablet. `had`: its cookie until then. */
export async function typeCode(
  enrolledBy: TestServer,
  stood: { id: string; name: string; code: string },
  had = '',
): Promise<TestKiosk> {
  let server = enrolledBy;
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${server.url}/kiosk/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
      body: JSON.stringify({ appVersion: '1.0.0', ...body }),
    });
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0];
  const enrolled = await post('enrol', { code: stood.code }, had);
  if (!enrolled.ok) throw new Error(`enrolling answered ${enrolled.status}`);
  let number = 0;
  const kiosk: TestKiosk = {
    id: stood.id,
    name: stood.name,
    cookie: cookieOf(enrolled) as string,
    client: kioskClient(server.url, () => kiosk.cookie),
    greeting: (await enrolled.json()) as KioskGreeting,
    async hello(said = {}) {
      const answer = await post('hello', said, kiosk.cookie);
      kiosk.cookie = cookieOf(answer) ?? kiosk.cookie;
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
    deliver: async (...envelopes) => (await kiosk.client.deliver.mutate({ visit: null, envelopes })).results,
    goTo(another) {
      server = another;
      kiosk.client = kioskClient(server.url, () => kiosk.cookie);
    },
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
