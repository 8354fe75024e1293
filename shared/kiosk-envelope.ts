import type { KioskId, KioskKeyId, SlipId } from './ids.ts';
import { toUtf8 } from './text-bytes.ts';

/**
 * A slip, sealed to the server's public key: HPKE (RFC 9180) in base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 * Only the server opens it; the kiosk that sealed it cannot. What stands around it is authenticated with it.
 */
export interface KioskEnvelope {
  protocol: typeof envelopeProtocol;
  kiosk: KioskId;
  /** The slip's own id. */
  envelope: SlipId;
  /** Which of the server's keys it is sealed to. */
  key: KioskKeyId;
  /** The encapsulated key, base64url: 32 bytes. */
  enc: string;
  /** The sealed slip (`canonical` JSON in UTF-8, padded), base64url. */
  sealed: string;
}

export const envelopeProtocol = 1;

/** So many are handed in with one call. */
export const mostEnvelopes = 20;

/** The application's context (RFC 9180 § 5.1, `info`). */
export const envelopeInfo = (): Uint8Array => toUtf8('meterbook kiosk slip 1');

/** What is authenticated beside the slip: an envelope cannot be moved to another kiosk, number, key or protocol. */
export const envelopeContext = ({
  protocol,
  kiosk,
  envelope,
  key,
}: Pick<KioskEnvelope, 'protocol' | 'kiosk' | 'envelope' | 'key'>): Uint8Array =>
  toUtf8(JSON.stringify([protocol, kiosk, envelope, key]));

/** Slips are padded with spaces behind their JSON to a multiple of this, so that their length tells nothing of what is in them. */
export const slipPadding = 1024;

/** The plaintext of a slip's JSON. */
export function paddedSlip(json: string): Uint8Array {
  const bytes = toUtf8(json);
  const padded = new Uint8Array(Math.ceil(bytes.length / slipPadding) * slipPadding).fill(0x20);
  padded.set(bytes);
  return padded;
}
