import type { EpochMs } from '../../shared/instant.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, type TokenOf } from '../auth/tokens.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';

/**
 * unverified: not signed as WebAuthn wants it, or for another site. challenge: not one of ours, used, expired or another
 * user's. unknown: no user has it. taken: somebody has it already. counter: it did not rise, so there may be a copy.
 */
export type PasskeyRefusal = 'unverified' | 'challenge' | 'unknown' | 'taken' | 'counter';

/** `actor`: the user, where it is known who it is. */
export async function auditPasskeyRefused(
  tx: Writer,
  { actor, why, now }: { actor: string | null; why: PasskeyRefusal; now: EpochMs },
): Promise<void> {
  await appendAudit(tx, {
    at: toInstant(now),
    actor: actor ?? 'anybody',
    action: 'passkey-refused',
    subject: actor ?? '',
    detail: { why },
  });
}

/** What the challenge permits, consuming it; null for one that is not, or no longer, of use. */
export async function consumeChallenge<P extends 'passkey-creation' | 'passkey-sign-in'>(
  tx: Writer,
  { challenge, purpose, now }: { challenge: string; purpose: P; now: EpochMs },
): Promise<TokenOf<P> | null> {
  try {
    return await consumeToken(tx, challenge, [purpose], now);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
