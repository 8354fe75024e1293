import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import { toInstant } from '../../shared/instant.ts';
import { confirmPassword } from '../accounts/confirm-password.ts';
import { lockUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { createToken } from '../auth/tokens.ts';
import type { Resident, Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { insertPasskey, passkeysOf, userOfPasskeys } from './queries.ts';
import { auditPasskeyRefused, consumeChallenge, type PasskeyRefusal } from './refused.ts';
import { relyingParty, userHandle } from './relying-party.ts';
import { saidChallenge } from './said-challenge.ts';

/** More than anybody has devices. */
const mostPasskeys = 10;

/**
 * Options for `navigator.credentials.create`, with a challenge that this user may answer once. The present password is asked
 * for, because a session in the wrong hands must not become a key. Throws `password_wrong`, and `forbidden` at ten.
 */
export async function beginPasskey(
  services: Services,
  { id: user }: Resident,
  current: string,
): Promise<{ options: Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'> }> {
  const { db, clock, limits } = services;
  await limits.consume('passkey-creation-user', user);
  await confirmPassword(services, user, current);
  const present = await passkeysOf(db.reader, user);
  if (present.length >= mostPasskeys) throw new ProblemError({ code: 'forbidden' });
  const { name, email } = await userOfPasskeys(db.reader, user);
  const challenge = await db.write((tx) =>
    createToken(tx, { purpose: 'passkey-creation', user }, { now: clock.now() }),
  );
  const party = relyingParty(services);
  // Extensions would be answered, and we read none of the answers.
  const { extensions: _, ...options } = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(userHandle(user), 'base64url')),
    userName: email ?? name,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: present.map((passkey) => ({ id: passkey.id, transports: transportsOf(passkey) })),
    // A passkey that signs in without a name must be one that can be discovered.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  return { options };
}

/** Keeps what the authenticator made. Throws `passkey_refused`, or `forbidden` at ten. */
export async function finishPasskey(
  services: Services,
  { id: user }: Resident,
  { response, device }: { response: RegistrationResponseJSON; device: string },
): Promise<void> {
  const { db, clock } = services;
  const now = clock.now();
  const at = toInstant(now);
  const made = await verified(services, response);
  const outcome = await db.write(async (tx) => {
    const why = made === null ? 'unverified' : await keep(tx, made);
    if (why === 'added') {
      await appendAudit(tx, { at, actor: user, action: 'passkey-added', subject: user, detail: {} });
      await enqueueMail(tx, { kind: 'passkey-added', user }, at);
    } else if (why !== 'full') {
      await auditPasskeyRefused(tx, { actor: user, why, now });
    }
    return why;
  });
  if (outcome === 'added') services.mail.nudge();
  if (outcome === 'full') throw new ProblemError({ code: 'forbidden' });
  if (outcome !== 'added') throw new ProblemError({ code: 'passkey_refused' });

  async function keep(tx: Writer, { challenge, credential }: Made): Promise<'added' | 'full' | PasskeyRefusal> {
    const token = await consumeChallenge(tx, { challenge, purpose: 'passkey-creation', now });
    if (token?.user !== user) return 'challenge';
    // Until the transaction ends nobody else adds a passkey to this user.
    await lockUser(tx, user);
    if ((await passkeysOf(tx, user)).length >= mostPasskeys) return 'full';
    const isNew = await insertPasskey(tx, {
      id: credential.id,
      user_id: user,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(response.response.transports ?? []),
      device: device.slice(0, 200),
      created_at: at,
      used_at: null,
    });
    return isNew ? 'added' : 'taken';
  }
}

interface Made {
  /** What the authenticator says it was asked with; whether it is one of ours is still open. */
  challenge: string;
  credential: WebAuthnCredential;
}

/** What the authenticator made; null where that is not what WebAuthn wants, or was made for another site. */
async function verified(services: Services, response: RegistrationResponseJSON): Promise<Made | null> {
  const party = relyingParty(services);
  const challenge = saidChallenge();
  try {
    if (!isWithoutCertificates(response)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge.expected,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    });
    return verified ? { challenge: challenge.value, credential: registrationInfo.credential } : null;
  } catch (error) {
    // The library says by throwing, and in words alone, what is wrong with an answer.
    services.log.info({ err: error }, 'an answer to make a passkey was refused');
    return null;
  }
}

/**
 * We ask for no attestation, and get none, or that of the new key itself (WebAuthn Level 3, § 5.1.3). Certificates are not
 * even looked at: checking them could make the server fetch from addresses that they name.
 */
function isWithoutCertificates({ response }: RegistrationResponseJSON): boolean {
  const attestation = decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')));
  const format = attestation.get('fmt');
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined);
}

const transportsOf = ({ transports }: Row<'passkeys'>): string[] => JSON.parse(transports);
