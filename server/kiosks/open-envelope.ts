import { hash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical.ts';
import { envelopeContext, envelopeInfo, envelopeProtocol, type KioskEnvelope } from '../../shared/kiosk-envelope.ts';
import { kioskEnvelopeInput, kioskSlip } from '../../shared/kiosk-forms.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Reader, Row } from '../db/tables.ts';
import { isHostile } from '../hostile.ts';
import { fromBase64url, kioskSuite } from './hpke.ts';
import { kioskKeyById } from './key-queries.ts';

/** What in an envelope is not as a kiosk of ours seals it. */
export type EnvelopeFault = 'envelope' | 'protocol' | 'kiosk' | 'key' | 'sealed' | 'slip';

/** An envelope by its outside: of a form that this server knows. */
export interface ReadEnvelope {
  envelope: KioskEnvelope;
  /** SHA-256 of it as it came. */
  hash: string;
}

/** Looks at the outside of what was sent. */
export function readEnvelope(sent: unknown): ReadEnvelope | { fault: EnvelopeFault } {
  const parsed = kioskEnvelopeInput.safeParse(sent);
  if (!parsed.success) return { fault: 'envelope' };
  const { protocol, ...rest } = parsed.data;
  if (protocol !== envelopeProtocol) return { fault: 'protocol' };
  const envelope: KioskEnvelope = { protocol, ...rest };
  return { envelope, hash: hash('sha256', canonicalJson(envelope), 'hex') };
}

/** Opens it with the key that it names. What is in it is a slip of the envelope's own id, or it is none. */
export async function openEnvelope(
  db: Reader,
  { envelope }: ReadEnvelope,
): Promise<{ slip: KioskSlip } | { fault: EnvelopeFault }> {
  const key = await kioskKeyById(db, envelope.key);
  if (!key) return { fault: 'key' };
  const plain = await unseal(key, envelope);
  if (plain === null) return { fault: 'sealed' };
  const content = parseJson(plain);
  if (isHostile(content)) return { fault: 'slip' };
  const slip = kioskSlip.safeParse(content);
  return slip.success && slip.data.id === envelope.envelope ? { slip: slip.data } : { fault: 'slip' };
}

/** Null where anything of it was changed, or was sealed to another key. */
async function unseal(
  { private_key }: Pick<Row<'kiosk_keys'>, 'private_key'>,
  envelope: KioskEnvelope,
): Promise<ArrayBuffer | null> {
  // Bits that mean nothing would be a change that nobody sees.
  const [enc, sealed] = [fromBase64url(envelope.enc), fromBase64url(envelope.sealed)];
  if (!enc || !sealed) return null;
  const recipientKey = await kioskSuite.kem.deserializePrivateKey(Buffer.from(private_key, 'base64url'));
  try {
    return await kioskSuite.open({ recipientKey, enc, info: envelopeInfo() }, sealed, envelopeContext(envelope));
  } catch {
    // Whatever the suite says of it, it is not what was sealed to this key.
    return null;
  }
}

/** Undefined where it is no JSON in UTF-8. */
function parseJson(plain: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}
