import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** What a test makes an authenticator, or the browser around it, do wrong. */
export interface Wrong {
  /** Of the client data: what the browser says. */
  type?: string;
  challenge?: unknown;
  origin?: string;
  /** Of the authenticator's data. */
  rpId?: string;
  flags?: number;
  counter?: number;
  userHandle?: string | null;
  /** Signs with another key. */
  key?: KeyObject;
  /** In the place of `none` and nothing. */
  attestation?: { fmt: string; attStmt: Cbor };
  credentialId?: string;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attestedData = 0x40;

/** An authenticator in software and the browser before it (WebAuthn Level 3, § 5.1, 6.1 and 6.5): one passkey, ES256. */
export class Authenticator {
  readonly #origin: string;
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(16).toString('base64url');
  #userHandle = '';
  /** Zero: it keeps no count, as those that sync their passkeys. */
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  create(
    options: { challenge: string; rp: { id?: string }; user: { id: string } },
    wrong: Wrong = {},
  ): RegistrationResponseJSON {
    this.#userHandle = options.user.id;
    const id = wrong.credentialId ?? this.id;
    const { fmt, attStmt } = wrong.attestation ?? { fmt: 'none', attStmt: new Map() };
    const idBytes = Buffer.from(id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(idBytes.length);
    const authData = Buffer.concat([
      this.#authData(
        wrong.rpId ?? options.rp.id ?? '',
        wrong.flags ?? userPresent | userVerified | attestedData,
        wrong,
      ),
      Buffer.alloc(16),
      length,
      idBytes,
      cbor(this.#publicKey()),
    ]);
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, wrong).toString('base64url'),
        attestationObject: cbor(
          new Map<string, Cbor>([
            ['fmt', fmt],
            ['attStmt', attStmt],
            ['authData', authData],
          ]),
        ).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  get(options: { challenge: string; rpId?: string }, wrong: Wrong = {}): AuthenticationResponseJSON {
    const authData = this.#authData(wrong.rpId ?? options.rpId ?? '', wrong.flags ?? userPresent | userVerified, wrong);
    const clientData = this.#clientData('webauthn.get', options.challenge, wrong);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const id = wrong.credentialId ?? this.id;
    const userHandle = wrong.userHandle === undefined ? this.#userHandle : wrong.userHandle;
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, wrong.key ?? this.#pair.privateKey).toString('base64url'),
        ...(userHandle === null ? {} : { userHandle }),
      },
    };
  }

  #clientData(type: string, challenge: string, wrong: Wrong): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false, ...pick(wrong) }));
  }

  #authData(rpId: string, flags: number, { counter = this.counter }: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
  }

  /** RFC 9053 § 7.1.1: an elliptic curve's key. */
  #publicKey(): Map<number, Cbor> {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    return new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  }
}

function pick({ type, challenge, origin }: Wrong): object {
  return {
    ...(type === undefined ? {} : { type }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(origin === undefined ? {} : { origin }),
  };
}

export type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;

/** RFC 8949, as much of it as an authenticator speaks. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, of]) => [cbor(key), cbor(of)])]);
  }
  const list = value as readonly Cbor[];
  return Buffer.concat([head(4, list.length), ...list.map(cbor)]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
