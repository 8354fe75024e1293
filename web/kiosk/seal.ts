import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { canonicalJson } from '../../shared/canonical.ts';
import type { KioskId } from '../../shared/ids.ts';
import {
  envelopeContext,
  envelopeInfo,
  envelopeProtocol,
  type KioskEnvelope,
  paddedSlip,
} from '../../shared/kiosk-envelope.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import type { SelfRow } from './kiosk-db.ts';

/** X25519 is the package's own and not the browser's, which not every tablet has; AES is the browser's. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Seals a slip to the server's key, with a key pair of its own that is forgotten at once: from then on the kiosk cannot open it
 * either. Throws an HpkeError where `publicKey` is none. Needs a secure context, as the service worker does.
 */
export async function sealSlip(slip: KioskSlip, kiosk: KioskId, key: SelfRow['serverKey']): Promise<KioskEnvelope> {
  const around = { protocol: envelopeProtocol, kiosk, envelope: slip.id, key: key.id } as const;
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(key.publicKey));
  const plain = paddedSlip(canonicalJson(slip));
  try {
    const { enc, ct } = await suite.seal({ recipientPublicKey, info: envelopeInfo() }, plain, envelopeContext(around));
    return { ...around, enc: toBase64url(new Uint8Array(enc)), sealed: toBase64url(new Uint8Array(ct)) };
  } finally {
    plain.fill(0);
  }
}
