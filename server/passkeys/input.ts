import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from '../../shared/zod.ts';

/**
 * What browsers answer to the options of a passkey (WebAuthn Level 3, § 5.1.8 and 5.1.9). Extensions and whatever else they
 * send are left out: we ask for none.
 */

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/);

/** A credential's id has 1023 bytes at the most (§ 4, Credential ID). */
export const credentialId = base64url(1_364);
const credential = { id: credentialId, rawId: credentialId, type: z.literal('public-key') };
const clientDataJSON = base64url(8_192);
const without = { clientExtensionResults: {} } as const;

export const passkeyCreated = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON,
      attestationObject: base64url(65_536),
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .default([]),
    }),
  })
  .transform((sent): RegistrationResponseJSON => ({ ...sent, ...without }));

export const passkeyAnswered = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON,
      authenticatorData: base64url(8_192),
      signature: base64url(8_192),
      // 64 bytes at the most. A passkey that can be discovered brings it; without it nobody is signed in.
      userHandle: base64url(86).nullish(),
    }),
  })
  .transform(({ response: { userHandle, ...response }, ...sent }): AuthenticationResponseJSON => {
    return { ...sent, response: { ...response, ...(userHandle ? { userHandle } : {}) }, ...without };
  });
