import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { startSession } from '../auth/start-session.ts';
import { createToken } from '../auth/tokens.ts';
import type { Browser, Resident, Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { passkeyById, raiseCounter } from './queries.ts';
import { auditPasskeyRefused, consumeChallenge, type PasskeyRefusal } from './refused.ts';
import { relyingParty, userHandle } from './relying-party.ts';
import { saidChallenge } from './said-challenge.ts';

/** Options for `navigator.credentials.get`: any passkey of ours will do, and nobody says who it is before. */
export async function passkeyOptions(
  services: Services,
  { address }: Browser,
): Promise<{ options: Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'> }> {
  const { db, clock, limits } = services;
  await limits.consumeAll({ 'passkey-challenge-address': address, 'passkey-challenge-total': '' });
  const challenge = await db.write((tx) => createToken(tx, { purpose: 'passkey-sign-in' }, { now: clock.now() }));
  const { extensions: _, ...options } = await generateAuthenticationOptions({
    rpID: relyingParty(services).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'preferred',
  });
  return { options };
}

/** Signs a resident in who has a passkey. Throws `passkey_refused`, whatever it is that is wrong, or `too_many`. */
export async function signInWithPasskey(
  services: Services,
  response: AuthenticationResponseJSON,
  browser: Browser,
): Promise<{ user: Resident; cookies: string[] }> {
  const { db, clock, limits } = services;
  const keys = { 'passkey-address': browser.address, 'passkey-total': '' };
  await limits.consumeAll(keys);
  const passkey = await passkeyById(db.reader, response.id);
  const answer = passkey === undefined ? null : await verified(services, passkey, response);
  const now = clock.now();
  const outcome = await db.write(async (tx) => {
    const entered = await enter(tx);
    if (typeof entered === 'string') {
      await auditPasskeyRefused(tx, { actor: passkey?.user_id ?? null, why: entered, now });
    }
    return entered;
  });
  if (typeof outcome === 'string') throw new ProblemError({ code: 'passkey_refused' });
  await limits.rewardAll(keys);
  return outcome;

  /** Signs in within this transaction, or says why not. A challenge that was answered is consumed in any case. */
  async function enter(tx: Writer): Promise<{ user: Resident; cookies: string[] } | PasskeyRefusal> {
    if (passkey === undefined) return 'unknown';
    if (answer === null) return 'unverified';
    const { challenge, counter } = answer;
    if ((await consumeChallenge(tx, { challenge, purpose: 'passkey-sign-in', now })) === null) return 'challenge';
    const at = toInstant(now);
    if (!(await raiseCounter(tx, passkey.id, { counter, at }))) return 'counter';
    const user = { id: passkey.user_id, name: passkey.name };
    const cookies = await startSession(services, tx, user, browser);
    await appendAudit(tx, { at, actor: user.id, action: 'sign-in', subject: user.id, detail: { by: 'passkey' } });
    return { user, cookies };
  }
}

/** What the authenticator signed; null where that is not right. Whether the challenge is one of ours is still open. */
async function verified(
  services: Services,
  passkey: Row<'passkeys'>,
  response: AuthenticationResponseJSON,
): Promise<{ challenge: string; counter: number } | null> {
  if (response.response.userHandle !== userHandle(passkey.user_id)) return null;
  const party = relyingParty(services);
  const challenge = saidChallenge();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge.expected,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
        // Compared in the transaction that raises it, where two answers at once cannot both pass.
        counter: 0,
      },
      requireUserVerification: false,
    });
    return verified ? { challenge: challenge.value, counter: authenticationInfo.newCounter } : null;
  } catch (error) {
    // The library says by throwing, and in words alone, what is wrong with an answer.
    services.log.info({ err: error }, 'an answer of a passkey was refused');
    return null;
  }
}
